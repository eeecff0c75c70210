import { otherPeer, PEER_NAMES, type PeerName } from '../trace/entry';
import { negotiatePerfectly, type NegotiationMessage } from './perfect-negotiation';

/** What a side does where offers cross. */
export type Deed =
	'offers' | 'ignores' | 'gives way' | 'takes' | 'answers' | 'agrees' | 'is refused';

/** Something that a side did, and the `signalingState` in which that has left it. */
export interface Happening {
	peer: PeerName;
	deed: Deed;
	state: RTCSignalingState;
	/** Milliseconds since both had something to negotiate. */
	at: number;
	/** What the browser said, where it refused. */
	error?: string;
}

/** `agreed`: both wishes are known to both. `stuck`: nothing is on its way any more. `refused`: a side was given what it could not take. */
export type CrossingEnd = 'agreed' | 'stuck' | 'refused';

/** Two offers that cross. */
export interface Crossing {
	/** Closes both connections; nothing is told any more. */
	stop(): void;
}

/** One side: its connection, and what has come for it and is not dealt with. */
class Side {
	readonly pc = new RTCPeerConnection();
	readonly receive: (message: NegotiationMessage) => Promise<void>;
	/** What was sent to it while nothing was handed over yet. */
	readonly held: NegotiationMessage[] = [];
	/** Messages that it has not dealt with to the end. */
	pending = 0;
	/** The type of the description that it deals with. */
	takes: RTCSdpType | null = null;
	/** Its own offer was taken back for the one that it deals with. */
	hasRolledBack = false;

	constructor(
		readonly name: PeerName,
		polite: boolean,
		send: (message: NegotiationMessage) => void,
		/** Told where the browser refuses what it is to set by itself: of an event nobody waits for that. */
		refused: (side: Side, error: unknown) => void
	) {
		const set = this.pc.setLocalDescription.bind(this.pc);
		this.pc.setLocalDescription = (description?: RTCLocalSessionDescriptionInit) =>
			set(description).catch((error: unknown) => {
				refused(this, error);
				return new Promise<void>(() => {});
			});
		this.receive = negotiatePerfectly(this.pc, { polite, send });
	}
}

/**
 * Lets both sides of a new call wish for something at once: each adds a transceiver, and the module that the
 * lesson shows negotiates it (webrtc-pc, 10.7). Both first offers are on their way before either arrives.
 *
 * @param polite which side gives way; where both do or neither does, they do not agree
 * @param tell is given what happens, in its order
 * @param ended is called once, when nothing more can come of it
 */
export function crossOffers(
	polite: Readonly<Record<PeerName, boolean>>,
	tell: (happening: Happening) => void,
	ended: (end: CrossingEnd) => void
): Crossing {
	const begun = performance.now();
	let isOver = false;
	let isFlowing = false;
	const sides = {} as Record<PeerName, Side>;
	const both = () => PEER_NAMES.map((name) => sides[name]);

	const stop = () => {
		isOver = true;
		for (const { pc } of both()) {
			pc.onnegotiationneeded = null;
			pc.close();
		}
	};
	const end = (how: CrossingEnd) => {
		if (isOver) return;
		stop();
		ended(how);
	};
	const say = ({ name, pc }: Side, deed: Deed, error?: string) => {
		if (isOver) return;
		const at = performance.now() - begun;
		tell({ peer: name, deed, state: pc.signalingState, at, ...(error && { error }) });
	};

	const refused = (side: Side, error: unknown) => {
		const { name, message } = error as Error;
		say(side, 'is refused', `${name}: ${message}`);
		end('refused');
	};

	const handOver = (to: Side, message: NegotiationMessage) => {
		to.pending += 1;
		const copy = JSON.parse(JSON.stringify(message)) as NegotiationMessage;
		setTimeout(() => void deal(to, copy));
	};
	const send = (from: PeerName, message: NegotiationMessage) => {
		const to = sides[otherPeer(from)];
		const type = message.description?.type;
		if (type) say(sides[from], type === 'offer' ? 'offers' : 'answers');
		if (isFlowing) return handOver(to, message);
		to.held.push(message);
		isFlowing = both().every(({ held }) => held.some(({ description }) => description));
		if (!isFlowing) return;
		for (const side of both()) for (const one of side.held) handOver(side, one);
	};

	async function deal(side: Side, message: NegotiationMessage): Promise<void> {
		if (isOver) return;
		const type = message.description?.type ?? null;
		if (type) Object.assign(side, { takes: type, hasRolledBack: false });
		const wasTaken = taken.get(side);
		try {
			await side.receive(message);
			if (type === 'offer' && taken.get(side) === wasTaken) say(side, 'ignores');
		} catch (error) {
			refused(side, error);
		}
		side.pending -= 1;
		look();
	}

	/** How many offers each side has taken. */
	const taken = new Map<Side, number>();
	function changed(side: Side): void {
		const state = side.pc.signalingState;
		if (state === 'have-remote-offer') {
			taken.set(side, (taken.get(side) ?? 0) + 1);
			say(side, side.hasRolledBack ? 'gives way' : 'takes');
		} else if (state === 'stable' && side.takes === 'answer') say(side, 'agrees');
		else if (state === 'stable' && side.takes === 'offer') side.hasRolledBack ||= !answers(side);
	}
	/** It is `stable` since it has answered, and not since its own offer was taken back. */
	const answers = ({ pc }: Side) => pc.currentLocalDescription?.type === 'answer';

	function look(): void {
		if (isOver || both().some(({ pending }) => pending > 0)) return;
		const states = both().map(({ pc }) => pc.signalingState);
		if (states.every((state) => state === 'stable')) {
			const [mine, theirs] = both().map(({ pc }) => midsOf(pc));
			if (mine!.length > 1 && mine!.join() === theirs!.join()) end('agreed');
		} else if (isFlowing && states.every((state) => state !== 'stable')) end('stuck');
	}

	for (const name of PEER_NAMES) {
		sides[name] = new Side(name, polite[name], (message) => send(name, message), refused);
	}
	for (const side of both()) {
		side.pc.addEventListener('signalingstatechange', () => {
			changed(side);
			look();
		});
		// Of two kinds Chromium numbers header extensions alike, and refuses its own offer after a rollback.
		side.pc.addTransceiver('video');
	}
	return { stop };
}

/** The mids of what is agreed on, sorted; empty where something is not. */
function midsOf(pc: RTCPeerConnection): string[] {
	const mids = pc.getTransceivers().map(({ mid }) => mid);
	return mids.includes(null) ? [] : (mids as string[]).sort();
}
