import { expect, test, type Browser, type BrowserContext } from '@playwright/test';
import { embedBroker } from '../../src/lib/signaling/embedded-broker';
import { newKey } from '../../src/lib/signaling/seal';
import { watchBeneath } from './beneath';
import { patientFirefox, type BrowserName } from './browsers';
import { MOMENTS } from './deck';
import {
	anotherMachine,
	atRest,
	farAddressOf,
	freshRoom,
	openMachines,
	sitDownFar,
	walkAlternately
} from './machines';
import { watchPolicy } from './policy';
import { serveAgain } from './site';
import { expectBothAt, expectBothConnected, expectSameTrace, pressNext } from './tabs';
import { attempts, button, expectMoment, moment, notice } from './walk';

test.use({ launchOptions: patientFirefox });

/** The machine that is not the test’s own browser. */
let machine: { browser: Browser; context: BrowserContext };

test.beforeEach(async ({ playwright, browserName, baseURL }) => {
	machine = await anotherMachine(playwright, browserName as BrowserName, baseURL!);
});
test.afterEach(() => machine.browser.close());

/** Why a test of a whole call has more time than others. */
const AT_EACH_MOMENT = 'two machines wait for each other at each moment of the call';

test(
	'Next pressed alternately on two machines leads both to a call, one peer on each',
	{ tag: '@telling' },
	async ({ context }) => {
		test.slow(true, AT_EACH_MOMENT);
		for (const one of [context, machine.context]) await watchBeneath(one);
		const tabs = await openMachines(context, machine.context, freshRoom());
		await walkAlternately(tabs, 1);
	}
);

test('a link to a seat is whole on every slide, and after a reload that has lost its end', async ({
	context
}) => {
	const room = freshRoom();
	const tabs = await openMachines(context, machine.context, room);
	await pressNext(tabs.jane);
	await expectBothAt(tabs, MOMENTS[1]!);
	for (const page of [tabs.john, tabs.jane]) {
		await expect.poll(() => page.url()).toContain(`&by=broker${room}`);
	}
	// A place on the page takes the end of the address.
	await tabs.jane.evaluate(() => location.replace('#main'));
	await tabs.jane.reload();
	await atRest(tabs.jane);
	await expectBothAt(tabs, MOMENTS[1]!);
	await expectSameTrace(tabs.john, tabs.jane);
});

test('what happens on two machines stands in one order, though the clock of one is an hour ahead', async ({
	context
}) => {
	await machine.context.addInitScript(() => {
		const { timeOrigin } = performance;
		Object.defineProperty(performance, 'timeOrigin', { value: timeOrigin + 3_600_000 });
	});
	const tabs = await openMachines(context, machine.context, freshRoom(), 'media-flows');
	await expectBothAt(tabs, moment('media-flows'));
	await expectBothConnected(tabs);
	const times = await tabs.john.evaluate(() => window.parley.trace.map(({ at }) => at));
	const steps = times.slice(1).map((at, index) => at - times[index]!);
	// What crosses the network is heard later than it happened, by as much as that takes.
	expect(Math.min(...steps)).toBeGreaterThan(-5_000);
	expect(Math.max(...steps)).toBeLessThan(60_000);
});

for (const who of ['john', 'jane'] as const) {
	test(`${who}’s machine is reloaded in the middle of the call, and both go on on fresh peers`, async ({
		context
	}) => {
		test.slow(true, AT_EACH_MOMENT);
		const tabs = await openMachines(context, machine.context, freshRoom(), 'media-flows');
		await expectBothAt(tabs, moment('media-flows'));
		await expectBothConnected(tabs);
		await tabs[who].reload();
		await atRest(tabs[who]);
		await expectBothAt(tabs, moment('media-flows'));
		await expectBothConnected(tabs);
		await expectSameTrace(tabs.john, tabs.jane);
	});
}

test('a machine that is gone is missed on the other, and its seat can be taken there', async ({
	context
}) => {
	const tabs = await openMachines(context, machine.context, freshRoom(), 'media-flows');
	await machine.browser.close();
	await expect(notice(tabs.john, 'Jane is gone')).toBeVisible();
	await button(tabs.john, 'Take both seats on this machine').click();
	await atRest(tabs.john);
	await expect
		.poll(() => tabs.john.evaluate(() => window.parley.jane?.connectionState))
		.toBe('connected');
});

test('a third machine watches: it has every entry, and no peer', async ({ context, browser }) => {
	const room = freshRoom();
	const tabs = await openMachines(context, machine.context, room, 'john-sends-offer');
	const third = await browser.newContext({ baseURL: new URL(tabs.john.url()).origin });
	const watching = await sitDownFar(third, 'none', room);
	await expect(notice(watching, 'You are watching.')).toBeVisible();
	// What is pressed counts for the moment that is seen.
	await expectMoment(watching, moment('john-sends-offer'));
	await pressNext(watching);
	await expectBothAt(tabs, moment('john-sends-offer', 'after'));
	await expectSameTrace(tabs.john, tabs.jane, watching);
	expect(
		await watching.evaluate(() => [window.parley.john ?? null, window.parley.jane ?? null])
	).toEqual([null, null]);
	await third.close();
});

test('of two machines that want one seat at once, one has it, and the other watches', async ({
	context
}) => {
	const room = freshRoom();
	const both = await Promise.all(
		[context, machine.context].map((one) => sitDownFar(one, 'john', room))
	);
	await expect
		.poll(async () => {
			const watching = await Promise.all(
				both.map((page) => notice(page, 'You are watching.').count())
			);
			return watching.toSorted().join();
		})
		.toBe('0,1');
});

test('the broker begins anew at any moment, and the call goes on and comes about', async ({
	context,
	baseURL
}) => {
	test.slow(true, AT_EACH_MOMENT);
	const site = await serveAgain(baseURL!);
	let broker = await embedBroker(site.server, '/mqtt');
	const at = `http://localhost:${site.port}/`;
	const room = freshRoom();
	const [john, jane] = [await context.newPage(), await machine.context.newPage()];
	await john.goto(new URL(farAddressOf('john', room, 'john-sends-offer'), at).href);
	await atRest(john);
	await jane.goto(new URL(farAddressOf('jane', room, 'john-sends-offer'), at).href);
	await atRest(jane);
	const tabs = { john, jane };
	await pressNext(john);
	await expectBothAt(tabs, moment('john-sends-offer', 'after'));
	for (const [index, next] of MOMENTS.slice(
		MOMENTS.indexOf(moment('john-sends-offer', 'after')) + 1,
		MOMENTS.indexOf(moment('media-flows')) + 1
	).entries()) {
		// From the first step of hers on Jane has a peer to lose.
		if (index % 6 === 3) {
			const before = await attempts(john);
			await broker.close();
			broker = await embedBroker(site.server, '/mqtt');
			// Whoever finds it again says so, and both make fresh peers.
			await expect.poll(() => attempts(john)).toBeGreaterThan(before);
			await expectBothAt(tabs, MOMENTS[MOMENTS.indexOf(next) - 1]!);
			await expectSameTrace(john, jane);
		}
		await pressNext(index % 2 ? john : jane);
		await expectBothAt(tabs, next);
	}
	await expectBothConnected(tabs);
	await expectSameTrace(john, jane);
	await broker.close();
	const lost = [john, jane].map((page) => notice(page, 'This page has lost the broker.'));
	for (const one of lost) await expect(one).toBeVisible();
	broker = await embedBroker(site.server, '/mqtt');
	for (const one of lost) await expect(one).toBeHidden();
	await broker.close();
	site.close();
});

test('a room is made in the list, which says what leaves the browser, and its links lead to both seats', async ({
	page
}) => {
	await page.goto('./walk/john-sends-offer');
	await atRest(page);
	await button(page, 'Two tabs').press('Enter');
	await button(page, 'Make a room for two machines').press('Enter');
	await expect(page.getByText('Descriptions and candidates leave this browser')).toBeVisible();
	await expect(page.getByRole('img', { name: 'Jane’s link as a QR code' })).toBeVisible();
	const link = page.getByRole('textbox', { name: 'Jane’s link, for the other machine' });
	const address = await link.inputValue();
	expect(address).toMatch(/\/walk\/john-sends-offer\?seat=jane&by=broker#room=[\w-]+\.[\w-]{22}$/);
	await page.getByRole('link', { name: 'Sit down as John here' }).press('Enter');
	await expect(notice(page, 'Jane’s seat is empty')).toBeVisible();
	const jane = await machine.context.newPage();
	await jane.goto(address);
	await atRest(page);
	await expectBothAt({ john: page, jane }, moment('john-sends-offer'));
	await expectSameTrace(page, jane);
	await button(page, 'John’s machine').press('Enter');
	const list = page.getByRole('navigation', { name: 'Parley' });
	await expect(list.getByText(/^on another machine/)).toBeVisible();
	expect(await link.inputValue()).toBe(address);
});

test('a link that has lost its key, or has another text there, says so', async ({ page }) => {
	for (const end of ['', '#main', '#room=abc', '#room=abc.short', `#room=abc.${newKey()}x`]) {
		await page.goto(farAddressOf('john', end));
		await page.evaluate(() => sessionStorage.clear());
		await page.reload();
		await expect(notice(page, 'The link is not whole')).toBeVisible();
		await atRest(page);
	}
});

test('where no broker answers, both peers are in the one tab, and why is said', async ({
	page,
	baseURL
}) => {
	const site = await serveAgain(baseURL!);
	const kept = await watchPolicy(page);
	await page.goto(`http://localhost:${site.port}/${farAddressOf('john', freshRoom())}`);
	await expect(notice(page, 'none answers at this site')).toBeVisible();
	await atRest(page);
	expect(kept).toEqual([]);
	site.close();
});

test('a page of another site is let into no broker', async ({ page, baseURL }) => {
	const site = await serveAgain(baseURL!);
	await page.goto(`http://localhost:${site.port}/`);
	const answer = await fetch(new URL('mqtt', baseURL), {
		headers: { origin: 'https://evil.example' }
	});
	expect(answer.status).not.toBe(101);
	const opened = await page.evaluate(
		(url) =>
			new Promise((resolve) => {
				const socket = new WebSocket(url, 'mqtt');
				socket.onopen = () => resolve(true);
				socket.onerror = () => resolve(false);
			}).catch(() => false),
		new URL('mqtt', baseURL!.replace('http', 'ws')).href
	);
	expect(opened).toBe(false);
	site.close();
});
