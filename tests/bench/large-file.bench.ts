// How long a large file keeps /inspect from answering, on the built site, in a new page each time: what was
// measured of it in development had the modules of the whole site in its first task. Run with `npm run bench`.
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium, firefox, type Page } from '@playwright/test';
import { afterAll, beforeAll, describe, it } from 'vitest';
import { candidateLine, gathering, longCall } from '../inspect/large';
import { madeInternals } from '../inspect/made';
import { launchOptions } from '../tools/browsers.js';
import { serveBuilt } from './site';
import { median, tabled } from './table';

const RUNS = 5;
const BROWSERS = { chromium, firefox };
/** What the page promises, in milliseconds. */
const MOST = 200;

let site: Awaited<ReturnType<typeof serveBuilt>> | undefined;
const folder = mkdtempSync(join(tmpdir(), 'large-'));
beforeAll(async () => {
	site = await serveBuilt();
}, 120_000);
afterAll(async () => {
	rmSync(folder, { recursive: true });
	await site?.end();
});

/** A dump that Chromium saved, as if its call had gone on for so many times as long. */
function goneOn(name: string, times: number): string {
	const text = readFileSync(new URL(`../diagnose/fixtures/${name}`, import.meta.url), 'utf8');
	const dump = JSON.parse(text) as {
		PeerConnections: Record<string, { stats: Record<string, Series> }>;
	};
	for (const { stats } of Object.values(dump.PeerConnections)) {
		for (const series of Object.values(stats)) lengthen(series, times);
	}
	return JSON.stringify(dump);
}

interface Series {
	startTime: string;
	endTime: string;
	values: string;
}

/** What rises goes on rising, what is a state is the same again. */
function lengthen(series: Series, times: number): void {
	const once = JSON.parse(series.values) as unknown[];
	const [first, last] = [once[0], once.at(-1)];
	const rise = typeof first === 'number' && typeof last === 'number' ? last - first : 0;
	const all: unknown[] = [];
	for (let time = 0; time < times; time++) {
		for (const one of once) {
			all.push(typeof one === 'number' && rise > 0 ? one + time * rise : one);
		}
	}
	const begin = Date.parse(series.startTime);
	const duration = Date.parse(series.endTime) - begin;
	series.values = JSON.stringify(all);
	series.endTime = new Date(begin + duration * times).toISOString();
}

const FILES: readonly { what: string; made: () => string; shown: string }[] = [
	{
		what: 'a made dump of ten streams',
		made: () => madeInternals(gathering(20), longCall(24_000)),
		shown: '[aria-label="The recorded session"] [aria-label="The ladder"]'
	},
	{
		what: 'a dump of a real call',
		made: () => goneOn('nothing-is-broken.json', 5_000),
		shown: '[aria-label="The recorded session"] [aria-label="The ladder"]'
	},
	{
		what: '100,000 candidates',
		made: () => Array.from({ length: 100_000 }, (_, at) => candidateLine(at)).join('\n'),
		shown: 'main ol > li[data-key]'
	}
];

/** Runs in the page: has a timer tell for how long at most nothing else had its turn, in milliseconds. */
function watch(): void {
	let last = performance.now();
	const watched = { longest: 0 };
	Object.assign(window, { watched });
	const look = () => {
		const now = performance.now();
		// Browsers let four milliseconds pass between timers that follow each other.
		watched.longest = Math.max(watched.longest, now - last - 4);
		last = now;
		setTimeout(look);
	};
	look();
}

/** Chooses a file, and gives what its reading took, in milliseconds. */
async function chosen(page: Page, path: string, shown: string) {
	await page.goto(`${site!.url}inspect`, { waitUntil: 'networkidle' });
	const field = page.locator('input[type=file]').first();
	await page.locator('fieldset:not([disabled]) input[type=file]').first().waitFor();
	await page.evaluate(watch);
	const begin = Date.now();
	await field.setInputFiles(path);
	await page.locator(shown).first().waitFor({ timeout: 120_000 });
	const time = Date.now() - begin;
	// What comes behind what is waited for belongs to it.
	await page.evaluate(() => new Promise((resolve) => requestIdleCallback(resolve)));
	const longest = await page.evaluate(
		() => (window as unknown as { watched: { longest: number } }).watched.longest
	);
	return { time, longest };
}

describe.each(['chromium', 'firefox'] as const)('a large file in %s', (name) => {
	it.for(FILES)('is $what', { timeout: 600_000 }, async ({ what, made, shown }, { task }) => {
		const text = made();
		const path = join(folder, 'large.txt');
		writeFileSync(path, text);
		const browser = await BROWSERS[name].launch(launchOptions(name));
		const runs: { time: number; longest: number }[] = [];
		for (let run = 0; run < RUNS; run++) {
			const page = await browser.newPage({ serviceWorkers: 'block' });
			runs.push(await chosen(page, path, shown));
			await page.close();
		}
		await browser.close();
		const longest = runs.map((run) => Math.round(run.longest));
		const times = runs.map(({ time }) => time);
		const title = `${name}: ${what}, ${Math.round(text.length / 1e6)} MB`;
		console.log(`${title}: without an answer at most, in ms: ${longest.join(' ')}`);
		console.log(`    until it is shown, in ms: ${times.join(' ')}`);
		tabled(task, {
			what: `${title}, in a new page`,
			measured: `no answer for ${Math.max(...longest)} ms (worst), shown after ${median(times)} ms`,
			goal: `≤ ${MOST} ms`,
			isReached: Math.max(...longest) <= MOST
		});
	});
});
