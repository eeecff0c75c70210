import { durationWords } from '../trace/numbers.ts';
import type { Check } from './check';
import { eventsOf, shown, stepOf } from './reading.ts';

/**
 * What `addTrack` does with a track that was sent before in place of another: it makes a transceiver that no
 * description has, and so negotiation is needed (webrtc-pc, 5.1, addTrack, and 4.7.3).
 */
export const besideNeedsOffer: Check = {
	answers: ['an offer is due', 'nothing is due', 'refused'],
	expected: 'an offer is due',
	read(view, entries) {
		const all = shown(view, entries);
		const by = (name: string) =>
			view.calls.filter((call) => call.peer === 'john' && call.name === name);
		const idOf = (args: unknown) => (args as { id?: string | null } | null)?.id;
		const replaced = by('replaceTrack').filter(({ status }) => status === 'resolved');
		const call = by('addTrack').find(({ args, seq }) =>
			replaced.some((one) => one.seq < seq && idOf(one.args) === idOf(args))
		);
		const step = stepOf(all, call?.step);
		if (!call || !step.isOver) return null;
		if (call.status === 'rejected') {
			return { is: 'refused', proof: `addTrack failed with ${call.error?.name}.`, seq: call.seq };
		}
		const [event] = eventsOf(step.entries, 'john', 'negotiationneeded');
		if (event) {
			return {
				is: 'an offer is due',
				proof: `negotiationneeded fired ${durationWords(event.at - call.at)} after addTrack was called.`,
				seq: event.seq
			};
		}
		// The event comes in a task of its own, and so after the step.
		const isLater = all.some(({ seq, step: id }) => seq > step.last && id !== call.step);
		return isLater
			? {
					is: 'nothing is due',
					proof: 'addTrack was not refused, and no negotiationneeded fired by the next step.',
					seq: step.last
				}
			: null;
	}
};
