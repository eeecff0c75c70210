import { readFileSync } from 'node:fs';
import { expect, type Page } from '@playwright/test';
import { button } from './walk';

/** The recorded call of the site, as a file. */
export const TRACE = readFileSync('src/static/samples/call.parley-trace.json', 'utf8');

/** What the page says of what it was given. */
export const said = (page: Page) => page.getByRole('status');
export const session = (page: Page) => page.getByRole('region', { name: 'The recorded session' });
export const ladder = (page: Page) =>
	session(page).getByRole('listbox', { name: 'What happened, oldest first' });
/** The first description that it shows, to read. */
export const reader = (page: Page) => page.getByRole('region', { name: /^Description 1/ });
export const field = (page: Page) => page.getByLabel('Paste here, or drop a file');

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

/** Puts a text into the field, and asks what it is. */
export async function look(page: Page, text: string): Promise<void> {
	await field(page).fill(text);
	await button(page, 'Look at it').click();
}

/** Gives a file of this text. */
export async function choose(page: Page, name: string, text: string): Promise<void> {
	await fileField(page).setInputFiles({
		name,
		mimeType: 'application/json',
		buffer: Buffer.from(text)
	});
}
