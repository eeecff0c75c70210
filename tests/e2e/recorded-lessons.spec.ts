import { expect, test, type Page } from '@playwright/test';
import { USER } from '../tools/login';
import { turnServer, type Place } from '../tools/turn-server';
import { patientFirefox } from './browsers';
import { enterServers } from './entered-servers';
import { LESSONS, expectMomentOf, refused, states } from './lessons';
import { stage } from './stage';
import { expectRun } from './tabs';
import { button, next, notice, ready, stepsPerformed } from './walk';

test.use({ launchOptions: patientFirefox });

const LESSON = LESSONS.find(({ slug }) => slug === 'stun-and-turn')!;
const NO_NETWORK = 'this machine has no network address: Firefox asks no server on loopback';
const RECORDED = 'What you see was recorded.';

/** The moment after a step of the lesson. */
const after = (step: string) =>
	LESSON.moments.findIndex(
		({ slug, kind }) => slug === `stun-and-turn/${step}` && kind === 'after'
	);

let turn: (Place & { close(): Promise<number> }) | null = null;
test.beforeAll(async () => {
	turn = await turnServer();
});
test.afterAll(() => turn?.close());

/** Counts what is asked of WebRTC in the page. */
async function countConnections(page: Page): Promise<() => Promise<number>> {
	await page.addInitScript(() => {
		const made = { connections: 0 };
		Object.assign(window, { made });
		window.RTCPeerConnection = new Proxy(window.RTCPeerConnection, {
			construct(target, given, newTarget) {
				made.connections += 1;
				return Reflect.construct(target, given, newTarget) as RTCPeerConnection;
			}
		});
	});
	return () =>
		page.evaluate(() => (window as unknown as { made: { connections: number } }).made.connections);
}

/** Presses Next from one moment of a lesson to another. */
async function walkOn(page: Page, lesson: typeof LESSON, from: number, to: number) {
	for (const moment of lesson.moments.slice(from + 1, to + 1)) {
		await next(page).click();
		await expectMomentOf(page, lesson, moment);
	}
}

async function enterServer(page: Page, { host, port }: Place) {
	await notice(page, RECORDED).getByRole('button', { name: 'Enter servers' }).click();
	await page.getByLabel(/^URLs/).fill(`turn:${host}:${port}`);
	await page.getByLabel('User name, for TURN').fill(USER.username);
	await page.getByLabel('Credential, for TURN').fill(USER.credential);
	await button(page, 'Add').click();
	await page.keyboard.press('Escape');
}

test(
	'a lesson that asks servers is a recording until some are entered, and a call of one’s own then',
	{ tag: '@telling' },
	async ({ page }) => {
		test.skip(
			turn === null,
			'this machine has no network address: Firefox asks no server on loopback'
		);
		const connections = await countConnections(page);
		await page.goto(`./walk/${LESSON.slug}`);
		await ready(page);
		await expect(notice(page, RECORDED)).toContainText('a STUN and a TURN server');
		const refusal = after('john-asks-in-vain');
		await walkOn(page, LESSON, 0, refusal);
		expect(await connections()).toBe(0);
		expect(await stepsPerformed(page)).toEqual(
			LESSON.steps.slice(0, LESSON.moments[refusal]!.steps)
		);

		await enterServer(page, turn!);
		await notice(page, 'you can make the call yourself').getByRole('button').click();
		await expectMomentOf(page, LESSON, LESSON.moments[refusal]!);
		await expect(notice(page, RECORDED)).toHaveCount(0);
		expect(await connections()).toBeGreaterThan(0);

		const relayed = after('jane-answers');
		await walkOn(page, LESSON, refusal, relayed);
		const connected = [
			['stable', 'connected'],
			['stable', 'connected']
		];
		await expect.poll(() => states(page)).toEqual(connected);
		await walkOn(page, LESSON, relayed, LESSON.moments.length - 1);
		expect(await refused(page)).toEqual([]);
		await page.reload();
		await ready(page);
		await expect(notice(page, RECORDED)).toHaveCount(0);
	}
);

test('two tabs without servers see the same recording, and the one that runs it says why', async ({
	context
}) => {
	const john = await context.newPage();
	await john.goto(`./walk/${LESSON.slug}?seat=john`);
	await expectRun(john);
	const jane = await context.newPage();
	await jane.goto(`./walk/${LESSON.slug}?seat=jane`);
	for (const page of [john, jane]) await ready(page);
	await expect(notice(john, RECORDED)).toContainText('a STUN and a TURN server');
	await expect(notice(jane, RECORDED)).toContainText('The page that runs this walk');
	// Whoever takes it over says why, and what leads on.
	await john.close();
	await expect(notice(jane, RECORDED)).toContainText('a STUN and a TURN server');
	const again = await context.newPage();
	await again.goto(`./walk/${LESSON.slug}?seat=john`);
	await ready(again);
	for (const [at, moment] of LESSON.moments.slice(0, 8).entries()) {
		if (at > 0) await next([again, jane][at % 2]!).click();
		for (const page of [again, jane]) await expectMomentOf(page, LESSON, moment);
	}
});

test('a seat whose tab has no servers says so, where the walk runs with those of the other', async ({
	context
}) => {
	test.skip(turn === null, NO_NETWORK);
	const john = await context.newPage();
	await enterServers(john, [{ urls: [`turn:${turn!.host}:${turn!.port}`], ...USER }]);
	await john.goto(`./walk/${LESSON.slug}?seat=john`);
	await expectRun(john);
	const jane = await context.newPage();
	await jane.goto(`./walk/${LESSON.slug}?seat=jane`);
	for (const page of [john, jane]) await ready(page);
	await expect(notice(jane, 'Not all of this can be seen here.')).toContainText(
		'none is entered here'
	);
	await expect(notice(john, /recorded|Not all/)).toHaveCount(0);
	await john.reload();
	await ready(john);
	for (const page of [john, jane]) await expect(notice(page, RECORDED)).toHaveCount(0);
});

test('who makes the call of a recording has the sources that were chosen', async ({ page }) => {
	test.skip(turn === null, NO_NETWORK);
	await page.addInitScript(() =>
		localStorage.setItem('parley:sources', JSON.stringify({ john: 'none', jane: 'pattern' }))
	);
	await page.goto(`./walk/${LESSON.slug}/john-gets-media`);
	await ready(page);
	await enterServer(page, turn!);
	await notice(page, 'you can make the call yourself').getByRole('button').click();
	await expect(notice(page, RECORDED)).toHaveCount(0);
	await next(page).click();
	await ready(page);
	const said = page.getByRole('status', { name: 'What the step did' });
	await expect(said).toContainText('John has nothing to send, and will only receive.');
});

for (const lesson of LESSONS) {
	const tag = lesson.slug === 'glare' ? ['@telling-chromium'] : ['@later'];
	test(
		`without WebRTC, “${lesson.title}” goes on with its recording to its end`,
		{ tag },
		async ({ page }) => {
			test.slow(true, 'every moment of a lesson is waited for');
			await page.addInitScript(() => Reflect.deleteProperty(window, 'RTCPeerConnection'));
			await page.goto(lesson.slug === 'call' ? './' : `./walk/${lesson.slug}`);
			await ready(page);
			const said = 'uses RTCPeerConnection, which this browser does not have';
			await expect(notice(page, RECORDED)).toContainText(said);
			await walkOn(page, lesson, 0, lesson.moments.length - 1);
			expect(await stepsPerformed(page)).toEqual(lesson.steps);
			expect(await refused(page)).toEqual([]);
		}
	);
}

test('where one of the things that a lesson uses is missing, it is named, and other lessons are made', async ({
	page
}) => {
	await page.addInitScript(() => Reflect.deleteProperty(RTCPeerConnection.prototype, 'restartIce'));
	await page.goto('./walk/ice-restart');
	await ready(page);
	const said = 'uses RTCPeerConnection.prototype.restartIce, which this browser does not have';
	await expect(notice(page, RECORDED)).toContainText(said);
	await page.goto('./walk/trickle');
	await ready(page);
	await expect(notice(page, RECORDED)).toHaveCount(0);
});

test.describe('the stage', () => {
	const recorded = (page: Page) => stage(page).getByText('recorded', { exact: true });

	test('shows the recording where a lesson lacks something, and says so to whoever wants peers', async ({
		page
	}) => {
		await page.goto(`./stage/${LESSON.slug}`);
		await expect(stage(page)).toHaveAttribute('aria-busy', 'false');
		await expect(recorded(page)).toBeVisible();
		await page.keyboard.press('r');
		await expect(stage(page).getByRole('status')).toContainText('none is entered here');
		await expect(recorded(page)).toBeVisible();
	});

	test('takes R before it is alive, and goes on with the recording then', async ({ page }) => {
		let arrive = () => {};
		const arrived = new Promise<void>((resolve) => (arrive = resolve));
		// What runs a walk comes late.
		await page.route(/\/_app\/.*\.js$/, async (route) => {
			const response = await route.fetch();
			const text = await response.text();
			if (text.includes('performs nothing in the step')) await arrived;
			await route.fulfill({ response, body: text });
		});
		await page.goto('./stage/trickle');
		await expect(stage(page)).toBeVisible();
		await page.keyboard.press('r');
		arrive();
		await expect(recorded(page)).toBeVisible();
		// What the page fetches while it is idle is still on its way.
		await page.unrouteAll({ behavior: 'ignoreErrors' });
	});
});
