import { readFileSync } from 'node:fs';
import { expect, test, type Page } from '@playwright/test';
import { parseTraceFile, writeTraceFile, type TraceFile } from '../../src/lib/trace/file';
import { lengthened } from '../trace-file/long';
import { patientFirefox } from './browsers';
import { MOMENTS, at } from './deck';
import { expectOnStage, openStage, stage } from './stage';
import { open } from './walk';

declare global {
	interface Window {
		/** What was on the wall in each frame after the next key, until it was masked. */
		framesSeen: Promise<string[]>;
	}
}

test.use({ launchOptions: patientFirefox, viewport: { width: 1280, height: 800 } });

const RECORDED = 'src/static/samples/call.parley-trace.json';
const HERE = MOMENTS[at('candidates-appear')]!;

/** The recorded call, as if it had gone on until it had so many entries. */
function longCall(length: number): string {
	const parsed = parseTraceFile(readFileSync(RECORDED, 'utf8'));
	if (!parsed.ok) throw new Error(parsed.problem);
	const { entries, ...meta } = parsed.file;
	const step = entries.find(({ kind }) => kind === 'stats')!.step!;
	const ends = entries.findIndex((entry) => entry.step === 'john-hangs-up');
	const call = lengthened(entries.slice(0, ends), length).map((entry) =>
		entry.seq < ends ? entry : { ...entry, step }
	);
	// It comes with masks in it, which others could be taken for.
	return writeTraceFile(call, meta)
		.replaceAll('192.0.2.1', '10.20.30.40')
		.replaceAll('2001:db8::1', 'fd12:3456::40');
}

/** The first candidate on the wall, and its address. */
const candidate = (page: Page) => stage(page).locator('li.john .text').first();
/** The address of the first candidate, with the space behind it; as far as it is shown where it is long. */
async function addressOf(page: Page): Promise<string> {
	const text = (await candidate(page).textContent())!.split(' ')[4]!;
	const [shown, cut] = text.split('…');
	return cut === undefined ? `${shown} ` : shown!.trimEnd();
}

/** A stage that shows the candidates of a call of many entries. */
async function openLongCall(page: Page, length: number) {
	await page.route('**/samples/call.parley-trace.json', (route) =>
		route.fulfill({ contentType: 'application/json', body: longCall(length) })
	);
	await openStage(page, 'media-flows');
	await page.keyboard.press('r');
	await expect(stage(page).getByText('recorded', { exact: true })).toBeVisible();
	await page.keyboard.press('g');
	await page.keyboard.type('candidates have');
	await page.keyboard.press('Enter');
	await expectOnStage(page, HERE);
	expect(await page.evaluate(() => window.parley.trace.length)).toBeGreaterThan(length - 100);
}

/** What another window of this browser gets that asks the stage for its session. */
async function askedFrom(page: Page): Promise<TraceFile> {
	await page.goto('./preflight');
	const text = await page.evaluate(
		() =>
			new Promise<string>((resolve) => {
				const channel = new BroadcastChannel('parley/trace/stage');
				channel.onmessage = ({ data }: MessageEvent<{ type: string; text: string }>) => {
					if (data.type === 'trace.give') resolve(data.text);
				};
				channel.postMessage({ type: 'trace.ask' });
			})
	);
	return JSON.parse(text) as TraceFile;
}

test(
	'M covers the wall of a long call at once, and not one frame after it shows an address',
	{ tag: '@telling-chromium' },
	async ({ page }) => {
		await openLongCall(page, 3_000);
		const address = await addressOf(page);
		// The watch is there before the key is pressed.
		await page.evaluate((secret) => {
			const frames: string[] = [];
			window.framesSeen = new Promise((resolve) => {
				function look() {
					const covered = document.querySelector('main > .cover') !== null;
					const bare = !covered && document.querySelector('main')!.textContent.includes(secret);
					frames.push(covered ? 'covered' : bare ? 'bare' : 'masked');
					if (frames.at(-1) === 'masked') resolve(frames);
					else requestAnimationFrame(look);
				}
				addEventListener('keydown', () => requestAnimationFrame(look), { once: true });
			});
		}, address);
		await page.keyboard.press('m');
		const frames = await page.evaluate(() => window.framesSeen);
		expect(frames).not.toContain('bare');
		expect(frames.filter((one) => one === 'covered').length).toBeGreaterThan(2);
		await expect(candidate(page)).toBeVisible();
		await expect(candidate(page)).not.toContainText(address);

		// What comes later is masked as it comes, and what was masked keeps its mask.
		const mask = await addressOf(page);
		await page.keyboard.press('m');
		await expect(candidate(page)).toContainText(address);
		await page.keyboard.press('m');
		await expect(candidate(page)).toContainText(mask);
	}
);

test('what a masked stage gives to other windows has the masks of the wall, and those alone', async ({
	page,
	context
}) => {
	await openStage(page, HERE.slug);
	await expect(candidate(page)).toBeVisible();
	const address = await addressOf(page);
	await page.keyboard.press('m');
	await expect(candidate(page)).not.toContainText(address);
	const mask = await addressOf(page);

	const file = await askedFrom(await context.newPage());
	expect(file.masked).toBe(true);
	const given = JSON.stringify(file.entries);
	expect(given).not.toContain(address);
	expect(given).toContain(` ${mask}`);

	const second = await openStage(await context.newPage(), HERE.slug);
	await expect(candidate(second)).toContainText(` ${mask}`);
});

test('a value that is followed is not said any more once it is masked', async ({ page }) => {
	await open(page, 'john-sends-offer');
	const openTab = (name: string) => page.getByRole('tab', { name, exact: true }).click();
	await openTab('Candidates');
	await page.locator('[role=tabpanel] tbody button[aria-pressed]').first().click();
	const following = page.getByText(/^Following/);
	await expect(following).toBeVisible();
	await openTab('Export');
	await page.getByRole('checkbox', { name: /^Mask them on this screen/ }).check();
	await expect(following).toHaveCount(0);
});
