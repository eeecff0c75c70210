import { diff, type Description, type Line } from '$lib/sdp';

export type Change = 'new' | 'changed';

/** The lines that another description has not or has differently, by number. */
export function changesOf(before: string, after: Description): Map<number, Change> {
	// Compared as two versions, whichever they are: an answer is read beside its offer, too.
	const { session, sections } = diff(before, after, 'revision');
	const changes = new Map<number, Change>();
	for (const { verdict, after: line } of [session, ...sections.map((one) => one.findings)].flat()) {
		if (line !== null) changes.set(line.number, verdict === 'added' ? 'new' : 'changed');
	}
	for (const { index, outcome } of sections) {
		if (outcome !== 'added') continue;
		for (const { number } of after.sections[index]?.lines ?? []) changes.set(number, 'new');
	}
	return changes;
}

/** A line by what it is rather than by where it stands: its section, its text, which of its equals. */
function identify(lines: readonly Line[]): Map<string, number> {
	const numbers = new Map<string, number>();
	const seen = new Map<string, number>();
	for (const { section, text, number } of lines) {
		const same = `${section.mid ?? section.index}\n${text}`;
		const nth = (seen.get(same) ?? 0) + 1;
		seen.set(same, nth);
		numbers.set(`${nth}\n${same}`, number);
	}
	return numbers;
}

/** Where these lines are in a later version, by number: candidates push down what follows them. */
export function carryOver(
	before: Description,
	after: Description,
	numbers: ReadonlySet<number>
): number[] {
	if (numbers.size === 0) return [];
	const later = identify(after.lines);
	return [...identify(before.lines)]
		.filter(([, number]) => numbers.has(number))
		.map(([key]) => later.get(key))
		.filter((number) => number !== undefined);
}
