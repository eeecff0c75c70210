import { findBrowser, SANDBOX } from '../../src/commands/find-browser.js';

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
				...SANDBOX
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

/**
 * The same, and a page may ask for its garbage to be collected (`globalThis.gc`, Chromium alone): all
 * files of tests share one process there, which has 500 peer connections at most and counts those that
 * are closed until they are collected.
 * @param {'chromium' | 'firefox'} name
 */
export function withCollector(name) {
	const options = launchOptions(name);
	if (!('args' in options)) return options;
	return { ...options, args: [...options.args, '--js-flags=--expose-gc'] };
}
