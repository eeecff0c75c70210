import { expect, test } from '@playwright/test';
import { FOUND } from '../levels/solutions';
import { findings } from './axe';
import { patientFirefox } from './browsers';
import { SLUGS } from './deck';
import { LEVELS, openLevel, pointAt, viewOf } from './levels';
import { expectOnStage, openStage } from './stage';
import { button, expectConnected, expectMoment, moment, next, open } from './walk';

test.use({ launchOptions: patientFirefox });

/** Beside "This step", which is open from the beginning. */
const TABS = [
	'Descriptions',
	'Candidates',
	'Pairs',
	'Wire',
	'Graphs',
	'Machine',
	'Media',
	'Break',
	'Export'
] as const;

for (const theme of ['light', 'dark'] as const) {
	// axe takes minutes in Firefox.
	test.describe(`in the ${theme} theme`, { tag: theme === 'dark' ? '@long' : '@later' }, () => {
		// As chosen in the settings; without movement, so that every colour is what it will stay.
		test.use({ contextOptions: { reducedMotion: 'reduce' } });
		test.beforeEach(({ page }) =>
			page.addInitScript((value) => localStorage.setItem('parley:theme', `"${value}"`), theme)
		);

		test('axe finds nothing before a step, after it, in the call and at the end', async ({
			page
		}) => {
			test.setTimeout(120_000);
			await open(page, 'jane-creates-answer');
			expect(await findings(page), 'before').toEqual([]);
			await next(page).click();
			await expectMoment(page, moment('jane-creates-answer', 'after'));
			expect(await findings(page), 'after').toEqual([]);
			await page.goto('./walk/media-flows');
			await expectMoment(page, moment('media-flows'));
			await expectConnected(page);
			expect(await findings(page), 'in the call').toEqual([]);
			await page.goto('./walk/thanks');
			await expectMoment(page, moment('thanks'));
			expect(await findings(page), 'the end').toEqual([]);
		});

		test('axe finds nothing where something is inspected', async ({ page }) => {
			await page.goto('./inspect');
			for (const [sample, sign] of [
				['an offer and its answer', 'The connection as a whole'],
				['a recorded call', 'John']
			] as const) {
				await button(page, sample).click();
				const heading = page.getByRole('heading', { level: 2, name: sign, exact: true });
				await expect(heading).toBeVisible();
				expect(await findings(page), sample).toEqual([]);
			}
			await expect(page.getByText('Jane creates an answer')).not.toHaveCount(0);
		});

		test(
			'axe finds nothing in the other tabs, the contents and the settings',
			{ tag: '@long' },
			async ({ page }) => {
				await open(page, 'remaining-candidates');
				for (const name of TABS) {
					await page.getByRole('tab', { name, exact: true }).click();
					expect(await findings(page), name).toEqual([]);
				}
				for (const name of ['Contents', 'Settings']) {
					await button(page, name).click();
					expect(await findings(page), name).toEqual([]);
					await page.keyboard.press('Escape');
				}
			}
		);

		test('axe finds nothing on the pages beside the walk', async ({ page }) => {
			for (const path of ['preflight', 'by-hand', 'speaker', 'repair', 'no/such/page']) {
				await page.goto(`./${path}`);
				await expect(page.getByRole('heading', { level: 1 }).first()).toBeVisible();
				expect(await findings(page), path).toEqual([]);
			}
		});

		test('axe finds nothing in a level, before it is reached and after', async ({ page }) => {
			const level = LEVELS.find(({ slug }) => slug === 'dtls-and-media/one-digit')!;
			await openLevel(page, level, 0);
			await button(page, 'A hint (3 left)').click();
			const { right } = FOUND[level.slug]!;
			await pointAt(page, right(await viewOf(page), level.variations[0]!));
			await expect(page.getByText('That is it.')).toBeVisible();
			expect(await findings(page), 'before').toEqual([]);
			await button(page, 'Mend it').first().click();
			await expect(page.getByRole('heading', { name: 'What it was' })).toBeVisible();
			expect(await findings(page), 'after').toEqual([]);
		});

		test('axe finds nothing on the stage and in the speaker’s window', async ({
			context,
			page
		}) => {
			await openStage(page, 'jane-creates-answer');
			await page.keyboard.press('PageDown');
			await expectOnStage(page, moment('jane-creates-answer', 'after'));
			expect(await findings(page), 'stage').toEqual([]);
			const speaker = await context.newPage();
			await speaker.goto('./speaker');
			await expect(speaker.getByText('The stage follows.')).toBeVisible();
			expect(await findings(speaker), 'speaker’s window').toEqual([]);
			await button(speaker, 'Keys').click();
			expect(await findings(speaker), 'its keys').toEqual([]);
		});

		test('axe finds nothing in what is opened over the stage, and where it has gone @long', async ({
			context,
			page
		}) => {
			test.setTimeout(120_000);
			await openStage(page, 'candidates-appear');
			for (const key of ['?', 'o', 'g', 'h', 'i', 'w']) {
				await page.keyboard.press(key);
				await expect(page.getByRole('dialog')).toBeVisible();
				expect(await findings(page), key).toEqual([]);
				await page.keyboard.press('Escape');
				await expect(page.getByRole('dialog')).toHaveCount(0);
			}
			await page.keyboard.press('m');
			await page.keyboard.press('r');
			await expect(page.getByText('recorded', { exact: true })).toBeVisible();
			expect(await findings(page), 'recorded and masked').toEqual([]);

			const speaker = await context.newPage();
			await speaker.goto('./speaker');
			await expect(speaker.getByText('The stage follows.')).toBeVisible();
			await page.close();
			await expect(speaker.getByText('No stage is open.')).toBeVisible();
			const heading = speaker.getByRole('heading', { level: 1, name: 'The speaker’s window' });
			await expect(heading).toHaveCount(1);
			expect(await findings(speaker), 'without a stage').toEqual([]);
		});

		test('axe finds nothing on the pages of a speaker @long', async ({ page }) => {
			await page.goto('./preflight');
			await button(page, 'Check Fonts').click();
			await expect(page.getByRole('status')).toContainText('not checked yet');
			expect(await findings(page), 'preflight').toEqual([]);
			await page.goto('./print?deck=ten-minutes&notes');
			await expect(page.locator('main')).toHaveAttribute('aria-busy', 'false');
			expect(await findings(page), 'handout').toEqual([]);
		});

		test('axe finds nothing on any slide @long', async ({ page }) => {
			test.setTimeout(600_000);
			for (const slug of SLUGS) {
				await open(page, slug);
				expect(await findings(page), slug).toEqual([]);
			}
		});
	});
}
