import { expect, test, type Page } from '@playwright/test';
import { openBlocked, type BlockedBrowser } from './blocked';
import { faultsOf, type BrowserName } from './browsers';
import { at, MOMENTS } from './deck';
import { offerOf } from './joining';
import { expectOnStage, openStage, stage } from './stage';
import { button, expectMoment, moment, next, notice, open, ready } from './walk';

test.describe('in a browser that blocks all site data', () => {
	let browser: BlockedBrowser;
	let page: Page;
	let faults: string[];
	test.beforeEach(async ({ playwright, browserName, baseURL }) => {
		browser = await openBlocked(playwright, browserName as BrowserName, baseURL!);
		page = await browser.context.newPage();
		faults = faultsOf(page);
		await page.goto('./inspect');
		const name = await page.evaluate(() =>
			navigator.locks.request('anything', () => 'granted').catch((error: Error) => error.name)
		);
		expect(name).toBe('SecurityError');
	});
	test.afterEach(() => browser.close());

	test('a tab with a seat says that both peers are in it, and goes on with both', async () => {
		await page.goto('./walk/john-creates-offer?seat=john');
		await ready(page);
		await expect(notice(page, 'Both peers are in this tab.')).toContainText('blocks site data');
		await next(page).click();
		await expectMoment(page, moment('john-creates-offer', 'after'));
		expect(faults).toEqual([]);
	});

	test(
		'“Two tabs” says why there are none, and leads to no seat but what is joined by hand',
		{
			tag: '@later'
		},
		async () => {
			await open(page, 'john-creates-offer');
			await button(page, 'Two tabs').click();
			const list = page.locator('#two-tabs');
			await expect(list).toContainText('blocks site data');
			await expect(list.getByRole('link')).toHaveCount(1);
			// It needs nothing that is kept.
			await list.getByRole('link', { name: 'join two pages by hand' }).click();
			await expect(page).toHaveURL(/\/by-hand\?at=john-creates-offer$/);
			expect(await offerOf(page)).toContain('offer=1.');
			expect(faults).toEqual([]);
		}
	);

	test('the stage starts and goes on, and both windows say why they are apart', async () => {
		await openStage(page, 'john-creates-offer');
		const why = stage(page).getByRole('status').filter({ hasText: 'blocks site data' });
		await expect(why).toBeVisible();
		await page.keyboard.press('Escape');
		await expect(why).toHaveCount(0);
		await page.keyboard.press('PageDown');
		await expectOnStage(page, MOMENTS[at('john-creates-offer', 'after')]!);

		const speaker = await browser.context.newPage();
		const others = faultsOf(speaker);
		await speaker.goto('./speaker');
		const sign = speaker.getByRole('status').filter({ hasText: 'cannot find a stage' });
		await expect(sign).toContainText('blocks site data');
		await expect(button(speaker, 'Next')).toBeDisabled();
		expect(await speaker.evaluate(() => window.parley.john)).toBeNull();
		expect([...faults, ...others]).toEqual([]);
	});

	test('preflight says what to do, and no check breaks', { tag: '@later' }, async () => {
		await page.goto('./preflight');
		for (const [title, says] of [
			['The speaker’s window', 'blocks site data'],
			['Without a network', 'allow this site to keep data']
		] as const) {
			const finding = page.getByRole('listitem').filter({ hasText: title });
			await finding.getByRole('button').click();
			await expect(finding).toContainText(says);
		}
		expect(faults).toEqual([]);
	});

	test('a handout that hears of no session shows the recording', { tag: '@later' }, async () => {
		test.setTimeout(120_000);
		await page.goto('./print?session=of-nobody');
		await expect(page.getByText('The session cannot be shown')).toContainText(
			'keeps windows apart',
			{ timeout: 45_000 }
		);
		await page.goto('./print');
		await expect(page.locator('main')).toHaveAttribute('aria-busy', 'false', { timeout: 60_000 });
		expect(faults).toEqual([]);
	});
});

test(
	'without BroadcastChannel both peers are in one tab, and it is said',
	{ tag: '@telling-chromium' },
	async ({ page }) => {
		await page.addInitScript(
			() => delete (globalThis as { BroadcastChannel?: unknown }).BroadcastChannel
		);
		const faults = faultsOf(page);
		await page.goto('./walk/john-creates-offer?seat=jane');
		await ready(page);
		await expect(notice(page, 'Both peers are in this tab.')).toContainText('BroadcastChannel');
		await openStage(page, 'john-creates-offer');
		await page.keyboard.press('PageDown');
		await expectOnStage(page, MOMENTS[at('john-creates-offer', 'after')]!);
		expect(faults).toEqual([]);
	}
);

test('a browser that never says whether the camera is allowed does not hold up the stage', async ({
	page
}) => {
	await page.addInitScript(() => {
		localStorage.setItem('parley:camera', 'true');
		navigator.permissions.query = () => new Promise(() => {});
	});
	await openStage(page, 'john-gets-media');
	await page.keyboard.press('PageDown');
	await expectOnStage(page, MOMENTS[at('john-gets-media', 'after')]!);
});
