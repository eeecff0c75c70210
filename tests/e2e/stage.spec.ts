import { expect, test } from '@playwright/test';
import { patientFirefox } from './browsers';
import { MOMENTS, at } from './deck';
import { measureWall } from './measure';
import { driveByPageDown, expectOnStage, openStage, stage } from './stage';
import { STEP_SLUGS, expectConnected, expectFrames, stepsPerformed } from './walk';

test.use({ launchOptions: patientFirefox });

const SIZES = [
	{ width: 1024, height: 768 },
	{ width: 1280, height: 800 },
	{ width: 1920, height: 1080 },
	{ width: 3840, height: 2160 }
] as const;

test.describe('on a small wall and on a usual one', () => {
	const [small, , usual] = SIZES;
	test.use({ viewport: small });

	test(
		'PageDown alone drives the whole talk, and no moment is cut off or too small',
		{ tag: '@later' },
		async ({ page }) => {
			test.slow(true, 'two walls are measured at each moment of the talk');
			const problems: string[] = [];
			page.on('pageerror', (error) => problems.push(String(error)));
			const faults: string[] = [];
			await openStage(page);
			await driveByPageDown(page, async ({ slug, kind }) => {
				if (slug === 'media-flows') {
					await expectConnected(page);
					await expectFrames(page);
				}
				for (const viewport of [usual, small]) {
					await page.setViewportSize(viewport);
					const measured = await measureWall(page);
					expect(measured.texts, slug).toBeGreaterThan(4);
					const where = `${viewport.width}x${viewport.height} ${slug} ${kind}`;
					faults.push(...measured.faults.map((fault) => `${where}: ${fault}`));
				}
			});
			expect(faults).toEqual([]);
			expect(await stepsPerformed(page)).toEqual(STEP_SLUGS);
			await page.keyboard.press('PageDown');
			await expect(page.getByRole('main')).toHaveAttribute('data-moment', 'thanks only');
			expect(problems).toEqual([]);
		}
	);
});

test('each line of the wall says in words whose it is, and so does the message', async ({
	page
}) => {
	await openStage(page, 'john-sets-remote-description');
	await page.keyboard.press('PageDown');
	await expectOnStage(page, MOMENTS[at('john-sets-remote-description', 'after')]!);
	const panel = stage(page).locator('.panel');
	for (const [peer, name] of [
		['john', 'John'],
		['jane', 'Jane']
	]) {
		const lines = panel.locator(`li.${peer}`);
		await expect(lines.first()).toBeVisible();
		await expect(lines.filter({ hasNot: page.getByText(name!, { exact: true }) })).toHaveCount(0);
	}
	await expect(panel.getByText('Jane’s answer')).toBeVisible();
	await expect(panel.getByText('delivered to John')).toBeVisible();
});

for (const theme of ['light', 'dark'] as const) {
	test(`no moment is cut off, laid over another or too small at any size, ${theme} @long`, async ({
		page,
		browserName
	}) => {
		await page.addInitScript((value) => localStorage.setItem('parley:theme', `"${value}"`), theme);
		const faults: string[] = [];
		await openStage(page);
		await driveByPageDown(page, async (moment) => {
			const number = String(MOMENTS.indexOf(moment) + 1).padStart(2, '0');
			for (const viewport of SIZES) {
				await page.setViewportSize(viewport);
				const size = `${viewport.width}x${viewport.height}`;
				const measured = await measureWall(page);
				faults.push(
					...measured.faults.map((fault) => `${size} ${moment.slug} ${moment.kind}: ${fault}`)
				);
				if (viewport.width < 3000) {
					await page.screenshot({
						path: `screenshots/stage/${browserName}-${size}-${theme}/${number}-${moment.slug}-${moment.kind}.png`
					});
				}
			}
		});
		expect(faults).toEqual([]);
	});
}

for (const slug of ['jane-adds-candidate', 'media-flows'] as const) {
	const tag = slug === 'media-flows' ? '@telling-chromium' : [];
	test(
		`both peers have their pictures where the stage is opened at ${slug}`,
		{ tag },
		async ({ page }) => {
			await openStage(page, slug);
			// A question may stand before the slide.
			if (slug === 'jane-adds-candidate') await page.keyboard.press('Enter');
			await expect(stage(page).getByText('in the other tab')).toHaveCount(0);
			const own = page.locator('.own video');
			await expect(own).toHaveCount(2);
			for (const video of await own.all()) {
				await expect
					.poll(() => video.evaluate((element) => (element as HTMLVideoElement).readyState))
					.toBeGreaterThanOrEqual(2);
			}
		}
	);
}
