import { expect, test, type Page } from '@playwright/test';
import { watchBeneath } from './beneath';
import { faultsOf } from './browsers';
import { back, ready } from './walk';

type Role = 'polite' | 'impolite';

/** How many connections the page has open. */
const open = (page: Page) =>
	page.evaluate(
		() =>
			window.beneath.connections.filter(({ signalingState }) => signalingState !== 'closed').length
	);

async function toCrossing(page: Page) {
	await watchBeneath(page);
	await page.goto('./walk/glare/who-is-polite');
	await ready(page);
	await expect(group(page)).toBeVisible();
}

const group = (page: Page) => page.getByRole('group', { name: 'Two offers that cross' });
const end = (page: Page) => group(page).getByRole('status');
const deeds = (page: Page, peer: string) =>
	group(page)
		.locator(`[data-peer="${peer}"]`)
		.evaluateAll((rows) => rows.map((row) => (row as HTMLElement).dataset['deed']));

/** Chooses by keyboard who is what, and lets both offer. */
async function play(page: Page, roles: Record<'John' | 'Jane', Role>): Promise<void> {
	for (const [name, role] of Object.entries(roles)) {
		const radio = group(page)
			.getByRole('group', { name })
			.getByRole('radio', { name: role, exact: true });
		await radio.focus();
		await page.keyboard.press('Space');
		await expect(radio).toBeChecked();
	}
	await page.getByRole('button', { name: 'Let both offer' }).focus();
	await page.keyboard.press('Enter');
	await expect(end(page)).toHaveText(/\S/);
}

test(
	'Whoever reads decides who is polite, and sees what comes of it',
	{ tag: '@telling' },
	async ({ page }) => {
		const problems = faultsOf(page);
		await toCrossing(page);
		const before = await open(page);

		await play(page, { John: 'impolite', Jane: 'polite' });
		await expect(end(page)).toContainText('Both agree, on both wishes.');
		expect(await deeds(page, 'jane')).toEqual([
			'offers',
			'gives way',
			'answers',
			'offers',
			'agrees'
		]);

		await play(page, { John: 'polite', Jane: 'impolite' });
		await expect(end(page)).toContainText('Both agree, on both wishes.');
		expect(await deeds(page, 'john')).toContain('gives way');

		await play(page, { John: 'impolite', Jane: 'impolite' });
		await expect(end(page)).toContainText('Nothing is on its way any more');
		expect(await deeds(page, 'john')).toEqual(['offers', 'ignores']);
		await expect(group(page).getByRole('columnheader', { name: 'Jane, impolite' })).toBeVisible();

		await play(page, { John: 'polite', Jane: 'polite' });
		await expect(end(page)).toContainText('no answer fits');
		await expect(group(page).locator('.error')).toHaveText(/^Invalid\w+Error: \S/);

		await expect.poll(() => open(page)).toBe(before);
		expect(problems).toEqual([]);
	}
);

test('Offers that are crossed again at once, or left, leave no connection open', async ({
	page
}) => {
	const problems = faultsOf(page);
	await toCrossing(page);
	const before = await open(page);
	const both = page.getByRole('button', { name: 'Let both offer' });
	await both.dblclick();
	await both.click();
	await expect(end(page)).toContainText('Both agree, on both wishes.');
	await expect.poll(() => open(page)).toBe(before);

	await both.click();
	await back(page).click();
	await expect(page).toHaveURL(/four-lines$/);
	await expect.poll(() => open(page)).toBe(before);
	expect(problems).toEqual([]);
});
