// Walks lessons with the test pattern, and keeps what was recorded as what comes with the site: npm run record -- glare dtls
// A lesson that asks servers is walked with those of a file, as they are entered under Settings: npm run record -- --servers mine.json stun-and-turn
import { readFile, writeFile } from 'node:fs/promises';
import { gzipSync } from 'node:zlib';
import { inChromium } from './site.js';

const USAGE =
	'npm run record -- [--servers <file: [{ "urls": ["turn:…"], "username": "…", "credential": "…" }]>] <lesson> …';
/** Milliseconds between two presses: a recording is played as slowly as it was made. */
const READING = 1200;
/** Milliseconds of media before a call ends: statistics are taken each second. */
const MEDIA = 3000;
/** The lesson that has had a recording, as JSON, since before any other. */
const FIRST = 'call';

const words = process.argv.slice(2);
const file = words[0] === '--servers' ? words.splice(0, 2)[1] : undefined;
const lessons = words;
if (lessons.length === 0 || lessons.some((one) => one.startsWith('-'))) {
	console.error(USAGE);
	process.exit(2);
}
/** @type {RTCIceServer[]} */
const servers = file === undefined ? [] : JSON.parse(await readFile(file, 'utf8'));
/** As the settings keep what was entered for a tab. */
const network = {
	network: { servers, policy: 'all', poolSize: 0, bundle: 'balanced' },
	configuration: servers.length > 0 ? { iceServers: servers } : null
};

/**
 * Walks a lesson by Next alone, from its first slide to its last.
 * @param {import('@playwright/test').Page} page
 * @param {string} address of its first slide
 * @returns {Promise<string>} the text of its trace, with addresses and credentials masked
 */
async function walk(page, address) {
	const button = page.locator('.controls .primary');
	const isReady = () => page.locator('.controls .primary[aria-disabled=false]').waitFor();
	await page.goto(address);
	await isReady();
	while ((await button.textContent())?.trim() === 'Next') {
		const isMade = await page.evaluate(() => 'parley' in window && window.parley.trace.length > 0);
		const ends = (await page.locator('h1').textContent()) === 'John hangs up';
		await page.waitForTimeout(ends ? MEDIA : isMade ? READING : 0);
		await button.click();
		await isReady();
	}
	await page.getByRole('tab', { name: 'Export', exact: true }).click();
	const [download] = await Promise.all([
		page.waitForEvent('download'),
		page.getByRole('button', { name: 'Save the trace', exact: true }).click()
	]);
	return readFile(await download.path(), 'utf8');
}

// What is recorded is the site as it is now.
await inChromium('Lessons are recorded', true, async (browser, site) => {
	const shelf = await (await fetch(new URL('shelf.json', site))).json();
	for (const lesson of lessons) {
		const { first } =
			shelf.find((/** @type {{ slug: string }} */ { slug }) => slug === lesson) ?? {};
		if (!first) throw new Error(`There is no lesson "${lesson}".`);
		const page = await browser.newPage();
		await page.addInitScript((network) => {
			localStorage.setItem('parley:sources', JSON.stringify({ john: 'pattern', jane: 'pattern' }));
			sessionStorage.setItem('parley:network', JSON.stringify(network));
		}, network);
		const trace = await walk(page, String(new URL(`walk/${first}`, site)));
		await page.close();
		const name = `src/static/samples/${lesson}.parley-trace`;
		const isPacked = lesson !== FIRST;
		const kept = isPacked ? `${name}.gzip` : `${name}.json`;
		await writeFile(kept, isPacked ? gzipSync(trace, { level: 9 }) : trace);
		console.log(`${JSON.parse(trace).entries.length} entries: ${kept}`);
	}
});
