import { expect, test, type Page } from '@playwright/test';
import { patientFirefox } from './browsers';
import { MOMENTS, at, between } from './deck';
import {
	STEP_SLUGS,
	attempts,
	back,
	button,
	expectMoment,
	moment,
	next,
	notice,
	open,
	openLadder,
	pressThrough,
	restart,
	stepsBegun,
	stepsPerformed
} from './walk';

test.use({ launchOptions: patientFirefox });

test(
	'Back shows the moment before, and Next returns without performing anything twice',
	{ tag: '@later' },
	async ({ page }) => {
		await open(page, 'john-creates-offer');
		await pressThrough(page, [moment('john-creates-offer', 'after')]);
		const begun = await stepsBegun(page);
		const line = between('john-creates-peer-connection', 'john-creates-offer')
			.slice(0, -1)
			.reverse();
		for (const earlier of line) {
			await back(page).click();
			await expectMoment(page, earlier);
		}
		const john = page.getByRole('region', { name: 'John', exact: true });
		await expect(john).toContainText('no RTCPeerConnection yet');
		await pressThrough(
			page,
			between('john-creates-peer-connection', 'john-creates-offer').slice(1)
		);
		await expect(john).toContainText('RTCPeerConnection made');
		expect(await stepsBegun(page)).toEqual(begun);
		expect(await attempts(page)).toBe(1);
	}
);

test(
	'looking back shows the descriptions of that moment, not those of the present',
	{ tag: '@telling-chromium' },
	async ({ page }) => {
		await open(page, 'john-sends-offer');
		await page.getByRole('tab', { name: 'Descriptions' }).click();
		const descriptions = page.getByRole('tabpanel', { name: 'Descriptions' });
		await expect(descriptions).toContainText('pending local: offer');
		await back(page).click();
		await back(page).click();
		await expectMoment(page, moment('john-sets-local-description', 'before'));
		await expect(descriptions).not.toContainText('pending local: offer');
		await expect(notice(page, 'You are looking back')).toBeVisible();
		await button(page, 'To the present').click();
		await expectMoment(page, moment('john-sets-local-description', 'after'));
		await expect(descriptions).toContainText('pending local: offer');
	}
);

test('after a press the panel says what to look at, and the slide shows what happened', async ({
	page
}) => {
	await open(page, 'jane-creates-answer');
	const step = page.getByRole('tabpanel', { name: 'This step' });
	await expect(step).not.toContainText('What to look at');
	await pressThrough(page, [moment('jane-creates-answer', 'after')]);
	const line = step.locator('dl > div').filter({ hasText: 'a=setup:active' });
	await expect(line.getByRole('definition')).toContainText('DTLS client');
	// It begins below the edge of a window of this height.
	await expect(page.getByRole('region', { name: 'What happened' })).toBeInViewport({ ratio: 1 });
});

test('Back stops at the first slide', async ({ page }) => {
	await open(page);
	await expect(back(page)).toBeDisabled();
});

/** Begins to play, as fast as anybody reads, and at four times the speed. */
async function playQuickly(page: Page) {
	await button(page, 'Settings').click();
	await page.getByRole('combobox', { name: 'words a minute' }).selectOption('600');
	await page.keyboard.press('Escape');
	await page.getByLabel('Speed of Play').selectOption('4×');
	await button(page, 'Play').click();
}

test('Play goes on by itself until Pause', { tag: '@long' }, async ({ page }) => {
	await open(page, 'john-creates-peer-connection');
	await playQuickly(page);
	await expect.poll(async () => (await stepsPerformed(page)).length).toBe(2);
	await button(page, 'Pause').click();
	await expect(button(page, 'Play')).toBeVisible();
	const begun = await stepsBegun(page);
	// Longer than any of these slides takes to read at this speed: here the waiting is the point.
	await page.waitForTimeout(6000);
	expect(await stepsBegun(page)).toEqual(begun);
});

test('Play stops when a step is refused', { tag: '@later' }, async ({ page }) => {
	await page.addInitScript(() => {
		const refuse = () => Promise.reject(new DOMException('made to fail', 'OperationError'));
		Object.assign(RTCPeerConnection.prototype, { createOffer: refuse });
	});
	await open(page, 'john-adds-tracks');
	await playQuickly(page);
	const refusal = page.getByRole('alert');
	await expect(refusal).toContainText('OperationError');
	await expect(refusal).toContainText('made to fail');
	await expect(button(page, 'Play')).toBeVisible();
	await button(page, 'Dismiss').click();
	await expectMoment(page, moment('john-creates-offer', 'before'));
	await expect(refusal).toHaveCount(0);
});

test('Play stops at the end', { tag: '@later' }, async ({ page }) => {
	await open(page, 'references');
	await playQuickly(page);
	// However fast, the longest of all texts takes its time.
	await expect(next(page)).toHaveText('Call again', { timeout: 40_000 });
	await expectMoment(page, moment('thanks'));
	await expect(button(page, 'Play')).toBeDisabled();
});

test(
	'Restart begins at the first slide with fresh peers',
	{ tag: '@telling-chromium' },
	async ({ page }) => {
		await open(page, 'jane-creates-answer');
		await restart(page).click();
		await expectMoment(page, MOMENTS[0]!);
		expect(await stepsPerformed(page)).toEqual([]);
		expect(await page.evaluate(() => [window.parley.john, window.parley.jane])).toEqual([
			null,
			null
		]);
	}
);

test('a slide ahead in the contents performs everything up to it', async ({ page }) => {
	await open(page, 'john-creates-offer');
	await button(page, 'Contents').click();
	await page
		.getByRole('navigation', { name: 'Contents' })
		.getByRole('link', { name: /Jane creates an answer/ })
		.click();
	await expectMoment(page, moment('jane-creates-answer', 'before'));
	expect(await stepsBegun(page)).toEqual(STEP_SLUGS.slice(0, 10));
	expect(await attempts(page)).toBe(1);
});

test('the browser’s own back and forward go through the slides', async ({ page }) => {
	await open(page, 'what-an-app-does');
	await pressThrough(page, MOMENTS.slice(at('john-and-jane'), at('john-gets-media') + 1));
	const begun = await stepsBegun(page);
	await page.goBack();
	await expectMoment(page, moment('john-creates-peer-connection', 'after'));
	await page.goBack();
	await expectMoment(page, moment('john-and-jane'));
	await page.goForward();
	await expectMoment(page, moment('john-creates-peer-connection', 'after'));
	await page.goForward();
	await expectMoment(page, moment('john-gets-media', 'before'));
	expect(await stepsBegun(page)).toEqual(begun);
});

test(
	'an entry of the ladder shows its moment, and “To the present” returns',
	{ tag: '@later' },
	async ({ page }) => {
		await open(page, 'jane-creates-answer');
		await openLadder(page);
		const ladder = page.getByRole('listbox', { name: 'What happened, oldest first' });
		const entry = ladder.getByRole('option', { name: /^John calls createOffer/ });
		await entry.dispatchEvent('click');
		await expect(entry).toHaveAttribute('aria-selected', 'true');
		await expect(notice(page, 'You are looking at entry')).toBeVisible();
		const states = page.locator('dl[aria-label="John’s states"]');
		const jane = page.getByRole('region', { name: 'Jane', exact: true });
		await expect(jane).toContainText('no RTCPeerConnection yet');
		await expect(states).not.toContainText('have-local-offer');
		await button(page, 'To the present').click();
		await expect(notice(page, 'You are looking at entry')).toHaveCount(0);
		await expect(jane).toContainText('negotiating');
		await expect(states).toContainText('have-local-offer');
		await expectMoment(page, moment('jane-creates-answer', 'before'));
	}
);

test('Next, while an entry of the ladder is looked at, only returns to the present', async ({
	page
}) => {
	await open(page, 'jane-creates-answer');
	const begun = await stepsBegun(page);
	await openLadder(page);
	await page.getByRole('option', { name: /^John calls createOffer/ }).dispatchEvent('click');
	await expect(notice(page, 'You are looking at entry')).toBeVisible();
	await next(page).click();
	await expect(notice(page, 'You are looking at entry')).toHaveCount(0);
	await expectMoment(page, moment('jane-creates-answer', 'before'));
	expect(await stepsBegun(page)).toEqual(begun);
});
