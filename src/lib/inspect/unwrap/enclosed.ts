import { findBase64 } from './base64';
import type { Enclosed } from './enclosed-text';
import { findPercentEncoded } from './percent';

/** The texts that stand in a text in a code of their own, in order, none within another. */
export function findEnclosed(text: string): Enclosed[] {
	const all = [...findPercentEncoded(text), ...findBase64(text)].sort((a, b) => a.start - b.start);
	let end = 0;
	return all.filter((one) => {
		if (one.start < end) return false;
		end = one.end;
		return true;
	});
}
