import { expect, test, type Page } from '@playwright/test';
import { patientFirefox } from './browsers';
import { between } from './deck';
import { expectBothAt, expectBothConnected, openBoth, otherSeat, pressNext, SEATS } from './tabs';
import { moment, next, status } from './walk';

test.use({
	launchOptions: patientFirefox,
	viewport: { width: 720, height: 900 },
	contextOptions: { reducedMotion: 'reduce' }
});

const NAMES = { john: 'John', jane: 'Jane' } as const;
const card = (page: Page, name: string) => page.getByRole('region', { name, exact: true });

/** Where an element is, once it is there. */
async function boxOf(locator: ReturnType<Page['locator']>) {
	await expect(locator).toBeVisible();
	return (await locator.boundingBox())!;
}

/** A picture is shown whole, in its own shape, within its card. */
async function expectWhole(page: Page, label: string, name: string): Promise<void> {
	const video = page.getByLabel(label);
	await expect
		.poll(() => video.evaluate((one: HTMLVideoElement) => one.videoWidth))
		.toBeGreaterThan(0);
	const shape = await video.evaluate((one: HTMLVideoElement) => one.videoWidth / one.videoHeight);
	const [box, around] = [await boxOf(video), await boxOf(card(page, name))];
	expect(box.width / box.height, label).toBeCloseTo(shape, 1);
	expect(box.x).toBeGreaterThanOrEqual(around.x);
	expect(box.y).toBeGreaterThanOrEqual(around.y);
	expect(box.x + box.width).toBeLessThanOrEqual(around.x + around.width);
	expect(box.y + box.height).toBeLessThanOrEqual(around.y + around.height);
}

test('of two tabs beside each other each shows its own peer large, and its picture whole', async ({
	context
}) => {
	test.slow(true, 'two tabs wait for each other at each moment');
	const tabs = await openBoth(context, 'john-sends-offer');
	await pressNext(tabs.john);
	await expectBothAt(tabs, moment('john-sends-offer', 'after'));
	await expectWhole(tabs.john, 'John’s own picture', 'John');
	for (const one of between('jane-creates-peer-connection', 'jane-sets-remote-description')) {
		await pressNext(tabs.jane);
		await expectBothAt(tabs, one);
	}
	for (const seat of SEATS) {
		const page = tabs[seat];
		const [own, other] = [
			await boxOf(card(page, NAMES[seat])),
			await boxOf(card(page, NAMES[otherSeat(seat)]))
		];
		expect(own.width).toBeGreaterThan(1.8 * other.width);
		// What was taken left John’s edge, and is at Jane’s.
		const offer = await boxOf(page.getByRole('button', { name: /^offer, .* taken by Jane$/ }));
		const jane = await boxOf(card(page, 'Jane'));
		expect(jane.x - offer.x - offer.width).toBeGreaterThanOrEqual(0);
		expect(jane.x - offer.x - offer.width).toBeLessThan(20);
		const [line, button] = [await boxOf(status(page)), await boxOf(next(page))];
		expect(line.y).toBeGreaterThanOrEqual(button.y);
		expect(line.y + line.height).toBeLessThanOrEqual(button.y + button.height);
	}
});

test('two tabs beside each other show what arrives whole, and the own picture in its corner', async ({
	context
}) => {
	test.slow(true, 'two tabs wait for each other at each moment');
	const tabs = await openBoth(context, 'media-flows');
	await expectBothConnected(tabs);
	await expectWhole(tabs.john, 'Jane, as John sees her', 'John');
	await expectWhole(tabs.john, 'John’s own picture', 'John');
	await expectWhole(tabs.jane, 'John, as Jane sees him', 'Jane');
});
