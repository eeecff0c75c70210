import { durationWords } from '../trace/numbers.ts';
import type { Check } from './check';
import { valueAt } from './reading.ts';

/** What the two may read while the answer is on its way: John’s state and Jane’s. */
const ANSWERS: Readonly<Record<string, string>> = {
	'have-local-offer stable': 'Jane alone is stable',
	'stable stable': 'both are stable',
	'have-local-offer have-remote-offer': 'the answer is taken back',
	'have-local-offer have-local-offer': 'both have a local offer'
};

/**
 * In which states both wait while the answer is on the wire. Nothing ends them: no time-out is in the state
 * machine (webrtc-pc, 4.3.1), so a lost answer leaves them so.
 */
export const answerOnItsWay: Check = {
	answers: Object.values(ANSWERS),
	expected: 'Jane alone is stable',
	read({ wire, peers, length }, entries) {
		const answer = wire.find(
			({ message }) =>
				(message as { description?: { type?: string } }).description?.type === 'answer'
		);
		if (!answer) return null;
		// What it is delivered by changes nothing yet.
		const until = answer.delivered ?? length - 1;
		const [john, jane] = (['john', 'jane'] as const).map((peer) =>
			valueAt(peers[peer].states.signalingState, until)
		);
		const is = ANSWERS[`${john} ${jane}`];
		const now = answer.deliveredAt ?? entries[until]?.at ?? NaN;
		return is === undefined
			? null
			: {
					is,
					proof: `${durationWords(now - answer.sentAt)} after the answer went onto the wire, and before anybody took it, Jane’s signalingState read ${jane}, John’s ${john}.`,
					seq: answer.sent
				};
	}
};
