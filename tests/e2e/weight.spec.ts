import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { expect, test } from '@playwright/test';

/** Where the site is built to. */
const BUILD = 'build';

/**
 * What a page may weigh until it is alive, in kB of gzip: what its HTML names, and what that imports,
 * whether HTML names it or not; nothing that comes later.
 */
const BUDGETS: Record<string, { scripts: number; styles: number; html: number }> = {
	'index.html': { scripts: 142, styles: 16, html: 12 },
	'walk/john-creates-offer.html': { scripts: 142, styles: 16, html: 12 },
	'inspect.html': { scripts: 188, styles: 18, html: 5 },
	'preflight.html': { scripts: 70, styles: 9, html: 4 },
	'stage.html': { scripts: 304, styles: 25, html: 3 },
	'404.html': { scripts: 43, styles: 6, html: 3 }
};

const weightOf = (path: string) => gzipSync(readFileSync(path)).length / 1000;

/** The files of a kind that a page of the built site names. */
function filesOf(html: string, kind: 'js' | 'css'): string[] {
	const named = [...html.matchAll(new RegExp(`"(?:\\.{0,2}/)*(_app/[^"]+\\.${kind})"`, 'g'))];
	return [...new Set(named.map(([, file]) => `${BUILD}/${file!}`))];
}

/** The same scripts, and every one that they import before they run. */
function withImports(scripts: readonly string[]): string[] {
	const all = new Set(scripts);
	for (const script of all) {
		const code = readFileSync(script, 'utf8');
		for (const [, file] of code.matchAll(/(?:\bfrom|\bimport)\s*["'](\.{1,2}\/[^"']+\.js)["']/g)) {
			all.add(join(dirname(script), file!));
		}
	}
	return [...all];
}

const sum = (files: readonly string[]) => files.reduce((total, file) => total + weightOf(file), 0);

test.skip(({ browserName }) => browserName !== 'chromium', 'no browser is needed');

for (const [page, budget] of Object.entries(BUDGETS)) {
	test(`${page} is as light as it was decided`, { tag: '@telling-chromium' }, () => {
		const html = readFileSync(`${BUILD}/${page}`, 'utf8');
		const scripts = filesOf(html, 'js');
		expect(scripts.length).toBeGreaterThan(3);
		// What is not named is found late, one after the other.
		expect(withImports(scripts)).toEqual(scripts);
		expect(sum(scripts), 'kB of scripts').toBeLessThanOrEqual(budget.scripts);
		expect(sum(filesOf(html, 'css')), 'kB of style sheets').toBeLessThanOrEqual(budget.styles);
		expect(weightOf(`${BUILD}/${page}`), 'kB of HTML').toBeLessThanOrEqual(budget.html);
	});
}
