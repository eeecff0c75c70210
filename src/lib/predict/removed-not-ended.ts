import { durationWords } from '../trace/numbers.ts';
import type { Check } from './check';
import { eventsOf, offersTaken, shown, stepOf } from './reading.ts';

/**
 * What Jane’s page is told when she is given an offer in which a section does not send any more: her track leaves
 * its stream and is muted, and does not end (webrtc-pc, 5.1, process the removal of a remote track).
 */
export const removedNotEnded: Check = {
	answers: ['out of its stream', 'ended', 'nothing'],
	expected: 'out of its stream',
	read(view, entries) {
		const all = shown(view, entries);
		const offers = offersTaken(view);
		const call = offers.find(
			({ sends }, at) => at > 0 && [...offers[at - 1]!.sends].some((mid) => !sends.has(mid))
		)?.call;
		const step = stepOf(all, call?.step);
		if (!call || !step.isOver) return null;
		const [ended] = eventsOf(step.entries, 'jane', 'ended');
		const [left] = eventsOf(step.entries, 'jane', 'stream.removetrack', 'mute');
		const event = ended ?? left;
		const fired = event && `${event.name.replace('stream.', '')} fired`;
		return {
			is: ended ? 'ended' : left ? 'out of its stream' : 'nothing',
			proof: event
				? `Jane was given the offer, and ${durationWords(event.at - call.at)} later ${fired}${ended ? '' : '; ended did not'}.`
				: 'Jane was given the offer, and neither removetrack nor ended fired.',
			seq: (event ?? call).seq
		};
	}
};
