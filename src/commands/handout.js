// Makes the handout as PDF with the browser at hand: npm run handout -- --deck ten-minutes --notes
import { existsSync } from 'node:fs';
import { createServer } from 'node:net';
import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { chromium } from '@playwright/test';
import { build, preview } from 'vite';
import { findBrowser, SANDBOX } from './find-browser.js';

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

/** A port that nobody listens on. @returns {Promise<number>} */
function freePort() {
	return new Promise((done, fail) => {
		const server = createServer();
		server.once('error', fail);
		server.listen(0, '127.0.0.1', () => {
			const { port } = /** @type {import('node:net').AddressInfo} */ (server.address());
			server.close(() => done(port));
		});
	});
}

const { deck, notes, out, build: anew } = options();
const installed = findBrowser('chromium');
if (!installed) {
	console.error(
		'The handout is printed by Chromium. Install it, or run: npx playwright install chromium'
	);
	process.exit(1);
}
if (anew || !existsSync('build/print.html')) await build();

const server = await preview({ preview: { port: await freePort(), strictPort: true } });
const browser = await chromium.launch({ ...installed, args: SANDBOX });
try {
	const address = new URL('print', server.resolvedUrls?.local[0]);
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
	await server.close();
}
