import { expect, test } from '@playwright/test';
import { expectNothingInUse, watchBeneath } from './beneath';
import { MOMENTS } from './deck';
import {
	STEP_SLUGS,
	expectConnected,
	expectFrames,
	expectMoment,
	moment,
	next,
	open,
	stepsPerformed
} from './walk';

test(
	'Next alone leads from the first slide through a connected call to the last',
	{ tag: '@later' },
	async ({ page }) => {
		await watchBeneath(page);
		const problems: string[] = [];
		page.on('pageerror', (error) => problems.push(String(error)));
		page.on('console', (message) => {
			if (message.type() === 'error') problems.push(message.text());
		});
		await open(page);
		await expectMoment(page, MOMENTS[0]!);

		for (const reached of MOMENTS.slice(1)) {
			await next(page).click();
			await expectMoment(page, reached);
			if (reached.slug === 'media-flows') {
				await expectConnected(page);
				await expectFrames(page);
				await expect(page.getByLabel('Jane, as John sees her')).toHaveJSProperty('paused', false);
				await expect(page.getByLabel('John, as Jane sees him')).toHaveJSProperty('paused', false);
			}
		}

		await expectMoment(page, moment('thanks'));
		await expect(next(page)).toHaveText('Call again');
		expect(await stepsPerformed(page)).toEqual(STEP_SLUGS);
		await expectNothingInUse(page);
		expect(problems).toEqual([]);
	}
);

test(
	'the keyboard alone leads through the whole walk, and the focus stays where it was',
	{ tag: '@telling' },
	async ({ page }) => {
		test.slow();
		await open(page);
		const focused = () => page.evaluate(() => document.activeElement?.textContent?.trim());
		for (let presses = 0; (await focused()) !== 'Next'; presses += 1) {
			expect(presses, 'Tab reaches Next').toBeLessThan(60);
			await page.keyboard.press('Tab');
		}
		for (const reached of MOMENTS.slice(1)) {
			await page.keyboard.press('Enter');
			await expectMoment(page, reached);
			await expect(next(page), `${reached.slug} ${reached.kind}`).toBeFocused();
			await expect(next(page)).toBeInViewport({ ratio: 1 });
		}
		expect(await stepsPerformed(page)).toEqual(STEP_SLUGS);
	}
);

test.describe('by touch', () => {
	test.skip(
		({ browserName }) => browserName === 'firefox',
		'Playwright drives no touch in Firefox'
	);
	test.use({ viewport: { width: 390, height: 844 }, hasTouch: true });

	test('a finger alone leads through the whole walk, and the picture shows the call come about', async ({
		page
	}) => {
		test.slow();
		await open(page);
		for (const reached of MOMENTS.slice(1)) {
			await next(page).tap();
			await expectMoment(page, reached);
			await expect(next(page)).toBeInViewport({ ratio: 1 });
		}
		expect(await stepsPerformed(page)).toEqual(STEP_SLUGS);
	});
});

test('hanging up closes both peers and leaves no track and no timer in use', async ({ page }) => {
	await watchBeneath(page);
	await open(page, 'john-hangs-up');
	await expectConnected(page);
	await next(page).click();
	await expectMoment(page, moment('john-hangs-up', 'after'));
	await expectNothingInUse(page);
	expect(
		await page.evaluate(() => [
			window.parley.john?.signalingState,
			window.parley.jane?.signalingState
		])
	).toEqual(['closed', 'closed']);
});
