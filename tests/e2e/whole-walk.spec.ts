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
