import { readFileSync } from 'node:fs';
import { expect, test } from '@playwright/test';
import { filesOf, pathIn, weightOf, withImports } from '../tools/weights';

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

const sum = (files: readonly string[]) => files.reduce((total, file) => total + weightOf(file), 0);

test.skip(({ browserName }) => browserName !== 'chromium', 'no browser is needed');

for (const [page, budget] of Object.entries(BUDGETS)) {
	test(`${page} is as light as it was decided`, { tag: '@telling-chromium' }, () => {
		const html = readFileSync(pathIn(page), 'utf8');
		const scripts = filesOf(html, 'js');
		expect(scripts.length).toBeGreaterThan(3);
		// What is not named is found late, one after the other.
		expect(withImports(scripts)).toEqual(scripts);
		expect(sum(scripts), 'kB of scripts').toBeLessThanOrEqual(budget.scripts);
		expect(sum(filesOf(html, 'css')), 'kB of style sheets').toBeLessThanOrEqual(budget.styles);
		expect(weightOf(pathIn(page)), 'kB of HTML').toBeLessThanOrEqual(budget.html);
	});
}
