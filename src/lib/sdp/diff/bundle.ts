import type { Description } from '../description';
import type { Line } from '../line';
import { listValues } from '../words';
import type { Finding } from './types';

function bundleOf(description: Description): Line | null {
	return (
		description.session
			.attributes('group')
			.find(({ fields }) => fields.get('semantics') === 'BUNDLE') ?? null
	);
}

const midsOf = (line: Line | null) => line?.fields.all('identification-tag') ?? [];

/** Which sections share a transport after all (RFC 9143, 7.3). */
export function compareBundle(offer: Description, answer: Description): Finding | null {
	const before = bundleOf(offer);
	const after = bundleOf(answer);
	if (before === null && after === null) return null;
	const lines = { about: 'BUNDLE', before, after };
	const offered = new Set(midsOf(before));
	const answered = midsOf(after);
	const stray = answered.filter((mid) => !offered.has(mid));
	if (stray.length > 0) {
		const meaning = `The answer bundles ${listValues(stray)}, which the offer did not.`;
		return { ...lines, verdict: 'wrong', meaning };
	}
	if (answered.length === 0) {
		const meaning = 'Nothing is bundled: each section gets a transport of its own.';
		return { ...lines, verdict: 'refused', meaning };
	}
	const inside = new Set(answered);
	const left = [...offered].filter((mid) => !inside.has(mid));
	return left.length === 0
		? {
				...lines,
				verdict: 'kept',
				meaning: `One transport for ${listValues(answered)}, as offered.`
			}
		: {
				...lines,
				verdict: 'narrowed',
				meaning: `One transport for ${listValues(answered)}; ${listValues(left)} ${left.length === 1 ? 'stays' : 'stay'} outside.`
			};
}
