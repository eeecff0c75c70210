import { expect, test, type Page } from '@playwright/test';
import { patientFirefox } from './browsers';
import { whatOverlaps } from './in-sight';
import { measurePicture } from './measure';
import { open, openLadder, press } from './walk';

test.use({ launchOptions: patientFirefox, contextOptions: { reducedMotion: 'reduce' } });

/** Texts of the walk by where they are. */
const TEXTS = {
	'the sentence of the step': '#tabpanel-step > p',
	'a tab': '[role=tab]',
	'the code': '#tabpanel-step summary',
	'a peer’s phase': '.picture .status',
	'a word of the picture': '.picture .waits',
	'the newest row': '.drawer .newest',
	'a row of the ladder': '.ladder [role=option] text'
};

/** How large each text is on the screen, in pixels. */
function sizesOf(page: Page): Promise<Record<string, number>> {
	return page.evaluate((texts) => {
		const sizeOf = (selector: string) => {
			const element = document.querySelector(selector)!;
			const size = parseFloat(getComputedStyle(element).fontSize);
			if (!(element instanceof SVGTextContentElement)) return size;
			// However it is enlarged: Firefox leaves CSS zoom out of the matrix.
			const own = element.getBBox();
			return (size * element.getBoundingClientRect().height) / own.height;
		};
		return Object.fromEntries(
			Object.entries(texts).map(([name, selector]) => [name, sizeOf(selector)])
		);
	}, TEXTS);
}

/** Opens a walk of which much is to be seen, in a window of that size. */
async function openAt(page: Page, width: number, height: number): Promise<void> {
	await page.setViewportSize({ width, height });
	await open(page, 'john-sends-offer');
	await press(page);
	await openLadder(page);
}

test('in a large window the type of the panel grows with its room, and nothing lies over anything', async ({
	page
}) => {
	await openAt(page, 1440, 900);
	const usual = await sizesOf(page);
	await page.setViewportSize({ width: 2560, height: 1440 });
	const large = await sizesOf(page);
	for (const [name, size] of Object.entries(large)) {
		expect(size, name).toBeGreaterThan(1.15 * usual[name]!);
	}
	expect(await whatOverlaps(page)).toEqual([]);
	expect((await measurePicture(page)).faults).toEqual([]);

	// The ladder is as wide as its place, and no wider.
	const ladder = page.getByRole('group', { name: 'The ladder' });
	const [around, drawn] = [
		(await ladder.boundingBox())!,
		(await ladder.locator('svg').first().boundingBox())!
	];
	expect(drawn.width).toBeLessThanOrEqual(around.width);
	expect(drawn.width).toBeGreaterThan(0.95 * around.width);

	// A line of the slide keeps about as many letters.
	const measure = await page
		.locator('article p')
		.first()
		.evaluate((text) => text.clientWidth / parseFloat(getComputedStyle(text).fontSize));
	expect(measure).toBeLessThan(36);
	expect(measure).toBeGreaterThan(24);
});

test('up to 1920 × 1080 the type of the panel is as it is everywhere, and that of the picture has its room', async ({
	page
}) => {
	await openAt(page, 1440, 900);
	const usual = await sizesOf(page);
	await page.setViewportSize({ width: 1920, height: 1080 });
	const sizes = await sizesOf(page);
	for (const name of ['the sentence of the step', 'a tab', 'the code', 'the newest row']) {
		expect(sizes[name], name).toBeCloseTo(usual[name]!, 1);
	}
	// The picture is larger there, and its words with it.
	for (const name of ['a peer’s phase', 'a word of the picture']) {
		expect(sizes[name], name).toBeGreaterThanOrEqual(usual[name]!);
		expect(sizes[name], name).toBeLessThan(1.3 * usual[name]!);
	}
});
