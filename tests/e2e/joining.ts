import { expect, type BrowserContext, type Page } from '@playwright/test';
import { atRest } from './machines';
import { button } from './walk';

/** The text that is to be handed over. */
export const shownText = (page: Page) =>
	page.getByRole('textbox', { name: /^Your (offer|answer), \d+ characters/ }).inputValue();

/** Opens the page on which two machines are joined by two texts. */
export async function openByHand(context: BrowserContext, place = ''): Promise<Page> {
	const page = await context.newPage();
	await page.goto(`./by-hand${place}`);
	await expect(button(page, 'Make the offer').or(button(page, 'Answer it')).first()).toBeVisible();
	return page;
}

/** John’s text. */
export async function offerOf(john: Page): Promise<string> {
	await button(john, 'Make the offer').click();
	return shownText(john);
}

/** Jane’s text, to his. */
export async function answerTo(jane: Page, offer: string): Promise<string> {
	await jane.getByLabel('The offer').fill(offer);
	await button(jane, 'Answer it').click();
	return shownText(jane);
}

/** John takes hers. */
export async function accept(john: Page, answer: string) {
	await john.getByLabel('The answer').fill(answer);
	await button(john, 'Join').click();
}

/** Both pages in the walk, on two machines that were joined by two texts. */
export async function join(johns: BrowserContext, janes: BrowserContext, place = '') {
	const [john, jane] = [await openByHand(johns, place), await openByHand(janes)];
	await accept(john, await answerTo(jane, await offerOf(john)));
	await expect(john).toHaveURL(/\?seat=john&by=hand$/);
	await expect(jane).toHaveURL(/\?seat=jane&by=hand$/);
	for (const page of [john, jane]) await atRest(page);
	return { john, jane };
}
