import { streamsOf } from '../grammar/simulcast';
import type { Line, Section } from '../description';
import { count } from '../words';
import type { Finding } from './types';

/** How many streams of the offer have one of their names in the answer. */
function kept(before: Line, after: Line | null, here: string, there: string): number {
	if (after === null) return 0;
	const names = new Set(
		streamsOf(after.fields, there).flatMap((stream) => stream.map(({ id }) => id))
	);
	return streamsOf(before.fields, here).filter((stream) => stream.some(({ id }) => names.has(id)))
		.length;
}

/** Simulcast: what one side sends, the other must say it receives (RFC 8853, 5.3). */
export function compareSimulcast(offer: Section, answer: Section): Finding | null {
	const before = offer.attribute('simulcast') ?? null;
	const after = answer.attribute('simulcast') ?? null;
	if (before === null) return null;
	// What is offered to be sent, the answer says it receives, and the other way round.
	const amount = kept(before, after, 'send', 'recv') + kept(before, after, 'recv', 'send');
	const offered = [...streamsOf(before.fields, 'send'), ...streamsOf(before.fields, 'recv')].length;
	const lines = { about: 'simulcast', before, after };
	if (after === null) {
		const meaning = 'Simulcast is refused: only one version of the picture is sent.';
		return { ...lines, verdict: 'refused', meaning };
	}
	if (amount === 0) {
		const meaning = 'No simulcast version of the offer is in the answer.';
		return { ...lines, verdict: 'wrong', meaning };
	}
	return amount < offered
		? { ...lines, verdict: 'narrowed', meaning: `${amount} of ${offered} simulcast versions kept.` }
		: {
				...lines,
				verdict: 'kept',
				meaning: `Simulcast with ${count(amount, 'version')} is accepted.`
			};
}
