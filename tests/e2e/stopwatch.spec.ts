import { expect, test, type Page } from '@playwright/test';
import { watchBeneath } from './beneath';
import { faultsOf } from './browsers';
import { next, ready } from './walk';

const lane = (page: Page, way: string) => page.locator(`[data-way="${way}"]`);
const WAYS = ['at once', 'in one batch', 'in the description'];

/** How many connections the page has open, beside those of the walk, which are closed there. */
const open = (page: Page) =>
	page.evaluate(
		() =>
			window.beneath.connections.filter(({ signalingState }) => signalingState !== 'closed').length
	);

async function toStopwatch(page: Page) {
	await watchBeneath(page);
	await page.goto('./walk/trickle/against-the-clock');
	await ready(page);
	await expect.poll(() => open(page)).toBe(0);
}

test(
	'Three calls are raced by keyboard, and all come about',
	{ tag: '@telling' },
	async ({ page }) => {
		const problems = faultsOf(page);
		await toStopwatch(page);
		await page.getByRole('button', { name: 'Race without a server' }).focus();
		await page.keyboard.press('Enter');
		for (const way of WAYS) {
			await expect(lane(page, way)).toHaveAttribute('data-end', 'connected');
			await expect(lane(page, way).locator('.took')).toHaveText(/^\d+(\.\d)? m?s$/);
		}
		await expect(page.getByRole('group', { name: 'Stopwatch' }).getByRole('status')).toHaveText(
			/^at once: connected after .*; in one batch: .*; in the description: connected after/
		);
		await expect.poll(() => open(page)).toBe(0);
		expect(problems).toEqual([]);
	}
);

test('A race that is begun again, stopped or left leaves no connection open', async ({ page }) => {
	await toStopwatch(page);
	const silent = page.getByRole('button', { name: 'Race beside a silent one' });
	await silent.dblclick();
	await silent.click();
	await expect(lane(page, 'at once')).toHaveAttribute('data-end', 'connected');
	const stop = page.getByRole('button', { name: 'Stop', exact: true });
	if (await stop.isEnabled()) await stop.click();
	await expect(stop).toBeDisabled();
	await expect.poll(() => open(page)).toBe(0);

	await silent.click();
	await next(page).click();
	await expect(page).toHaveURL(/what-you-saw$/);
	await expect.poll(() => open(page)).toBe(0);
});
