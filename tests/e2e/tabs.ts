import { expect, type BrowserContext, type Page } from '@playwright/test';
import type { Moment, Slug } from './deck';
import { expectMoment, next, ready } from './walk';

export type Seat = 'john' | 'jane';
export const SEATS: readonly Seat[] = ['john', 'jane'];
export const otherSeat = (seat: Seat): Seat => (seat === 'john' ? 'jane' : 'john');

/** The address of a seat at a slide. */
export const addressOf = (seat: Seat | 'none', slug: Slug = 'what-is-webrtc', room?: string) =>
	`./walk/${slug}?seat=${seat}${room ? `&room=${room}` : ''}`;

/** Opens the tab of a seat, without waiting for anything but the page. */
export async function sitDown(
	context: BrowserContext,
	seat: Seat | 'none',
	slug?: Slug,
	room?: string
): Promise<Page> {
	const page = await context.newPage();
	await page.goto(addressOf(seat, slug, room));
	return page;
}

/** Some tab runs the walk of its room. */
export const expectRun = (page: Page) =>
	expect
		.poll(() =>
			page.evaluate(async () => {
				const { held = [] } = await navigator.locks.query();
				return held.some(({ name }) => name?.endsWith('/host'));
			})
		)
		.toBe(true);

/** Both tabs of a call, opened one after the other, both waiting for a press. John's runs the walk. */
export async function openBoth(context: BrowserContext, slug?: Slug, room?: string) {
	const john = await sitDown(context, 'john', slug, room);
	// On a busy machine the page that was loaded later may be alive sooner.
	await expectRun(john);
	const jane = await sitDown(context, 'jane', slug, room);
	await ready(john);
	await ready(jane);
	return { john, jane };
}
export type Tabs = Awaited<ReturnType<typeof openBoth>>;

/** Presses Next in a tab that need not be in front: of two tabs one never is. */
export async function pressNext(page: Page): Promise<void> {
	await next(page).evaluate((button: HTMLElement) => button.click());
}

/** Both tabs show this moment and wait for a press. */
export async function expectBothAt({ john, jane }: Tabs, moment: Moment): Promise<void> {
	await Promise.all([expectMoment(john, moment), expectMoment(jane, moment)]);
}

/** All tabs have the same trace, entry for entry. */
export async function expectSameTrace(...pages: Page[]): Promise<void> {
	const traceOf = (page: Page) => page.evaluate(() => JSON.stringify(window.parley.trace));
	// What was recorded a moment ago may still be on its way to the others, and statistics go on being
	// recorded: on a busy machine no two looks are at the same moment. Each has to come to what one has.
	const taken = await Promise.all(pages.map(traceOf));
	const longest = taken.toSorted((one, other) => other.length - one.length)[0]!.slice(0, -1);
	await expect
		.poll(
			async () => {
				const now = await Promise.all(pages.map(traceOf));
				return now.filter((trace) => !trace.startsWith(longest)).length;
			},
			{ message: 'tabs whose trace is another' }
		)
		.toBe(0);
}

/** Each tab’s own peer is connected. */
export async function expectBothConnected({ john, jane }: Tabs): Promise<void> {
	const stateOf = (page: Page, seat: Seat) =>
		page.evaluate((peer) => window.parley[peer]?.connectionState, seat);
	await expect
		.poll(() => Promise.all([stateOf(john, 'john'), stateOf(jane, 'jane')]))
		.toEqual(['connected', 'connected']);
}

/** How many connections are open beneath a page. */
export const openConnections = (page: Page) =>
	page.evaluate(
		() => window.beneath.connections.filter((pc) => pc.signalingState !== 'closed').length
	);
