import { expect, test, type Page } from '@playwright/test';
import { patientFirefox } from './browsers';
import { between, MOMENTS, at } from './deck';
import { expectBothAt, expectBothConnected, expectSameTrace, openBoth, pressNext } from './tabs';
import { notice, stepsPerformed } from './walk';

test.use({ launchOptions: patientFirefox });

const COUNT = 10_000;

/** Writes down everything that is said on the channel, so that it can be said again. */
async function eavesdrop(page: Page) {
	await page.evaluate(() => {
		const heard: unknown[] = [];
		const channel = new BroadcastChannel('parley/main');
		channel.onmessage = ({ data }) => heard.push(data);
		Object.assign(window, { heard, stopHearing: () => channel.close() });
	});
}

/** Says a thousand things of every kind that are no messages, or not theirs who say them. */
async function attack(page: Page, count: number) {
	await page.evaluate((count) => {
		const { heard, stopHearing } = window as unknown as {
			heard: string[];
			stopHearing: () => void;
		};
		stopHearing();
		const channel = new BroadcastChannel('parley/main');
		const real = heard.map((text) => JSON.parse(text) as Record<string, unknown>);
		const stranger = () => ({ ...real[0], from: crypto.randomUUID(), number: 1 });
		const wish = { type: 'wish', wish: { type: 'next' }, seen: { at: 0, cursor: null } };
		const kinds: ((index: number) => unknown)[] = [
			() => null,
			(index) => index,
			() => ({ type: 'next' }),
			() => new Map([['type', 'wish']]),
			() => 'next',
			() => '{"parley":1',
			() => '['.repeat(5000),
			() => JSON.stringify({ parley: 1 }),
			() => 'x'.repeat(50_000),
			() => JSON.stringify({ ...real[0], extra: true }),
			() => JSON.stringify({ ...real[0], number: -1 }),
			() => JSON.stringify({ ...real[0], from: 'john' }),
			() => '{"__proto__":{"parley":1},"constructor":null}',
			// Somebody who is not here wishes, hosts, records, and claims a seat.
			() => JSON.stringify({ ...stranger(), message: wish }),
			() =>
				JSON.stringify({
					...stranger(),
					message: { type: 'here', seats: ['john'], doing: 'reading', hosting: 9e15, ask: true }
				}),
			() =>
				JSON.stringify({
					...stranger(),
					message: { type: 'entries', term: 9e15, to: null, entries: [] }
				}),
			() => JSON.stringify({ ...stranger(), site: 'another', message: wish }),
			// What was really said, said again.
			(index) => heard[index % heard.length]
		];
		for (let index = 0; index < count; index += 1) {
			channel.postMessage(kinds[index % kinds.length]!(index));
		}
		channel.close();
	}, count);
}

/** What a tab says that it has left aside. */
async function leftAside(page: Page): Promise<number> {
	await page
		.getByRole('tab', { name: 'Wire', exact: true })
		.evaluate((tab: HTMLElement) => tab.click());
	return Number(await page.getByRole('tabpanel').locator('summary output').innerText());
}

test(
	'ten thousand malformed and hostile messages change nothing but the counter',
	{ tag: '@later' },
	async ({ context }) => {
		test.slow(true, 'both tabs read every message while they walk through most of the call');
		const third = await context.newPage();
		await third.goto('./inspect');
		await eavesdrop(third);
		const tabs = await openBoth(context, 'john-adds-tracks');
		const walked = between('john-adds-tracks', 'media-flows');
		const share = Math.ceil(COUNT / walked.length);
		let sent = 0;
		for (const moment of walked.slice(1)) {
			const attacked = attack(third, share);
			await pressNext(tabs.john);
			await attacked;
			sent += share;
			await expectBothAt(tabs, moment);
		}
		await attack(third, COUNT - sent);
		await expectBothConnected(tabs);
		const performed = MOMENTS.slice(0, at('media-flows'))
			.filter(({ kind }) => kind === 'after')
			.map(({ slug }) => slug);
		expect(await stepsPerformed(tabs.john)).toEqual(performed);
		await expectSameTrace(tabs.john, tabs.jane);
		for (const page of [tabs.john, tabs.jane]) {
			await expect.poll(() => leftAside(page)).toBe(COUNT);
			await expect(notice(page, 'Another version')).toHaveCount(0);
		}
	}
);

test(
	'a tab with another version of the site is met with a sentence, and with nothing else',
	{ tag: '@later' },
	async ({ context }) => {
		const tabs = await openBoth(context, 'john-adds-tracks');
		const before = await tabs.john.evaluate(() => window.parley.trace.length);
		const third = await context.newPage();
		await third.goto('./inspect');
		await third.evaluate(async () => {
			const from = crypto.randomUUID();
			await new Promise((held) => {
				void navigator.locks.request(`parley/main/tab/${from}`, () => {
					held(undefined);
					return new Promise(() => {});
				});
			});
			const message = { type: 'here', seats: ['john'], doing: 'reading', hosting: 9e15, ask: true };
			new BroadcastChannel('parley/main').postMessage(
				JSON.stringify({ parley: 1, site: 'of last year', from, number: 1, message })
			);
		});
		for (const page of [tabs.john, tabs.jane]) {
			await expect(notice(page, 'Another version of this site')).toBeVisible();
		}
		expect(await tabs.john.evaluate(() => window.parley.trace.length)).toBe(before);
	}
);
