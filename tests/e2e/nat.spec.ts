import { AxeBuilder } from '@axe-core/playwright';
import { expect, test, type Page } from '@playwright/test';
import { faultsOf, patientFirefox } from './browsers';
import { watchPolicy } from './policy';

test.use({ launchOptions: patientFirefox });

const SLIDE = 'relay-only/which-networks-can-meet';
const simulation = (page: Page) =>
	page.getByRole('group', { name: 'Simulation of two networks', exact: true });
const outcome = (page: Page) => simulation(page).locator('[data-ends]');

async function open(page: Page): Promise<void> {
	await page.goto(`./walk/${SLIDE}`);
	await expect(simulation(page)).toBeVisible();
}

test(
	'Networks and servers are chosen by keyboard, and the table follows',
	{ tag: '@telling' },
	async ({ page }) => {
		const problems = faultsOf(page);
		const kept = await watchPolicy(page);
		await open(page);
		await expect(outcome(page)).toHaveAttribute('data-ends', 'no call');
		await expect(simulation(page)).toContainText('A simulation.');

		const address = page.url();
		await page.getByLabel('Jane’s NAT').focus();
		await page.getByLabel('Jane’s NAT').selectOption('restricted cone');
		await expect(outcome(page)).toHaveAttribute('data-ends', 'srflx srflx');
		await page.getByLabel('John’s NAT').selectOption('symmetric');
		await expect(outcome(page)).toHaveAttribute('data-ends', 'prflx srflx');

		const table = simulation(page).getByRole('table');
		await expect(table.getByRole('button', { name: 'no call' })).toHaveCount(3);
		await page.getByRole('radio', { name: 'STUN', exact: true }).focus();
		await page.keyboard.press('ArrowRight');
		await expect(page.getByRole('radio', { name: 'STUN and TURN' })).toBeChecked();
		await expect(table.getByRole('button', { name: 'no call' })).toHaveCount(0);
		await page.getByRole('radio', { name: 'none', exact: true }).check();
		await expect(table.getByRole('button', { name: 'no call' })).toHaveCount(16);
		expect(page.url()).toBe(address);
		expect(kept).toEqual([]);
		expect(problems).toEqual([]);
	}
);

test('A cell of the table chooses its networks, and their packets are looked at one by one', async ({
	page
}) => {
	await open(page);
	await simulation(page)
		.getByRole('row', { name: /^symmetric/ })
		.getByRole('button')
		.last()
		.click();
	await expect(page.getByLabel('John’s NAT')).toHaveValue('symmetric');
	await expect(page.getByLabel('Jane’s NAT')).toHaveValue('symmetric');
	const list = simulation(page).locator('details');
	await list.locator('summary').click();
	const packets = list.getByRole('listitem');
	const count = await packets.count();
	expect(count).toBeGreaterThan(10);

	await simulation(page).getByRole('button', { name: 'First packet' }).focus();
	for (let number = 1; number <= count; number += 1) {
		await page.keyboard.press('Enter');
		const title = simulation(page).locator('.title');
		await expect(title).toContainText(`${number} of ${count}.`);
		const fate = (await title.getAttribute('data-fate'))!;
		await expect(packets.nth(number - 1)).toContainText(fate);
		await expect(packets.nth(number - 1)).toHaveAttribute('aria-current', 'step');
	}
	await page.keyboard.press('Enter');
	await expect(simulation(page).locator('.title')).toHaveCount(0);
	await expect(simulation(page).getByRole('button', { name: 'First packet' })).toBeFocused();
});

test('axe finds nothing in the table or in the simulation', { tag: '@later' }, async ({ page }) => {
	await page.emulateMedia({ reducedMotion: 'reduce' });
	await open(page);
	// axe brings its own copy of Playwright's types.
	const foundIn = async (part: string) =>
		(await new AxeBuilder({ page: page as never }).include(part).analyze()).violations.map(
			({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target.join(' ')).join(', ')}`
		);
	expect(await foundIn('.simulation')).toEqual([]);
	await simulation(page).getByRole('button', { name: 'First packet' }).click();
	expect(await foundIn('.simulation')).toEqual([]);
	await page.goto(`./print?deck=relay-only`);
	await expect(page.getByRole('main')).toHaveAttribute('aria-busy', 'false');
	expect(await foundIn('figure:has([role=table])')).toEqual([]);
});

test('On a telephone nothing is wider than the window', async ({ page }) => {
	await page.setViewportSize({ width: 390, height: 844 });
	await open(page);
	const wide = () =>
		page.evaluate(() =>
			[...document.querySelectorAll('.simulation *')]
				.filter((one) => one.getBoundingClientRect().right > innerWidth + 1)
				.map((one) => one.outerHTML.slice(0, 80))
		);
	expect(await wide()).toEqual([]);
	const narrow = await simulation(page)
		.getByRole('cell')
		.or(simulation(page).getByRole('columnheader'))
		.or(simulation(page).getByRole('rowheader'))
		.evaluateAll((cells) =>
			cells
				.filter((cell) => cell.scrollWidth > cell.clientWidth + 1)
				.map((cell) => cell.textContent)
		);
	expect(narrow).toEqual([]);
});

test.describe('without JavaScript', () => {
	test.use({ javaScriptEnabled: false });

	test('the table for STUN is in the page', async ({ page }) => {
		await page.goto(`./walk/${SLIDE}`);
		const table = page.getByRole('table', { name: /^Simulated/ });
		await expect(table.getByRole('cell')).toHaveCount(25);
		await expect(table.getByRole('cell', { name: 'no call' })).toHaveCount(3);
	});
});

test('On the wall there is the table, and nothing that runs', async ({ page }) => {
	await page.setViewportSize({ width: 1920, height: 1080 });
	await page.goto(`./stage/${SLIDE}`);
	await expect(page.locator('.drawing figure')).toBeVisible();
	await expect(page.locator('.drawing figure')).toContainText('no call');
	await page.waitForLoadState('networkidle');
	await expect(page.locator('.simulation')).toHaveCount(0);
});
