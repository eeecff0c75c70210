import type { Meaning } from './known-words';

const ASK =
	'Paste a whole dump (chrome://webrtc-internals, “Create Dump”): it tells what was tried, and what was answered.';
const NOTHING =
	'If media or data do not arrive, paste a whole dump of the call (chrome://webrtc-internals, “Create Dump”): it has what was sent and received.';

/** What a state says in which a call was last seen (webrtc-pc, 4.3.3 and 5.6.4). */
const STATES: Readonly<Record<string, readonly [claim: string, todo: string]>> = {
	new: [
		'The last that is told is new: nothing was tried yet. Candidates of the other side, or its description, are awaited.',
		'See whether the answer and the candidates arrive, and paste the descriptions of both.'
	],
	checking: [
		'The last that is told is checking: pairs of candidates are tried, and none has been answered so far.',
		ASK
	],
	connecting: ['The last that is told is connecting: ICE or DTLS is under way, and not done.', ASK],
	connected: ['What is told last is that the connection is there.', NOTHING],
	completed: [
		'What is told last is that the connection is there, and that no better path is looked for.',
		NOTHING
	],
	disconnected: [
		'The last that is told is disconnected: checks are no longer answered. It may come back by itself; if it does not, failed follows.',
		`Wait 30 seconds, in which consent expires (RFC 7675, 5.1), or restart ICE. ${ASK}`
	],
	closed: ['The last that is told is closed: one side has ended the connection.', NOTHING]
};

/** ICE alone: the keys are still to come. */
const ICE_DONE: readonly [claim: string, todo: string] = [
	'What is told last is that ICE found a path. Whether the DTLS handshake on it was finished is not told.',
	NOTHING
];

/**
 * What is said of the state that a call was last seen in.
 * @param isOfIce whether it is of ICE alone
 */
export function meaningOfState(state: string, isOfIce: boolean): Omit<Meaning, 'id'> {
	const isDone = isOfIce && (state === 'connected' || state === 'completed');
	const [claim, todo] = (isDone ? ICE_DONE : STATES[state]) ?? [
		`The last that is told is ${state}.`,
		ASK
	];
	return { claim, todo, severity: 'worth knowing', source: 'webrtc-pc, 4.3.3 and 5.6.4' };
}
