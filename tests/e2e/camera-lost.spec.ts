import { expect, test, type Browser, type Page } from '@playwright/test';
import { launch, patientFirefox } from './browsers';
import { loopbackCamera } from './loopback-camera';
import { openStage, stage } from './stage';
import { expectBothConnected, openBoth } from './tabs';
import {
	attempts,
	button,
	expectConnected,
	expectMoment,
	framesDecoded,
	moment,
	notice,
	open
} from './walk';

test.use({ launchOptions: patientFirefox });

/** The test pattern takes the camera’s place in the same call, and Jane sees it. */
async function expectSameCall(page: Page, replace: () => Promise<void>) {
	const before = await framesDecoded(page, 'jane');
	await replace();
	await expect.poll(() => framesDecoded(page, 'jane')).toBeGreaterThan(before + 5);
	expect(await attempts(page)).toBe(1);
	const calls = await page.evaluate(() =>
		window.parley.trace
			.filter(({ kind, name }) => kind === 'result' && name === 'replaceTrack')
			.map(({ peer }) => peer)
	);
	expect(calls[0]).toBe('john');
}

async function openCall(page: Page) {
	await open(page, 'media-flows');
	await expectMoment(page, moment('media-flows'));
	await expectConnected(page);
	await expect.poll(() => framesDecoded(page, 'jane')).toBeGreaterThan(0);
}

test('a camera that is muted in a call is missed until it gives something again', async ({
	page
}) => {
	await loopbackCamera(page);
	await openCall(page);
	await page.evaluate(() => window.device.mute());
	await expect(notice(page, 'John’s camera is muted')).toBeVisible();
	await page.evaluate(() => window.device.unmute());
	await expect(notice(page, 'John’s camera')).toHaveCount(0);
});

test(
	'a camera that ends in a call is told of, and one press puts the test pattern in its place',
	{ tag: '@telling' },
	async ({ page }) => {
		await loopbackCamera(page);
		await openCall(page);
		await page.evaluate(() => window.device.end());
		await expect(notice(page, 'John’s camera ended')).toBeVisible();
		await expectSameCall(page, () => button(page, 'Use the test pattern').click());
		await expect(notice(page, 'John’s camera')).toHaveCount(0);
	}
);

test('a camera that ends on stage is told of in one line, and T goes on in the same call', async ({
	page
}) => {
	await loopbackCamera(page);
	await openStage(page, 'media-flows');
	await expectConnected(page);
	await expect.poll(() => framesDecoded(page, 'jane')).toBeGreaterThan(0);
	const said = stage(page).getByRole('status');
	await page.evaluate(() => window.device.end());
	await expect(said).toContainText('John’s camera ended');
	await expect(said).toContainText('T goes on with the test pattern');
	await expectSameCall(page, () => page.keyboard.press('t'));
	await expect(said).not.toContainText('camera ended');
	await expect(stage(page).getByText('test pattern', { exact: true }).first()).toBeVisible();
});

test('a camera that ends in the other tab is told of in both, and either replaces it', async ({
	context
}) => {
	await loopbackCamera(context);
	const { john, jane } = await openBoth(context, 'media-flows');
	await expectBothConnected({ john, jane });
	await john.evaluate(() => window.device.end());
	for (const page of [john, jane]) await expect(notice(page, 'John’s camera ended')).toBeVisible();
	await button(jane, 'Use the test pattern').evaluate((one: HTMLElement) => one.click());
	for (const page of [john, jane]) await expect(notice(page, 'John’s camera')).toHaveCount(0);
	const sent = () =>
		john.evaluate(() => window.parley.john!.getSenders().map(({ track }) => track?.readyState));
	await expect.poll(sent).toEqual(['live']);
	expect(await attempts(jane)).toBe(1);
});

test.describe('a permission that is taken back', () => {
	let browser: Browser;
	test.afterEach(() => browser?.close());

	// Firefox cannot be told to by whoever drives it.
	test('ends the camera and the microphone of the call, and the walk says so', async ({
		playwright,
		browserName,
		baseURL
	}) => {
		test.skip(browserName === 'firefox');
		browser = await launch(playwright, 'chromium', { without: ['--use-fake-ui-for-media-stream'] });
		const context = await browser.newContext({ baseURL: baseURL! });
		await context.grantPermissions(['camera', 'microphone']);
		const page = await context.newPage();
		await page.addInitScript(() => localStorage.setItem('parley:camera', 'true'));
		await openCall(page);
		await context.clearPermissions();
		await expect(notice(page, 'John’s camera and microphone ended')).toBeVisible();
		await expectSameCall(page, () => button(page, 'Use the test pattern').click());
	});
});
