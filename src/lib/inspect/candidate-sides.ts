import type { FoundCandidate } from './find-candidates';
import { headingAt, sideIn, type Side } from './sides';
import { lineFront } from './unwrap/wrapping';
import { realEndFrom } from './unwrap/read-line';

/** So far in front of a list of candidates stands what heads it, in UTF-16 code units. */
const NEAR = 300;
/** What stands between the candidates of a pair: its own side first, as all logs of ICE have it. */
const PAIR = /^\s*(?:<?-+>|→|↔|<=>|=>)\s*$/;
/** An empty cell in front. */
const EMPTY = /^(?:[ ]*\t\s*|\s{8,})$/;

type Columns = readonly [Side, Side];

/** What heads lines of candidates that stand one below the other. */
interface Heading {
	readonly columns: Columns | null;
	readonly side: Side | null;
}

/**
 * The candidates with the side that each is of, as the text tells: by words in front of it, by the column that it
 * stands in, by an arrow between two, or by what heads its list. Where one is told to be of both sides, the text
 * is of both ends of the call, and nothing is known of any. Linear.
 */
export function withSides(text: string, candidates: readonly FoundCandidate[]): FoundCandidate[] {
	let heading: Heading = { columns: null, side: null };
	let end = 0;
	const rows = rowsOf(text, candidates);
	const sides = new Map<FoundCandidate, Side>();
	for (const row of rows) {
		const [{ start }] = row as [FoundCandidate];
		const begin = start! - lineFront(text, start!).length;
		const between = text.slice(Math.max(end, begin - NEAR), Math.max(end, begin));
		if (between.trim() !== '') heading = headingIn(between);
		for (const [at, side] of sidesOf(text, row, heading).entries()) {
			if (side !== null) sides.set(row[at]!, side);
		}
		end = realEndFrom(text, row.at(-1)!.end!).end;
	}
	const isSure = areOfOneEach(sides);
	return candidates.map((one) => ({ ...one, side: isSure ? (sides.get(one) ?? null) : null }));
}

/** The candidates of each line of a text, in order. */
function rowsOf(text: string, candidates: readonly FoundCandidate[]): FoundCandidate[][] {
	const placed = candidates.filter(({ start, end }) => start !== null && end !== null);
	const rows: FoundCandidate[][] = [];
	for (const one of placed.toSorted((a, b) => a.start! - b.start!)) {
		const last = rows.at(-1)?.at(-1);
		const isSame = last !== undefined && !/[\r\n]/.test(text.slice(last.end!, one.start!));
		if (isSame) rows.at(-1)!.push(one);
		else rows.push([one]);
	}
	return rows;
}

/** Whether a line says of what is below it what that is; a message that was received is none of them. */
const isLabel = (line: string) => /candidate|\bice\b/i.test(line) || /^.{0,40}:\s*$/.test(line);

function headingIn(between: string): Heading {
	const line = between
		.trimEnd()
		.split(/[\r\n]/)
		.at(-1)!;
	const [left = '', right = ''] = line.trim().split(/\t+| {2,}|\s?\|\s?|\s?(?:<?-+>|→)\s?/);
	const [one, other] = [sideIn(left), sideIn(right)];
	const columns = one !== null && other !== null && one !== other ? ([one, other] as const) : null;
	return { columns, side: columns === null && isLabel(line) ? sideIn(line) : null };
}

function sidesOf(
	text: string,
	row: readonly FoundCandidate[],
	{ columns, side }: Heading
): readonly (Side | null)[] {
	const fronts = row.map(({ start }, at) =>
		at === 0 ? lineFront(text, start!) : text.slice(row[at - 1]!.end!, start!)
	);
	const told = fronts.map(sideIn);
	if (row.length === 1) {
		if (told[0] !== null) return told;
		if (columns) return [fronts[0]!.trim() === '' ? columns[EMPTY.test(fronts[0]!) ? 1 : 0] : null];
		const above = headingAt(text, row[0]!.start!);
		return [(above !== null && isLabel(above) ? sideIn(above) : null) ?? side];
	}
	if (row.length > 2) return told;
	if (told[0] !== null && told[1] !== null) return told;
	if (columns) return columns;
	return PAIR.test(fronts[1]!) ? ['local', 'remote'] : told;
}

/** Whether no candidate, and no user name fragment, is told to be of both sides. */
function areOfOneEach(sides: ReadonlyMap<FoundCandidate, Side>): boolean {
	const known = new Map<string, Side>();
	for (const [{ text, usernameFragment }, side] of sides) {
		const names = [
			text.replace(/^a=/, ''),
			...(usernameFragment === null ? [] : [`ufrag ${usernameFragment}`])
		];
		for (const name of names) {
			if ((known.get(name) ?? side) !== side) return false;
			known.set(name, side);
		}
	}
	return true;
}
