// What Lighthouse says of the built site on its simulated phone. Run with `npm run bench`. It is fetched when
// it is asked for: with all it brings it weighs more than everything else that the project needs.
import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { chromium } from '@playwright/test';
import { describe, it } from 'vitest';
import { launchOptions } from '../tools/browsers.js';
import { serveBuilt } from './site';
import { tabled, type Row } from './table';

/** The last one that runs on Node 20. */
const LIGHTHOUSE = 'lighthouse@12.8.2';
const PAGES = ['', 'walk/john-creates-offer', 'inspect'];
const GOALS = { performance: 95, accessibility: 100, 'best-practices': 100, seo: 100 };
const MOST_SHIFT = 0.02;
/** How often a page is looked at; what is said of it is the look in the middle, by its performance. */
const LOOKS = 3;

interface Report {
	categories: Record<string, { score: number }>;
	audits: Record<string, { numericValue?: number; displayValue?: string }>;
}

/** @throws where Lighthouse cannot be fetched, or did not come to an end */
async function reportOf(url: string): Promise<Report> {
	const { executablePath = chromium.executablePath() } = launchOptions('chromium') as {
		executablePath?: string;
	};
	const { stdout } = await promisify(execFile)(
		'npx',
		[
			...['--yes', LIGHTHOUSE, url, '--output=json', '--quiet'],
			'--chrome-flags=--headless=new --no-sandbox'
		],
		{ env: { ...process.env, CHROME_PATH: executablePath }, maxBuffer: 1e8, timeout: 240_000 }
	);
	return JSON.parse(stdout) as Report;
}

/** The same, several times: one look differs from the next by ten points and more. */
async function middleReportOf(url: string): Promise<Report> {
	const reports: Report[] = [];
	for (let look = 0; look < LOOKS; look += 1) reports.push(await reportOf(url));
	const scoreOf = ({ categories }: Report) => categories.performance!.score;
	reports.sort((one, other) => scoreOf(one) - scoreOf(other));
	return reports[(LOOKS - 1) / 2]!;
}

/** What is said of a page, for the table. */
async function looked(path: string): Promise<Row> {
	const what = `/${path}: performance, accessibility, best practices, SEO; first paint, shift`;
	const goals = Object.entries(GOALS);
	const goal = `≥ ${goals.map(([, least]) => least).join(', ')}; ≤ ${MOST_SHIFT}`;
	const site = await serveBuilt();
	try {
		const { categories, audits } = await middleReportOf(`${site.url}${path}`);
		const scores = goals.map(([name]) => Math.round(100 * categories[name]!.score));
		const shift = audits['cumulative-layout-shift']!.numericValue!;
		const paint = audits['first-contentful-paint']!.displayValue!;
		return {
			what,
			measured: `${scores.join(', ')}; ${paint}, ${shift.toFixed(3)}`,
			goal,
			isReached: shift <= MOST_SHIFT && goals.every(([, least], at) => scores[at]! >= least)
		};
	} catch (error) {
		// On a machine without a network everything else is measured all the same.
		const [why] = String((error as Error).message).split('\n');
		return { what, measured: `not measured: ${why}`, goal };
	} finally {
		await site.end();
	}
}

describe('Lighthouse', () => {
	it.for(PAGES)('looks at /%s', { timeout: 800_000 }, async (path, { task }) => {
		tabled(task, await looked(path));
	});
});
