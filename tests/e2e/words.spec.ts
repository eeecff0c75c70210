import { expect, test, type Page } from '@playwright/test';
import { button, expectMoment, moment, open } from './walk';

const word = (page: Page) =>
	page
		.locator('article a.term')
		.filter({ hasText: /^signaling/i })
		.first();
const card = (page: Page) => page.getByRole('dialog', { name: 'signaling' });

test(
	'a word opens what it means where it is used, by the keyboard, and is left where it was',
	{ tag: '@telling-chromium' },
	async ({ page }) => {
		await open(page, 'architecture');
		await expect(word(page)).toHaveAttribute('aria-haspopup', 'dialog');
		await word(page).focus();
		await page.keyboard.press('Enter');
		await expect(card(page)).toBeFocused();
		await expect(card(page)).toContainText('Carrying the messages by which the peers agree');
		await expectMoment(page, moment('architecture'));
		await page.keyboard.press('Tab');
		await expect(card(page).getByRole('link', { name: 'All twelve words' })).toBeFocused();
		await page.keyboard.press('Escape');
		await expect(card(page)).toBeHidden();
		await expect(word(page)).toBeFocused();
	}
);

test('whoever goes on by keys leaves the meaning of a word behind', async ({ page }) => {
	await open(page, 'architecture');
	await word(page).focus();
	await page.keyboard.press('Enter');
	await expect(card(page)).toBeFocused();
	await page.keyboard.press('Tab');
	await page.keyboard.press('Tab');
	await expect(card(page).getByRole('button', { name: 'Close' })).toBeFocused();
	await page.keyboard.press('Tab');
	await expect(card(page)).toBeHidden();
	await expect(page.locator(':focus')).toHaveCount(1);
});

test('a word leads on to all of them', async ({ page }) => {
	await open(page, 'architecture');
	await word(page).click();
	await card(page).getByRole('link', { name: 'All twelve words' }).click();
	await expectMoment(page, moment('vocabulary'));
	await expect(page.locator('dt:target')).toHaveText('signaling');
	await expect(page.locator('dt:target')).toBeFocused();
	await expect(page.locator('article a.term')).toHaveCount(0);
});

test.describe('by touch', () => {
	test.use({ viewport: { width: 390, height: 844 }, hasTouch: true });

	test('a word opens its meaning inside the window, and closes it', async ({
		page,
		browserName
	}) => {
		test.skip(browserName === 'firefox', 'Its driver has no touches.');
		await open(page, 'architecture');
		await word(page).tap();
		const box = (await card(page).boundingBox())!;
		expect(box.x).toBeGreaterThanOrEqual(0);
		expect(box.x + box.width).toBeLessThanOrEqual(390);
		await expect(card(page)).toBeInViewport({ ratio: 1 });
		await button(page, 'Close').tap();
		await expect(card(page)).toBeHidden();
	});
});

test.describe('without JavaScript', () => {
	test.use({ javaScriptEnabled: false });

	test('a word is a link to where it is explained', async ({ page, browserName }) => {
		test.skip(browserName === 'firefox', 'Its driver cannot turn scripts off.');
		await page.goto('./walk/architecture');
		await expect(word(page)).toHaveAttribute('href', /\/walk\/vocabulary#signaling$/);
		await expect(word(page)).not.toHaveAttribute('aria-haspopup');
	});
});
