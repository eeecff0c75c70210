import type { Description, Line, Section, Token } from '$lib/sdp';
import { valuesInLine, type FollowedSpan } from '$lib/trace/values';
import type { PeerName } from '$lib/trace';

interface Common {
	/** The same for the same row as long as the text is the same. */
	readonly key: string;
	/** Depth in the outline: sections, lines, what a line says. */
	readonly level: 1 | 2 | 3;
	/** Place among the rows of the same parent, from 1, and how many these are. */
	readonly position: number;
	readonly count: number;
}

export interface SectionRow extends Common {
	readonly kind: 'section';
	readonly section: Section;
	readonly folded: boolean;
	/** Lines that the filter lets through. */
	readonly shown: number;
}

export interface LineRow extends Common {
	readonly kind: 'line';
	readonly line: Line;
	readonly opened: boolean;
}

export interface TokenRow extends Common {
	readonly kind: 'token';
	readonly line: Line;
	readonly token: Token;
	/** What can be followed from here: usually nothing or one value. */
	readonly values: readonly FollowedSpan[];
}

export interface DetailRow extends Common {
	/** Where the line is defined; its own link; that there are more words than are listed; to point at it. */
	readonly kind: 'spec' | 'link' | 'more' | 'point';
	readonly line: Line;
}

/** One row of the outline that a description is drawn as. */
export type Row = SectionRow | LineRow | TokenRow | DetailRow;

/** Whether what is below a row is shown; undefined for rows with nothing below them. */
export function isExpanded(row: Row): boolean | undefined {
	return row.kind === 'section' ? !row.folded : row.kind === 'line' ? row.opened : undefined;
}

export interface Choice {
	isFolded(section: Section): boolean;
	isOpened(line: Line): boolean;
	/** Which lines pass; null while nothing is filtered. Sections without any are left out. */
	readonly filter: ((line: Line) => boolean) | null;
	/** The only section that is shown, by index; null for all. */
	readonly only: number | null;
	readonly peer: PeerName | undefined;
	/** Whether a line can be pointed at, as the proof of something. */
	readonly isPointed?: boolean;
}

/** Of a line with more words than this (a line of a megabyte has many) the first are listed. */
export const MOST_TOKENS = 120;

/** What an opened line shows: that one can point at it, each of its words, where it is defined, its link. */
function detailsOf(line: Line, { peer, isPointed = false }: Choice): Row[] {
	const values = valuesInLine(line, peer);
	const { tokens, spec, usage, number } = line;
	const listed = tokens.slice(0, MOST_TOKENS);
	const rest: DetailRow['kind'][] = [];
	if (listed.length < tokens.length) rest.push('more');
	if (spec !== null || usage !== null) rest.push('spec');
	rest.push('link');
	// A line may have a hundred words, and whoever points at it has not to pass them all.
	const first: DetailRow['kind'][] = isPointed ? ['point'] : [];
	const count = first.length + listed.length + rest.length;
	const detail =
		(before: number) =>
		(kind: DetailRow['kind'], index: number): DetailRow => ({
			kind,
			key: `${number}.${kind}`,
			level: 3,
			position: before + index + 1,
			count,
			line
		});
	return [
		...first.map(detail(0)),
		...listed.map((token, index): TokenRow => ({
			kind: 'token',
			key: `${number}.${index}`,
			level: 3,
			position: first.length + index + 1,
			count,
			line,
			token,
			values: values.filter(({ start, end }) => start >= token.start && end <= token.end)
		})),
		...rest.map(detail(first.length + listed.length))
	];
}

/** A description as an outline, row by row: what is folded is not in it. */
export function rowsOf(description: Description, choice: Choice): Row[] {
	const { filter, only } = choice;
	const searched = filter !== null || only !== null;
	const sections = [description.session, ...description.sections]
		.filter(({ index, lines }) => lines.length > 0 && (only === null || index === only))
		.map((section) => ({
			section,
			lines: filter === null ? section.lines : section.lines.filter(filter)
		}))
		.filter(({ lines }) => lines.length > 0);
	const rows: Row[] = [];
	sections.forEach(({ section, lines }, index) => {
		// Who searches wants to see what is found.
		const folded = !searched && choice.isFolded(section);
		rows.push({
			kind: 'section',
			key: `s${section.index}`,
			level: 1,
			position: index + 1,
			count: sections.length,
			section,
			folded,
			shown: lines.length
		});
		if (folded) return;
		lines.forEach((line, at) => {
			const opened = choice.isOpened(line);
			const place = { position: at + 1, count: lines.length };
			rows.push({ kind: 'line', key: `${line.number}`, level: 2, ...place, line, opened });
			if (opened) rows.push(...detailsOf(line, choice));
		});
	});
	return rows;
}
