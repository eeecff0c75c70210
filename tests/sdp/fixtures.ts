import { readdirSync, readFileSync } from 'node:fs';

const FOLDER = new URL('./fixtures/', import.meta.url);

/** The names of all descriptions in `fixtures/`. */
export const FIXTURES = readdirSync(FOLDER)
	.filter((name) => name.endsWith('.sdp'))
	.map((name) => name.slice(0, -'.sdp'.length));

export function fixture(name: string): string {
	return readFileSync(new URL(`${name}.sdp`, FOLDER), 'utf8');
}
