import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { gzipSync } from 'node:zlib';

/** Where the site is built to. */
const BUILD = 'build';

/** Where a file of the built site is. */
export const pathIn = (file: string): string => join(BUILD, file);

/** What files weigh on their way, in kB of gzip: whole bytes are added, so that a budget can be met exactly. */
export const weightOf = (...paths: readonly string[]): number =>
	paths.reduce((bytes, path) => bytes + gzipSync(readFileSync(path)).length, 0) / 1000;

/** The files of a kind that a page of the built site names. */
export function filesOf(html: string, kind: 'js' | 'css'): string[] {
	const named = [...html.matchAll(new RegExp(`"(?:\\.{0,2}/)*(_app/[^"]+\\.${kind})"`, 'g'))];
	return [...new Set(named.map(([, file]) => pathIn(file!)))];
}

/** The same scripts, and every one that they import before they run. */
export function withImports(scripts: readonly string[]): string[] {
	const all = new Set(scripts);
	for (const script of all) {
		const code = readFileSync(script, 'utf8');
		for (const [, file] of code.matchAll(/(?:\bfrom|\bimport)\s*["'](\.{1,2}\/[^"']+\.js)["']/g)) {
			all.add(join(dirname(script), file!));
		}
	}
	return [...all];
}
