import { expect, test, type Page } from '@playwright/test';
import { EXPLAINED_SPEAKER_KEYS } from '../../src/lib/ui/speaker/speaker-keys';
import { patientFirefox } from './browsers';
import { at, MOMENTS, titleOf, type Moment } from './deck';
import { breakCamera, openStage } from './stage';
import { expectConnected, framesDecoded } from './walk';

test.use({ launchOptions: patientFirefox });

/** Presses a key in a window that need not be in front: of two windows one never is. */
async function press(page: Page, key: string) {
	await page.evaluate((key) => {
		document.body.dispatchEvent(
			new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true })
		);
	}, key);
}

/** A stage or a speaker's window shows this moment and waits for a press. */
async function expectAt({ slug, kind }: Moment, pages: Page[], timeout = 15_000) {
	for (const page of pages) {
		await expect(page.locator('main')).toHaveAttribute('data-moment', `${slug} ${kind}`, {
			timeout
		});
		await expect(page.locator('main')).toHaveAttribute('aria-busy', 'false', { timeout });
	}
}

async function openSpeaker(page: Page) {
	await page.goto('./speaker');
	return page;
}

/** The address in the candidate that was sent last, as the browser gave it. */
const sentAddress = (page: Page) =>
	page.evaluate(() => {
		const sent = window.parley.trace.findLast(({ kind }) => kind === 'sent')!;
		const { message } = sent.data as { message: { candidate: { candidate: string } } };
		return message.candidate.candidate.split(' ')[4]!;
	});

const follows = (page: Page) => page.getByRole('status').filter({ hasText: 'The stage follows' });

/** Both windows are alive, as `ready` waits for one, and have found each other. */
const expectFollows = (page: Page) => expect(follows(page)).toBeVisible();

for (const where of ['stage', 'speaker’s window'] as const) {
	test(
		`PageDown on the ${where} leads both through the whole talk, in step`,
		{ tag: where === 'stage' ? [] : '@long' },
		async ({ context }) => {
			test.slow(true, 'two windows are waited for at each moment of the talk');
			const stage = await openStage(await context.newPage());
			const speaker = await openSpeaker(await context.newPage());
			await expectFollows(speaker);
			for (const moment of MOMENTS.slice(1)) {
				await press(where === 'stage' ? stage : speaker, 'PageDown');
				await expectAt(moment, [stage, speaker]);
				if (moment.slug !== 'media-flows') continue;
				await expectConnected(stage);
				await expect.poll(() => framesDecoded(stage, 'john')).toBeGreaterThan(0);
				await expect.poll(() => framesDecoded(stage, 'jane')).toBeGreaterThan(0);
			}
			const trace = (page: Page) => page.evaluate(() => JSON.stringify(window.parley.trace));
			expect(await trace(speaker)).toBe(await trace(stage));
		}
	);
}

test(
	'the speaker’s window may be opened before the stage, and waits for it',
	{ tag: '@telling-chromium' },
	async ({ context }) => {
		const speaker = await openSpeaker(await context.newPage());
		await expect(speaker.getByText('No stage is open.')).toBeVisible();
		const stage = await openStage(await context.newPage(), 'john-creates-offer');
		await expectFollows(speaker);
		await expectAt(MOMENTS[at('john-creates-offer')]!, [stage, speaker]);
	}
);

test(
	'a second stage says that it follows, and goes on with the talk when the first is closed',
	{ tag: '@later' },
	async ({ context }) => {
		const first = await openStage(await context.newPage(), 'john-creates-offer');
		const second = await context.newPage();
		await second.goto('./stage/vocabulary');
		await expect(second.getByRole('status')).toContainText('Another stage is open');
		const speaker = await openSpeaker(await context.newPage());
		await expectFollows(speaker);
		await press(speaker, 'PageDown');
		const reached = MOMENTS[at('john-creates-offer', 'after')]!;
		await expectAt(reached, [first, second, speaker]);
		await first.close();
		await expect(second.getByRole('status')).toHaveText('');
		await expectAt(reached, [second, speaker]);
		await press(speaker, 'End');
		await expectAt(MOMENTS.at(-1)!, [second, speaker]);
	}
);

test(
	'a stage that does not answer is told from one that follows',
	{ tag: '@long' },
	async ({ context, browserName }) => {
		test.skip(browserName === 'firefox', 'both windows may run in one thread there');
		const stage = await openStage(await context.newPage(), 'john-creates-offer');
		const speaker = await openSpeaker(await context.newPage());
		await expectFollows(speaker);
		// As if it slept: nothing runs in its window until this loop ends.
		const slept = stage.evaluate(() => {
			const end = performance.now() + 6000;
			while (performance.now() < end);
		});
		await press(speaker, 'PageDown');
		await expect(speaker.getByText('The stage does not answer.')).toBeVisible();
		await slept;
		await expectFollows(speaker);
		await expectAt(MOMENTS[at('john-creates-offer', 'after')]!, [stage, speaker]);
	}
);

/** How long something takes, in ms. */
async function took(what: () => Promise<unknown>): Promise<number> {
	const begun = performance.now();
	await what();
	return Math.round(performance.now() - begun);
}

const median = (times: readonly number[]) => times.toSorted((a, b) => a - b)[times.length >> 1]!;

for (const [which, moments] of [
	['two moments @later', [at('vocabulary'), at('john-creates-offer', 'after')]],
	['every moment @long', MOMENTS.map((_, index) => index)]
] as const) {
	test(`at ${which} either window may be reloaded, with three mirrors, and all are in step again`, async ({
		context,
		browserName
	}) => {
		test.setTimeout(60_000 + moments.length * 20_000);
		const stage = await openStage(await context.newPage());
		const mirrors: Page[] = [];
		for (let count = 0; count < 3; count += 1) {
			mirrors.push(await openSpeaker(await context.newPage()));
		}
		const [speaker] = mirrors;
		/** From the reload of a window to all being in step again, its own loading included. */
		const times: Record<'speaker' | 'stage', number[]> = { speaker: [], stage: [] };
		let present = 0;
		for (const index of moments) {
			for (; present < index; present += 1) {
				await press(stage, 'PageDown');
				await expectAt(MOMENTS[present + 1]!, [stage]);
			}
			const moment = MOMENTS[index]!;
			await expectAt(moment, mirrors);
			const inStep = async (page: Page) => {
				await page.reload();
				await expectAt(moment, [stage, ...mirrors]);
				for (const mirror of mirrors) await expectFollows(mirror);
			};
			times.speaker.push(await took(() => inStep(speaker!)));
			times.stage.push(await took(() => inStep(stage)));
		}
		for (const [window, measured] of Object.entries(times)) {
			console.log(
				`${browserName}, ${window} reloaded at ${measured.length} moments: in step again after ` +
					`${median(measured)} ms (median), ${Math.max(...measured)} ms at most, loading included`
			);
		}
	});
}

test('black screen and masking reach the stage, and the window says so', async ({ context }) => {
	const stage = await openStage(await context.newPage(), 'john-sends-candidate');
	const speaker = await openSpeaker(await context.newPage());
	await expectFollows(speaker);
	await press(speaker, 'PageDown');
	await expectAt(MOMENTS[at('john-sends-candidate', 'after')]!, [stage, speaker]);
	await press(speaker, 'b');
	await expect(stage.locator('.black')).toBeVisible();
	await expect(speaker.getByText('The screen is black.')).toBeVisible();
	await press(stage, 'b');
	await expect(stage.locator('.black')).toHaveCount(0);
	await expect(speaker.getByText('The screen is black.')).toHaveCount(0);
	const panel = stage.locator('.panel');
	const mask = speaker.getByRole('button', { name: 'Mask' });
	await expect(panel).toContainText(await sentAddress(stage));
	await press(speaker, 'm');
	await expect(panel).not.toContainText(await sentAddress(stage));
	await expect(mask).toHaveAttribute('aria-pressed', 'true');

	// What is masked stays so when the stage is opened again: its fresh peers have new addresses.
	await stage.reload();
	await expectAt(MOMENTS[at('john-sends-candidate', 'after')]!, [stage, speaker]);
	await expect(mask).toHaveAttribute('aria-pressed', 'true');
	await expect(panel).toContainText('waiting for Jane');
	await expect(panel).not.toContainText(await sentAddress(stage));
});

test(
	'T and R of the speaker’s window go on with the test pattern and the recording, and ? lists its keys',
	{ tag: '@later' },
	async ({ context }) => {
		const page = await context.newPage();
		await breakCamera(page);
		const stage = await openStage(page, 'john-gets-media');
		const speaker = await openSpeaker(await context.newPage());
		await expectFollows(speaker);
		await press(speaker, 'PageDown');
		await expect(speaker.getByText('T goes on with the test pattern')).toBeVisible();
		await press(speaker, 't');
		await expectAt(MOMENTS[at('john-gets-media', 'after')]!, [stage, speaker]);

		const recorded = speaker.getByRole('button', { name: 'Recorded' });
		await press(speaker, 'r');
		for (const window of [stage, speaker]) {
			await expect(window.getByText('recorded', { exact: true })).toBeVisible();
		}
		await expect(recorded).toHaveAttribute('aria-pressed', 'true');
		await stage.reload();
		await expectAt(MOMENTS[at('john-gets-media', 'after')]!, [stage, speaker]);
		for (const window of [stage, speaker]) {
			await expect(window.getByText('recorded', { exact: true })).toBeVisible();
		}
		await recorded.click();
		await expect(recorded).toHaveAttribute('aria-pressed', 'false');
		await expectAt(MOMENTS[at('john-gets-media', 'after')]!, [stage, speaker]);

		await speaker.keyboard.press('?');
		const keys = speaker.getByRole('dialog', { name: 'Keys' });
		await expect(keys.locator('[data-command]')).toHaveCount(EXPLAINED_SPEAKER_KEYS.length);
		await speaker.keyboard.press('Escape');
		await expect(keys).toHaveCount(0);
	}
);

test(
	'the speaker’s window finds the deck that the stage shows',
	{ tag: '@later' },
	async ({ context }) => {
		const stage = await context.newPage();
		await stage.goto('./stage/john-and-jane?deck=ten-minutes');
		const speaker = await openSpeaker(await context.newPage());
		await expectFollows(speaker);
		await expect(speaker).toHaveURL(/deck=ten-minutes$/);
		await expectAt(MOMENTS[at('john-and-jane')]!, [stage, speaker]);
	}
);

test('the slides of the speaker’s window have the present one in their middle, but at the ends', async ({
	context
}) => {
	const stage = await openStage(await context.newPage(), 'what-is-webrtc');
	const speaker = await openSpeaker(await context.newPage());
	await expectFollows(speaker);
	/** How far the present slide is from the middle of the list, in its own heights. */
	const away = () =>
		speaker.getByRole('navigation', { name: 'Slides' }).evaluate((list) => {
			const middleOf = (element: Element) => {
				const { top, height } = element.getBoundingClientRect();
				return top + height / 2;
			};
			const present = list.querySelector('[aria-current]')!;
			return (middleOf(present) - middleOf(list)) / present.getBoundingClientRect().height;
		});
	await expect.poll(away).toBeLessThan(-2);
	for (const index of [at('jane-sets-remote-description'), at('jane-sends-answer')]) {
		const place = MOMENTS[index]!;
		await speaker.getByRole('button', { name: titleOf(place.slug) }).click();
		await expectAt(place, [stage, speaker]);
		await expect.poll(async () => Math.abs(await away())).toBeLessThan(1);
	}
	await press(speaker, 'End');
	await expectAt(MOMENTS.at(-1)!, [stage, speaker]);
	await expect.poll(away).toBeGreaterThan(2);
});
