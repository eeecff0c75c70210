/**
 * One end of a call, in the network namespace in which it is run: a browser with a page of its own. It reads a command
 * a line, as JSON, and answers each with a line: `{ value }`, or `{ error }`. Its words: the browser, the side, and the file
 * of what runs in the page.
 */
import { readFileSync } from 'node:fs';
import { createInterface } from 'node:readline';
import { chromium, firefox } from '@playwright/test';
import { findBrowser, SANDBOX } from '../../src/commands/find-browser.js';

// A name under .local leads nowhere in another network: what is tested are the NATs, not what hides an address.
const REAL_ADDRESSES = {
	firefox: { firefoxUserPrefs: { 'media.peerconnection.ice.obfuscate_host_addresses': false } },
	chromium: { args: [...SANDBOX, '--disable-features=WebRtcHideLocalIpsWithMdns'] }
};

const name = process.argv[2] === 'firefox' ? 'firefox' : 'chromium';
const browser = await { chromium, firefox }[name].launch({
	...findBrowser(name),
	...REAL_ADDRESSES[name]
});
const side = process.argv[3] === 'jane' ? 'jane' : 'john';
const page = await browser.newPage();
await page.evaluate(readFileSync(process.argv[4] ?? '', 'utf8'));

/** @type {import('@playwright/test').JSHandle<import('./recorded-end').RecordedEnd>} */
let end;

/** @type {Record<string, (given: any) => Promise<unknown>>} */
const COMMANDS = {
	async open(/** @type {RTCIceServer[]} */ iceServers) {
		end = await page.evaluateHandle(
			([own, servers]) => new globalThis.RecordedEnd(own, servers),
			/** @type {const} */ ([side, iceServers])
		);
	},
	describe: (/** @type {RTCSessionDescriptionInit | null} */ offer) =>
		end.evaluate((own, remote) => own.describe(remote), offer),
	take: (/** @type {RTCSessionDescriptionInit} */ answer) =>
		end.evaluate((own, remote) => own.take(remote), answer),
	selected: (/** @type {number} */ longest) => end.evaluate((own, ms) => own.selected(ms), longest),
	entries: () => end.evaluate((own) => own.entries),
	close: () => end.evaluate((own) => own.close())
};

for await (const line of createInterface({ input: process.stdin })) {
	const { command, given } = JSON.parse(line);
	let answer;
	try {
		answer = { value: (await COMMANDS[command]?.(given)) ?? null };
	} catch (error) {
		answer = { error: String(error) };
	}
	process.stdout.write(`${JSON.stringify(answer)}\n`);
}
await browser.close();
