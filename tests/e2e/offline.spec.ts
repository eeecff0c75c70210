import type { IncomingHttpHeaders } from 'node:http';
import { expect, test, type Page } from '@playwright/test';
import { isLater } from './browsers';
import { MOMENTS, SLUGS, at } from './deck';
import { keptWhole, own, stop } from './own-site';
import { expectOnStage, stage } from './stage';
import { button, expectConnected, next, press, ready } from './walk';

test.use({ serviceWorkers: 'allow' });

/** From the stage, open at a step of John's: the speaker's window, a reload of both, the recording. */
async function giveTheTalk(page: Page, speaker: Page): Promise<void> {
	const offer = MOMENTS[at('john-creates-offer', 'after')]!;
	const follows = () =>
		expect(speaker.getByRole('status').filter({ hasText: 'The stage follows' })).toBeVisible();
	await follows();
	await button(speaker, 'Next').click();
	await expectOnStage(page, offer);
	await page.reload();
	await speaker.reload();
	await follows();
	await expectOnStage(page, offer);
	await expect(speaker.locator('main')).toHaveAttribute('data-moment', `${offer.slug} after`);

	await page.bringToFront();
	await page.keyboard.press('r');
	await expect(stage(page).getByText('recorded', { exact: true })).toBeVisible();
	await page.keyboard.press('o');
	const overview = page.getByLabel('Overview', { exact: true });
	await expect(overview.getByRole('listitem')).toHaveCount(SLUGS.length);
}

test(
	'after the stage alone was opened once everything works without a server',
	{ tag: '@later' },
	async ({ context, page, browserName, baseURL }) => {
		const site = await own(baseURL);
		await page.goto(site.at('stage/john-creates-offer'));
		await keptWhole(page);
		await stop(site);

		await page.reload();
		await expectOnStage(page, MOMENTS[at('john-creates-offer')]!);
		if (!isLater(browserName)) {
			const speaker = await context.newPage();
			await speaker.goto(site.at('speaker'));
			await giveTheTalk(page, speaker);
			await speaker.close();
		}

		await page.goto(site.at());
		await expect(next(page)).toBeEnabled();
		for (let slide = 0; slide < 5; slide += 1) await press(page);
		await press(page);
		await expect(page.locator('.lane.john .status')).toHaveText('RTCPeerConnection made');

		await page.goto(site.at('walk/media-flows?deck=ten-minutes'));
		await ready(page);
		await expectConnected(page);

		await page.goto(site.at('inspect'));
		await page.getByRole('button', { name: 'a recorded call' }).click();
		await expect(page.getByRole('status')).toContainText('call.parley-trace.json');

		for (const path of [
			'print?notes',
			'preflight',
			'by-hand',
			'machines.json',
			'program/camera.html',
			'program/glare.html',
			'trace.schema.json',
			'icon.svg'
		]) {
			expect(
				await page.evaluate(async (url) => (await fetch(url)).status, site.at(path)),
				path
			).toBe(200);
		}
		const families = await page.evaluate(async () => {
			// The others stand in until these are there: of the machine, where it has them.
			const own = [...document.fonts].filter(({ family }) => family.includes('Variable'));
			const faces = await Promise.all(own.map((face) => face.load()));
			return [...new Set(faces.map(({ family }) => family.replaceAll('"', '')))];
		});
		expect(families).toEqual(
			expect.arrayContaining(['Source Serif 4 Variable', 'JetBrains Mono Variable'])
		);
	}
);

/** Which of its files fail at first, counted as the worker asks for them. */
const EVERY = process.env.LONG === '1' ? 1 : 10;

/** Whether the worker asks: what a page needs of its files has a destination. */
const isFetched = (headers: IncomingHttpHeaders) => headers['sec-fetch-dest'] === 'empty';

for (const [how, status] of [
	['is answered with 503', 503],
	['is cut off', 0]
] as const) {
	test(
		`a first visit is kept whole though ${EVERY === 1 ? 'every file' : 'one file in ten'} ${how} once`,
		{ tag: status === 503 ? ['@later', '@telling-chromium'] : '@later' },
		async ({ page, baseURL }) => {
			const asked = new Set<string>();
			let failed = 0;
			const site = await own(baseURL, undefined, (path, headers) => {
				if (!isFetched(headers) || asked.has(path)) return undefined;
				asked.add(path);
				if (asked.size % EVERY !== 0) return undefined;
				failed += 1;
				return status;
			});
			await page.goto(site.at('preflight'));
			await keptWhole(page);
			expect(failed).toBeGreaterThan(200 / EVERY);
			await stop(site);
			await page.goto(site.at('walk/media-flows'));
			await ready(page);
			await expectConnected(page);
		}
	);
}

test('a first visit whose server goes away goes on where it stopped once it is back @long', async ({
	page,
	baseURL
}) => {
	test.setTimeout(120_000);
	let isAway = false;
	let isBack = false;
	let refused = 0;
	const asked: string[] = [];
	const site = await own(baseURL, undefined, (path, headers) => {
		if (isAway) {
			refused += 1;
			return 0;
		}
		if (isFetched(headers)) asked.push(path);
		if (asked.length > 100 && !isBack) isAway = true;
		return undefined;
	});
	await page.goto(site.at('preflight'));
	await expect.poll(() => isAway, { timeout: 60_000 }).toBe(true);
	const before = new Set(asked);
	asked.length = 0;
	// Each of the six was asked for again in vain.
	await expect.poll(() => refused, { timeout: 60_000 }).toBeGreaterThan(12);
	isBack = true;
	isAway = false;
	await keptWhole(page);
	// Six are on their way at a time: one of them may be far behind the others, and all are lost.
	const twice = asked.filter((path) => path.startsWith('/_app/immutable') && before.has(path));
	expect(twice.length, twice.join(', ')).toBeLessThanOrEqual(6);
	await stop(site);
	await page.goto(site.at('walk/media-flows'));
	await ready(page);
	await expectConnected(page);
});

test('without a server every page that a speaker needs opens, and each moment of the talk @long', async ({
	context,
	page,
	baseURL
}) => {
	const site = await own(baseURL);
	await page.goto(site.at('stage/what-is-webrtc'));
	await keptWhole(page);
	await stop(site);

	await page.reload();
	await expectOnStage(page, MOMENTS[0]!);
	for (const moment of MOMENTS.slice(1)) {
		await page.keyboard.press('PageDown');
		await expectOnStage(page, moment);
		if (moment.slug === 'media-flows') await expectConnected(page);
	}

	const other = await context.newPage();
	await other.goto(site.at('print?notes'));
	await expect(other.locator('.sheet')).toHaveCount(MOMENTS.length);
	await expect(other.locator('main')).toHaveAttribute('aria-busy', 'false');

	await other.goto(site.at('preflight'));
	await button(other, 'Check everything').click();
	await expect(button(other, 'Check everything again')).toBeEnabled({ timeout: 60_000 });
	for (const title of ['Fonts', 'Without a network', 'WebRTC', 'A run of all steps']) {
		await expect(other.getByRole('listitem', { name: title, exact: true })).toHaveClass(/^good/);
	}
});

test('a new version waits until the last window of the old one is closed, and then takes its place @long', async ({
	context,
	page,
	baseURL
}) => {
	const version = (
		(await (await fetch(new URL('_app/version.json', baseURL))).json()) as { version: string }
	).version;
	let isNew = false;
	const site = await own(baseURL, (path, text) => {
		if (!isNew) return text;
		const changed = text.replaceAll(version, 'newer');
		return path === '/inspect' ? changed.replace('>Inspect</h1>', '>New: Inspect</h1>') : changed;
	});
	const heading = (shown: Page) =>
		shown.evaluate(async () => /<h1[^>]*>([^<]*)/.exec(await (await fetch('inspect')).text())?.[1]);
	const caches = () => page.evaluate(async () => (await window.caches.keys()).sort());

	await page.goto(site.at('inspect'));
	await keptWhole(page);
	expect(await caches()).toEqual([`parley::${version}`]);
	const other = await context.newPage();
	await other.goto(site.at('inspect'));

	isNew = true;
	await page.reload();
	await page.evaluate(async () => (await navigator.serviceWorker.getRegistration())!.update());
	const waits = () =>
		page.evaluate(async () => (await navigator.serviceWorker.getRegistration())!.waiting !== null);
	await expect.poll(waits, { timeout: 60_000 }).toBe(true);
	await page.reload();
	expect(await heading(page)).toBe('Inspect');
	expect(await heading(other)).toBe('Inspect');
	expect(await caches()).toEqual([`parley::${version}`, 'parley::newer'].sort());

	await page.close();
	await other.close();
	// The browser lets go of a closed window when it likes to; a window that came too early goes again.
	await expect(async () => {
		const later = await context.newPage();
		try {
			await later.goto(site.at('inspect'));
			expect(await heading(later)).toBe('New: Inspect');
			expect(await later.evaluate(() => window.caches.keys())).toEqual(['parley::newer']);
		} finally {
			await later.close();
		}
	}).toPass();
	site.close();
});
