import { expect, test } from '@playwright/test';
import type { BrowserName } from './browsers';
import { at, MOMENTS } from './deck';
import { openInsecurely, type InsecureSite } from './insecure';
import { button, expectMoment, moment, next, notice, open, ready } from './walk';

/** Web Locks are there in secure contexts alone: without them no two tabs can share a call. */
test.describe('at an address that the browser does not trust', { tag: '@long' }, () => {
	let site: InsecureSite;
	test.beforeEach(async ({ playwright, browserName, baseURL }) => {
		site = await openInsecurely(playwright, browserName as BrowserName, baseURL!);
	});
	test.afterEach(() => site.close());

	test('a tab with a seat says that both peers are in it, and goes on with both', async () => {
		const page = await site.browser.newPage({ baseURL: site.baseURL });
		await page.goto('./walk/john-creates-offer?seat=john');
		await ready(page);
		await expect(notice(page, 'Both peers are in this tab.')).toContainText('http://localhost');
		await next(page).click();
		await expectMoment(page, moment('john-creates-offer', 'after'));
	});

	test('“Two tabs” says why there are none, and offers no link', async () => {
		const page = await site.browser.newPage({ baseURL: site.baseURL });
		await open(page, 'john-creates-offer');
		await button(page, 'Two tabs').click();
		const list = page.locator('#two-tabs');
		await expect(list).toContainText('does not let two tabs share a call');
		await expect(list.getByRole('link')).toHaveCount(0);
	});

	test('the speaker’s window says why it finds no stage, and makes no call of its own', async () => {
		const context = await site.browser.newContext({ baseURL: site.baseURL });
		const stage = await context.newPage();
		await stage.goto('./stage/john-creates-offer');
		const main = stage.locator('main');
		await expect(main).toHaveAttribute('aria-busy', 'false');
		await stage.keyboard.press('PageDown');
		const { slug, kind } = MOMENTS[at('john-creates-offer', 'after')]!;
		await expect(main).toHaveAttribute('data-moment', `${slug} ${kind}`);

		const speaker = await context.newPage();
		await speaker.goto('./speaker');
		await expect(speaker.getByText('cannot find a stage')).toBeVisible();
		await expect(speaker.getByText('The stage follows')).toHaveCount(0);
		await expect(button(speaker, 'Next')).toBeDisabled();
		expect(await speaker.evaluate(() => window.parley.john)).toBeNull();
	});
});
