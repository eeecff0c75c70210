import { expect, test, type Page } from '@playwright/test';
import { patientFirefox } from './browsers';
import { MOMENTS, at, titleOf, type Slug } from './deck';
import { expectOnStage, openStage } from './stage';
import { expectConnected } from './walk';

test.use({ launchOptions: patientFirefox });

test('the overview leads by arrows, and “go to” by a number or a word', async ({ page }) => {
	await openStage(page);
	await page.keyboard.press('o');
	await page.keyboard.press('ArrowRight');
	await page.keyboard.press('ArrowDown');
	await page.keyboard.press('ArrowLeft');
	await page.keyboard.press('Enter');
	await expectOnStage(page, MOMENTS[at('john-creates-offer', 'before')]!);
	await page.keyboard.press('g');
	await page.keyboard.type('media fl');
	await page.keyboard.press('Enter');
	await expectOnStage(page, MOMENTS[at('media-flows')]!);
	await expectConnected(page);
	await page.keyboard.press('g');
	await page.keyboard.type('16');
	await page.keyboard.press('Enter');
	await expectOnStage(page, MOMENTS[at('jane-creates-answer', 'after')]!);
	await page.keyboard.press('Control+b');
	await page.keyboard.press('Alt+n');
	await expect(page.locator('.black')).toHaveCount(0);
	await expectOnStage(page, MOMENTS[at('jane-creates-answer', 'after')]!);
});

test('“go to” begins at the slide that is on the wall, and leaves its moment alone', async ({
	page
}) => {
	const here = MOMENTS[at('jane-creates-answer', 'after')]!;
	await openStage(page, here.slug);
	await page.keyboard.press('PageDown');
	await expectOnStage(page, here);
	await page.keyboard.press('g');
	const chosen = page.getByRole('option', { selected: true });
	await expect(chosen).toContainText(titleOf(here.slug));
	await expect(chosen).toHaveAttribute('aria-current', 'true');
	await page.keyboard.press('Enter');
	await expect(page.getByRole('dialog')).toHaveCount(0);
	await expectOnStage(page, here);
	await page.keyboard.press('g');
	await page.keyboard.press('ArrowUp');
	await page.keyboard.press('Enter');
	await expectOnStage(page, MOMENTS[at('jane-adds-tracks', 'after')]!);
});

/** What is open of the sheet, once it was asked for. */
async function inspect(page: Page): Promise<void> {
	await page.keyboard.press('i');
	await expect(page.getByRole('dialog', { name: 'What this step is about' })).toBeVisible();
}
const openTab = (page: Page) => page.getByRole('tab', { selected: true });

test('I opens the code that will run, and then the description that it has made', async ({
	page
}) => {
	await openStage(page, 'john-creates-offer');
	await inspect(page);
	await expect(openTab(page)).toHaveText('This step');
	await expect(page.getByRole('tabpanel')).toContainText('createOffer');
	await page.keyboard.press('PageDown');
	await expectOnStage(page, MOMENTS[at('john-creates-offer', 'after')]!);
	await expect(page.getByRole('dialog')).toHaveCount(0);
	await inspect(page);
	await expect(openTab(page)).toHaveText('Descriptions');
	const reader = page.getByRole('region', { name: 'John’s created offer, not set yet' });
	await expect(reader.getByRole('row', { name: /^audio, mid \d/ })).toBeVisible();
});

const PLACES: readonly (readonly [Slug, string])[] = [
	['john-sets-local-description', 'This step'],
	['john-sends-offer', 'Wire'],
	['candidates-appear', 'Candidates'],
	['thanks', 'Descriptions']
];

for (const [slug, tab] of PLACES) {
	test(`I opens “${tab}” at ${slug}`, { tag: '@later' }, async ({ page }) => {
		await openStage(page, slug);
		const after = MOMENTS[at(slug, 'after')];
		if (after) {
			await page.keyboard.press('PageDown');
			await expectOnStage(page, after);
		}
		await inspect(page);
		await expect(openTab(page)).toHaveText(tab);
	});
}
