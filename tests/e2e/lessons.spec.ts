import { expect, test, type BrowserContext, type Page } from '@playwright/test';
import { USER } from '../tools/login';
import { turnServer, type Place } from '../tools/turn-server';
import { faultsOf, isLater } from './browsers';
import { enterServers } from './entered-servers';
import { LESSONS, expectMomentOf, refused, type Lesson, type LessonMoment } from './lessons';
import { stage } from './stage';
import { expectRun, expectSameTrace, pressNext } from './tabs';
import { next, ready, stepsPerformed } from './walk';

const OTHERS = LESSONS.filter(({ slug }) => slug !== 'call');

/** What Firefox writes into its console where no path is found, in the lesson in which none is, on purpose. */
const MEANT: Readonly<Record<string, RegExp>> = { 'relay-only': /^ICE failed/ };

/** The page shows the moment, and its peers have performed what leads to it. */
async function expectLive(page: Page, lesson: Lesson, moment: LessonMoment) {
	await expectMomentOf(page, lesson, moment);
	expect(await stepsPerformed(page), moment.slug).toEqual(lesson.steps.slice(0, moment.steps));
}

async function openLesson(page: Page, slug: string) {
	await page.goto(`./walk/${slug}`);
	await ready(page);
}

/** As long as someone reads a slide, in ms. */
const READING = 8000;

/** Presses Next from the first moment of a lesson to its last, after so many ms of reading each. */
async function walkThrough(page: Page, lesson: Lesson, reading: number): Promise<void> {
	await openLesson(page, lesson.slug);
	for (const [index, moment] of lesson.moments.entries()) {
		if (index > 0) {
			await page.waitForTimeout(reading);
			await next(page).click();
		}
		await expectLive(page, lesson, moment);
	}
	expect(await refused(page)).toEqual([]);
}

/** The same in two tabs with one peer each, in turns. */
async function walkThroughInTwo(
	context: BrowserContext,
	lesson: Lesson,
	reading: number
): Promise<void> {
	const [first] = lesson.moments;
	const john = await context.newPage();
	await john.goto(`./walk/${first!.slug}?seat=john`);
	// A lesson that begins in a call waits for both.
	await expectRun(john);
	const jane = await context.newPage();
	await jane.goto(`./walk/${first!.slug}?seat=jane`);
	for (const page of [john, jane]) await ready(page);
	for (const [index, moment] of lesson.moments.entries()) {
		if (index > 0) {
			await john.waitForTimeout(reading);
			await pressNext([john, jane][index % 2]!);
		}
		for (const page of [john, jane]) await expectLive(page, lesson, moment);
	}
	for (const page of [john, jane]) expect(await refused(page)).toEqual([]);
	await expectSameTrace(john, jane);
}

let turn: (Place & { close(): Promise<number> }) | null = null;
test.beforeAll(async () => {
	turn = await turnServer();
});
test.afterAll(() => turn?.close());

/** Whoever asks servers has entered one; on a machine without a network the lesson is a recording. */
async function enterServer(context: BrowserContext, { asks }: Lesson): Promise<void> {
	if (!asks || !turn) return;
	await enterServers(context, [{ urls: [`turn:${turn.host}:${turn.port}`], ...USER }]);
}

for (const lesson of OTHERS) {
	const [first] = lesson.moments;

	test.describe(lesson.title, () => {
		test.beforeEach(({ context }) => enterServer(context, lesson));

		test(
			'leads by Next alone to its end, on peers that did what it builds on',
			{ tag: '@telling' },
			async ({ page }) => {
				test.slow(true, 'every moment of a lesson is waited for');
				const problems = faultsOf(page);

				await walkThrough(page, lesson, 0);
				expect(problems.filter((one) => !MEANT[lesson.slug]?.test(one))).toEqual([]);
			}
		);

		test('opens at each of its slides, with everything before it performed @long', async ({
			browser,
			browserName,
			baseURL
		}) => {
			const openings = lesson.moments.filter(({ kind }) => kind !== 'after');
			const some = isLater(browserName) ? openings.filter((_, at) => at % 4 === 1) : openings;
			test.setTimeout(some.length * 15_000);
			for (const moment of some) {
				const context = await browser.newContext({ baseURL: baseURL! });
				await enterServer(context, lesson);
				const page = await context.newPage();
				await page.goto(`./walk/${moment.slug}`);
				await expectLive(page, lesson, moment);
				await context.close();
			}
		});

		test('leads both tabs of a call to its end, one peer in each @long', async ({ context }) => {
			test.slow(true, 'two tabs wait for each other at each moment of a lesson');
			await walkThroughInTwo(context, lesson, 0);
		});

		test('leads to its end where each slide is read before the next press @long @reading', async ({
			page
		}) => {
			test.setTimeout(lesson.moments.length * (READING + 15_000));
			await walkThrough(page, lesson, READING);
		});

		test('leads both tabs to its end where each slide is read before the next press @long @reading', async ({
			context
		}) => {
			test.setTimeout(lesson.moments.length * (READING + 20_000));
			await walkThroughInTwo(context, lesson, READING);
		});

		test(
			'goes on without WebRTC, on the stage, with what was recorded of it, to its end',
			{ tag: '@later' },
			async ({ page }) => {
				await page.addInitScript(() => Reflect.deleteProperty(window, 'RTCPeerConnection'));
				await page.goto(`./stage/${lesson.slug}`);
				await expect(stage(page)).toHaveAttribute('aria-busy', 'false');
				for (const { slug, kind } of lesson.moments) {
					await expect(stage(page)).toHaveAttribute('data-moment', `${slug} ${kind}`);
					await expect(stage(page)).toHaveAttribute('aria-busy', 'false');
					await expect(stage(page).getByText('recorded', { exact: true })).toBeVisible();
					await page.keyboard.press('PageDown');
				}
			}
		);

		test(
			'is driven on the stage from its first slide to its last by one key',
			{ tag: '@later' },
			async ({ page }) => {
				test.slow(true, 'every moment of a lesson is waited for');
				await page.goto(`./stage/${lesson.slug}`);
				for (const [index, { slug, kind }] of lesson.moments.entries()) {
					if (index > 0) await page.keyboard.press('PageDown');
					await expect(stage(page)).toHaveAttribute('data-moment', `${slug} ${kind}`, {
						timeout: 45_000
					});
					await expect(stage(page)).toHaveAttribute('aria-busy', 'false');
				}
				expect(await stepsPerformed(page)).toEqual(lesson.steps);
				await expect(page).toHaveURL(new RegExp(`/stage/${lesson.moments.at(-1)!.slug}(\\?|$)`));
			}
		);

		test('is a handout, one page for each of its moments', { tag: '@later' }, async ({ page }) => {
			await page.goto(`./print?deck=${lesson.slug}`);
			await expect(page.locator('.handout > *')).toHaveCount(lesson.moments.length);
		});

		test('is where it was after a reload, at each of its moments @long', async ({ page }) => {
			test.setTimeout(lesson.moments.length * 15_000);
			await openLesson(page, first!.slug);
			for (const [index, moment] of lesson.moments.entries()) {
				if (index > 0) await next(page).click();
				await expectMomentOf(page, lesson, moment);
				await page.reload();
				await expectLive(page, lesson, moment);
			}
		});
	});
}
