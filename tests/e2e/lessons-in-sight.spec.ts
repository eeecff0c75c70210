import { expect, test } from '@playwright/test';
import { patientFirefox } from './browsers';
import { inSight, partsOfPicture, whatOverlaps } from './in-sight';
import { expectMomentOf, LESSONS } from './lessons';
import { next, ready } from './walk';

test.use({ launchOptions: patientFirefox });

/** A telephone, two windows, and one of 1440 by 900 at 200 %. The walk of the call has them all (after-next). */
const WINDOWS = [
	{ width: 390, height: 844 },
	{ width: 1024, height: 768 },
	{ width: 1920, height: 1080 },
	{ width: 720, height: 450, scale: 2 }
];

for (const { width, height, scale = 1 } of WINDOWS) {
	test.describe(`at ${width} × ${height}${scale > 1 ? `, ${scale * 100} %` : ''}`, () => {
		test.use({
			viewport: { width, height },
			deviceScaleFactor: scale,
			contextOptions: { reducedMotion: 'reduce' }
		});

		for (const lesson of LESSONS.filter(({ slug }) => slug !== 'call')) {
			test(`what each press of “${lesson.title}” changed is in sight @long`, async ({ page }) => {
				test.slow(true, 'a whole lesson is performed, and measured at each step');
				await page.goto(`./walk/${lesson.slug}`);
				await ready(page);
				for (const [index, moment] of lesson.moments.entries()) {
					const before = await partsOfPicture(page);
					if (index > 0) await next(page).click();
					await expectMomentOf(page, lesson, moment);
					if (moment.kind !== 'after') continue;
					await expect
						.poll(() => inSight(page, before, true), { message: moment.slug })
						.toEqual({ sentence: true, unseen: [] });
					expect(await whatOverlaps(page), moment.slug).toEqual([]);
				}
			});
		}
	});
}
