// Makes the handout as PDF with the browser at hand: npm run handout -- --deck ten-minutes --notes
import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { chromium } from '@playwright/test';
import { findBrowser, SANDBOX } from './find-browser.js';
import { serveSite } from './site.js';

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
const installed = findBrowser('chromium');
if (!installed) {
	console.error(
		'The handout is printed by Chromium. Install it, or run: npx playwright install chromium'
	);
	process.exit(1);
}
const site = await serveSite(anew);
const browser = await chromium.launch({ ...installed, args: SANDBOX });
try {
	const address = new URL('print', site.address);
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
} catch (error) {
	console.error(/** @type {Error} */ (error).message);
	process.exitCode = 1;
} finally {
	await browser.close();
	await site.close();
}
