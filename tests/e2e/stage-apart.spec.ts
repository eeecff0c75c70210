import { expect, test, type Page } from '@playwright/test';
import { patientFirefox } from './browsers';
import { at, MOMENTS } from './deck';
import { showVersion } from './other-version';
import { expectOnStage, openStage, stage } from './stage';

test.use({ launchOptions: patientFirefox });

test.beforeEach(() => test.setTimeout(120_000));

/** A busy machine may take its time; what is waited for is a state. */
const PATIENCE = { timeout: 45_000 };

const HERE = MOMENTS[at('john-creates-offer', 'after')]!;

/** Why a stage does not follow the one that runs the talk. */
const apart = (page: Page) => stage(page).locator('.apart');

/** A stage in the middle of the full talk, a second one at its side, and the speaker's window. */
async function openThree(
	open: () => Promise<Page>,
	search = '',
	prepare?: (second: Page) => Promise<void>
) {
	const first = await openStage(await open(), 'john-creates-offer');
	await first.keyboard.press('PageDown');
	await expectOnStage(first, HERE);
	const second = await open();
	await prepare?.(second);
	await second.goto(`./stage/john-and-jane${search}`);
	const speaker = await open();
	await speaker.goto('./speaker');
	await expect(sign(speaker)).toHaveText(/The stage follows/);
	return { first, second, speaker };
}

const sign = (speaker: Page) => speaker.getByRole('status').first();

test('a second stage with another deck says so and takes over, and the first takes it back where it was', async ({
	context
}) => {
	const { first, second, speaker } = await openThree(() => context.newPage(), '?deck=ten-minutes');
	await expect(apart(second)).toContainText('Another stage is open, with the talk “', PATIENCE);
	await expect(apart(second)).toContainText('cannot follow it');
	await expect(stage(second).getByRole('status')).toHaveText('');

	await apart(second).getByRole('button', { name: 'Take over' }).click();
	await expectOnStage(second, MOMENTS[at('john-and-jane')]!);
	await expect(apart(second)).toHaveText('');
	await expect(apart(first)).toContainText('Another stage has taken over, with the talk “');
	await expect(speaker).toHaveURL(/deck=ten-minutes$/);
	await expect(sign(speaker)).toHaveText(/The stage follows/);
	expect(await first.evaluate(() => window.parley.john)).toBeNull();

	await first.bringToFront();
	await first.keyboard.press('k');
	await expectOnStage(first, HERE);
	await expect(apart(first)).toHaveText('');
	await expect(apart(second)).toContainText('Another stage has taken over');
	await expect(speaker).not.toHaveURL(/deck=/);
	await expect(sign(speaker)).toHaveText(/The stage follows/);
});

test(
	'a second stage with another version of the site says so, and takes over',
	{ tag: '@later' },
	async ({ context }) => {
		const { first, second, speaker } = await openThree(
			() => context.newPage(),
			'',
			(page) => showVersion(page, 'of last year')
		);
		await expect(apart(second)).toContainText('another version of this site: built on', PATIENCE);
		await expect(apart(second)).toContainText('“of last year”');
		await second.bringToFront();
		await second.keyboard.press('k');
		await expectOnStage(second, MOMENTS[at('john-and-jane')]!);
		await expect(apart(first)).toContainText('another version of this site: “of last year”');
		await expect(sign(speaker)).toContainText('Reload both');
		expect(await first.evaluate(() => window.parley.john)).toBeNull();
	}
);

test(
	'K on a stage that follows goes on with the talk there, and the other follows',
	{ tag: '@later' },
	async ({ context }) => {
		const { first, second, speaker } = await openThree(() => context.newPage());
		await expect(stage(second).getByRole('status')).toContainText('K takes over now');
		await second.bringToFront();
		await second.keyboard.press('k');
		await expectOnStage(second, HERE);
		await expect(stage(first).getByRole('status')).toContainText('Another stage has taken over');
		await expectOnStage(first, HERE);
		await second.keyboard.press('PageDown');
		const next = MOMENTS[at('john-creates-offer', 'after') + 1]!;
		for (const page of [first, second]) await expectOnStage(page, next);
		await expect(speaker.locator('main')).toHaveAttribute(
			'data-moment',
			`${next.slug} ${next.kind}`
		);
	}
);
