import { expect, type Locator, type Page } from '@playwright/test';
import type { TraceEntry } from '../../src/lib/trace';
import { MOMENTS, SLUGS, at, titleOf, type Moment, type Slug } from './deck';

declare global {
	interface Window {
		/** What the page shows in the console. */
		parley: {
			readonly john: RTCPeerConnection | null;
			readonly jane: RTCPeerConnection | null;
			readonly trace: readonly TraceEntry[];
		};
	}
}

/** The buttons that lead through the walk. */
export const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true });
/** On the last slide there is no next one: the call can be made again. */
export const next = (page: Page) =>
	page.locator('.controls').getByRole('button', { name: /^(Next|Call again|The end)$/ });
export const back = (page: Page) => button(page, 'Back');
export const restart = (page: Page) => button(page, 'Restart');

/** The line that says where one is. */
export const status = (page: Page) => page.getByRole('status').filter({ hasText: /^Slide \d+ of/ });

/** What the panel has to say: lost, replayed, refused, looking back. */
export const notice = (page: Page, text: string | RegExp): Locator =>
	page.locator('.notice').filter({ hasText: text });

/** The walk is alive and waits for a press. */
export async function ready(page: Page): Promise<void> {
	await expect(next(page)).toHaveAttribute('aria-disabled', 'false');
}

/** Opens a slide and waits until its moment is reached. */
export async function open(page: Page, slug?: Slug): Promise<void> {
	await page.goto(slug ? `./walk/${slug}` : './');
	await ready(page);
}

/** Presses Next once and waits until what it does is done. */
export async function press(page: Page): Promise<void> {
	await next(page).click();
	await ready(page);
}

/** Presses Next once for each of these moments. */
export async function pressThrough(page: Page, moments: readonly Moment[]): Promise<void> {
	for (const moment of moments) {
		await next(page).click();
		await expectMoment(page, moment);
	}
}

/** The page shows this moment and waits for a press: address, status line, heading, before or after. */
export async function expectMoment(page: Page, { slug, kind }: Moment): Promise<void> {
	const number = SLUGS.indexOf(slug) + 1;
	await expect
		.poll(() => page.evaluate(whatIsShown), {
			message: `${slug}, ${kind}`,
			intervals: [20, 50, 100],
			timeout: 45_000
		})
		.toEqual({
			status: `Slide ${number} of ${SLUGS.length}: ${titleOf(slug)}`,
			kind: kind === 'only' ? '' : kind,
			heading: [titleOf(slug)],
			slug: number === 1 ? expect.stringMatching(/^(what-is-webrtc)?$/) : slug,
			busy: 'false'
		});
}

/** Runs in the page: it stands alone. */
function whatIsShown() {
	const text = (element: Element | null | undefined) => element?.textContent?.trim();
	return {
		status: text(document.querySelector('.controls [role=status]')),
		kind: text(document.querySelector('.moment')),
		heading: [...document.querySelectorAll('h1')].map(text),
		slug: location.pathname.split('/').at(-1),
		busy: document.querySelector('.controls .primary')?.getAttribute('aria-disabled')
	};
}

/** The slide that is shown, by its address and its heading. */
export async function expectSlide(page: Page, slug: Slug): Promise<void> {
	await expect(page).toHaveURL(
		slug === 'what-is-webrtc' ? /\/(walk\/what-is-webrtc)?$/ : new RegExp(`/walk/${slug}$`)
	);
	await expect(page.getByRole('heading', { level: 1 })).toHaveText(titleOf(slug));
}

/** Chooses what a peer sends, in the panel's own tab for it. */
export async function chooseSource(
	page: Page,
	peer: 'John' | 'Jane',
	source: RegExp = /^Test pattern/
): Promise<void> {
	await page.getByRole('tab', { name: 'Media', exact: true }).click();
	await page
		.getByRole('group', { name: `${peer} sends` })
		.getByRole('radio', { name: source })
		.check();
	await page.getByRole('tab', { name: 'This step', exact: true }).click();
}

/** Opens the whole ladder below the panel. */
export async function openLadder(page: Page): Promise<void> {
	const line = page.getByRole('button', { name: 'whole ladder ↑' });
	if (await line.isVisible()) await line.click();
	await expect(page.getByRole('listbox', { name: 'What happened, oldest first' })).toBeVisible();
}

/** The steps that the present pair of peers has performed, in order, by the trace. */
export function stepsPerformed(page: Page): Promise<string[]> {
	return page.evaluate(() => {
		const { trace } = window.parley;
		const attempt = trace.at(-1)!.attempt;
		return trace
			.filter((one) => one.attempt === attempt && one.kind === 'step' && one.name === 'end')
			.map((one) => (one.data as { id: string }).id);
	});
}

/** The steps that any pair of peers has begun, in order, by the trace. */
export function stepsBegun(page: Page): Promise<string[]> {
	return page.evaluate(() =>
		window.parley.trace
			.filter((one) => one.kind === 'step' && one.name === 'begin')
			.map((one) => (one.data as { id: string }).id)
	);
}

/** How many pairs of peers there were in this page. */
export function attempts(page: Page): Promise<number> {
	return page.evaluate(() => window.parley.trace.at(-1)!.attempt);
}

/** The slugs of all steps, in order. */
export const STEP_SLUGS: readonly Slug[] = MOMENTS.filter(({ kind }) => kind === 'after').map(
	({ slug }) => slug
);

/** Both real peers are connected. */
export async function expectConnected(page: Page): Promise<void> {
	await expect
		.poll(
			() =>
				page.evaluate(() => [
					window.parley.john?.connectionState,
					window.parley.jane?.connectionState
				]),
			{ timeout: 45_000 }
		)
		.toEqual(['connected', 'connected']);
}

/** Video frames that a real peer has decoded, by its own `getStats()`. */
export function framesDecoded(page: Page, peer: 'john' | 'jane'): Promise<number> {
	return page.evaluate(async (name) => {
		let frames = 0;
		for (const stats of (await window.parley[name]!.getStats()).values()) {
			if (stats.type === 'inbound-rtp' && stats.kind === 'video') frames += stats.framesDecoded;
		}
		return frames;
	}, peer);
}

/** Frames decoded at both sides. */
export async function expectFrames(page: Page): Promise<void> {
	for (const peer of ['john', 'jane'] as const) {
		await expect
			.poll(() => framesDecoded(page, peer), {
				message: `video frames that ${peer} decoded`,
				timeout: 45_000
			})
			.toBeGreaterThan(2);
	}
}

/** The moment of a slide: its first, or the one after its step. */
export const moment = (slug: Slug, kind?: Moment['kind']): Moment => MOMENTS[at(slug, kind)]!;
