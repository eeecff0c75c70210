import { PEER_NAMES } from '../trace/entry.ts';
import { durationWords } from '../trace/numbers.ts';
import type { Check } from './check';
import { callOf, shown, stepOf, valueAt } from './reading.ts';

const ENDS = ['failed', 'new', 'connected'];

/**
 * Where two connections are that have agreed, of which one has found no candidate, once the step is over that
 * waits for them. By the specification it fails as soon as no candidate of the other side is to come, and the other
 * in its time (webrtc-pc, 5.6; RFC 8863, 4). Not every browser says so.
 */
export const agreedNoPath: Check = {
	answers: ENDS,
	read(view, entries) {
		const { john, jane } = view.peers;
		const set = callOf(view, 'john', 'setRemoteDescription');
		const step = stepOf(shown(view, entries), set?.step);
		const agreed = john.states.signalingState.find(
			({ value, seq }) => value === 'stable' && seq > (set?.seq ?? Infinity)
		);
		const over = step.entries.find(({ kind, name }) => kind === 'step' && name === 'end');
		if (!agreed || !over) return null;
		const [his, hers] = [john, jane].map(({ states }) =>
			valueAt(states.connectionState, step.last)
		);
		// One of them may be on its way.
		if (his !== hers || !ENDS.includes(his ?? '')) return null;
		const changes = PEER_NAMES.flatMap((peer) =>
			view.peers[peer].states.connectionState.filter(({ seq }) => seq <= step.last)
		);
		const last = changes.filter(({ value }) => value === his && value !== 'new').at(-1);
		return {
			is: his!,
			proof: `${durationWords(over.at - agreed.at)} after John had taken the answer, his connectionState read ${his}, and Jane’s ${hers}.`,
			seq: last?.seq ?? over.seq
		};
	}
};
