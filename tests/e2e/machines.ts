import {
	expect,
	type Browser,
	type BrowserContext,
	type Page,
	type PlaywrightWorkerArgs
} from '@playwright/test';
import { newKey } from '../../src/lib/signaling/seal';
import { launch, type BrowserName } from './browsers';
import { MOMENTS } from './deck';
import { expectMomentOf, type Lesson } from './lessons';
import {
	expectBothAt,
	expectBothConnected,
	expectSameTrace,
	openConnections,
	pressNext,
	type Seat,
	type Tabs
} from './tabs';
import { framesDecoded, next, openLadder, stepsPerformed } from './walk';

/** A room that nobody else is in, as the end of a link. */
export const freshRoom = () => `#room=test-${Math.random().toString(36).slice(2, 10)}.${newKey()}`;

/** The address of a seat in a room that a broker carries, at a slide. */
export const farAddressOf = (seat: Seat | 'none', room: string, slug = 'what-is-webrtc') =>
	`./walk/${slug}?seat=${seat}&by=broker${room}`;

/** Gives up on nobody within five seconds: no test of two machines is about how fast they are. */
const PATIENT = { prefs: { 'media.peerconnection.ice.trickle_grace_period': 120_000 } };

/** Another machine: the other of the two browsers, which has nothing in common with the first but the network. */
export async function anotherMachine(
	playwright: PlaywrightWorkerArgs['playwright'],
	browserName: BrowserName,
	baseURL: string
): Promise<{ browser: Browser; context: BrowserContext }> {
	const other = browserName === 'chromium' ? 'firefox' : 'chromium';
	const browser = await launch(playwright, other, PATIENT);
	const viewport = { width: 1440, height: 900 };
	return {
		browser,
		context: await browser.newContext({ baseURL, viewport, serviceWorkers: 'block' })
	};
}

/** Opens a seat of a room. */
export async function sitDownFar(
	context: BrowserContext,
	seat: Seat | 'none',
	room: string,
	slug?: string
): Promise<Page> {
	const page = await context.newPage();
	await page.goto(farAddressOf(seat, room, slug));
	return page;
}

/** The walk is alive and waits for a press: on two machines a replay takes what both take for it. */
export const atRest = (page: Page) =>
	expect(next(page)).toHaveAttribute('aria-disabled', 'false', { timeout: 60_000 });

/** Both seats of a room, each on its machine, both waiting for a press. John’s runs the walk. */
export async function openMachines(
	johns: BrowserContext,
	janes: BrowserContext,
	room: string,
	slug?: string
) {
	const john = await sitDownFar(johns, 'john', room, slug);
	await expect
		.poll(() =>
			john.evaluate(() => (window.parley as typeof window.parley | undefined)?.trace.length ?? 0)
		)
		.toBeGreaterThan(0);
	const jane = await sitDownFar(janes, 'jane', room, slug);
	await Promise.all([john, jane].map(atRest));
	return { john, jane };
}

/**
 * *Next* pressed in turn on the two machines leads both to a call with frames on both, in which their traces and ladders
 * are equal.
 * @param connections that each page has then, each with its `watchBeneath`
 */
export async function walkAlternately(tabs: Tabs, connections: number): Promise<void> {
	const turns = [tabs.john, tabs.jane];
	for (const [press, one] of MOMENTS.slice(1).entries()) {
		await pressNext(turns[press % 2]!);
		await expectBothAt(tabs, one);
		if (one.slug !== 'media-flows') continue;
		await expectBothConnected(tabs);
		await expect.poll(() => framesDecoded(tabs.john, 'john')).toBeGreaterThan(0);
		await expect.poll(() => framesDecoded(tabs.jane, 'jane')).toBeGreaterThan(0);
		for (const page of turns) expect(await openConnections(page)).toBe(connections);
	}
	expect(await stepsPerformed(tabs.john)).toEqual(
		MOMENTS.filter(({ kind }) => kind === 'after').map(({ slug }) => slug)
	);
	await expectSameTrace(tabs.john, tabs.jane);
	const rows = await Promise.all(
		turns.map(async (page) => {
			await openLadder(page);
			// The two browsers break the lines of an inner text in ways of their own.
			return page.getByRole('group', { name: 'The ladder' }).textContent();
		})
	);
	expect(rows[0]).toBe(rows[1]);
}

/** Lessons of each kind: what is heard of candidates, of directions, of offers that cross, of restarts, of channels. */
export const BY_TURNS = ['trickle', 'direction', 'glare', 'ice-restart', 'data-channels'] as const;

/** The same through a lesson, from its first moment to its last. */
export async function walkLessonAlternately({ john, jane }: Tabs, lesson: Lesson): Promise<void> {
	for (const [index, one] of lesson.moments.entries()) {
		if (index > 0) await pressNext([john, jane][index % 2]!);
		for (const page of [john, jane]) await expectMomentOf(page, lesson, one);
	}
	expect(await stepsPerformed(john)).toEqual(lesson.steps);
	await expectSameTrace(john, jane);
}
