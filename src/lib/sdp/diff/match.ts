import type { Line, Section } from '../description';

/** A line of each description that speak of the same thing; one of them may be missing. */
export interface Match {
	readonly before: Line | null;
	readonly after: Line | null;
}

/** What a line is about, so that the same thing is found again wherever it stands. */
function keyOf(line: Line): string {
	const { rule } = line;
	if (rule === undefined) return line.text;
	const identity = (rule.identity ?? []).map((name) => line.fields.all(name).join(' '));
	return [line.type, line.attribute, ...identity].join('\n');
}

/**
 * Pairs the lines of two sections by what they are about, not by where they stand. Lines that are
 * in one of them only come with null for the other; the order is that of `after`, then of `before`.
 */
export function matchLines(before: Section, after: Section): Match[] {
	const waiting = new Map<string, Line[]>();
	for (const line of before.lines) {
		const key = keyOf(line);
		const same = waiting.get(key);
		if (same) same.push(line);
		else waiting.set(key, [line]);
	}
	for (const lines of waiting.values()) lines.reverse();
	const matches: Match[] = after.lines.map((line) => ({
		before: waiting.get(keyOf(line))?.pop() ?? null,
		after: line
	}));
	const left = new Set([...waiting.values()].flat());
	const removed = before.lines.filter((line) => left.has(line));
	return [...matches, ...removed.map((line) => ({ before: line, after: null }))];
}
