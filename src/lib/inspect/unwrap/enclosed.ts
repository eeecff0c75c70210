import { findBase64 } from './base64';
import { findByteLists } from './byte-list';
import { findCollapsed } from './collapsed';
import { findDissected } from './dissected';
import type { Enclosed } from './enclosed-text';
import { findHexStreams } from './hex';
import { findListed } from './listed';
import { findMarkup } from './markup';
import { findPercentEncoded } from './percent';
import { findQuotedPrintable } from './quoted-printable';
import { findWrittenLines } from './written-lines';

/** The texts that stand in a text in a code of their own, by where they begin; they may overlap. */
export function findEnclosed(text: string): Enclosed[] {
	const all = [
		findQuotedPrintable,
		findDissected,
		findMarkup,
		findPercentEncoded,
		findHexStreams,
		findBase64,
		findByteLists,
		findListed,
		findWrittenLines,
		findCollapsed
	];
	return all.flatMap((find) => find(text)).sort((a, b) => a.start - b.start);
}
