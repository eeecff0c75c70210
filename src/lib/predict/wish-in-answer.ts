import type { Check } from './check';
import { descriptionsSet, directionsOf, sdpOf, shown, stepOf, transceiversAt } from './reading.ts';

/**
 * What Jane’s `direction` reads once she has agreed to another one: an answer sets `currentDirection` alone
 * (webrtc-pc, 4.4.1.5, set a description, and 5.4, direction).
 */
export const wishInAnswer: Check = {
	answers: ['as it was', 'like her answer', 'like his offer'],
	expected: 'as it was',
	read(view, entries) {
		const all = shown(view, entries);
		const answers = descriptionsSet(all, 'jane', 'currentLocalDescription');
		for (const [at, { sdp, seq }] of answers.entries()) {
			const before = directionsOf(answers[at - 1]?.sdp ?? '');
			const [mid, says] =
				[...directionsOf(sdp)].find(([one, now]) => (before.get(one) ?? now) !== now) ?? [];
			const step = stepOf(all, all.find((entry) => entry.seq === seq)?.step);
			if (mid === undefined || !step.isOver) continue;
			const [was, now] = [step.entries[0]!.seq, step.last].map((moment) =>
				transceiversAt(all, 'jane', moment).find((one) => one.mid === mid)
			);
			const offer = view.calls.findLast(
				(call) => call.peer === 'jane' && call.name === 'setRemoteDescription' && call.seq < seq
			);
			const offers = directionsOf(sdpOf(offer?.args) ?? '').get(mid);
			if (!was || !now) continue;
			const wish = now.direction;
			const is =
				wish === was.direction
					? 'as it was'
					: wish === says
						? 'like her answer'
						: wish === offers
							? 'like his offer'
							: null;
			return (
				is && {
					is,
					proof: `The offer says a=${offers}, and her answer a=${says}. Her direction was ${was.direction} and is ${wish}; her currentDirection was ${was.currentDirection} and is ${now.currentDirection}.`,
					seq
				}
			);
		}
		return null;
	}
};
