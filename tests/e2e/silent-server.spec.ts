import { createSocket, type Socket } from 'node:dgram';
import { expect, test, type Page } from '@playwright/test';
import { ownAddress } from '../tools/own-address';
import { enterServers } from './entered-servers';
import { attempts, next, notice, open, ready } from './walk';

/** It takes what it is asked, and says nothing. */
let silent: Socket;

test.beforeEach(async ({ page }) => {
	const host = ownAddress();
	test.skip(host === undefined, 'this machine has no network address');
	silent = createSocket('udp4');
	await new Promise<void>((resolve) => silent.bind(0, host, resolve));
	const url = `stun:${host}:${silent.address().port}`;
	await enterServers(page, [{ urls: [url], username: '', credential: '' }]);
});
test.afterEach(() => void silent?.close());

/** The states of both: whether they search, and whether they have found each other. */
const states = (page: Page) =>
	page.evaluate(() =>
		(['john', 'jane'] as const).map((peer) => {
			const { iceGatheringState, connectionState } = window.parley[peer]!;
			return `${iceGatheringState}, ${connectionState}`;
		})
	);

test(
	'a server that says nothing holds up no call, and it is said what the step waits for',
	{ tag: '@telling' },
	async ({ page, browserName }) => {
		await open(page, 'remaining-candidates');
		await next(page).click();
		// Chromium searches no more once it is connected; Firefox waits for the server.
		if (browserName === 'firefox') {
			await expect(notice(page, 'still gathering candidates')).toBeVisible();
			await expect
				.poll(() => states(page))
				.toEqual(['gathering, connected', 'gathering, connected']);
			await expect(next(page)).toHaveAttribute('aria-disabled', 'true');
		}
		await ready(page);
		await expect(notice(page, 'still gathering candidates')).toBeHidden();
		await expect.poll(() => states(page)).toEqual(['complete, connected', 'complete, connected']);
		expect(await attempts(page)).toBe(1);
	}
);
