import type { Check } from './check';
import { callOf, shown, stepOf } from './reading.ts';

/**
 * Which events fire at a connection whose own page closes it: none, for that page knows (webrtc-pc, 4.4.1.2,
 * “close the connection”).
 */
export const closeIsSilent: Check = {
	answers: ['none', 'one', 'one for each state', 'the tracks end'],
	expected: 'none',
	read(view, entries) {
		const closed = callOf(view, 'john', 'close');
		const step = stepOf(shown(view, entries), closed?.step);
		if (!closed || !step.isOver) return null;
		const after = step.entries.filter(({ peer, seq }) => peer === 'john' && seq > closed.seq);
		const events = after.filter(({ kind }) => kind === 'event');
		const changed = after.find(({ kind }) => kind === 'changed');
		const states = new Set(
			events.map(({ name }) => name).filter((name) => name.endsWith('statechange'))
		);
		const seq = (events[0] ?? changed ?? closed).seq;
		if (events.length === 0) {
			if (!changed) return null;
			return {
				is: 'none',
				proof: `After close() his states read closed (${changed.name.split(' ').join(', ')}), and no event came with it.`,
				seq
			};
		}
		const names = [...new Set(events.map(({ name }) => name))].join(', ');
		return {
			is: states.size > 1 ? 'one for each state' : states.size === 1 ? 'one' : 'the tracks end',
			proof: `After close() these events fired: ${names}.`,
			seq
		};
	}
};
