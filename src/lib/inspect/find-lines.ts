import { descriptionAs, type FoundDescription } from './find-descriptions';
import { findCompared } from './unwrap/compared';
import type { Compared, Enclosed } from './unwrap/enclosed-text';
import { contentsOf } from './unwrap/prefix';
import { realEndFrom } from './unwrap/read-line';
import { readWrapped } from './unwrap/read-wrapped';
import { isBareHead, isSdpLine } from './unwrap/sdp-line';
import { findTables } from './unwrap/table';
import { wrappingOfLines } from './unwrap/wrapping';

/** Fewer lines may look like SDP by chance, and are not taken for a part of a description. */
const FEWEST = 3;
/** A longer line in which a section begins that is nothing but its kind is prose. */
const SHORT = 20;
/** So much of a line of text tells what it is. */
const TELLING = 600;

/** Lines of descriptions without their beginnings, out of whatever they are wrapped in. Linear. */
export function findLines(text: string): FoundDescription[] {
	const compared = findCompared(text);
	const isOther = (one: Enclosed) =>
		compared.every(({ start, end }) => one.end <= start || one.start >= end);
	const tables: readonly (Enclosed & Partial<Compared>)[] = [
		...compared,
		...findTables(text).filter(isOther)
	].sort((one, other) => one.start - other.start);
	const inTables = tables.flatMap(({ start, end, text: columns, isPart }) =>
		linesIn(columns).map((one) => ({
			...one,
			start,
			end,
			verbatim: false,
			isCompared: isPart !== undefined,
			lost: isPart ? ('left out' as const) : one.lost
		}))
	);
	// What stands in one cell is no end of a line in another; all others stay where they are.
	const pieces = tables.map(
		({ start, end }, at) => text.slice(tables[at - 1]?.end ?? 0, start) + '\n'.repeat(end - start)
	);
	const outside = pieces.join('') + text.slice(tables.at(-1)?.end ?? 0);
	return [...inTables, ...linesIn(outside)].sort((one, other) => one.start! - other.start!);
}

function linesIn(text: string): FoundDescription[] {
	const found: FoundDescription[] = [];
	for (let at = 0; at < text.length;) {
		const { end, next } = realEndFrom(text, at);
		const line = text.slice(at, Math.min(end, at + TELLING));
		const content = contentsOf(line).find(
			(place) => isSdpLine(line, place) || (isBareHead(line, place) && line.trim().length < SHORT)
		);
		const start = at + (content ?? 0);
		at = next;
		if (content === undefined) continue;
		const read = readWrapped(text, start, wrappingOfLines(text, start, end));
		if (!read || read.lines.length < FEWEST) continue;
		const { sdp, verbatim, isEnded, remarks } = read;
		const leftOut = read.leftOut ?? (isAbridged(sdp) ? start : null);
		const lost = leftOut === null ? null : ('left out' as const);
		const lacksEnd = isEnded === false;
		const known = {
			start,
			end: read.end,
			verbatim,
			whole: false,
			lacksEnd,
			lost,
			leftOut,
			remarks
		};
		found.push(descriptionAs(sdp, known));
		at = Math.max(next, read.end);
	}
	return found;
}

/** Whether somebody left of the beginnings of sections all but their kinds out. */
export const isAbridged = (sdp: string): boolean =>
	sdp.split(/[\r\n]+/).some((line) => isBareHead(line));
