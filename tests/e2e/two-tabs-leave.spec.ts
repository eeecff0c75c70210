import { expect, test, type BrowserContext, type Page } from '@playwright/test';
import { patientFirefox } from './browsers';
import { titleOf, type Slug } from './deck';
import {
	expectBothAt,
	expectBothConnected,
	expectSameTrace,
	openBoth,
	otherSeat,
	pressNext,
	SEATS,
	sitDown,
	type Seat,
	type Tabs
} from './tabs';
import { button, expectMoment, moment, notice, ready, STEP_SLUGS } from './walk';

test.use({ launchOptions: patientFirefox });

type Leaving = 'reload' | 'close and open again' | 'crash';

/** Ways to leave a seat in the middle of everything; each gives the page that sits there afterwards. */
const LEAVE: Record<
	Leaving,
	(page: Page, seat: Seat, slug: Slug, context: BrowserContext) => Promise<Page>
> = {
	async reload(page) {
		await page.reload();
		return page;
	},
	async 'close and open again'(page, seat, slug, context) {
		await page.close();
		return sitDown(context, seat, slug);
	},
	async crash(page, seat, slug, context) {
		const crashed = page.waitForEvent('crash');
		// The navigation to it never ends.
		void page.goto('chrome://crash').catch(() => undefined);
		await crashed;
		return sitDown(context, seat, slug);
	}
};

/** Leaves a seat while a step is performed, and sees that the call ends connected all the same. */
async function leaveDuring(context: BrowserContext, step: Slug, seat: Seat, leaving: Leaving) {
	const pages: Tabs = await openBoth(context, step);
	// The last step ends the call: it is left before, and the call is to be there once more.
	if (step !== 'john-hangs-up') await pressNext(pages[otherSeat(seat)]);
	pages[seat] = await LEAVE[leaving](pages[seat], seat, step, context);
	const { john, jane } = pages;
	await Promise.all([ready(john), ready(jane)]);
	// Whether the step was performed before the seat was left or after: both tabs agree.
	const stands = await john.getByRole('status').first().innerText();
	await expect(jane.getByRole('status').first()).toHaveText(stands);
	if (step !== 'john-hangs-up') {
		const media = john.getByRole('navigation', { name: 'Contents' });
		await button(john, 'Contents').evaluate((one: HTMLElement) => one.click());
		await media
			.getByRole('link', { name: titleOf('media-flows') })
			.evaluate((one: HTMLElement) => one.click());
		await expectMoment(john, moment('media-flows'));
		await expectMoment(jane, moment('media-flows'));
	}
	await expectBothConnected(pages);
	await expectSameTrace(john, jane);
	await john.close();
	await jane.close();
}

for (const leaving of Object.keys(LEAVE) as Leaving[]) {
	for (const [which, steps] of [
		['one step', ['jane-creates-answer']],
		['every step @long', STEP_SLUGS]
	] as const) {
		test(
			`${leaving} of either tab during ${which}: the call still ends connected`,
			{ tag: { reload: '@telling', 'close and open again': '@long', crash: '@later' }[leaving] },
			async ({ browserName, context }) => {
				test.skip(
					leaving === 'crash' && browserName === 'firefox',
					'Firefox has no page that crashes its process'
				);
				test.setTimeout(30_000 + steps.length * 60_000);
				const table: string[] = [];
				for (const step of steps) {
					const outcomes: string[] = [];
					for (const seat of which === 'one step' ? [SEATS[1]!] : SEATS) {
						const begun = Date.now();
						const outcome = await leaveDuring(context, step as Slug, seat, leaving).then(
							() => `connected, ${((Date.now() - begun) / 1000).toFixed(1)} s`,
							(error: Error) =>
								`FAILED: ${error.message}\n${error.stack?.match(/^ +at .*spec.*$/m)?.[0] ?? ''}`
						);
						outcomes.push(`${seat}: ${outcome}`);
						for (const page of context.pages()) await page.close();
					}
					table.push(`  ${step.padEnd(30)} ${outcomes.join('   ')}`);
				}
				console.log(`${browserName}, ${leaving}\n${table.join('\n')}`);
				expect(table.join('\n')).not.toContain('FAILED');
			}
		);
	}
}

test('both tabs reloaded at once agree on one replay', { tag: '@later' }, async ({ context }) => {
	const tabs = await openBoth(context, 'john-adds-candidate');
	await pressNext(tabs.john);
	await expectBothAt(tabs, moment('john-adds-candidate', 'after'));
	await Promise.all([tabs.john.reload(), tabs.jane.reload()]);
	await expectBothAt(tabs, moment('john-adds-candidate', 'after'));
	await expectSameTrace(tabs.john, tabs.jane);
	await pressNext(tabs.jane);
	await pressNext(tabs.jane);
	await expectBothConnected(tabs);
});

test('a tab that does not answer is waited for, and it is said @long', async ({
	browserName,
	context
}) => {
	test.skip(browserName === 'firefox', 'both tabs may run in one thread there');
	const tabs = await openBoth(context, 'jane-creates-answer');
	// As if it slept: nothing runs in her tab until this loop ends.
	const slept = tabs.jane.evaluate(() => {
		const end = performance.now() + 6000;
		while (performance.now() < end);
	});
	await pressNext(tabs.john);
	await expect(notice(tabs.john, 'Waiting for Jane’s tab')).toBeVisible();
	await slept;
	await expectBothAt(tabs, moment('jane-creates-answer', 'after'));
	await expect(notice(tabs.john, 'Waiting for Jane’s tab')).toHaveCount(0);
});
