import { expect, test, type Page } from '@playwright/test';
import { watchBeneath } from './beneath';
import { patientFirefox } from './browsers';
import { at, MOMENTS } from './deck';
import {
	expectBothAt,
	expectBothConnected,
	expectSameTrace,
	openBoth,
	openConnections,
	pressNext,
	sitDown
} from './tabs';
import {
	back,
	button,
	chooseSource,
	expectMoment,
	framesDecoded,
	moment,
	openLadder,
	next,
	notice,
	pressThrough,
	ready,
	stepsPerformed
} from './walk';

test.use({ launchOptions: patientFirefox });

/** Why a test of a whole call has more time than others. */
const AT_EACH_MOMENT = 'two tabs wait for each other at each moment of the call';

for (const [who, isLong] of [
	['alternately', false],
	['in John’s tab alone', true],
	['in Jane’s tab alone', true]
] as const) {
	test(`Next pressed ${who} leads both tabs to a call, one peer in each ${isLong ? '@long' : ''}`, async ({
		context
	}) => {
		test.slow(true, AT_EACH_MOMENT);
		await watchBeneath(context);
		const tabs = await openBoth(context);
		const turns = {
			alternately: [tabs.john, tabs.jane],
			'in John’s tab alone': [tabs.john],
			'in Jane’s tab alone': [tabs.jane]
		}[who];
		for (const [press, one] of MOMENTS.slice(1).entries()) {
			await pressNext(turns[press % turns.length]!);
			await expectBothAt(tabs, one);
			if (one.kind === 'after') {
				const said = (page: Page) =>
					page.getByRole('status', { name: 'What the step did' }).innerText();
				await expect
					.poll(async () => {
						const [john, jane] = await Promise.all([said(tabs.john), said(tabs.jane)]);
						return john !== '' && john === jane;
					})
					.toBe(true);
			}
			if (one.slug !== 'media-flows') continue;
			await expectBothConnected(tabs);
			await expect.poll(() => framesDecoded(tabs.john, 'john')).toBeGreaterThan(0);
			await expect.poll(() => framesDecoded(tabs.jane, 'jane')).toBeGreaterThan(0);
			for (const page of [tabs.john, tabs.jane]) {
				expect(await page.evaluate(() => window.beneath.connections.length)).toBe(1);
				expect(await openConnections(page)).toBe(1);
			}
		}
		await expectSameTrace(tabs.john, tabs.jane);
		const rows = await Promise.all(
			[tabs.john, tabs.jane].map(async (page) => {
				await openLadder(page);
				return page.getByRole('group', { name: 'The ladder' }).innerText();
			})
		);
		expect(rows[0]).toBe(rows[1]);
	});
}

/** Presses Next as it is at this moment, and nothing where it has become “Call again”. */
async function pressUnlessAtEnd(page: Page): Promise<void> {
	await next(page).evaluate((button: HTMLElement) => {
		if (button.textContent?.trim() === 'Next') button.click();
	});
}

test(
	'Next pressed in both tabs at once performs every step exactly once',
	{ tag: '@later' },
	async ({ context }) => {
		test.slow(true, AT_EACH_MOMENT);
		const tabs = await openBoth(context);
		// At the end Next becomes “Call again”.
		while ((await tabs.john.getByRole('button', { name: 'Next', exact: true }).count()) > 0) {
			// Where the other press has led to the end already, this one would call again.
			await Promise.all([tabs.john, tabs.jane].map(pressUnlessAtEnd));
			await Promise.all([ready(tabs.john), ready(tabs.jane)]);
		}
		const performed = await stepsPerformed(tabs.john);
		expect(performed).toEqual(
			MOMENTS.filter(({ kind }) => kind === 'after')
				.map(({ slug }) => slug)
				.slice(0, performed.length)
		);
		expect(performed).toContain('john-hangs-up');
		await expectSameTrace(tabs.john, tabs.jane);
	}
);

test('a step whose seat is empty waits, with the link to open it', async ({ context }) => {
	const john = await sitDown(context, 'john', 'john-sends-offer');
	await ready(john);
	await expect(notice(john, 'Jane’s seat is empty')).toBeVisible();
	await pressThrough(john, [
		moment('john-sends-offer', 'after'),
		moment('jane-creates-peer-connection', 'before')
	]);
	await pressNext(john);
	await expect(notice(john, 'nobody sits in that seat')).toBeVisible();
	await expect(john.getByRole('region', { name: 'Jane' })).toContainText('the seat is empty');
	const [jane] = await Promise.all([
		context.waitForEvent('page'),
		john.getByRole('link', { name: 'Open Jane’s tab' }).click()
	]);
	const tabs = { john, jane };
	await expectBothAt(tabs, moment('jane-creates-peer-connection', 'after'));
	await expect(john.getByRole('region', { name: 'Jane' })).toContainText('in another tab');
	await expect(notice(john, 'seat is empty')).toHaveCount(0);
	// The offer was sent before her tab was there; the wire has kept it.
	await pressNext(jane);
	await pressNext(jane);
	await expectBothAt(tabs, moment('jane-sets-remote-description', 'after'));
});

test(
	'a tab that is closed is missed at once, and both seats can be taken in the other',
	{ tag: '@later' },
	async ({ context }) => {
		await watchBeneath(context);
		const tabs = await openBoth(context, 'john-adds-candidate');
		await tabs.john.close();
		await expect(notice(tabs.jane, 'John is gone')).toBeVisible();
		// What happened can be read.
		await back(tabs.jane).click();
		await expectMoment(tabs.jane, moment('jane-sends-candidate', 'after'));
		await pressNext(tabs.jane);
		await expect(next(tabs.jane)).toBeVisible();
		await button(tabs.jane, 'Take both seats in this tab').click();
		await expect(notice(tabs.jane, 'Replayed on fresh peers')).toBeVisible();
		await expectMoment(tabs.jane, moment('john-adds-candidate', 'before'));
		await pressThrough(
			tabs.jane,
			MOMENTS.slice(at('john-adds-candidate') + 1, at('media-flows') + 1)
		);
		await expectBothConnected({ john: tabs.jane, jane: tabs.jane });
		expect(await openConnections(tabs.jane)).toBe(2);
	}
);

test(
	'two rooms do not hear each other, and a third tab sees what the two see',
	{ tag: '@later' },
	async ({ context }) => {
		await watchBeneath(context);
		const one = await openBoth(context, 'john-creates-offer');
		const other = await openBoth(context, 'john-and-jane', 'other');
		const spectator = await sitDown(context, 'john', 'john-creates-offer');
		await expect(notice(spectator, 'Both seats are taken')).toBeVisible();
		await pressNext(other.john);
		await expectBothAt(other, moment('john-creates-peer-connection', 'before'));
		await pressNext(one.jane);
		await expectBothAt(one, moment('john-creates-offer', 'after'));
		await expectMoment(spectator, moment('john-creates-offer', 'after'));
		await expectBothAt(other, moment('john-creates-peer-connection', 'before'));
		await expectSameTrace(one.john, one.jane, spectator);
		// Who watches may press as well, and has no peer.
		await pressNext(spectator);
		await expectBothAt(one, moment('john-sets-local-description', 'before'));
		expect(await openConnections(spectator)).toBe(0);
		// A seat that is left is not taken by who watches, until asked to.
		await one.john.close();
		await expect(notice(spectator, 'John’s seat is empty')).toBeVisible();
		await button(spectator, 'Sit down as John').click();
		await expectBothAt({ john: spectator, jane: one.jane }, moment('john-sets-local-description'));
		await expectSameTrace(one.jane, spectator);
	}
);

test('sources are chosen from either tab', { tag: '@later' }, async ({ context }) => {
	const tabs = await openBoth(context, 'john-gets-media');
	await chooseSource(tabs.jane, 'John');
	await pressNext(tabs.jane);
	await expectBothAt(tabs, moment('john-gets-media', 'after'));
	const called = await tabs.jane.evaluate(() =>
		window.parley.trace.filter(({ kind }) => kind === 'call').map(({ name }) => name)
	);
	expect(called).toContain('testPattern');
	expect(called).not.toContain('getUserMedia');
});
