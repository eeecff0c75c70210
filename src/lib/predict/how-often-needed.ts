import { durationWords } from '../trace/numbers.ts';
import type { Check } from './check';
import { callOf, capital, counted, eventsOf, shown, times } from './reading.ts';

/** What makes the browser think about it: both are made once for each track. */
const ADDING = ['addTrack', 'addTransceiver'];

/**
 * How often `negotiationneeded` fires for all that John adds before his offer: the browser waits until the
 * page’s own code has run, and then fires once for all of it (webrtc-pc, 4.7.3).
 */
export const howOftenNeeded: Check = {
	answers: ['once', 'more than once', 'never'],
	expected: 'once',
	read(view, entries) {
		const first = callOf(view, 'john', ...ADDING);
		if (!first) return null;
		const offered = callOf(view, 'john', 'createOffer');
		const until = offered?.seq ?? Infinity;
		const fired = eventsOf(shown(view, entries), 'john', 'negotiationneeded').filter(
			({ seq }) => seq > first.seq && seq < until
		);
		const calls = view.calls.filter(
			({ peer, name, seq }) => peer === 'john' && ADDING.includes(name) && seq < until
		).length;
		const [event] = fired;
		if (event) {
			return {
				is: fired.length === 1 ? 'once' : 'more than once',
				proof: `${capital(counted(calls, `call`))} of ${first.name}, and ${durationWords(event.at - first.at)} after the first the event had fired ${times(fired.length)}.`,
				seq: fired.at(-1)!.seq
			};
		}
		// It may still come, until he makes his offer.
		return offered
			? {
					is: 'never',
					proof: `${capital(counted(calls, `call`))} of ${first.name}, and no event by the time he made his offer.`,
					seq: offered.seq
				}
			: null;
	}
};
