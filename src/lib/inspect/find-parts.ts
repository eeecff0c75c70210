import { readJson } from '../trace/json-text';
import { findCandidates } from './find-candidates';
import { findDescriptions, type FoundDescription } from './find-descriptions';
import { findInJson, withoutPlaces } from './find-in-json';
import { columnsOf } from './columns';
import { leftoversOf, type Range } from './leftovers';
import { outside, readFrom } from './outside';
import type { Leftover, Parts } from './parts';
import { statedType } from './stated-type';
import { withPlainBlanks } from './unwrap/blanks';
import { withoutColours } from './unwrap/colours';
import { findContinued } from './unwrap/continued';
import { findCutEntries } from './unwrap/cut-entries';
import { findCsv } from './unwrap/csv';
import { findEnclosed } from './unwrap/enclosed';
import { findCompared } from './unwrap/compared';
import type { Compared, Enclosed, Typed } from './unwrap/enclosed-text';
import { findHardWrapped } from './unwrap/hard-wrapped';
import { findHexDumps } from './unwrap/hex';
import { findBrokenLiterals } from './unwrap/listed';
import { findInterleaved } from './unwrap/interleaved';
import { findPadded } from './unwrap/padded';
import { findTables } from './unwrap/table';
import { findTailed } from './unwrap/tailed';

/** A code within a code is read so often, and no more. */
const DEEPEST = 8;

/**
 * The parts of a call in a text that is no JSON, out of whatever they are wrapped in, and out of texts that
 * are encoded in it. Linear: what is decoded is shorter than the code.
 */
export function partsOfText(given: string, depth = 0, isStatistics = false): Parts {
	const text = depth > 0 ? withPlainBlanks(withoutColours(given)) : given;
	// A member of JSON may be JSON, however deep.
	const json = depth > 0 && depth < DEEPEST && /^\s*["{[]/.test(text) ? readJson(text) : null;
	if (json?.ok) return partsOfJson(json.value, depth, isStatistics);
	// What stands beside bytes, in another column or in the next row looks like lines, and is none.
	const dumped = depth < DEEPEST ? enclosedParts(text, inRows(text), [], depth) : [];
	const plain = notIn(dumped, findDescriptions(text));
	const before = inOrder<Placed>([...plain, ...dumped]);
	const coded = depth < DEEPEST ? enclosedParts(text, findEnclosed(text), before, depth) : [];
	const enclosed = [...dumped, ...coded];
	const descriptions = inOrder([...plain, ...enclosed.flatMap((one) => one.parts.descriptions)]);
	const taken = inOrder([...plain, ...enclosed].map(rangeOf)).map(asRange);
	const read = plain.some(({ remarks }) => remarks.length > 0)
		? inOrder([...plain.flatMap(partsRead(text)), ...enclosed.map(rangeOf)]).map(asRange)
		: taken;
	const beside = outside(findCandidates(text), read);
	const candidates = inOrder([...beside, ...enclosed.flatMap((one) => one.parts.candidates)]);
	const used = inOrder([...taken.map(([start, end]) => ({ start, end })), ...beside]).map(asRange);
	const unused: Leftover[] = [
		...leftoversOf(text, used),
		...enclosed.flatMap(({ start, parts }) =>
			parts.unused.map((line) => ({ ...line, offset: start }))
		)
	];
	return { descriptions, candidates, unused };
}

/** The parts of a call in parsed JSON. */
export function partsOfJson(value: unknown, depth = 0, isStatistics = false): Parts {
	const read = (text: string) => partsOfText(text, depth + 1, isStatistics);
	const parts = findInJson(value, read, isStatistics);
	if (parts.descriptions.length > 0 || !Array.isArray(value)) return parts;
	// A log whose entries have a line each.
	for (const text of columnsOf(value)) {
		const found = read(text);
		if (found.descriptions.length > 0) return withoutPlaces(found);
	}
	return parts;
}

/** A code with what is known of it. */
type Code = Enclosed & Partial<Compared> & Partial<Typed>;

/** What stands in rows that are no lines: of bytes, of a terminal, of a table. */
function inRows(text: string): Code[] {
	return inOrder([
		...findHexDumps(text),
		// Joined as lines that a window wraps, such entries would keep the dots.
		...findCutEntries(text),
		...findTailed(text),
		...findPadded(text),
		...findHardWrapped(text),
		...findInterleaved(text),
		...findContinued(text),
		...findBrokenLiterals(text),
		...findCompared(text),
		...findCsv(text),
		...findTables(text)
	]);
}

interface EnclosedParts {
	readonly start: number;
	readonly end: number;
	readonly parts: Parts;
}

/** What the codes in a text hold, without those that reach into what was read `before`, which is in order. */
function enclosedParts(
	text: string,
	codes: readonly Code[],
	before: readonly Placed[],
	depth: number
): EnclosedParts[] {
	let next = 0;
	let from = 0;
	const found: EnclosedParts[] = [];
	for (const one of codes) {
		while (next < before.length && before[next]!.end! <= one.start) from = before[next++]!.end!;
		if (next < before.length && before[next]!.start! < one.end) continue;
		// Of those that overlap the first that holds something.
		if (one.start < (found.at(-1)?.end ?? 0)) continue;
		const parts = partsOfText(one.text, depth + 1);
		if (parts.descriptions.length + parts.candidates.length === 0) continue;
		const { start, end } = one;
		const beside = statedType(text, start, end, from);
		const stated = one.type ? { type: one.type, end, isTyped: false } : beside;
		const isCompared = one.isPart !== undefined;
		const place = { start, end, verbatim: false, leftOut: null, remarks: [], isCompared };
		const descriptions = parts.descriptions.map((description) =>
			description.stated || stated.type === null
				? { ...description, ...place }
				: { ...description, ...place, type: stated.type, stated: true, isTyped: stated.isTyped }
		);
		const candidates = parts.candidates.map((candidate) => ({ ...candidate, start, end }));
		found.push({ start, end, parts: { ...parts, descriptions, candidates } });
		from = stated.end;
	}
	return found;
}

interface Placed {
	readonly start: number | null;
	readonly end: number | null;
}

/** The descriptions that reach into none of the parts. Both are in order. */
function notIn(
	parts: readonly EnclosedParts[],
	descriptions: readonly FoundDescription[]
): readonly FoundDescription[] {
	let next = 0;
	return descriptions.filter(({ start, end }) => {
		while (next < parts.length && parts[next]!.end <= start!) next += 1;
		return next === parts.length || parts[next]!.start >= end!;
	});
}

function rangeOf({ start, end }: Placed): Placed {
	return { start, end };
}

const partsRead = (text: string) => (one: FoundDescription) =>
	readFrom(text, one).map(([start, end]) => ({ start, end }));

function asRange({ start, end }: Placed): Range {
	return [start!, end!];
}

function inOrder<T extends Placed>(items: readonly T[]): T[] {
	return items.toSorted((a, b) => a.start! - b.start!);
}
