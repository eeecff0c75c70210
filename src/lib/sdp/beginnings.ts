const SPACE = 32;
const SLASH = 47;

/** The lines of an attribute by the word that each begins with. */
export interface Beginnings<Line> {
	/** Of several lines with one word the first. */
	readonly first: ReadonlyMap<string, Line>;
	/** The others. */
	readonly later: ReadonlySet<Line>;
}

const NONE: ReadonlySet<never> = new Set<never>();

/** The word that a value begins with: up to a space or, as in `3/sendonly`, a slash. */
export function firstWord(text: string, from: number): string {
	let end = from;
	while (end < text.length) {
		const code = text.charCodeAt(end);
		if (code === SPACE || code === SLASH) break;
		end += 1;
	}
	return text.slice(from, end);
}

/** @param attribute the name that all of the lines have */
export function beginningsOf<Line extends { readonly text: string }>(
	lines: readonly Line[],
	attribute: string
): Beginnings<Line> {
	const first = new Map<string, Line>();
	let later: Set<Line> | undefined;
	for (const line of lines) {
		const word = firstWord(line.text, attribute.length + 3);
		if (first.has(word)) (later ??= new Set()).add(line);
		else first.set(word, line);
	}
	return { first, later: later ?? NONE };
}
