import type { Check } from './check';
import { eventsOf, offersTaken, shown, stepOf } from './reading.ts';

const fieldOf = (data: unknown, name: 'id' | 'mid') =>
	(data as Record<string, string | null> | null | undefined)?.[name];

/**
 * What Jane’s page is told when a picture comes again that was paused: `track` fires, and its track is that of the
 * receiver, which has one for as long as it lives (webrtc-pc, 5.1, process the addition of a remote track).
 */
export const trackAgain: Check = {
	answers: ['the same track', 'a new track', 'no event'],
	expected: 'the same track',
	read(view, entries) {
		const all = shown(view, entries);
		const offers = offersTaken(view);
		for (const [at, { call, sends }] of offers.entries()) {
			const mid = [...sends].find((one) => at > 0 && !offers[at - 1]!.sends.has(one));
			const step = stepOf(all, call.step);
			const of = (some: typeof all) =>
				eventsOf(some, 'jane', 'track').filter(({ data }) => fieldOf(data, 'mid') === mid);
			const first = of(all).find(({ seq }) => seq < call.seq);
			if (mid === undefined || !first || !step.isOver) continue;
			const again = of(step.entries)[0];
			const [id, other] = [first, again].map((event) => fieldOf(event?.data, 'id')?.slice(0, 8));
			return {
				is: !again ? 'no event' : id === other ? 'the same track' : 'a new track',
				proof: `The id of her first track in this section begins with ${id}; the event ${again ? `has fired again, with ${other}` : 'has not fired again'}.`,
				seq: (again ?? call).seq
			};
		}
		return null;
	}
};
