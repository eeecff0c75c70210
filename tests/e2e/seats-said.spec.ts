import { expect, test, type Page } from '@playwright/test';
import { newKey } from '../../src/lib/signaling/seal';
import { patientFirefox } from './browsers';
import { farAddressOf, freshRoom } from './machines';
import { expectBothAt, expectSameTrace, pressNext, sitDown } from './tabs';
import { button, expectMoment, moment, next, notice, ready } from './walk';

test.use({ launchOptions: patientFirefox });

/** The end of an address: who sits there, in which of the two kinds of rooms. */
const KINDS = {
	'two tabs': () => ({ search: (seat: string) => `?seat=${seat}&room=said`, hash: '' }),
	'two machines': () => ({ search: (seat: string) => `?seat=${seat}&by=broker`, hash: freshRoom() })
} as const;

/** What a page is at, but for its origin. */
const placeOf = (page: Page) => page.url().replace(/^\w+:\/\/[^/]+/, '');

for (const kind of ['two tabs', 'two machines'] as const) {
	test(
		`of ${kind} in different lessons each says where the other is, and leads there`,
		{ tag: kind === 'two tabs' ? '@telling' : [] },
		async ({ context }) => {
			const { search, hash } = KINDS[kind]();
			const [john, jane] = [await context.newPage(), await context.newPage()];
			await john.goto(`./walk/john-and-jane${search('john')}${hash}`);
			await ready(john);
			await jane.goto(`./walk/glare/both-at-once${search('jane')}${hash}`);
			const atJohn = notice(john, 'Jane is in the lesson Glare: both offer at once.');
			const atJane = notice(jane, 'John is in the lesson The first call.');
			await expect(atJohn).toBeVisible();
			await expect(atJane).toBeVisible();
			await expect(notice(john, 'Waiting for Jane')).toHaveCount(0);
			await atJane.getByRole('link', { name: 'Go there' }).press('Enter');
			// Whoever comes follows the one who is there.
			await expect.poll(() => placeOf(jane)).toBe(`/walk/john-and-jane${search('jane')}${hash}`);
			await expectBothAt({ john, jane }, moment('john-and-jane'));
			await expect(notice(john, 'is in the lesson')).toHaveCount(0);
			await pressNext(jane);
			await expect.poll(() => placeOf(john)).not.toContain('john-and-jane');
			await expectSameTrace(john, jane);
		}
	);

	test(`a link to a slide keeps the seat in ${kind}: in this tab, in another lesson, in a new tab`, async ({
		context
	}) => {
		const { search, hash } = KINDS[kind]();
		const end = `${search('john')}${hash}`;
		const john = await context.newPage();
		const asked: string[] = [];
		context.on('request', (request) => asked.push(request.url()));
		await john.goto(`./walk/john-and-jane${end}`);
		await ready(john);
		await button(john, 'Contents').press('Enter');
		await john
			.getByRole('navigation', { name: 'Contents' })
			.locator('a[href*="/walk/architecture"]')
			.click();
		await expect.poll(() => placeOf(john)).toBe(`/walk/architecture${end}`);
		await button(john, 'Contents').press('Enter');
		const glare = john
			.getByRole('navigation', { name: 'Lessons' })
			.getByRole('link', { name: 'Glare: both offer at once' });
		const [tab] = await Promise.all([
			context.waitForEvent('page'),
			glare.click({ modifiers: ['ControlOrMeta'] })
		]);
		await expect(notice(tab, 'You are watching.')).toBeVisible();
		expect(placeOf(tab)).toContain(`/walk/glare/`);
		expect(placeOf(tab)).toContain(end);
		await tab.close();
		await button(john, 'Contents').press('Enter');
		await glare.press('Enter');
		await expect.poll(() => placeOf(john)).toMatch(/^\/walk\/glare\//);
		expect(placeOf(john)).toContain(end);
		await expect(button(john, kind === 'two tabs' ? 'John’s tab' : 'John’s machine')).toBeVisible();
		// The key stands behind the #, which no server is asked for.
		const key = hash.slice(hash.indexOf('.') + 1);
		if (hash !== '') expect(asked.filter((url) => url.split('#')[0]!.includes(key))).toEqual([]);
	});
}

test('a link that leads elsewhere on purpose leaves the seat', async ({ context }) => {
	const john = await sitDown(context, 'john', 'john-and-jane', 'left');
	await ready(john);
	await button(john, 'John’s tab').press('Enter');
	await john.getByRole('link', { name: 'Both peers in one tab again' }).press('Enter');
	await expect.poll(() => placeOf(john)).toBe('/walk/john-and-jane');
});

test('the first slide says what is so where it is shared', async ({ page, context }) => {
	const says = (page: Page) => page.getByRole('region', { name: 'What Parley is' });
	await page.goto('./walk');
	await ready(page);
	await expect(says(page)).toContainText('run in this tab, and you see');
	await expect(says(page)).toContainText('No account, no server, no camera');
	await expect(says(page)).toContainText('Nothing leaves this browser.');
	const john = await sitDown(context, 'john', 'what-is-webrtc', 'welcome');
	await expect(says(john)).toContainText('run, one in each of two tabs, and you see');
	await expect(says(john)).toContainText('Nothing leaves this browser.');
	const far = await context.newPage();
	await far.goto(farAddressOf('jane', freshRoom()));
	await expect(says(far)).toContainText('run, one on each of two machines, and you see');
	await expect(says(far)).toContainText('A broker brings');
	await expect(says(far)).not.toContainText(/no server|Nothing leaves/);
});

test('two who have different keys of one room are both told, and a call that works is not', async ({
	context
}) => {
	const room = freshRoom();
	const wrong = `${room.slice(0, room.indexOf('.'))}.${newKey()}`;
	const words = 'your key does not open what they say';
	const [john, stranger, jane] = [
		await context.newPage(),
		await context.newPage(),
		await context.newPage()
	];
	await john.goto(farAddressOf('john', room, 'john-and-jane'));
	await ready(john);
	await expect(notice(john, words)).toHaveCount(0);
	await stranger.goto(farAddressOf('jane', wrong, 'john-and-jane'));
	await expect(notice(john, words)).toBeVisible();
	await expect(notice(stranger, words)).toBeVisible();
	await jane.goto(farAddressOf('jane', room, 'john-and-jane'));
	await expectBothAt({ john, jane }, moment('john-and-jane'));
	await expect(notice(john, words)).toHaveCount(0);
	await pressNext(stranger);
	await pressNext(jane);
	await expectSameTrace(john, jane);
	await expect(notice(jane, words)).toHaveCount(0);
	await expect(notice(john, words)).toHaveCount(0);
	await expect(notice(stranger, words)).toBeVisible();
});

for (const kind of ['two tabs', 'two machines'] as const) {
	test(`of three Johns in ${kind} the last is offered the seat, where both before go at once`, async ({
		context
	}) => {
		const { search, hash } = KINDS[kind]();
		const johns: Page[] = [];
		while (johns.length < 3) {
			const page = await context.newPage();
			await page.goto(`./walk/john-creates-offer${search('john')}${hash}`);
			await expect(
				notice(page, johns.length === 0 ? 'Jane’s seat is empty' : 'You are watching.')
			).toBeVisible();
			johns.push(page);
		}
		const last = johns[2]!;
		await expectMoment(last, moment('john-creates-offer'));
		await Promise.all(johns.slice(0, 2).map((page) => page.close()));
		await expect(notice(last, 'Both seats are empty.')).toBeVisible();
		await button(last, 'Sit down as John and Jane').click();
		await ready(last);
		await expectMoment(last, moment('john-creates-offer'));
	});

	test(`of three Johns in ${kind} each can sit down once those before are gone`, async ({
		context
	}) => {
		const { search, hash } = KINDS[kind]();
		const open = async (seat: string) => {
			const page = await context.newPage();
			await page.goto(`./walk/john-creates-offer${search(seat)}${hash}`);
			return page;
		};
		const johns: Page[] = [await open('john')];
		await ready(johns[0]!);
		const jane = await open('jane');
		await ready(jane);
		while (johns.length < 3) johns.push(await open('john'));
		for (const page of johns.slice(1)) {
			await expect(notice(page, 'Both seats are taken.')).toBeVisible();
		}
		for (const [index, page] of johns.slice(1).entries()) {
			await johns[index]!.close();
			await expect(notice(page, 'John’s seat is empty')).toBeVisible();
			await button(page, 'Sit down as John').click();
			await expect(notice(page, 'You are watching.')).toHaveCount(0);
			await expectMoment(page, moment('john-creates-offer'));
			await expectMoment(jane, moment('john-creates-offer'));
			await expectSameTrace(page, jane);
		}
		await pressNext(johns[2]!);
		await expectBothAt({ john: johns[2]!, jane }, moment('john-creates-offer', 'after'));
		await expect(next(jane)).toBeVisible();
	});
}
