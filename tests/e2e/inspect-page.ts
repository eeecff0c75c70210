import { expect, type Page } from '@playwright/test';
import { button } from './walk';

/** The field for files of a page that has one; only a page that is alive takes any. */
export const fileField = (page: Page) => page.locator('input[type=file]');

/** Opens the page for what others recorded, and waits until it answers. */
export async function openInspect(page: Page, address = './inspect'): Promise<void> {
	await page.goto(address);
	await answers(page);
}

/** The page was drawn before; now it answers. */
export async function answers(page: Page): Promise<void> {
	await expect(button(page, 'Look at it')).toBeEnabled();
}
