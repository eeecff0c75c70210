import { existsSync } from 'node:fs';
import { chromium, firefox } from '@playwright/test';

/**
 * @typedef {object} Browser
 * @property {string} [executablePath] where the browser is; absent when Playwright's own is used
 * @property {string} [channel] how Playwright drives it
 */

/**
 * The distribution's browsers, in the order of preference. Playwright drives a distribution's
 * Firefox over WebDriver BiDi, which is what the channel says.
 */
const INSTALLED = {
	chromium: [
		{ executablePath: '/usr/bin/chromium' },
		{ executablePath: '/usr/bin/chromium-browser' },
		{ executablePath: '/usr/bin/google-chrome' },
		{ executablePath: '/usr/bin/google-chrome-stable' },
		{ executablePath: '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome' }
	],
	firefox: [
		{ executablePath: '/usr/bin/firefox-esr', channel: 'moz-firefox' },
		{ executablePath: '/usr/bin/firefox', channel: 'moz-firefox' },
		{ executablePath: '/Applications/Firefox.app/Contents/MacOS/firefox', channel: 'moz-firefox' }
	]
};

/**
 * Which browser is used: an installed one first, else the one that Playwright downloaded.
 * @param {'chromium' | 'firefox'} name
 * @returns {Browser | null} null when there is none
 */
export function findBrowser(name) {
	const installed = INSTALLED[name].find((browser) => existsSync(browser.executablePath));
	if (installed) return installed;
	const own = (name === 'chromium' ? chromium : firefox).executablePath();
	return existsSync(own) ? {} : null;
}

/** Chromium has no sandbox for root, who has no other choice in a container. */
export const SANDBOX = process.getuid?.() === 0 ? ['--no-sandbox'] : [];
