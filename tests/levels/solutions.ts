import type { Deed } from '../../src/lib/breaks';
import type { Pointed, Variation } from '../../src/lib/levels';
import type { PeerName, SessionView } from '../../src/lib/trace';
import { isWaiting } from '../../src/lib/trace/fate';

export type BrowserName = 'Chromium' | 'Firefox';
type Each<T> = T | Record<BrowserName, T>;

/** A call in which something is to be found. */
export interface Finding {
	/** What comes of the call as it is seeded; of each variation, where they differ. */
	readonly comes: Each<string> | readonly Each<string>[];
	/** What proves the fault. */
	right(view: SessionView, variation: Variation): Pointed;
}

/** Whoever plays a level: with a call alone, or on its page. */
export interface Player {
	readonly view: SessionView;
	do(deed: Deed): Promise<void>;
	/** Presses Next until the moment before a step, or as long as the call goes on. */
	goOn(until?: string): Promise<void>;
	/** Waits until both are connected. */
	connected(): Promise<void>;
}

/** What is done to reach a goal. */
export type Making = (call: Player, peer: PeerName) => Promise<void>;

type Kind = 'offer' | 'answer' | 'candidate';

const REFUSED = 'InvalidAccessError';

/** The first fault of a variation that is on the wire. */
function faultOnWire({ faults }: Variation) {
	const fault = faults.find((one) => one.do === 'change' || one.do === 'lose');
	if (!fault || !('to' in fault)) throw new Error('No fault is on the wire.');
	return fault;
}

/** The line of a peer’s description that is one of these. */
function lineOf(
	{ peers }: SessionView,
	peer: PeerName,
	side: 'local' | 'remote',
	isOne: (line: string) => boolean
): Pointed {
	const { descriptions } = peers[peer];
	const [current, pending] =
		side === 'local'
			? [descriptions.currentLocalDescription, descriptions.pendingLocalDescription]
			: [descriptions.currentRemoteDescription, descriptions.pendingRemoteDescription];
	return lineIn((pending ?? current)?.sdp, peer, side, isOne);
}

function lineIn(
	sdp: string | undefined,
	peer: PeerName,
	side: 'local' | 'remote',
	isOne: (line: string) => boolean
): Pointed {
	const lines = sdp?.split('\r\n') ?? [];
	const at = lines.findIndex(isOne);
	if (at < 0) throw new Error(`There is no such line in ${peer}’s ${side} description.`);
	return { at: 'line', peer, side, number: at + 1, text: lines[at]! };
}

/** A line as it was taken. */
const taken = (name: string) => (view: SessionView, variation: Variation) =>
	lineOf(view, faultOnWire(variation).to, 'remote', (line) => line.startsWith(name));

/** A line as it was given to a browser that refused it. */
const refused = (name: string) => (view: SessionView, variation: Variation) => {
	const { to } = faultOnWire(variation);
	const call = view.calls.findLast(
		(one) => one.peer === to && one.name === 'setRemoteDescription' && one.status === 'rejected'
	);
	const { sdp } = (call?.args ?? {}) as { sdp?: string };
	return lineIn(sdp, to, 'remote', (line) => line.startsWith(name));
};

/** A line as it was written: of one that was removed there is no trace anywhere else. */
const written = (name: string) => (view: SessionView, variation: Variation) => {
	const from = faultOnWire(variation).to === 'john' ? 'jane' : 'john';
	return lineOf(view, from, 'local', (line) => line.startsWith(name));
};

/** The first message of a kind, to whom a fault is about. */
const messageOf = (kind: Kind) => (view: SessionView, variation: Variation) => {
	const { to } = faultOnWire(variation);
	const message = view.wire.find((one) => one.to === to && isOf(kind, one.message));
	if (!message) throw new Error(`No ${kind} was sent to ${to}.`);
	return { at: 'message', sent: message.sent } as const;
};

function isOf(kind: Kind, message: unknown): boolean {
	const { candidate, description } = message as {
		candidate?: unknown;
		description?: { type: string };
	};
	return kind === 'candidate' ? Boolean(candidate) : description?.type === kind;
}

/** The call of one name that a peer has made. */
function callOf({ calls }: SessionView, peer: PeerName, name: string): Pointed {
	const call = calls.find((one) => one.peer === peer && one.name === name);
	if (!call) throw new Error(`${peer} has not called ${name}.`);
	return { at: 'entry', seq: call.seq };
}

/** What proves no fault of any level: it is so in each call that works. */
export const WRONG = (view: SessionView): Pointed => callOf(view, 'john', 'createOffer');

/** How each level is solved in which something is to be found. */
export const FOUND: Readonly<Record<string, Finding>> = {
	'signaling/no-reply': {
		comes: ['waits in jane-sets-remote-description', 'waits in john-sets-remote-description'],
		right: (view, variation) => messageOf(faultOnWire(variation).of)(view, variation)
	},
	'signaling/tidy-proxy': {
		comes: ['jane', 'john', 'john', 'jane'].map(
			(name) => `${name}-sets-remote-description: ${REFUSED}`
		),
		right: (view, variation) => {
			const fault = faultOnWire(variation);
			const isMux = 'change' in fault && fault.change === 'no-rtcp-mux';
			return written(isMux ? 'a=rtcp-mux' : 'a=fingerprint:')(view, variation);
		}
	},
	'signaling/other-order': {
		comes: `john-sets-remote-description: ${REFUSED}`,
		right: (view, variation) =>
			(faultOnWire(variation).to === 'jane' ? taken : refused)('m=')(view, variation)
	},
	'signaling/open-question': {
		comes: `john-sets-remote-description: ${REFUSED}`,
		right: refused('a=setup:')
	},
	'signaling/unreadable': {
		comes: ['jane', 'john'].map((name) => `${name}-adds-candidate: OperationError`),
		right: messageOf('candidate')
	},
	'ice/no-address': {
		comes: { Chromium: 'not connected', Firefox: 'failed' },
		right: messageOf('candidate')
	},
	'ice/no-candidates': {
		comes: { Chromium: 'not connected', Firefox: 'failed' },
		right: (view, { faults }) => {
			const [fault] = faults.filter((one) => one.do === 'configure');
			return callOf(view, fault!.peer, 'RTCPeerConnection');
		}
	},
	'ice/wrong-address': {
		comes: ['failed', { Chromium: 'not connected', Firefox: 'failed' }],
		right: messageOf('candidate')
	},
	'ice/wrong-password': { comes: 'failed', right: taken('a=ice-pwd:') },
	'ice/another-session': {
		comes: ['jane', 'john'].map((name) => ({
			Chromium: 'not connected',
			Firefox: `${name}-adds-candidate: OperationError`
		})),
		right: taken('a=ice-ufrag:')
	},
	'dtls-and-media/one-digit': { comes: 'failed', right: taken('a=fingerprint:') },
	'dtls-and-media/both-speak': { comes: 'failed', right: taken('a=setup:') },
	'dtls-and-media/two-paths': {
		comes: { Chromium: 'not connected', Firefox: 'failed' },
		right: written('a=group:BUNDLE')
	},
	'dtls-and-media/one-picture': {
		comes: 'connected, john alone sees',
		right: taken('a=recvonly')
	},
	'dtls-and-media/too-late': {
		comes: 'connected, jane alone sees',
		right: (view) => callOf(view, 'jane', 'addTrack')
	}
};

/** The message of a kind that waits for a peer. */
function waitingFor({ view }: Player, peer: PeerName, kind: Kind): number {
	const message = view.wire.find(
		(one) => one.to === peer && isWaiting(one) && isOf(kind, one.message)
	);
	if (!message) throw new Error(`No ${kind} waits for ${peer}.`);
	return message.id;
}

/** How each level is solved in which something is to be brought about. */
export const MADE: Readonly<Record<string, Making>> = {
	async 'make-it-happen/receive-only'(call) {
		await call.goOn('jane-adds-tracks');
		await call.do({ do: 'skip' });
	},
	async 'make-it-happen/one-candidate'(call) {
		await call.do({ do: 'filter', peer: 'john', keeps: 'relay' });
		await call.goOn('jane-sends-candidate');
		await call.do({ do: 'filter', peer: 'jane', keeps: 'relay' });
		await call.goOn('john-adds-candidate');
		await call.do({ do: 'skip' });
	},
	async 'make-it-happen/unheard-of'(call, peer) {
		await call.do({ do: 'filter', peer, keeps: 'none' });
	},
	async 'make-it-happen/refused'(call) {
		await call.goOn('direction/john-sets-remote-description');
		const message = waitingFor(call, 'john', 'answer');
		await call.do({ do: 'repeat', peer: 'john', message });
		await call.goOn('direction/john-wishes-again');
		await call.do({ do: 'step', step: 'direction/john-sets-remote-description' });
	},
	async 'make-it-happen/path-no-keys'(call) {
		await call.goOn('negotiation-needed/jane-sets-remote-description');
		const message = waitingFor(call, 'jane', 'offer');
		await call.do({ do: 'change', peer: 'jane', message, change: 'fingerprint-digit' });
	},
	async 'make-it-happen/without-offer'(call) {
		await call.goOn('data-channels/john-sends-text');
		await call.do({ do: 'channel', peer: 'jane' });
	},
	async 'make-it-happen/new-search'(call) {
		await call.connected();
		await call.do({ do: 'restart', peer: 'john' });
	},
	async 'make-it-happen/both-offer'(call) {
		await call.do({ do: 'offer', peer: 'jane' });
		const message = waitingFor(call, 'john', 'offer');
		await call.do({ do: 'drop', peer: 'john', message });
	}
};
