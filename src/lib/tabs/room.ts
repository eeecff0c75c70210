import type { Moment } from '../call/moments';
import type { WalkInput } from '../call/walk-types';
import type { Course } from '../lessons/course';
import type { Operable } from '../lessons/performed';
import type { PeerName, TraceEntry } from '../trace';
import type { Carrier } from './carrier';
import type { SeatView } from './company';
import type { Screen, WalkWish } from './messages';
import type { By } from './table';
import type { Refused } from './tab-channel';

/** Where a walk begins, and with what. */
export interface Opening {
	input: WalkInput;
	/** Entries of a recorded call in place of peers; null for real ones. */
	recording: readonly TraceEntry[] | null;
}

/** What a tab wants of a room. */
export interface RoomWishes {
	/** What the room is called. Tabs of one room share a walk; those of different rooms do not hear each other. */
	room: string;
	/** What carries it. */
	by: By;
	/** The key of the room where a broker carries it; else null. */
	key: string | null;
	/** Where its broker is; null for the one that the site uses, and where there is none. */
	broker: string | null;
	/** What brings what is said in the room to all its tabs. */
	carrier: Carrier;
	/** The version of the site. */
	site: string;
	/** The seats that this tab wants; none to watch only. */
	seats: readonly PeerName[];
	/** Those of them that it takes away from whoever has them as it comes, who need not answer. */
	takesOver?: readonly PeerName[];
	/** Whether it still wants them once whoever has them now is gone. */
	inherits?: boolean;
	/** The deck that the moments are of: tabs with different decks cannot follow each other. */
	deck: string;
	moments: Moment[];
	/** What is performed, and all that it takes. */
	course: Course;
	steps: Operable;
	/** What is on the screen where no other tab says it. */
	screen: Screen;
	/**
	 * Where the walk begins if this tab is the one to begin it, or what it goes on with if it takes it
	 * over.
	 */
	opening(isRecorded: boolean, goesOn: boolean): Promise<Opening>;
	/** Does in this tab, which runs the walk, what somebody in another wishes. */
	wished(wish: WalkWish): void;
}

/** What a tab is in its room. */
export type Role = 'joining' | 'host' | 'guest' | 'spectator';

/** What a tab can do about the seats of its room. */
export interface Seating {
	/** Sits down in seats that are free. */
	takeSeats(peers: readonly PeerName[]): Promise<void>;
	/**
	 * Sits down in seats that others hold, who need not answer; and runs the walk, where whoever runs it
	 * does not answer, cannot be followed, or has no seat left.
	 */
	takeOver(peers: readonly PeerName[]): Promise<void>;
}

/** A room as one of its tabs knows it. */
export interface RoomView {
	room: string;
	/** What carries it. */
	by: By;
	/** The key of the room where a broker carries it; else null. */
	key: string | null;
	/** Where its broker is; null for the one that the site uses, and where there is none. */
	broker: string | null;
	/** What this tab is. */
	role: Role;
	/** The seats that this tab holds. */
	own: readonly PeerName[];
	seats: Record<PeerName, SeatView>;
	/** How many other tabs only watch. */
	spectators: number;
	/** The seat of the tab that has not answered yet what was pressed here; null where none is waited for. */
	waitsFor: PeerName | null;
	/** Seats that were this tab's until another took them away. */
	lost: readonly PeerName[];
	/** Whether what carries the room is away, so that nobody hears this tab, nor this tab anybody. */
	isAway: boolean;
	/** Whether somebody speaks here whom the key of the room does not open, and nobody whom it does. */
	hearsStrangers: boolean;
	/** Whether the walk is run by a tab that does not answer. */
	hostIsSilent: boolean;
	/** The version of the site in this tab. */
	site: string;
	/** The versions of tabs that have another one: the two do not understand each other. */
	otherVersions: readonly string[];
	/** The deck of this tab. */
	deck: string;
	/** The deck that a host shows where it is not this tab's; null for none. */
	otherDeck: string | null;
	/** What is on the screen beside the walk, the same in every tab. */
	screen: Screen;
	/** What came through the channels and was left aside. */
	refused: Refused & { signaling: number };
}
