import { test } from '@playwright/test';
import { patientFirefox } from './browsers';
import { MOMENTS } from './deck';
import { expectConnected, expectMoment, next, open } from './walk';

test.use({ launchOptions: patientFirefox });

const SIZES = [
	{ width: 1440, height: 900 },
	{ width: 1920, height: 1080 },
	{ width: 390, height: 844 }
];

// Pictures to look at, of every slide before and after, in the folder screenshots/.
for (const theme of ['light', 'dark'] as const) {
	for (const viewport of SIZES) {
		test.describe(`${viewport.width}x${viewport.height} ${theme}`, () => {
			test.use({ viewport });
			test.beforeEach(({ page }) =>
				page.addInitScript((value) => localStorage.setItem('parley:theme', `"${value}"`), theme)
			);

			test('every moment of the walk has its picture @long', async ({ page, browserName }) => {
				await open(page);
				for (const [index, shown] of MOMENTS.entries()) {
					if (index > 0) await next(page).click();
					await expectMoment(page, shown);
					if (shown.slug === 'media-flows') await expectConnected(page);
					const number = String(index + 1).padStart(2, '0');
					await page.screenshot({
						path: `screenshots/${browserName}/${viewport.width}-${theme}/${number}-${shown.slug}-${shown.kind}.png`,
						fullPage: viewport.width < 1280
					});
				}
			});
		});
	}
}
