import { expect, test, type Page } from '@playwright/test';
import { inUse, watchBeneath } from './beneath';
import { MOMENTS } from './deck';
import { attempts, button, expectMoment, moment, open, restart } from './walk';

test.beforeEach(({ page }) => watchBeneath(page));

/** Fresh peers that perform everything up to the call, and are shown there. */
async function replay(page: Page) {
	await restart(page).click();
	await expectMoment(page, MOMENTS[0]!);
	await page
		.getByRole('navigation', { name: 'Acts' })
		.getByRole('link', { name: 'Call', exact: true })
		.click();
	await expectMoment(page, moment('media-flows'));
}

/** What must not grow. */
async function held(page: Page) {
	const { connections, tracks, audio, intervals } = await inUse(page);
	const listeners = await page.evaluate(() => window.beneath.listeners.length);
	return { connections, tracks, audio, intervals: intervals.length, listeners };
}

for (const { replays, title } of [
	{ replays: 6, title: 'six replays' },
	{ replays: 50, title: 'fifty replays @long' }
]) {
	test(`${title} in one page hold no more than the first`, { tag: '@later' }, async ({ page }) => {
		test.setTimeout(replays * 10_000);
		await open(page, 'media-flows');
		await replay(page);
		const first = await held(page);
		expect(first.connections).toBe(2);
		for (let count = 1; count < replays; count += 1) await replay(page);
		expect(await attempts(page)).toBe(replays + 1);
		await expect.poll(() => held(page)).toEqual(first);
	});
}

test(
	'a replay while another is under way leaves one pair of peers',
	{ tag: '@telling-chromium' },
	async ({ page }) => {
		await open(page, 'media-flows');
		await restart(page).evaluate((element: HTMLElement) => {
			for (let press = 0; press < 20; press += 1) element.click();
		});
		await expectMoment(page, MOMENTS[0]!);
		await replay(page);
		await expect.poll(async () => (await held(page)).connections).toBe(2);
	}
);

test(
	'Run to here makes fresh peers and stops at the moment that is looked at',
	{ tag: '@later' },
	async ({ page }) => {
		await open(page, 'jane-creates-answer');
		for (let press = 0; press < 5; press += 1) await button(page, 'Back').click();
		await expectMoment(page, moment('jane-sets-remote-description', 'after'));
		await button(page, 'Run to here').click();
		await expectMoment(page, moment('jane-sets-remote-description', 'after'));
		await expect.poll(() => attempts(page)).toBe(2);
		await expect
			.poll(() => page.evaluate(() => window.parley.jane?.signalingState))
			.toBe('have-remote-offer');
		await expect.poll(async () => (await held(page)).connections).toBe(2);
	}
);
