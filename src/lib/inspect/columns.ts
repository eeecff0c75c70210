import { isObject } from './values';

/** So deep a log has its texts in an entry. */
const DEEPEST = 3;
/** Fewer texts are no log. */
const FEWEST = 3;

/**
 * The texts that the entries of a list have under the same name, each as one text of a line an entry: a
 * log in JSON, as Docker and others write it, has a line of a description in each entry. Linear.
 */
export function columnsOf(list: readonly unknown[]): string[] {
	const columns = new Map<string, string[]>();
	for (const entry of list) collect(entry, '', DEEPEST, columns);
	return [...columns.values()]
		.filter((lines) => lines.length >= FEWEST && lines.some((line) => line.includes('v=0')))
		.map((lines) => `${lines.join('\n')}\n`);
}

function collect(value: unknown, path: string, depth: number, into: Map<string, string[]>): void {
	if (!isObject(value)) return;
	for (const [name, member] of Object.entries(value)) {
		const place = `${path}.${name}`;
		if (typeof member === 'string') {
			const lines = into.get(place);
			const line = member.replace(/\r?\n$/, '');
			if (lines) lines.push(line);
			else into.set(place, [line]);
		} else if (depth > 1) collect(member, place, depth - 1, into);
	}
}
