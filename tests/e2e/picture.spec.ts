import { expect, test, type Locator, type Page } from '@playwright/test';
import { patientFirefox } from './browsers';
import { measurePicture } from './measure';
import { expectConnected, expectMoment, moment, next, open } from './walk';

test.use({ launchOptions: patientFirefox });

const picture = (page: Page) => page.getByRole('group', { name: 'The picture of the call' });
const between = (page: Page) => picture(page).getByRole('toolbar', { name: 'Between the peers' });
const part = (page: Page, name: RegExp) => between(page).getByRole('button', { name });
const openTab = (page: Page) => page.getByRole('tab', { selected: true });

const SIZES = [
	{ width: 390, height: 844 },
	{ width: 768, height: 1024 },
	{ width: 1024, height: 768 },
	{ width: 1280, height: 720 },
	{ width: 1440, height: 900 },
	{ width: 1920, height: 1080 },
	{ width: 2560, height: 1440 }
];

/**
 * How much of what is drawn of a part lies within the picture, from 0 to 1. By its box: what Firefox has an
 * observer see of a line that runs across is a multiple of it.
 */
async function within(one: Locator, whole: Locator): Promise<number> {
	const frame = await whole.evaluate((element) => element.getBoundingClientRect().toJSON());
	return one.evaluate((element, { left, top, right, bottom }: DOMRect) => {
		const box = (element.querySelector('.drawn') ?? element).getBoundingClientRect();
		const inside = (from: number, to: number, least: number, most: number) =>
			to === from ? 1 : (Math.min(to, most) - Math.max(from, least)) / (to - from);
		return (
			Math.max(0, inside(box.left, box.right, left, right)) *
			Math.max(0, inside(box.top, box.bottom, top, bottom))
		);
	}, frame as DOMRect);
}

/** The whole picture, and a part of it, are inside the window, however large that is. */
async function expectInSight(page: Page, one: Locator): Promise<void> {
	for (const size of SIZES) {
		await page.setViewportSize(size);
		const message = `${size.width} × ${size.height}`;
		await expect(picture(page), message).toBeInViewport({ ratio: 1 });
		await expect.poll(() => within(one, picture(page)), { message }).toBeGreaterThanOrEqual(0.95);
	}
}

test('what a press changed is in sight, however large the window is', async ({ page }) => {
	await open(page, 'john-sends-offer');
	await next(page).click();
	await expectMoment(page, moment('john-sends-offer', 'after'));
	await expectInSight(page, part(page, /^offer, \d+ lines, sent by John, waits for Jane$/));

	await open(page, 'jane-adds-candidate');
	await expectMoment(page, moment('jane-adds-candidate', 'before'));
	const added = part(page, /^John’s candidate .*: added by Jane/);
	await expect(added).toHaveCount(0);
	await next(page).click();
	await expectMoment(page, moment('jane-adds-candidate', 'after'));
	await expectInSight(page, added);

	await open(page, 'media-flows');
	await expectConnected(page);
	await expect(picture(page)).toContainText('DTLS ✓');
	await expectInSight(page, part(page, /selected/).first());
});

test(
	'the picture is pressed by keys and pointer, and leads to what its parts stand for',
	{ tag: '@telling-chromium' },
	async ({ page }) => {
		await open(page, 'media-flows');
		await expectConnected(page);
		await part(page, /^John’s candidate L1,/).focus();
		await page.keyboard.press('Enter');
		await expect(openTab(page)).toHaveText('Candidates');
		await page.keyboard.press('End');
		await expect(between(page).locator(':focus')).toHaveAccessibleName(/^Pair of /);
		await page.keyboard.press('Enter');
		await expect(openTab(page)).toHaveText('Pairs');
		await expectMoment(page, moment('media-flows'));
		await part(page, /^end of candidates|^candidate/)
			.first()
			.click();
		await expect(openTab(page)).toHaveText('Wire');
	}
);

test(
	'the scrubber moves through the call, and back to the present',
	{ tag: '@telling-chromium' },
	async ({ page }) => {
		await open(page, 'john-sends-offer');
		const scrubber = page.getByRole('slider', { name: 'Moment of the call' });
		const john = page.getByRole('region', { name: 'John', exact: true });
		await scrubber.press('Home');
		await expect(john).toContainText('no RTCPeerConnection yet');
		await expect(scrubber).toHaveAttribute('aria-valuetext', /^entry 1 of /);
		await scrubber.press('End');
		await expect(john).toContainText('negotiating');
		await expectMoment(page, moment('john-sends-offer'));
		await scrubber.press('ArrowLeft');
		await expect(page.getByText('You are looking at entry')).toBeVisible();
	}
);

test('on a phone the picture stays above the controls, and one touch opens it whole', async ({
	page
}) => {
	await page.setViewportSize({ width: 390, height: 844 });
	await open(page, 'media-flows');
	await expectConnected(page);
	await page.mouse.wheel(0, 3000);
	await expect(picture(page)).toBeInViewport({ ratio: 1 });
	const heightOf = async () => (await picture(page).boundingBox())!.height;
	const strip = await heightOf();
	await page.getByRole('button', { name: 'The whole picture' }).click();
	await expect.poll(heightOf).toBeGreaterThan(1.8 * strip);
	await expect(picture(page)).toBeInViewport({ ratio: 1 });
	await expect(next(page)).toBeInViewport({ ratio: 1 });
});

test('the four raw states of both peers are one press away, with all they have been', async ({
	page
}) => {
	await open(page, 'media-flows');
	await expectConnected(page);
	await page.getByRole('button', { name: 'States', exact: true }).click();
	const states = page.getByRole('dialog', { name: 'The states of both peers' });
	await expect(states).toBeVisible();
	await expect(states).toContainText('have-local-offer');
	await expect(states).toContainText('have-remote-offer');
	await page.keyboard.press('Escape');
	await expect(states).toBeHidden();
});

test('between the media and its first frame no word is cut off, however small the screen is', async ({
	page
}) => {
	// The moment lasts: no picture begins to play.
	await page.addInitScript(() =>
		window.addEventListener('playing', (event) => event.stopImmediatePropagation(), true)
	);
	await open(page, 'john-adds-tracks');
	await expect(picture(page).getByText('no picture yet').first()).toBeVisible();
	for (const size of SIZES) {
		await page.setViewportSize(size);
		const { faults } = await measurePicture(page);
		expect(faults, `${size.width} × ${size.height}`).toEqual([]);
	}
});
