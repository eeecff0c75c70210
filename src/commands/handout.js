// Makes the handout as PDF with the browser at hand: npm run handout -- --deck ten-minutes --notes
import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { inChromium } from './site.js';

const USAGE =
	'npm run handout -- [--deck <name of a file in content/decks>] [--notes] [--out <file>] [--build]';

function options() {
	try {
		return parseArgs({
			options: {
				deck: { type: 'string' },
				notes: { type: 'boolean', default: false },
				out: { type: 'string' },
				build: { type: 'boolean', default: false }
			}
		}).values;
	} catch (error) {
		console.error(`${/** @type {Error} */ (error).message}\n${USAGE}`);
		process.exit(2);
	}
}

const { deck, notes, out, build: anew } = options();
await inChromium('The handout is printed', anew, async (browser, site) => {
	const address = new URL('print', site);
	if (deck) address.searchParams.set('deck', deck);
	if (notes) address.searchParams.set('notes', '');
	const page = await browser.newPage();
	await page.goto(String(address));
	const isReady = page.locator('main[aria-busy=false]').waitFor();
	const hasProblem = page.getByRole('alert').waitFor();
	await Promise.race([isReady, hasProblem]);
	if (await page.getByRole('alert').isVisible()) {
		throw new Error((await page.getByRole('alert').textContent()) ?? 'The page has a problem.');
	}
	const file = resolve(out ?? `parley-${deck ?? 'full'}.pdf`);
	await page.pdf({ path: file, preferCSSPageSize: true, printBackground: true });
	console.log(`${await page.locator('.sheet').count()} pages: ${file}`);
});
