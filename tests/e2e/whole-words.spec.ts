import { expect, test, type Locator } from '@playwright/test';
import { patientFirefox } from './browsers';
import { measurePicture } from './measure';
import { open, ready, status } from './walk';

// What is said in a line of its own is there to be read to its end, however narrow its place is.

test.use({ launchOptions: patientFirefox, contextOptions: { reducedMotion: 'reduce' } });

/** By how many pixels more is said than there is room for. */
const cutOff = (line: Locator) =>
	line.evaluate((element) => Math.max(0, element.scrollWidth - element.clientWidth));

/** Windows of one and of two columns; the second is one of 1440 by 900 at 200 %. */
const WINDOWS = [
	{ width: 390, height: 844 },
	{ width: 720, height: 450 },
	{ width: 1024, height: 768 },
	{ width: 1200, height: 800 }
];

for (const viewport of WINDOWS) {
	const size = `${viewport.width} × ${viewport.height}`;
	const tag = viewport.width === 1024 ? '@telling-chromium' : [];

	test(
		`the line that says where one is has room for its title at ${size}`,
		{ tag },
		async ({ page }) => {
			await page.setViewportSize(viewport);
			for (const slug of ['john-gets-media', 'john-sets-remote-description'] as const) {
				await open(page, slug);
				expect(await cutOff(status(page)), slug).toBe(0);
			}
		}
	);

	test(`beside the slider of the recorded call nothing is cut off at ${size}`, async ({ page }) => {
		await page.setViewportSize(viewport);
		for (const address of ['./walk/what-is-webrtc', './walk/negotiation-needed/who-says-when']) {
			await page.goto(address);
			await ready(page);
			expect((await measurePicture(page)).faults, address).toEqual([]);
		}
	});
}
