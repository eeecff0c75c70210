import { expect, test } from '@playwright/test';
import { expectMoment, moment, open } from './walk';

const MAIL = { name: 'ada@example.org' };
const PAGE = { name: 'example.org/ada' };

test.describe('who gave the talk', () => {
	test('is on the last slide of the stage with links, where the deck says how to reach them', async ({
		page
	}) => {
		await page.goto('./stage/thanks?deck=ten-minutes');
		const wall = page.getByRole('main');
		await expect(wall).toHaveAttribute('data-moment', 'thanks only');
		await expect(wall).toHaveAttribute('aria-busy', 'false');
		await expect(wall.getByText('Ada Lovelace')).toBeVisible();
		await expect(wall.getByRole('link', MAIL)).toHaveAttribute('href', 'mailto:ada@example.org');
		await expect(wall.getByRole('link', PAGE)).toHaveAttribute('href', 'https://example.org/ada');
		await page.keyboard.press('PageUp');
		await expect(wall).toHaveAttribute('data-moment', 'where-next only');
		await expect(wall.getByText('Ada Lovelace')).toHaveCount(0);
	});

	test('is on the last page of the handout alone', async ({ page }) => {
		await page.goto('./print?deck=ten-minutes');
		await expect(page.getByRole('main')).toHaveAttribute('aria-busy', 'false');
		await expect(page.locator('.sheet').last().getByRole('link', MAIL)).toBeVisible();
		await expect(page.locator('.sheet').getByRole('link', MAIL)).toHaveCount(1);
	});

	test('is nobody in the walk, whose deck names no speaker', async ({ page }) => {
		await open(page, 'thanks');
		await expectMoment(page, moment('thanks'));
		await expect(page.locator('.contact')).toHaveCount(0);
	});
});
