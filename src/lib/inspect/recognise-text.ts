import { placeWords } from '../trace/json-text';
import { descriptionAs, type FoundDescription } from './find-descriptions';
import { findLines, isAbridged } from './find-lines';
import { findSections } from './find-sections';
import { partsOfText } from './find-parts';
import { leftoversOf } from './leftovers';
import type { Parts } from './parts';
import { outside } from './outside';
import { holdsCompressed } from './unwrap/base64';
import { withPlainBlanks } from './unwrap/blanks';
import { withoutColours } from './unwrap/colours';
import { findCompared } from './unwrap/compared';
import { realEndFrom } from './unwrap/read-line';
import { findTables } from './unwrap/table';
import { isFilled } from './unwrap/wrapping';
import { ofParts } from './recognise-parts';
import { ofStatistics } from './recognise-statistics';
import { ofTold } from './recognise-told';
import { findStatistics } from './statistics/find-statistics';
import { hasTabled } from './statistics/tabled';
import { EXPECTED, unknown, type Recognised } from './recognised';

/** What a text is that is no JSON, or has something in front of it. */
export function ofText(given: string): Recognised {
	const text = withPlainBlanks(withoutColours(given));
	const first = Math.max(text.search(/[^\s\ufeff]/), 0);
	const parts = partsOfText(text);
	// A section that was copied out of a description has candidates, too, but not only those.
	if (parts.descriptions.length === 0 && OTHER_LINE.test(text)) {
		const whole = linesOfSdp(text, first);
		const several = whole ? [whole] : findLines(text);
		const lines = several.length > 0 ? several : findSections(text);
		if (lines.length > 0) return ofParts(text, beside(lines, parts, text), findStatistics(text))!;
	}
	const statistics = findStatistics(text);
	// Beside tables of statistics a page has pairs as well, which tell what is folded in these.
	const isAlone = parts.descriptions.length + parts.candidates.length === 0 && !hasTabled(text);
	return (
		(isAlone ? ofStatistics(text, statistics) : null) ??
		ofParts(text, parts, statistics) ??
		ofStatistics(text, statistics) ??
		ofTold(text) ??
		notUnderstood(text, first)
	);
}

/** The parts of a text, with lines of a description among them. */
function beside(lines: FoundDescription[], { candidates }: Parts, text: string): Parts {
	const taken = lines.map(({ start, end }) => [start!, end!] as const);
	const others = outside(candidates, taken);
	const used = [...taken, ...others.map(({ start, end }) => [start!, end!] as const)];
	const unused = leftoversOf(
		text,
		used.sort(([a], [b]) => a - b)
	);
	return { descriptions: lines, candidates: others, unused };
}

/** A line of a description that is no candidate. */
const OTHER_LINE = /(?<![\w-])(?!a=candidate:)[a-z]=/;

/** Lines of a description without its beginning. All lines until the last have to be such. */
function linesOfSdp(text: string, first: number): FoundDescription | null {
	const line = /[a-z]=[^\r\n]*(?:[\r\n]+|$)/y;
	let end = first;
	for (;;) {
		line.lastIndex = end;
		const found = line.exec(text);
		if (!found || found[0] === '') break;
		end += found[0].length;
	}
	if (end === first || text.slice(end).trim() !== '') return null;
	if (isFilled(text, realEndFrom(text, first).end)) return null;
	if (findCompared(text).length + findTables(text).length > 0) return null;
	const sdp = text.slice(first);
	const abridged = isAbridged(sdp) ? { lost: 'left out' as const, leftOut: first } : {};
	return descriptionAs(sdp, { start: first, end: text.length, whole: false, ...abridged });
}

/** The first line that is nothing that is known. */
function notUnderstood(text: string, first: number): Recognised {
	const line = /(?:[a-z]=|candidate:)[^\r\n]*[\r\n]\s*/y;
	let offset = first;
	for (line.lastIndex = first; line.test(text); offset = line.lastIndex);
	if (holdsCompressed(text)) {
		return unknown(
			`This is base64 of something that is compressed, as the examples of pion pass descriptions on: decode and unpack it first (base64 -d | gunzip). ${EXPECTED}.`,
			offset
		);
	}
	const shown = text.slice(offset, offset + 40).replace(/[\r\n][^]*/, '');
	const place = placeWords(text, offset);
	return unknown(
		`This is not understood from ${place} on: ${JSON.stringify(shown)}${shown.length === 40 ? '…' : ''}. ${EXPECTED}.`,
		offset
	);
}
