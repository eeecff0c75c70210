import { expect, test, type Browser, type BrowserContext, type Page } from '@playwright/test';
import { watchBeneath } from './beneath';
import { patientFirefox, type BrowserName } from './browsers';
import { LESSONS, expectMomentOf } from './lessons';
import { accept, answerTo, join, offerOf, openByHand, shownText } from './joining';
import {
	anotherMachine,
	atRest,
	BY_TURNS,
	walkAlternately,
	walkLessonAlternately
} from './machines';
import { watchSockets } from './sockets';
import { expectBothAt, pressNext } from './tabs';
import { button, expectMoment, moment, notice } from './walk';

test.use({ launchOptions: patientFirefox });

/** The machine that is not the test’s own browser. */
let machine: { browser: Browser; context: BrowserContext };

test.beforeEach(async ({ playwright, browserName, baseURL }) => {
	machine = await anotherMachine(playwright, browserName as BrowserName, baseURL!);
});
test.afterEach(() => machine.browser.close());

declare global {
	interface Window {
		/** What was said as an alert, in the order in which it was. */
		alerts: string[];
	}
}

/** Keeps what is said as an alert, however soon it is taken back. */
const watchAlerts = (page: Page) =>
	page.evaluate(() => {
		window.alerts = [];
		new MutationObserver(() => {
			const said = document.querySelector('main [role=alert]')?.textContent;
			if (said) window.alerts.push(said);
		}).observe(document.body, { childList: true, subtree: true });
	});

test(
	'two texts join two machines, and Next pressed alternately leads both to a call',
	{ tag: '@telling' },
	async ({ context }) => {
		test.slow(true, 'two machines wait for each other at each moment of the call');
		for (const one of [context, machine.context]) await watchBeneath(one);
		const sockets = await Promise.all([context, machine.context].map(watchSockets));
		const tabs = await join(context, machine.context);
		// One for the slides, and one for the call.
		await walkAlternately(tabs, 2);
		expect(sockets.flat()).toEqual([]);
	}
);

test('another lesson is come to over what joins the two, and Back leads to the first again', async ({
	context
}) => {
	test.slow(true, 'three lessons begin one after the other');
	const { john, jane } = await join(context, machine.context);
	await button(john, 'Contents').click();
	await john.getByRole('link', { name: /^Data channels/ }).click();
	await expect(john).toHaveURL(/\/data-channels\/[\w-]+\?seat=john&by=hand$/);
	await expect(notice(jane, /John is in the lesson Data channels/)).toBeVisible();
	const follow = async () => {
		await jane.getByRole('link', { name: 'Go there' }).click();
		await expect(jane).toHaveURL(/\/data-channels\/[\w-]+\?seat=jane&by=hand$/);
		for (const page of [john, jane]) await atRest(page);
	};
	await follow();
	await jane.goBack();
	await expect(jane).toHaveURL(/\/walk(\/what-is-webrtc)?\?seat=jane&by=hand$/);
	await expect(notice(john, /Jane is in the lesson/)).toBeVisible();

	await follow();
	await pressNext(jane);
	const channels = LESSONS.find(({ slug }) => slug === 'data-channels')!;
	for (const page of [john, jane]) await expectMomentOf(page, channels, channels.moments[1]!);
});

for (const slug of BY_TURNS) {
	test(`joined by hand, Next pressed alternately leads both through ${slug} @long`, async ({
		context
	}) => {
		test.slow(true, 'two machines wait for each other at each moment of a lesson');
		const lesson = LESSONS.find((one) => one.slug === slug)!;
		const tabs = await join(context, machine.context, `?at=${lesson.moments[0]!.slug}`);
		await walkLessonAlternately(tabs, lesson);
	});
}

test('they walk the slide on which John was, and a page that goes is missed and replaced', async ({
	context
}) => {
	const tabs = await join(context, machine.context, '?at=john-creates-offer');
	await expectBothAt(tabs, moment('john-creates-offer', 'before'));
	await pressNext(tabs.jane);
	await expectBothAt(tabs, moment('john-creates-offer', 'after'));

	await tabs.john.reload();
	await expect(notice(tabs.john, /joined by hand/)).toBeVisible();
	await expect(notice(tabs.jane, /John is gone/)).toBeVisible();
	await button(tabs.jane, 'Take both seats on this machine').click();
	await atRest(tabs.jane);
	await pressNext(tabs.jane);
	await expectMoment(tabs.jane, moment('john-sets-local-description', 'before'));

	// With nothing to last, another lesson begins as ever.
	await button(tabs.jane, 'Contents').click();
	await tabs.jane.getByRole('link', { name: /^Data channels/ }).click();
	await expect(tabs.jane).toHaveURL(/\/walk\/data-channels\/[\w-]+$/);
	await atRest(tabs.jane);
});

test('what is pressed twice at once is done once', async ({ context }) => {
	const [john, jane] = [await openByHand(context), await openByHand(machine.context)];
	const twice = (page: Page, name: string) =>
		button(page, name).evaluate((one: HTMLElement) => {
			one.click();
			one.click();
		});
	for (const page of [john, jane]) await watchAlerts(page);
	await twice(john, 'Make the offer');
	await jane.getByLabel('The offer').fill(await shownText(john));
	await twice(jane, 'Answer it');
	await john.getByLabel('The answer').fill(await shownText(jane));
	await twice(john, 'Join');
	for (const page of [john, jane]) {
		await atRest(page);
		expect(await page.evaluate(() => window.alerts)).toEqual([]);
	}
});

test('a text that does not belong there is named, and another may be read', async ({ context }) => {
	const [john, jane] = [await openByHand(context), await openByHand(machine.context)];
	const offer = await offerOf(john);
	const fault = (page: Page) => page.getByRole('alert');
	for (const [text, words] of [
		['hello', /neither an offer nor an answer/],
		[offer, /your own offer/],
		[offer.replace('offer=', 'answer=').slice(0, -20), /characters are there/],
		[offer.slice(0, -8) + 'AAAAAAAA', /something has changed it/],
		[offer.replace('=1.', '=7.'), /Another version/]
	] as const) {
		await accept(john, text);
		await expect(fault(john)).toHaveText(words);
		// What was pasted can be looked at, and mended.
		await expect(john.getByLabel('The answer')).toHaveValue(text);
	}
	const answer = await answerTo(jane, offer);
	await button(john, 'Begin again').click();
	await offerOf(john);
	await accept(john, answer);
	await expect(fault(john)).toHaveText(/answers another offer/);

	await button(jane, 'Begin again').click();
	await jane.getByLabel('The offer').fill(answer);
	await button(jane, 'Answer it').click();
	await expect(fault(jane)).toHaveText(/This is an answer/);
});

test('a link brings the offer, and a camera reads the answer', async ({ context }) => {
	await context.addInitScript(() => {
		const canvas = document.createElement('canvas');
		[canvas.width, canvas.height] = [1280, 720];
		const ink = canvas.getContext('2d')!;
		/** Holds a code before the camera, in the room as it is: askew, and not quite bright. */
		Object.assign(window, {
			hold(path: string, size: number) {
				ink.fillStyle = '#987';
				ink.fillRect(0, 0, 1280, 720);
				ink.setTransform(600 / size, 12 / size, -9 / size, 600 / size, 340, 60);
				ink.fillStyle = '#eee';
				ink.fillRect(0, 0, size, size);
				ink.fillStyle = '#222';
				ink.fill(new Path2D(path));
				ink.resetTransform();
			}
		});
		navigator.mediaDevices.getUserMedia = () => {
			const stream = canvas.captureStream(10);
			// What does not change sends no frame.
			setInterval(() => ink.fillRect(0, 0, Math.random() * 9, 9), 100);
			return Promise.resolve(stream);
		};
	});
	const john = await openByHand(context);
	const link = `#${await offerOf(john)}`;
	const jane = await openByHand(machine.context, link);
	await button(jane, 'Answer it').click();
	await jane.getByText('As a QR code').click();
	const code = jane.getByRole('img', { name: 'The text as a QR code' });
	const [path, size] = [
		await code.locator('path').getAttribute('d'),
		Number((await code.getAttribute('viewBox'))!.split(' ')[2])
	] as const;

	await button(john, 'Read it with the camera').click();
	await john.evaluate(
		([path, size]) =>
			(window as unknown as { hold(path: string, size: number): void }).hold(path, size),
		[path!, size] as const
	);
	for (const page of [john, jane]) await atRest(page);
	await expect(john).toHaveURL(/\?seat=john&by=hand$/);
});

test('a camera that is denied is said, and the text may be pasted all the same', async ({
	context
}) => {
	await context.addInitScript(() => {
		navigator.mediaDevices.getUserMedia = () =>
			Promise.reject(new DOMException('Permission denied', 'NotAllowedError'));
	});
	const page = await openByHand(context);
	await button(page, 'Read it with the camera').click();
	await expect(page.getByRole('alert')).toHaveText(/not allowed.*Paste the text/);
	await expect(page.getByLabel('The offer')).toBeEditable();
});
