import type { PeerName } from '../trace/entry.ts';

/** Which candidates still reach a peer: of one kind only (RFC 8839, 5.1, `cand-type`), or none. */
export const KEPT = ['host', 'srflx', 'relay', 'none'] as const;
export type Kept = (typeof KEPT)[number];

/** Lines that take the place of others in what a message says; positions are of the text before. */
export interface LineEdit {
	/** Position of the first line that is replaced, from 0. */
	at: number;
	/** How many lines are replaced. */
	removes: number;
	adds: string[];
}

/** A message that waits for a peer, by the number that its sender gave it. */
interface OfMessage {
	/** Whom the message is for. */
	peer: PeerName;
	message: number;
}

/** What is done at one peer’s end: to what waits for it, to all that will come, or with its connection. */
export type PeerDeed =
	/** A ready-made change, by its name. @see CHANGES */
	| ({ do: 'change'; change: string } & OfMessage)
	/** A change by hand. */
	| ({ do: 'edit'; edits: LineEdit[] } & OfMessage)
	/** It is lost. */
	| ({ do: 'drop' } & OfMessage)
	/** It comes twice. */
	| ({ do: 'repeat' } & OfMessage)
	/** All others that wait come before it. */
	| ({ do: 'postpone' } & OfMessage)
	/** It is given to its own sender. */
	| ({ do: 'return' } & OfMessage)
	/** From now on candidates of one kind alone come through, on their own or in a description. */
	| { do: 'filter'; peer: PeerName; keeps: Kept }
	/** From now on nothing comes through. */
	| { do: 'silence'; peer: PeerName }
	/** The connection is closed, and nobody is told. */
	| { do: 'close'; peer: PeerName }
	/** The peer offers, whatever the other one does. */
	| { do: 'offer'; peer: PeerName }
	/** The peer’s next offer begins a new search for a path (webrtc-pc, 4.4.2, restartIce). */
	| { do: 'restart'; peer: PeerName }
	/** The peer makes a data channel (webrtc-pc, 6.1). */
	| { do: 'channel'; peer: PeerName };

/** What is done to the order of the steps. */
export type StepDeed =
	/** The next step is left out. */
	| { do: 'skip' }
	/** A step is performed that is not the next: once more, or too early. */
	| { do: 'step'; step: string };

/** What somebody does to a call at the workbench: plain data, performed again on fresh peers. */
export type Deed = PeerDeed | StepDeed;
