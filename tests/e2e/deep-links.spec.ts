import { expect, test, type Page } from '@playwright/test';
import { MOMENTS, SLUGS, signalingStates, titleOf, type Moment, type Slug } from './deck';
import {
	STEP_SLUGS,
	attempts,
	button,
	expectMoment,
	moment,
	next,
	notice,
	open,
	stepsPerformed
} from './walk';

/** The moment is on the screen, and two real peers are where it says. */
async function expectLive(page: Page, shown: Moment) {
	await expectMoment(page, shown);
	expect(await stepsPerformed(page)).toEqual(STEP_SLUGS.slice(0, shown.steps));
	const states = await page.evaluate(() => ({
		john: window.parley.john?.signalingState ?? null,
		jane: window.parley.jane?.signalingState ?? null
	}));
	expect(states, shown.slug).toEqual(signalingStates(shown));
}

/** In the normal run one slide of each act, and one of each pair of signaling states. */
const SAMPLE: readonly Slug[] = [
	'architecture',
	'john-creates-offer',
	'john-sends-offer',
	'jane-creates-answer',
	'jane-sends-answer',
	'remaining-candidates',
	'john-hangs-up',
	'thanks'
];

for (const { slugs, title } of [
	{ slugs: SAMPLE, title: 'slides opened directly in a fresh browser show their' },
	{ slugs: SLUGS, title: 'every slide opened directly in a fresh browser shows its @long' }
]) {
	test(`${title} moment with live peers`, { tag: '@later' }, async ({ browser, baseURL }) => {
		test.setTimeout(slugs.length * 10_000);
		for (const slug of slugs) {
			const context = await browser.newContext({ baseURL });
			const page = await context.newPage();
			await page.goto(`./walk/${slug}`);
			await expectLive(page, moment(slug));
			expect(await attempts(page), slug).toBe(1);
			await context.close();
		}
	});
}

/** In the normal run a few that differ: an idea, each signaling state, both moments. */
const RELOADED: Moment[] = [
	moment('vocabulary'),
	moment('john-creates-peer-connection', 'after'),
	moment('john-sets-local-description', 'after'),
	moment('jane-creates-answer', 'before'),
	moment('candidates-appear'),
	moment('john-hangs-up', 'after')
];

for (const shown of RELOADED) {
	const tag = shown.kind === 'before' ? '@telling-chromium' : '@later';
	test(`reloading at ${shown.slug}, ${shown.kind}, keeps the place`, { tag }, async ({ page }) => {
		await reloads(page, shown);
	});
}

test(
	'reloading keeps the place of this tab, wherever another tab has gone since',
	{ tag: '@later' },
	async ({ page, context }) => {
		await open(page, 'john-creates-offer');
		await next(page).click();
		await expectMoment(page, moment('john-creates-offer', 'after'));
		const another = await context.newPage();
		await open(another, 'vocabulary');
		await page.reload();
		await expectLive(page, moment('john-creates-offer', 'after'));
	}
);

test('reloading at every moment keeps the place @long', async ({ page }) => {
	for (const shown of MOMENTS.slice(1)) await reloads(page, shown);
});

async function reloads(page: Page, shown: Moment) {
	await open(page, shown.slug);
	if (shown.kind === 'after') await next(page).click();
	await expectMoment(page, shown);
	await page.reload();
	await expectLive(page, shown);
}

test('the walk goes on from a slide that was opened directly', async ({ page }) => {
	await open(page, 'jane-creates-answer');
	await next(page).click();
	await expectLive(page, moment('jane-creates-answer', 'after'));
});

test('opening a slide directly asks nobody for a camera', async ({ page }) => {
	await page.addInitScript(() => {
		MediaDevices.prototype.getUserMedia = () => {
			throw new Error('asked for a camera');
		};
	});
	await open(page, 'media-flows');
	await expectLive(page, moment('media-flows'));
});

test('coming back another day offers to go on', { tag: '@later' }, async ({ context }) => {
	const first = await context.newPage();
	await open(first, 'jane-creates-answer');
	await next(first).click();
	await expectMoment(first, moment('jane-creates-answer', 'after'));
	await first.close();

	const page = await context.newPage();
	await open(page);
	await expectMoment(page, MOMENTS[0]!);
	const offer = notice(page, 'Last time you stopped at');
	await expect(offer).toContainText(titleOf('jane-creates-answer'));
	await button(page, 'Go on from there').click();
	await expectLive(page, moment('jane-creates-answer', 'after'));
	await expect(offer).toBeHidden();
});

test('a first visit offers nothing to go on from', { tag: '@later' }, async ({ page }) => {
	await open(page);
	await expect(notice(page, 'Last time you stopped at')).toHaveCount(0);
	await next(page).click();
	await expectMoment(page, MOMENTS[1]!);
});

test(
	'the offer to go on is gone when the walk is begun anew',
	{ tag: '@later' },
	async ({ context }) => {
		const first = await context.newPage();
		await open(first, 'john-creates-offer');
		await first.close();
		const page = await context.newPage();
		await open(page);
		await expect(notice(page, 'Last time you stopped at')).toBeVisible();
		await next(page).click();
		await expectMoment(page, MOMENTS[1]!);
		await expect(notice(page, 'Last time you stopped at')).toHaveCount(0);
	}
);

test('a slide that does not exist says so', { tag: '@later' }, async ({ page }) => {
	const response = await page.goto('./walk/no-such-slide');
	expect(response?.status()).toBe(404);
	await expect(page.getByRole('heading', { level: 1 })).toHaveText('There is no such page');
	const { pathname } = new URL(page.url());
	await expect(page.getByRole('main')).toContainText(`Asked for was ${pathname}.`);
	await expect(page.getByText('Not Found')).toHaveCount(0);
});

test('a slide that is misspelt is led to', { tag: '@later' }, async ({ page }) => {
	await page.goto('./walk/john-creates-ofer');
	await page
		.getByRole('main')
		.getByRole('link', { name: titleOf('john-creates-offer') })
		.click();
	await expectMoment(page, moment('john-creates-offer'));
	await page.goto('./inspector');
	const main = page.getByRole('main');
	await expect(main.getByRole('link', { name: 'Walk' })).toBeVisible();
	await main.getByRole('link', { name: 'Inspect' }).first().click();
	await expect(page.getByRole('heading', { level: 1 })).toHaveText('Inspect');
});

test('each act in the header leads to its first slide', { tag: '@later' }, async ({ page }) => {
	await open(page);
	const acts = page.getByRole('navigation', { name: 'Acts' });
	await acts.getByRole('link', { name: 'Call', exact: true }).click();
	await expectLive(page, moment('media-flows'));
	await acts.getByRole('link', { name: 'ICE', exact: true }).click();
	await expectMoment(page, moment('candidates-appear'));
});

test(
	'a page is loaded though a video waits for its first frame',
	{ tag: '@later' },
	async ({ page }) => {
		// What loads last arrives after the replay: then the page is still loading when a track comes.
		let release = () => {};
		const replayed = new Promise<void>((resolve) => (release = resolve));
		await page.route('**/*.woff2', async (route) => {
			await replayed;
			await route.continue();
		});
		await page.goto('./walk/jane-creates-answer', { waitUntil: 'commit' });
		await expectMoment(page, moment('jane-creates-answer'));
		release();
		await page.waitForFunction(() => document.readyState === 'complete');
	}
);
