import { readdirSync, readFileSync } from 'node:fs';

const FOLDER = new URL('./exchanges/', import.meta.url);

/** The names of all offers with their answers in `exchanges/`. */
export const EXCHANGES = readdirSync(FOLDER)
	.filter((name) => name.endsWith('.txt'))
	.map((name) => name.slice(0, -'.txt'.length));

/** An offer and what answers it. */
export interface Exchange {
	readonly offer: string;
	readonly answer: string;
}

/** The offers and answers of a file, in order: each begins with a line `# offer` or `# answer`. */
export function exchanges(name: string): Exchange[] {
	const texts = readFileSync(new URL(`${name}.txt`, FOLDER), 'utf8')
		.split(/^# .*\n/m)
		.slice(1);
	return Array.from({ length: texts.length / 2 }, (_, at) => ({
		offer: texts[2 * at] ?? '',
		answer: texts[2 * at + 1] ?? ''
	}));
}

/** The only exchange of a file. */
export function exchange(name: string): Exchange {
	const [first] = exchanges(name);
	if (first === undefined) throw new Error(`${name} has no exchange`);
	return first;
}
