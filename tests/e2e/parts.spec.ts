import { expect, test, type Page } from '@playwright/test';
import { faultsOf } from './browsers';
import { stage } from './stage';

const FIRST = 'call-and-glare';
const LAST = 'glare/what-you-saw';

/** The moment that a page shows, once it has come to it. */
async function shows(page: Page, moment: string | RegExp): Promise<void> {
	await expect(stage(page)).toHaveAttribute('data-moment', moment, { timeout: 20_000 });
	await expect(stage(page)).toHaveAttribute('aria-busy', 'false', { timeout: 20_000 });
}

const foot = (page: Page) => stage(page).locator('footer');

test(
	'A talk of two lessons goes on by one key, from the stage and from the speaker’s window',
	{ tag: '@telling' },
	async ({ page, context }) => {
		const problems = faultsOf(page);
		await page.goto(`./stage/media-flows?deck=${FIRST}`);
		await shows(page, 'media-flows only');
		await expect(foot(page)).toContainText('Part 1 of 2');
		// It is the same page all along: another one would leave full screen.
		await page.evaluate(() => Object.assign(window, { isTheSame: true }));
		await page.keyboard.press('m');
		const speaker = await context.newPage();
		await speaker.goto(`./speaker?deck=${FIRST}`);
		await shows(speaker, 'media-flows only');
		await expect(speaker.getByRole('region', { name: 'Next', exact: true })).toContainText(
			'“Glare: both offer at once” is next.'
		);

		await page.keyboard.press('PageDown');
		await shows(page, /^glare\/both-at-once /);
		await expect(page).toHaveURL(/\/stage\/glare\/both-at-once\?deck=glare$/);
		await expect(foot(page)).toContainText('Part 2 of 2');
		await shows(speaker, /^glare\/both-at-once /);
		// What the first part was masked for, the second one is too.
		await expect(speaker.getByText('masked', { exact: true })).toBeVisible();

		await page.keyboard.press('PageUp');
		await shows(page, 'media-flows only');
		await shows(speaker, 'media-flows only');
		await speaker.bringToFront();
		await speaker.keyboard.press('PageDown');
		await shows(page, /^glare\/both-at-once /);
		await shows(speaker, /^glare\/both-at-once /);

		await speaker.keyboard.press('End');
		await shows(page, `${LAST} only`);
		await speaker.keyboard.press('PageDown');
		await shows(page, `${LAST} only`);
		expect(await page.evaluate(() => (window as { isTheSame?: true }).isTheSame)).toBe(true);
		expect(problems).toEqual([]);
	}
);

test('A part that is pressed past quickly, and twice, is led on from once', async ({ page }) => {
	const problems = faultsOf(page);
	await page.goto(`./stage/media-flows?deck=${FIRST}`);
	await shows(page, 'media-flows only');
	await page.evaluate(() => {
		for (const key of ['PageDown', 'PageDown', 'PageUp', 'PageUp', 'PageDown']) {
			dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true }));
		}
	});
	await shows(page, /^glare\/both-at-once /);
	await page.keyboard.press('PageDown');
	await shows(page, 'glare/john-adds-screen before');
	await page.keyboard.press('PageDown');
	await shows(page, 'glare/john-adds-screen after');
	expect(problems).toEqual([]);
});
