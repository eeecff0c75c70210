// What the built site weighs, page by page. Run with `npm run bench`; the budgets are held by npm test.
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join, relative } from 'node:path';
import { describe, it } from 'vitest';
import { siteFiles } from '../../src/lib/offline/site-files';
import { filesOf, pathIn, weightOf, withImports } from '../tools/weights';
import { tabled } from './table';

const PAGES = ['index.html', 'walk/john-creates-offer.html', 'inspect.html', 'stage.html'];
/** The goal for the scripts of a page of the walk, in kB of gzip. */
const SCRIPTS = 80;

const kB = (bytes: number) => `${(bytes / 1000).toFixed(0)} kB`;
const MB = (bytes: number) => `${(bytes / 1e6).toFixed(1)} MB`;
const sum = (figures: readonly number[]) => figures.reduce((total, figure) => total + figure, 0);

/** The addresses that a browser keeps of a site with these files, as its worker decides (`src/lib/offline`). */
function keptOf(files: readonly string[]): ReadonlySet<string> {
	const addresses = files.map(addressOf).filter((path) => path !== '/service-worker.js');
	const site = siteFiles({
		version: '',
		base: '',
		build: addresses.filter((path) => path.startsWith('/_app/')),
		files: [],
		prerendered: addresses.filter((path) => !path.startsWith('/_app/'))
	});
	return new Set([...site.immutable, ...site.named]);
}

/** Where a file of the site is found: pages have no `.html` in their addresses, but those that are programs. */
function addressOf(file: string): string {
	const path = `/${relative(pathIn(''), file)}`;
	return /^\/(?:program|shell)/.test(path) ? path : path.replace(/(?:index)?\.html$/, '');
}

/** All files of a folder and of those in it. */
const filesUnder = (folder: string): string[] =>
	readdirSync(folder, { withFileTypes: true }).flatMap((entry) =>
		entry.isDirectory() ? filesUnder(join(folder, entry.name)) : [join(folder, entry.name)]
	);

describe('what the built site weighs', () => {
	it('is measured for each page', ({ task }) => {
		for (const page of PAGES) {
			const html = readFileSync(pathIn(page), 'utf8');
			const scripts = weightOf(...withImports(filesOf(html, 'js')));
			const styles = weightOf(...filesOf(html, 'css'));
			const isWalk = page === 'index.html' || page.startsWith('walk/');
			tabled(task, {
				what: `${page}: scripts, style sheets, HTML (gzip)`,
				measured: `${scripts.toFixed(1)} kB, ${styles.toFixed(1)} kB, ${weightOf(pathIn(page)).toFixed(1)} kB`,
				...(isWalk && { goal: `≤ ${SCRIPTS} kB of scripts`, isReached: scripts <= SCRIPTS })
			});
		}
	});

	it('is measured for fonts and for the whole', ({ task }) => {
		const files = filesUnder(pathIn(''));
		const fonts = files.filter((file) => file.endsWith('.woff2'));
		const bytes = (some: readonly string[]) => sum(some.map((file) => statSync(file).size));
		const addresses = keptOf(files);
		const kept = files.filter((file) => addresses.has(addressOf(file)));
		tabled(
			task,
			{
				what: `${fonts.length} files of fonts, of which a page loads some`,
				measured: kB(bytes(fonts))
			},
			{
				what: `the whole site on a server, ${files.length} files`,
				measured: MB(bytes(files))
			},
			{
				what: `the whole site kept in a browser, ${kept.length} files`,
				measured: MB(bytes(kept)),
				goal: '≤ 6 MB',
				isReached: bytes(kept) <= 6e6
			}
		);
	});
});
