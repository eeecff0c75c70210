import { expect, test, type Page } from '@playwright/test';
import { isLater, patientFirefox } from './browsers';
import { MOMENTS, at, between } from './deck';
import { measureWall } from './measure';
import { breakCamera, expectOnStage, openStage, stage } from './stage';
import { expectConnected } from './walk';

test.use({ launchOptions: patientFirefox, viewport: { width: 1024, height: 768 } });

const said = (page: Page) => stage(page).getByRole('status');

test(
	'where no connection can be made one key goes on with a recorded call to the end, and the wall says so',
	{ tag: '@telling-chromium' },
	async ({ page, browserName }) => {
		// As Chromium does where there are too many of them.
		await page.addInitScript(() => {
			window.RTCPeerConnection = new Proxy(window.RTCPeerConnection, {
				construct() {
					throw new DOMException('Cannot create so many PeerConnections', 'UnknownError');
				}
			});
		});
		await openStage(page, 'john-creates-peer-connection');
		await page.keyboard.press('PageDown');
		await expect(said(page)).toContainText('R goes on with a recorded call');
		await page.keyboard.press('r');
		await expectOnStage(page, MOMENTS[at('john-creates-peer-connection', 'after')]!);

		const faults: string[] = [];
		for (const moment of between('john-creates-peer-connection', 'thanks').slice(2)) {
			await page.keyboard.press('PageDown');
			await expectOnStage(page, moment);
			await expect(stage(page).getByText('recorded', { exact: true })).toBeVisible();
			// There are no pictures, and nobody shall look for them elsewhere.
			await expect(stage(page).getByText('in the other tab')).toHaveCount(0);
			if (moment.slug === 'media-flows') {
				await expect(stage(page).getByText('frames decoded')).toHaveCount(2);
			}
			if (isLater(browserName)) continue;
			faults.push(...(await measureWall(page)).faults.map((fault) => `${moment.slug}: ${fault}`));
		}
		expect(faults).toEqual([]);
	}
);

test('where a camera that was allowed does not open, one key goes on with the test pattern', async ({
	page
}) => {
	await breakCamera(page);
	await openStage(page, 'john-gets-media');
	await page.keyboard.press('PageDown');
	await expect(said(page)).toContainText('T goes on with the test pattern');
	await page.keyboard.press('t');
	await expectOnStage(page, MOMENTS[at('john-gets-media', 'after')]!);
	await expect(stage(page).getByText('test pattern', { exact: true })).toBeVisible();
	await page.keyboard.press('End');
	await expectOnStage(page, MOMENTS.at(-1)!);
});

test('nobody is asked for a camera, and M hides the addresses on the wall', async ({ page }) => {
	await page.addInitScript(() => {
		navigator.mediaDevices.getUserMedia = () => Promise.reject(new Error('somebody was asked'));
	});
	await openStage(page, 'media-flows');
	await expectConnected(page);
	await page.keyboard.press('g');
	await page.keyboard.type('candidates have');
	await page.keyboard.press('Enter');
	await expectOnStage(page, MOMENTS[at('candidates-appear')]!);
	const first = stage(page).locator('li.john .text').first();
	const address = (await first.textContent())!.split(' ')[4]!;
	await page.keyboard.press('m');
	await expect(first).not.toContainText(address);
	await page.keyboard.press('m');
	await expect(first).toContainText(address);
});
