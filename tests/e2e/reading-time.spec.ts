import { expect, test } from '@playwright/test';
import { MOMENTS, at, between } from './deck';
import {
	attempts,
	expectConnected,
	expectFrames,
	expectMoment,
	moment,
	next,
	notice,
	open,
	openLadder,
	pressThrough
} from './walk';

/** As long as someone reads a slide. Here the waiting is the point. */
const READING = 8000;

test('a pair that the browser gives up while someone reads is replaced at the next press', async ({
	page,
	browserName
}) => {
	test.setTimeout(90_000);
	await open(page, 'jane-sets-local-description');
	await pressThrough(page, [moment('jane-sets-local-description', 'after')]);

	if (browserName === 'firefox') {
		// Firefox waits five seconds for a pair that works.
		await expect
			.poll(() => page.evaluate(() => window.parley.jane?.iceConnectionState))
			.toBe('failed');
		const lost = notice(page, 'This pair of peers is lost');
		await expect(lost).toBeVisible();
		await expect(lost).toContainText('Firefox gave up on Jane’s connection');
		await expect(lost.locator('[data-finding="ice.firefox-five-seconds"]')).toContainText(
			'waited while somebody was reading'
		);
	} else {
		await page.waitForTimeout(READING);
		await expect(notice(page, 'This pair of peers is lost')).toBeHidden();
	}

	await pressThrough(page, between('jane-sends-answer', 'jane-sends-answer').slice(0, 1));
	if (browserName === 'firefox') {
		const replayed = notice(page, 'Replayed on fresh peers');
		await expect(replayed).toBeVisible();
		await expect(replayed).toContainText('Firefox gave up on Jane’s connection');
	}
	await pressThrough(page, [
		moment('jane-sends-answer', 'after'),
		...between('john-sets-remote-description', 'media-flows')
	]);
	await expectConnected(page);
	await expectFrames(page);

	if (browserName === 'chromium') expect(await attempts(page)).toBe(1);
	if (browserName === 'firefox') {
		// One fresh pair is enough, unless this machine is so slow that Firefox gives up again: each
		// attempt but the last was lost, and each but the first was made for that.
		const { lost, reasons } = await page.evaluate(() => ({
			lost: window.parley.trace.filter(({ kind }) => kind === 'lost').map(({ attempt }) => attempt),
			reasons: window.parley.trace
				.filter(({ kind }) => kind === 'attempt')
				.map(({ data }) => (data as { reason: string }).reason)
		}));
		const earlier = reasons.slice(1);
		expect(earlier).not.toEqual([]);
		expect(earlier).toEqual(earlier.map(() => 'lost'));
		expect([...new Set(lost)]).toEqual(earlier.map((_, index) => index + 1));
		// What happened before is still there, and says why it ended.
		const first = await page.evaluate(() =>
			window.parley.trace
				.filter(({ attempt, kind }) => attempt === 1 && (kind === 'step' || kind === 'lost'))
				.map(({ kind }) => kind)
		);
		expect(first).toContain('step');
		expect(first).toContain('lost');
		await openLadder(page);
		// The ladder folds the attempts before the last.
		await expect(
			page.getByRole('option', {
				name: `Fresh peers, attempt ${reasons.length}: the browser had given up`
			})
		).toBeAttached();
	}
});

test(
	'a step is performed by the very press that replaces a lost pair',
	{ tag: '@telling' },
	async ({ page, browserName }) => {
		test.skip(browserName !== 'firefox', 'Chromium waits for ever');
		await open(page, 'john-sends-candidate');
		await expect
			.poll(() => page.evaluate(() => window.parley.john?.iceConnectionState))
			.toBe('failed');
		await next(page).click();
		await expectMoment(page, moment('john-sends-candidate', 'after'));
		await expect(notice(page, 'Replayed on fresh peers')).toBeVisible();
		expect(await attempts(page)).toBe(2);
	}
);

test('waiting 8 s before every press from the answer on still ends connected @long @reading', async ({
	page,
	browserName
}) => {
	test.setTimeout(600_000);
	await open(page, 'jane-creates-answer');
	for (const reached of MOMENTS.slice(at('jane-creates-answer') + 1, at('media-flows') + 1)) {
		await page.waitForTimeout(READING);
		await next(page).click();
		await expectMoment(page, reached);
	}
	await expectConnected(page);
	await expectFrames(page);
	if (browserName === 'firefox') expect(await attempts(page)).toBeGreaterThan(1);
	else expect(await attempts(page)).toBe(1);
});
