import { expect, test, type Page } from '@playwright/test';
import { patientFirefox } from './browsers';
import { button, expectConnected, expectMoment, moment, open } from './walk';

test.use({ launchOptions: patientFirefox });

const panel = (page: Page) => page.getByRole('region', { name: 'The call' });
const places = (page: Page) => panel(page).locator('.places');
const openTab = (page: Page, name: string) => page.getByRole('tab', { name, exact: true }).click();
const openCandidates = (page: Page) => openTab(page, 'Candidates');
/** The table of pairs, and the numbers of the pair that is selected. */
async function openPairs(page: Page) {
	await openTab(page, 'Pairs');
	const numbers = panel(page).locator('details', { hasText: 'the arithmetic of the priority' });
	if ((await numbers.getAttribute('open')) === null) await numbers.locator('summary').click();
}

/** The lines of John's own description that have his ufrag, and the word in them. */
async function openUfragLines(page: Page, ufrag: string) {
	await openTab(page, 'Descriptions');
	await panel(page).getByRole('button', { name: 'current local: offer', exact: true }).click();
	const reader = panel(page).getByRole('region', { name: 'John’s current local description' });
	await reader.getByRole('searchbox', { name: 'Filter lines' }).fill('ice-ufrag');
	return reader.locator('[data-value]').getByText(ufrag, { exact: true });
}

/** John's candidates: all of his rows are lit, none of Jane's. */
async function expectLitCandidates(page: Page) {
	await openCandidates(page);
	const rows = (name: RegExp) =>
		panel(page).getByRole('region', { name }).locator('tbody tr:has(th button)');
	const own = rows(/^John gathered/);
	await expect(own).not.toHaveCount(0);
	await expect(own.and(page.locator('.lit'))).toHaveCount(await own.count());
	for (const mark of await own.locator('.followed').all()) await expect(mark).toContainText('◆');
	const given = rows(/^John was given/);
	await expect(given).not.toHaveCount(0);
	await expect(given.and(page.locator('.lit'))).toHaveCount(0);
}

const selectedCell = (page: Page) => panel(page).locator('td.selected button');

/** The pair that media travel on holds the ufrag, and its details name it. */
async function expectLitPair(page: Page, ufrag: string) {
	await openPairs(page);
	await expect(selectedCell(page)).toHaveAccessibleName(/selected, holds what is followed$/);
	await expect(selectedCell(page)).toContainText('◆');
	await expect(button(page, ufrag)).toHaveAttribute('aria-pressed', 'true');
}

/**
 * How large the table of pairs and each of its cells is before and after the ufrag is pressed. The call
 * runs on and brings statistics, candidates and pairs; between the press and what it lights comes no task
 * in which any could arrive.
 */
async function sizesAroundPress(page: Page, ufrag: string) {
	const table = await panel(page)
		.getByRole('region', { name: /^Pairs/ })
		.locator('table')
		.elementHandle();
	return button(page, ufrag).evaluate(async (word: HTMLElement, shown) => {
		const sizes = () =>
			[shown!, ...shown!.querySelectorAll('th, td')]
				.map((one) => one.getBoundingClientRect())
				// Firefox has sizes as differences of positions, which are not exact.
				.map(({ width, height }) => `${width.toFixed(2)} × ${height.toFixed(2)}`);
		const marks = () => shown!.textContent.split('◆').length - 1;
		if (marks() > 0) throw new Error('Something is followed already.');
		const before = sizes();
		word.click();
		await new Promise<void>(queueMicrotask);
		if (marks() === 0) throw new Error('The press lit nothing at once.');
		return { before, after: sizes() };
	}, table);
}

async function openCall(page: Page): Promise<string> {
	await open(page, 'media-flows');
	await expectMoment(page, moment('media-flows'));
	await expectConnected(page);
	await openPairs(page);
	await expect(selectedCell(page)).toBeVisible();
	return page.evaluate(
		() => /^a=ice-ufrag:(\S+)/m.exec(window.parley.john!.localDescription!.sdp)![1]!
	);
}

test('John’s ufrag is followed from his description to his candidates and the pair', async ({
	page
}) => {
	const ufrag = await openCall(page);
	await expect(places(page)).toHaveText('');
	const words = await openUfragLines(page, ufrag);
	await words.first().click();
	await expect(words).not.toHaveCount(0);
	await expect(words.and(page.locator('.lit'))).toHaveCount(await words.count());

	await expect(places(page)).toContainText(`Following ufrag ${ufrag}: in `);
	for (const name of [
		'John’s local description',
		'Jane’s remote description',
		'John’s candidates',
		'Candidates given to Jane',
		'John’s pairs',
		'Jane’s pairs'
	]) {
		await expect(places(page).getByText(name, { exact: true })).toBeVisible();
	}
	await expectLitCandidates(page);
	await expectLitPair(page, ufrag);

	await button(page, 'Clear').click();
	await expect(places(page)).toHaveText('');
	await expect(selectedCell(page)).toHaveAccessibleName(/selected$/);
	await expect(panel(page).locator('.lit')).toHaveCount(0);
	await openCandidates(page);
	await expect(panel(page).getByRole('region', { name: /^John gathered/ })).toBeVisible();
	await expect(panel(page).locator('.lit')).toHaveCount(0);
});

test(
	'a ufrag that is pressed in the pair lights the candidates and the description',
	{ tag: '@later' },
	async ({ page }) => {
		const ufrag = await openCall(page);
		await selectedCell(page).click();
		const sizes = await sizesAroundPress(page, ufrag);
		expect(sizes.after).toEqual(sizes.before);
		await expectLitPair(page, ufrag);
		await expectLitCandidates(page);
		const words = await openUfragLines(page, ufrag);
		await expect(words).not.toHaveCount(0);
		await expect(words.and(page.locator('.lit'))).toHaveCount(await words.count());
	}
);
