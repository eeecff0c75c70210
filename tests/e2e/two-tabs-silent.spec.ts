import { expect, test, type LaunchOptions, type Page } from '@playwright/test';
import { changedOptions, type BrowserName } from './browsers';
import { at, MOMENTS } from './deck';
import { showVersion } from './other-version';
import {
	addressOf,
	expectBothAt,
	expectBothConnected,
	expectSameTrace,
	openBoth,
	pressNext,
	sitDown
} from './tabs';
import { button, expectMoment, moment, notice, ready, stepsPerformed } from './walk';

test.use({
	launchOptions: async ({ browserName }, use: (options: LaunchOptions) => Promise<void>) => {
		await use(
			changedOptions(browserName as BrowserName, {
				prefs: {
					'media.peerconnection.ice.trickle_grace_period': 120_000,
					// Each tab in a process of its own, as in Chromium: one may hang while the others run.
					'dom.ipc.processCount.webIsolated': 8
				}
			})
		);
	}
});

test.beforeEach(() => test.setTimeout(120_000));

/** Nothing runs in a tab for so many milliseconds, as where a page hangs. */
function hang(page: Page, ms = 15_000): Promise<void> {
	return page.evaluate((ms) => {
		const end = performance.now() + ms;
		while (performance.now() < end);
	}, ms);
}

const silent = (page: Page, who: 'John' | 'Jane') => notice(page, `${who}’s tab does not answer`);
/** A busy machine may take its time; what is waited for is a state. */
const PATIENCE = { timeout: 45_000 };

test(
	'a host that hangs is missed without a press, and what was pressed meanwhile is done once',
	{
		tag: '@later'
	},
	async ({ context }) => {
		const tabs = await openBoth(context, 'john-adds-tracks');
		const slept = hang(tabs.john);
		await expect(silent(tabs.jane, 'John')).toContainText('it runs the walk', PATIENCE);
		for (let count = 0; count < 3; count += 1) await pressNext(tabs.jane);
		await slept;
		await expect(silent(tabs.jane, 'John')).toHaveCount(0, PATIENCE);
		await expectBothAt(tabs, moment('john-adds-tracks', 'after'));
		await expectSameTrace(tabs.john, tabs.jane);
		await pressNext(tabs.jane);
		await expectBothAt(tabs, MOMENTS[at('john-adds-tracks', 'after') + 1]!);
	}
);

test('whoever comes while the host hangs is told that its seat is held, and by nobody who answers @long', async ({
	context
}) => {
	const tabs = await openBoth(context, 'john-adds-tracks');
	const slept = hang(tabs.john, 25_000);
	await tabs.jane.close();
	const third = await sitDown(context, 'none', 'john-adds-tracks');
	await expect(silent(third, 'John')).toBeVisible(PATIENCE);
	await expect(notice(third, 'You are watching.')).toContainText('Jane’s seat is empty.');
	await slept;
	await expect(silent(third, 'John')).toHaveCount(0, PATIENCE);
	await ready(third);
});

test('the seat of a host that hangs is taken over with the walk, and it watches when it wakes @long', async ({
	context
}) => {
	const tabs = await openBoth(context, 'john-adds-tracks');
	await pressNext(tabs.jane);
	await expectBothAt(tabs, moment('john-adds-tracks', 'after'));
	const slept = hang(tabs.john, 20_000);
	await silent(tabs.jane, 'John')
		.getByRole('button', { name: 'Take John’s seat in this tab' })
		.click(PATIENCE);
	await expectMoment(tabs.jane, moment('john-adds-tracks', 'after'));
	await expect(button(tabs.jane, 'Both seats')).toBeVisible();
	await pressNext(tabs.jane);
	await slept;
	await expect(notice(tabs.john, 'Another tab has taken John’s seat.')).toBeVisible();
	await expect(notice(tabs.john, 'You are watching.')).toBeVisible();
	const next = MOMENTS[at('john-adds-tracks', 'after') + 1]!;
	await expectBothAt(tabs, next);
	await pressNext(tabs.john);
	await expectBothAt(tabs, MOMENTS[MOMENTS.indexOf(next) + 1]!);
	await expectSameTrace(tabs.john, tabs.jane);
	expect(await tabs.john.evaluate(() => window.parley.john)).toBeNull();
	const steps = await stepsPerformed(tabs.jane);
	expect(new Set(steps).size).toBe(steps.length);
});

test('the seat of a guest that hangs is taken, and the call goes on in one tab @long', async ({
	context
}) => {
	const tabs = await openBoth(context, 'media-flows');
	await expectBothConnected(tabs);
	const slept = hang(tabs.jane, 20_000);
	await silent(tabs.john, 'Jane')
		.getByRole('button', { name: 'Take Jane’s seat in this tab' })
		.click(PATIENCE);
	await expectBothConnected({ john: tabs.john, jane: tabs.john });
	await slept;
	await expect(notice(tabs.jane, 'Another tab has taken Jane’s seat.')).toBeVisible();
	await expectBothAt(tabs, moment('media-flows'));
});

test('two seats with different versions of the site both say so, and which', async ({
	context
}) => {
	const john = await sitDown(context, 'john');
	await ready(john);
	const jane = await context.newPage();
	await showVersion(jane, 'of last year');
	await jane.goto(addressOf('jane'));
	const other = (page: Page) => notice(page, 'Another version of this site is open');
	await expect(other(john)).toContainText('the other the version “of last year”', PATIENCE);
	await expect(other(jane)).toContainText('this page has the version “of last year”', PATIENCE);
	await jane.close();
	await expect(other(john)).toHaveCount(0);
});
