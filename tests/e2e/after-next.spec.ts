import { expect, test, type Page } from '@playwright/test';
import { patientFirefox } from './browsers';
import { between } from './deck';
import { inSight, partsOfPicture, whatOverlaps } from './in-sight';
import { measurePicture } from './measure';
import { back, expectMoment, moment, next, open, openLadder, press, pressThrough } from './walk';

test.use({ launchOptions: patientFirefox });

const said = (page: Page) => page.getByRole('status', { name: 'What the step did' });
const step = (page: Page) => page.getByRole('tabpanel', { name: 'This step' });

test(
	'after a press one sentence says what the step did, and it is announced',
	{ tag: '@telling-chromium' },
	async ({ page }) => {
		await open(page, 'john-creates-offer');
		await expect(said(page)).toHaveText('');
		await pressThrough(page, [moment('john-creates-offer', 'after')]);
		const offer =
			/^John now has an offer of \d+ lines, for (audio and video|video and audio)\. It is only text/;
		await expect(said(page)).toHaveText(offer);
		await expect(step(page).getByRole('paragraph').first()).toHaveText(offer);

		await pressThrough(page, between('john-sets-local-description', 'john-sets-local-description'));
		await expect(said(page)).toContainText(
			'John now waits for an answer: stable → have-local-offer.'
		);
		await expect(said(page)).toContainText(
			/His browser found \d+ candidates?, and looks for no more/
		);
	}
);

test('it is announced wherever somebody looks, and the past says its own', async ({ page }) => {
	await open(page, 'john-creates-offer');
	await page.getByRole('tab', { name: 'Wire', exact: true }).click();
	await pressThrough(page, [
		moment('john-creates-offer', 'after'),
		...between('john-sets-local-description', 'john-sets-local-description')
	]);
	await expect(said(page)).toContainText('John now waits for an answer');
	await back(page).click();
	await expect(said(page)).toHaveText('');
	await back(page).click();
	await expect(said(page)).toContainText('John now has an offer');
});

test('the moment before a step that has run says so', async ({ page }) => {
	await open(page, 'john-creates-offer');
	await expect(step(page)).toContainText('Nothing has run yet. Next runs this:');
	await press(page);
	await back(page).click();
	await expectMoment(page, moment('john-creates-offer', 'before'));
	await expect(step(page)).toContainText('It has run: Next shows what it did.');
	await expect(step(page)).not.toContainText('Nothing has run yet');
});

test('the code folds to its line, and what was passed is written as it was', async ({ page }) => {
	await open(page, 'jane-adds-candidate');
	await expect(step(page).locator('.operation pre')).toBeVisible();
	await press(page);
	await expect(step(page).locator('.operation pre')).toBeHidden();
	await expect(step(page).locator('.operation summary')).toHaveText(
		'The code await jane.pc.addIceCandidate(candidate);'
	);
	await pressThrough(page, between('jane-sends-candidate', 'remaining-candidates'));
	const calls = step(page).getByRole('listitem');
	await expect(
		calls.filter({ hasText: /addIceCandidate\((null|\{candidate: '', …\})\)/ })
	).not.toHaveCount(0);
	await expect(calls.filter({ hasText: 'addIceCandidate()' })).toHaveCount(0);
});

for (const [width, height] of [
	[390, 844],
	[1024, 768],
	[1440, 900]
] as const) {
	test(`what happened is in sight after the press at ${width} × ${height}`, async ({ page }) => {
		await page.setViewportSize({ width, height });
		await open(page, 'john-sends-offer');
		await press(page);
		await expect(page.getByRole('region', { name: 'What happened' })).toBeInViewport({ ratio: 1 });
		const happened = (await page.getByRole('region', { name: 'What happened' }).boundingBox())!;
		const controls = (await next(page).boundingBox())!;
		expect(happened.y + happened.height).toBeLessThanOrEqual(controls.y);
	});
}

/** Windows as they are; the last is one of 1440 by 900 at 200 %. */
const WINDOWS = [
	{ width: 390, height: 844, run: '@later' },
	{ width: 768, height: 1024, run: '@long' },
	{ width: 1024, height: 768, run: '@long' },
	{ width: 1280, height: 720, run: '@long' },
	{ width: 1440, height: 900, run: '@long' },
	{ width: 1920, height: 1080, run: '@long' },
	{ width: 2560, height: 1440, run: '@long' },
	{ width: 720, height: 450, scale: 2, run: '@long' }
];

for (const { width, height, scale = 1, run } of WINDOWS) {
	test.describe(`at ${width} × ${height}${scale > 1 ? `, ${scale * 100} %` : ''}`, () => {
		test.use({
			viewport: { width, height },
			deviceScaleFactor: scale,
			contextOptions: { reducedMotion: 'reduce' }
		});

		test(`after each press what it changed is in sight, and nothing lies over it ${run}`, async ({
			page
		}) => {
			test.slow(true, 'the whole call is performed, and measured at each step');
			await open(page, 'john-creates-peer-connection');
			const [, ...moments] = between('john-creates-peer-connection', 'john-hangs-up');
			for (const one of moments) {
				const before = await partsOfPicture(page);
				await pressThrough(page, [one]);
				if (one.kind !== 'after') continue;
				await expect
					.poll(() => inSight(page, before), { message: one.slug })
					.toMatchObject({ sentence: true });
				const found = [...(await whatOverlaps(page)), ...(await measurePicture(page)).faults];
				expect(found, one.slug).toEqual([]);
			}
		});
	});
}

test('a tab that a slide names is a link to it, by pointer and by keys', async ({ page }) => {
	await page.setViewportSize({ width: 390, height: 844 });
	await open(page, 'john-sends-offer');
	await press(page);
	const link = page.getByRole('article').getByRole('link', { name: 'Wire', exact: true });
	await link.focus();
	await page.keyboard.press('Enter');
	const wire = page.getByRole('tabpanel', { name: 'Wire' });
	await expect(wire).toBeFocused();
	await expect(wire.getByText('waiting for Jane')).toBeInViewport();
	await expectMoment(page, moment('john-sends-offer', 'after'));
});

test('the ladder is one line until it is asked for, and is remembered as it was left', async ({
	page
}) => {
	await open(page, 'john-creates-offer');
	const line = page.getByRole('button', { name: 'whole ladder ↑' });
	await expect(line).toHaveAccessibleName(/^Step begins|^John/);
	await openLadder(page);
	const edge = page.getByRole('separator', { name: 'Height of the ladder' });
	const before = Number(await edge.getAttribute('aria-valuenow'));
	await edge.focus();
	await page.keyboard.press('ArrowUp');
	await expect(edge).toHaveAttribute('aria-valuenow', String(before + 5));
	await expectMoment(page, moment('john-creates-offer', 'before'));
	await page.reload();
	await expect(edge).toHaveAttribute('aria-valuenow', String(before + 5));
	await page.getByRole('button', { name: 'fold the ladder ↓' }).click();
	await expect(edge).toHaveCount(0);
});
