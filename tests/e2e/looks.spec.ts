import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { expect, test, type Page } from '@playwright/test';
import { MOMENTS, at, type Moment, type Slug } from './deck';
import { expectOnStage, openStage } from './stage';

// How the site looks is kept as pictures: a change of them is a decision, made with --update-snapshots.
// Whatever a live call makes differs each time, so calls are the recorded one.

const FOLDER = 'tests/e2e/looks';
const MADE_WITH = `${FOLDER}/made-with.json`;

const PHONE = { width: 390, height: 844 };
const DESK = { width: 1440, height: 900 };
const WALL = { width: 1920, height: 1080 };

type Show = (page: Page) => Promise<void>;

const walk =
	(slug: Slug): Show =>
	async (page) => {
		await page.goto(`./walk/${slug}`);
		await expect(page.getByText('Recorded: the call you are about to build')).toBeVisible();
		await expect(page.getByRole('button', { name: 'Next', exact: true })).toBeEnabled();
	};

/** The recorded call on the wall. */
const stage =
	(slug: Slug, kind: Moment['kind']): Show =>
	async (page) => {
		const before = MOMENTS[at(slug, kind === 'after' ? 'before' : kind)]!;
		await openStage(page, slug);
		await page.keyboard.press('r');
		await expect(page.getByText('recorded', { exact: true })).toBeVisible();
		await expectOnStage(page, before);
		if (kind !== 'after') return;
		await page.keyboard.press('PageDown');
		await expectOnStage(page, MOMENTS[at(slug, kind)]!);
	};

const inspect =
	(sample: string, heading: string): Show =>
	async (page) => {
		await page.goto('./inspect');
		const begin = page.getByRole('button', { name: sample, exact: true });
		// A press that has to be tried again scrolls the page, and the picture is of another place.
		await expect(begin).toBeEnabled();
		await begin.click();
		await expect(page.getByRole('heading', { level: 2, name: heading, exact: true })).toBeVisible({
			timeout: 45_000
		});
	};

const repair: Show = async (page) => {
	await page.goto('./repair');
	await expect(page.getByRole('heading', { name: 'Your progress' })).toBeVisible();
};

const print: Show = async (page) => {
	await page.goto('./print?deck=ten-minutes');
	await expect(page.getByRole('main')).toHaveAttribute('aria-busy', 'false');
};

const missing: Show = async (page) => {
	await page.goto('./walk/john-makes-an-offer');
	await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
};

const LOOKS: [
	name: string,
	show: Show,
	...[{ width: number; height: number }, 'light' | 'dark'][]
][] = [
	[
		'walk-beginning',
		walk('what-is-webrtc'),
		[PHONE, 'light'],
		[PHONE, 'dark'],
		[DESK, 'light'],
		[DESK, 'dark'],
		[WALL, 'light'],
		[WALL, 'dark']
	],
	['walk-vocabulary', walk('vocabulary'), [PHONE, 'dark'], [DESK, 'light']],
	['stage-offer', stage('john-creates-offer', 'after'), [WALL, 'light'], [WALL, 'dark']],
	[
		'stage-climax',
		stage('jane-adds-candidate', 'after'),
		[WALL, 'light'],
		[WALL, 'dark'],
		[DESK, 'light']
	],
	['stage-connected', stage('connected', 'only'), [WALL, 'dark']],
	['inspect-call', inspect('a recorded call', 'John'), [PHONE, 'light'], [DESK, 'dark']],
	[
		'inspect-sdp',
		inspect('an offer and its answer', 'The connection as a whole'),
		[PHONE, 'dark'],
		[DESK, 'light']
	],
	['repair', repair, [PHONE, 'dark'], [DESK, 'light']],
	['print', print, [DESK, 'light']],
	['missing', missing, [DESK, 'light']]
];

/** One of each page, and of each width and theme. */
const TELLING = ['walk-beginning-390-dark', 'stage-climax-1920-light', 'inspect-call-1440-dark'];

/** What the pictures are only the same with. */
function madeHere(page: Page) {
	const browser = page.context().browser()!;
	return { platform: process.platform, [browser.browserType().name()]: browser.version() };
}

test.describe('as it was decided', () => {
	test.skip(({ browserName }) => browserName !== 'chromium', 'the pictures are Chromium’s');
	test.use({ contextOptions: { reducedMotion: 'reduce' } });

	for (const [name, show, ...sights] of LOOKS) {
		for (const [viewport, theme] of sights) {
			const title = `${name}-${viewport.width}-${theme}`;
			const tag = TELLING.includes(title) ? '@telling-chromium' : [];
			test(`looks ${title}`, { tag }, async ({ page }, { config, annotations }) => {
				await page.setViewportSize(viewport);
				await page.clock.setFixedTime('2026-12-10T10:00:00Z');
				await page.addInitScript(
					(value) => localStorage.setItem('parley:theme', `"${value}"`),
					theme
				);
				await show(page);
				await page.evaluate(() => document.fonts.ready);

				const here = madeHere(page);
				if (config.updateSnapshots === 'all' || config.updateSnapshots === 'changed') {
					mkdirSync(FOLDER, { recursive: true });
					writeFileSync(MADE_WITH, `${JSON.stringify(here, null, '\t')}\n`);
				}
				const made = existsSync(MADE_WITH)
					? (JSON.parse(readFileSync(MADE_WITH, 'utf8')) as unknown)
					: null;
				if (JSON.stringify(made) !== JSON.stringify(here)) {
					const description = `not compared: the picture is of ${JSON.stringify(made)}, this is ${JSON.stringify(here)}`;
					annotations.push({ type: 'looks', description });
					console.log(`${title} was ${description}`);
					return;
				}
				await expect(page).toHaveScreenshot(`${title}.png`, {
					mask: [page.locator('video, canvas')],
					maxDiffPixelRatio: 0.01
				});
			});
		}
	}
});
