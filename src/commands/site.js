// The built site in a browser, for a command alone.
import { existsSync } from 'node:fs';
import { createServer } from 'node:net';
import { chromium } from '@playwright/test';
import { build, preview } from 'vite';
import { findBrowser, SANDBOX } from './find-browser.js';

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

/**
 * Acts with Chromium on the built site, which is built where it is not there. What goes wrong is said, and the command fails.
 * @param {string} what is done by Chromium, as whoever has none is told
 * @param {boolean} isAnew whether the site is built in any case
 * @param {(browser: import('@playwright/test').Browser, address: string) => Promise<void>} act
 */
export async function inChromium(what, isAnew, act) {
	const installed = findBrowser('chromium');
	if (!installed) {
		console.error(`${what} by Chromium. Install it, or run: npx playwright install chromium`);
		process.exit(1);
	}
	if (isAnew || !existsSync('build/print.html')) await build();
	const server = await preview({ preview: { port: await freePort(), strictPort: true } });
	const browser = await chromium.launch({ ...installed, args: SANDBOX });
	try {
		await act(browser, String(server.resolvedUrls?.local[0]));
	} catch (error) {
		console.error(/** @type {Error} */ (error).message);
		process.exitCode = 1;
	} finally {
		await browser.close();
		await server.close();
	}
}
