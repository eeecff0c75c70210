import { readdirSync, readFileSync, statSync } from 'node:fs';
import { expect, test } from '@playwright/test';
import { filesOf, pathIn, weightOf, withImports } from '../tools/weights';
import { sheetsOfTexts } from './slide-files';

/**
 * What a page may weigh until it is alive, in kB of gzip: what its HTML names, and what that imports,
 * whether HTML names it or not; nothing that comes later.
 */
const BUDGETS: Record<string, { scripts: number; styles: number; html: number }> = {
	'index.html': { scripts: 80, styles: 10, html: 9 },
	'walk/john-creates-offer.html': { scripts: 80, styles: 10, html: 9 },
	'repair.html': { scripts: 57, styles: 6, html: 6 },
	'repair/dtls-and-media/one-digit.html': { scripts: 75, styles: 8, html: 5 },
	'inspect.html': { scripts: 70, styles: 7, html: 5 },
	'preflight.html': { scripts: 65, styles: 6, html: 4 },
	'by-hand.html': { scripts: 67, styles: 6, html: 4 },
	'stage.html': { scripts: 128, styles: 22, html: 2 },
	'404.html': { scripts: 43, styles: 4, html: 2 }
};

test.skip(({ browserName }) => browserName !== 'chromium', 'no browser is needed');

for (const [page, budget] of Object.entries(BUDGETS)) {
	test(`${page} is as light as it was decided`, { tag: '@telling-chromium' }, () => {
		const html = readFileSync(pathIn(page), 'utf8');
		const scripts = filesOf(html, 'js');
		expect(scripts.length).toBeGreaterThan(3);
		// What is not named is found late, one after the other.
		expect(withImports(scripts)).toEqual(scripts);
		expect(weightOf(...scripts), 'kB of scripts').toBeLessThanOrEqual(budget.scripts);
		expect(weightOf(...filesOf(html, 'css')), 'kB of style sheets').toBeLessThanOrEqual(
			budget.styles
		);
		expect(weightOf(pathIn(page)), 'kB of HTML').toBeLessThanOrEqual(budget.html);
	});
}

// It would come after the text that it belongs to, and without scripts not at all.
test('no text of a slide has a style sheet of its own', () => {
	expect(sheetsOfTexts()).toEqual([]);
});

/** Faces of the type are packed as they are: kB of the files themselves. */
test('the type of the site is what it is set in, and no more', { tag: '@telling-chromium' }, () => {
	const assets = pathIn('_app/immutable/assets');
	const faces = readdirSync(assets).filter((file) => file.endsWith('.woff2'));
	expect(faces.map((file) => file.replace(/\..*/, '')).sort()).toEqual([
		'jetbrains-mono',
		'jetbrains-mono-ext',
		'source-serif-4',
		'source-serif-4-italic'
	]);
	// A page in English needs all but what is there for pasted words.
	const kB = (files: readonly string[]) =>
		files.reduce((total, file) => total + statSync(`${assets}/${file}`).size / 1000, 0);
	expect(kB(faces.filter((file) => !file.includes('-ext')))).toBeLessThanOrEqual(126);
	expect(kB(faces)).toBeLessThanOrEqual(136);
});
