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
 * Which browser a test run uses: an installed one first, else the one that Playwright downloaded.
 * @param {'chromium' | 'firefox'} name
 * @returns {Browser | null} null when there is none
 */
export function findBrowser(name) {
	const installed = INSTALLED[name].find((browser) => existsSync(browser.executablePath));
	if (installed) return installed;
	const own = (name === 'chromium' ? chromium : firefox).executablePath();
	return existsSync(own) ? {} : null;
}

const asRoot = process.getuid?.() === 0;

/**
 * Launch options with a camera and a microphone made by the browser itself, so that the real
 * getUserMedia runs without hardware and without a prompt.
 * @param {'chromium' | 'firefox'} name
 */
export function launchOptions(name) {
	const browser = findBrowser(name) ?? {};
	if (name === 'chromium') {
		return {
			...browser,
			args: [
				'--use-fake-device-for-media-stream',
				'--use-fake-ui-for-media-stream',
				'--autoplay-policy=no-user-gesture-required',
				'--disable-background-networking',
				'--disable-component-update',
				...(asRoot ? ['--no-sandbox'] : [])
			]
		};
	}
	return {
		...browser,
		firefoxUserPrefs: {
			'media.navigator.streams.fake': true,
			'media.navigator.permission.disabled': true,
			'media.autoplay.default': 0
		}
	};
}
