import type { Description, Line } from '$lib/sdp';
import { valuesInLine, type FollowedValue } from '$lib/trace/values';
import type { PeerName } from '$lib/trace';
import { shapeOf } from './seen';

/** Which lines are wanted; null and the empty text want all. */
export interface Wish {
	readonly search: string;
	/** Numbers of the lines that changed. */
	readonly changed: ReadonlyMap<number, unknown> | null;
	/** Shapes that were seen and are left out. */
	readonly seen: ReadonlySet<string> | null;
	/** Whether explanations are searched as well as the lines themselves. */
	readonly explained: boolean;
}

/** Text that is searched, made once per line. */
const searchable = new WeakMap<Line, string>();

function textOf(line: Line, explained: boolean): string {
	if (!explained) return line.text.toLowerCase();
	let text = searchable.get(line);
	if (text === undefined) {
		text = `${line.text}\n${line.explanation}`.toLowerCase();
		searchable.set(line, text);
	}
	return text;
}

/** A test for what is wanted; null where everything is. */
export function filterOf(wish: Wish): ((line: Line) => boolean) | null {
	const { changed, seen, explained } = wish;
	const search = wish.search.trim().toLowerCase();
	if (search === '' && changed === null && seen === null) return null;
	return (line) =>
		(changed === null || changed.has(line.number)) &&
		(seen === null || !seen.has(shapeOf(line))) &&
		(search === '' || textOf(line, explained).includes(search));
}

/** How many values in each section are wanted, by the section's index. */
export function countValues(
	{ lines }: Description,
	peer: PeerName | undefined,
	isWanted: (value: FollowedValue) => boolean
): ReadonlyMap<number, number> {
	const amounts = new Map<number, number>();
	for (const line of lines) {
		const amount = valuesInLine(line, peer).filter(isWanted).length;
		const { index } = line.section;
		if (amount > 0) amounts.set(index, (amounts.get(index) ?? 0) + amount);
	}
	return amounts;
}

/** Milliseconds of work between two breaths. */
const SLICE = 10;

/**
 * How many lines of each section are malformed or unknown, by the section's index. Long descriptions
 * are looked through a slice at a time, so that the page answers meanwhile.
 * @param isOver asked between slices: whether nobody waits any longer
 */
export async function countProblems(
	{ lines }: Description,
	isOver: () => boolean
): Promise<ReadonlyMap<number, number>> {
	const amounts = new Map<number, number>();
	let until = performance.now() + SLICE;
	for (const line of lines) {
		if (line.problem !== null || !line.known) {
			amounts.set(line.section.index, (amounts.get(line.section.index) ?? 0) + 1);
		}
		if (performance.now() < until) continue;
		await new Promise((resolve) => setTimeout(resolve));
		if (isOver()) break;
		until = performance.now() + SLICE;
	}
	return amounts;
}
