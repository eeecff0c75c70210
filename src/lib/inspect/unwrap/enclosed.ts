import { findBase64 } from './base64';
import type { Enclosed } from './enclosed-text';
import { findPercentEncoded } from './percent';
import { findWrittenLines } from './written-lines';

/** The texts that stand in a text in a code of their own, by where they begin; they may overlap. */
export function findEnclosed(text: string): Enclosed[] {
	const all = [...findPercentEncoded(text), ...findBase64(text), ...findWrittenLines(text)];
	return all.sort((a, b) => a.start - b.start);
}
