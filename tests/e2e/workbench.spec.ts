import { expect, test, type Page } from '@playwright/test';
import { faultsOf, patientFirefox } from './browsers';
import { MOMENTS, at } from './deck';
import { expectOnStage, openStage, stage } from './stage';
import { attempts, expectConnected, expectMoment, moment, next, open, press, ready } from './walk';

test.use({ launchOptions: patientFirefox });

const bench = (page: Page) => page.getByRole('group', { name: 'Break something' });
const done = (page: Page) =>
	bench(page)
		.getByRole('listitem')
		.filter({ hasNot: page.locator('small') });
const act = (page: Page, name: string | RegExp) => bench(page).getByRole('button', { name });
const bar = (page: Page) => page.locator('.bar').filter({ hasText: 'Broken on purpose:' });

/** Does it by keyboard. */
async function strike(page: Page, name: string | RegExp): Promise<void> {
	await act(page, name).focus();
	await page.keyboard.press('Enter');
}

/** The offer waits for Jane, and the workbench is open. */
async function toWaitingOffer(page: Page): Promise<void> {
	await open(page, 'john-sends-offer');
	await press(page);
	await page.getByRole('button', { name: 'Break something' }).focus();
	await page.keyboard.press('Enter');
	await expect(page.getByRole('tabpanel', { name: 'Break' })).toBeFocused();
	await expect(act(page, /^Lose it/)).toHaveAttribute('aria-disabled', 'false');
}

/** Presses the key for Next until the slide is there. */
async function goOnTo(page: Page, slug: 'connected'): Promise<void> {
	for (let presses = 0; presses < 60; presses++) {
		if (new RegExp(`/${slug}$`).test(page.url())) return;
		await page.keyboard.press('n');
		await ready(page);
	}
	throw new Error(`${slug} was not reached`);
}

test(
	'One digit of a fingerprint is changed by keyboard: the call fails, and it is said why',
	{ tag: '@telling' },
	async ({ page }) => {
		const problems = faultsOf(page);
		await toWaitingOffer(page);
		await strike(page, /^Change one digit of the fingerprint/);
		await expect(done(page)).toHaveText([
			'The offer to Jane: one digit of the fingerprint changed'
		]);

		await goOnTo(page, 'connected');
		await expect(page.locator('.picture')).toContainText('failed');
		await expect(page.locator('.notices [data-finding]')).toBeVisible();
		await expect(act(page, /^Undo: The offer to Jane/)).toBeVisible();

		await strike(page, /^Undo: The offer to Jane/);
		await expect.poll(() => attempts(page)).toBe(2);
		await ready(page);
		await expect(done(page)).toHaveCount(0);
		await goOnTo(page, 'connected');
		await expectConnected(page);
		expect(problems).toEqual([]);
	}
);

test('The offer is lost: Jane waits, it is said, and Undo brings it back', async ({ page }) => {
	await toWaitingOffer(page);
	await strike(page, /^Lose it/);
	await expect(done(page)).toHaveText(['The offer to Jane is lost']);
	await expect(bench(page)).toContainText('No message waits now.');
	// The button is gone, and the focus is not lost with it.
	await expect(bench(page)).toBeFocused();

	await press(page);
	await press(page);
	await press(page);
	await next(page).click();
	await expect(bench(page).getByRole('status', { name: 'Who waits' })).toHaveText(
		/^Jane waits: what “.+” needs has not come\.\s\d+ s$/
	);
	await page.getByRole('tab', { name: 'This step', exact: true }).click();
	await expect(bar(page)).toContainText('The offer to Jane is lost');
	await expect(bar(page).getByRole('status', { name: 'Who waits' })).toContainText('Jane waits');
	await bar(page).getByRole('button', { name: 'Undo: The offer to Jane is lost' }).click();
	await expect(bar(page)).toHaveCount(0);
	await ready(page);
	await expect.poll(() => attempts(page)).toBe(2);
});

test('A message is edited by hand, and what is wrong with it is said', async ({ page }) => {
	await toWaitingOffer(page);
	await strike(page, /^Edit/);
	const text = bench(page).getByRole('textbox', { name: /^What it says/ });
	await expect(text).toBeFocused();
	await expect(act(page, /^Put it on the wire/)).toHaveAttribute('aria-disabled', 'true');
	await page.keyboard.press('End');
	await page.keyboard.type('1');
	await expect(bench(page).getByRole('list', { name: 'What is wrong with it' })).toContainText(
		/line 1: /
	);
	await page.keyboard.press('Escape');
	await expect(act(page, /^Put it on the wire/)).toBeFocused();
	await page.keyboard.press('Enter');
	await expect(done(page)).toHaveText(['The offer to Jane: one line changed by hand']);
	await expect(text).toHaveCount(0);
	await expect(act(page, /^Edit/)).toBeFocused();
});

test('A candidate is edited field by field, and what each says follows', async ({ page }) => {
	const problems = faultsOf(page);
	await open(page, 'john-sends-candidate');
	await press(page);
	await page.getByRole('button', { name: 'Break something' }).focus();
	await page.keyboard.press('Enter');
	await strike(page, /^Edit/);
	const form = bench(page).getByRole('group', { name: /^Its fields/ });
	const field = (name: string) => form.getByLabel(name, { exact: true });
	await expect(field('foundation')).toBeFocused();
	await expect(act(page, /^Put it on the wire/)).toHaveAttribute('aria-disabled', 'true');

	await field('port').fill('');
	await expect(bench(page).getByRole('list', { name: 'What is wrong with it' })).toContainText(
		/\S/
	);
	await field('port').fill('9');
	await expect(bench(page).getByRole('list', { name: 'What is wrong with it' })).toBeEmpty();
	await field('type').fill('relay');
	await expect(form).toContainText('relay');
	await page.keyboard.press('Escape');
	await expect(act(page, /^Put it on the wire/)).toBeFocused();
	await page.keyboard.press('Enter');
	await expect(done(page)).toHaveText(['A candidate to Jane: one line changed by hand']);
	await expect(act(page, /^Edit/)).toBeFocused();
	const line = await page.evaluate(
		() =>
			window.parley.trace.findLast(({ kind }) => kind === 'altered')?.data as {
				message: { candidate: { candidate: string } };
			}
	);
	expect(line.message.candidate.candidate).toMatch(/ 9 typ relay\b/);
	expect(problems).toEqual([]);
});

test('A clean slate forgets what was broken, and a past moment cannot be changed', async ({
	page
}) => {
	await toWaitingOffer(page);
	await strike(page, /^Nothing reaches Jane/);
	await expect(done(page)).toHaveText(['From now on nothing reaches Jane']);
	await page.keyboard.press('p');
	await expectMoment(page, moment('john-sends-offer'));
	await expect(bench(page)).toContainText('You look at an earlier moment');
	await expect(act(page, /^Nothing reaches John/)).toHaveAttribute('aria-disabled', 'true');
	await strike(page, 'Clean slate');
	await ready(page);
	await expectMoment(page, MOMENTS[0]!);
	await expect(done(page)).toHaveCount(0);
});

test('What a browser refuses is told beside it', async ({ page }) => {
	await toWaitingOffer(page);
	await strike(page, /^Close John’s connection/);
	await strike(page, /^John offers at once/);
	await expect(done(page)).toHaveCount(2);
	await expect(done(page).nth(1)).toContainText(/InvalidStateError: ./);
	await page.getByRole('button', { name: 'whole ladder ↑' }).click();
	await expect(
		page.getByRole('option', { name: 'What was done is refused: InvalidStateError' })
	).toBeVisible();
});

test('On the stage W opens the workbench, and Z undoes what was done there', async ({ page }) => {
	await openStage(page, 'john-sends-offer');
	await page.keyboard.press('PageDown');
	const after = MOMENTS[at('john-sends-offer', 'after')]!;
	await expectOnStage(page, after);
	await page.keyboard.press('w');
	await strike(page, /^Lose it/);
	await expect(done(page)).toHaveText(['The offer to Jane is lost']);
	await page.keyboard.press('Escape');
	await expect(page.getByRole('dialog')).toHaveCount(0);
	await expect(stage(page).getByRole('status')).toHaveText(
		'Broken on purpose: The offer to Jane is lost.'
	);
	await page.keyboard.press('z');
	await expect(stage(page).getByRole('status')).toHaveText('Undone: The offer to Jane is lost.');
	await expectOnStage(page, after);
	await page.keyboard.press('w');
	await expect(act(page, /^Lose it/)).toBeVisible();
});
