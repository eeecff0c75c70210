import { expect, test, type Page, type Route } from '@playwright/test';
import { patientFirefox } from './browsers';
import { MOMENTS, SLUGS, type Slug } from './deck';
import { expectOneSlide, readBuilt } from './same-slide';
import { DATA_FILE, filesOf } from './slide-files';
import { expectOnStage, openStage } from './stage';
import { expectSameTrace, openBoth, sitDown } from './tabs';
import { expectMoment, moment, notice, open } from './walk';

test.use({ launchOptions: patientFirefox });

/** Keys with a pause of so many milliseconds between them. */
async function keys(page: Page, pause: number, ...all: string[]): Promise<void> {
	await page.evaluate(
		async ({ all, pause }) => {
			for (const [index, key] of all.entries()) {
				if (index > 0) await new Promise((resolve) => setTimeout(resolve, pause));
				document.body.dispatchEvent(
					new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true })
				);
			}
		},
		{ all, pause }
	);
}

/** What is loaded after the page comes late: what was asked for first comes last. */
async function lateFirst(page: Page): Promise<void> {
	let wait = 900;
	await page.route(/\.(js|json)(\?|$)/, async (route: Route) => {
		wait = Math.max(100, wait - 200);
		await new Promise((resolve) => setTimeout(resolve, wait));
		await route.continue().catch(() => undefined);
	});
}

for (const pause of [0, 10, 150]) {
	const tag = pause === 10 ? '@telling' : '@later';
	test(
		`Next and Back ${pause} ms apart, in a slow network, show one slide and its address`,
		{ tag },
		async ({ page }) => {
			await open(page, 'what-is-webrtc');
			const built = await readBuilt(page);
			await lateFirst(page);
			await page.goto('./walk/architecture');
			await expectMoment(page, moment('architecture'));
			await keys(page, pause, 'ArrowRight', 'ArrowLeft');
			expect(await expectOneSlide(page, built, 'Next, Back')).toBe('architecture');
			await keys(page, pause, 'ArrowRight', 'ArrowRight', 'ArrowLeft');
			expect(await expectOneSlide(page, built, 'Next, Next, Back')).toBe('vocabulary');
		}
	);

	test(
		`Next and Back ${pause} ms apart leave the stage at the address of its moment`,
		{ tag },
		async ({ page }) => {
			await lateFirst(page);
			await openStage(page, 'architecture');
			for (let time = 0; time < 10; time += 1) {
				await keys(page, pause, 'PageDown', 'PageUp');
				await expectOnStage(page, moment('architecture'));
			}
		}
	);
}

test(
	'the address is that of the moment in the very turn in which a key is pressed',
	{ tag: '@telling' },
	async ({ page }) => {
		await open(page, 'architecture');
		const addresses = await page.evaluate(() =>
			['ArrowRight', 'ArrowRight', 'ArrowLeft', 'ArrowLeft'].map((key) => {
				document.body.dispatchEvent(
					new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true })
				);
				return location.pathname.split('/').at(-1);
			})
		);
		expect(addresses).toEqual(['vocabulary', 'what-an-app-does', 'vocabulary', 'architecture']);
	}
);

test('a slide that is gone to asks for nothing in the network', async ({ page }) => {
	// What a page itself remembers of it ends with the 250th (Resource Timing, 4.3).
	const fetched = new Set<string>();
	page.on('requestfinished', (request) => fetched.add(new URL(request.url()).pathname));
	await open(page, 'architecture');
	const awaited = [DATA_FILE, ...SLUGS.flatMap(filesOf)];
	await expect.poll(() => awaited.filter((file) => !fetched.has(file))).toEqual([]);
	await expect(page.getByText('Recorded: the call you are about to build')).toBeVisible();
	await expect
		.poll(() => page.evaluate(() => document.fonts.check('italic 1em "Source Serif 4 Variable"')))
		.toBe(true);
	await page.waitForLoadState('networkidle');
	const asked: string[] = [];
	// Chromium looks for the icon of each new address.
	page.on('request', (request) => {
		if (!request.url().endsWith('/icon.svg')) asked.push(request.url());
	});
	await keys(page, 50, 'ArrowRight', 'ArrowRight', 'ArrowRight');
	await expectMoment(page, moment('john-and-jane'));
	expect(asked).toEqual([]);
});

test(
	'a reload right after quick presses is where they led, and takes no second stage along',
	{ tag: '@later' },
	async ({ page, context }) => {
		await openStage(page, 'architecture');
		const second = await openStage(await context.newPage(), 'architecture');
		const loaded = page.waitForEvent('load');
		await page.evaluate(() => {
			for (const key of ['PageDown', 'PageDown', 'PageDown']) {
				document.body.dispatchEvent(
					new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true })
				);
			}
			location.reload();
		});
		await loaded;
		await expectOnStage(page, moment('john-and-jane'));
		await expectOnStage(second, moment('john-and-jane'));
	}
);

for (const place of ['walk', 'stage'] as const) {
	test(`the browser’s Back before a reloaded ${place} is alive leads to the slide before`, async ({
		page
	}) => {
		const expectThere = (slug: Slug) =>
			place === 'walk' ? expectMoment(page, moment(slug)) : expectOnStage(page, moment(slug));
		await page.goto(`./${place}/architecture`);
		await expectThere('architecture');
		await keys(page, 0, place === 'walk' ? 'ArrowRight' : 'PageDown');
		await expectThere('vocabulary');
		// Nothing of the page runs until it is back.
		let release = () => {};
		const back = new Promise<void>((resolve) => (release = resolve));
		await page.route(/\.js$/, async (route) => {
			await back;
			await route.continue();
		});
		await page.reload({ waitUntil: 'commit' });
		await page.waitForFunction(() => document.readyState !== 'loading');
		await page.evaluate(() => history.back());
		// It may be another document, whose scripts are kept back as well.
		await page.waitForURL(/\/architecture$/, { waitUntil: 'commit' });
		release();
		await expectThere('architecture');
	});
}

test('tabs that follow have the address of the moment, whichever is pressed', async ({
	context
}) => {
	const tabs = await openBoth(context, 'architecture', 'addresses');
	const watching = await sitDown(context, 'none', 'architecture', 'addresses');
	await expectMoment(watching, moment('architecture'));
	const all = [tabs.john, tabs.jane, watching];
	for (const [page, ...pressed] of [
		[tabs.jane, 'ArrowRight', 'ArrowLeft'],
		[tabs.john, 'ArrowRight', 'ArrowRight'],
		[watching, 'ArrowRight', 'ArrowLeft', 'ArrowLeft']
	] as const) {
		await keys(page, 10, ...pressed);
	}
	await expectSameTrace(...all);
	const led = (await tabs.john.evaluate(() => location.pathname.split('/').at(-1))) as Slug;
	await Promise.all(all.map((page) => expectMoment(page, moment(led))));
	await Promise.all(
		all.map((page) =>
			expect
				.poll(() => page.evaluate(() => location.search))
				.toMatch(/^\?seat=(john|jane|none)&room=addresses$/)
		)
	);
});

test('a follower’s browser Back takes all tabs along', { tag: '@later' }, async ({ context }) => {
	const { john, jane } = await openBoth(context, 'architecture', 'back');
	await keys(john, 0, 'ArrowRight');
	await expectMoment(jane, moment('vocabulary'));
	await jane.evaluate(() => history.back());
	await expectMoment(jane, moment('architecture'));
	await expectMoment(john, moment('architecture'));
});

test('a word of the vocabulary is opened at its place, and Back returns', async ({ page }) => {
	await open(page, 'john-and-jane');
	const link = page.locator('article a[href*="/walk/vocabulary#"]').first();
	const hash = new URL((await link.getAttribute('href'))!, 'http://localhost').hash;
	await link.click();
	await page.getByRole('dialog').getByRole('link', { name: 'All twelve words' }).click();
	await expectMoment(page, moment('vocabulary'));
	expect(new URL(page.url()).hash).toBe(hash);
	await expect(page.locator('dt:target')).toHaveAttribute('id', hash.slice(1));
	await expect(page.locator('dt:target')).toBeInViewport();
	await page.goBack();
	await expectMoment(page, moment('john-and-jane'));
});

/** Lets the nth request of this pattern, and those after it, wait until they are let go. */
function heldFrom(page: Page, nth: number, pattern: RegExp) {
	let letGo = () => {};
	const release = new Promise<void>((resolve) => (letGo = resolve));
	let count = 0;
	const isAsked = new Promise<void>((resolve) => {
		void page.route(pattern, async (route) => {
			count += 1;
			if (count >= nth) {
				resolve();
				await release;
			}
			await route.continue().catch(() => undefined);
		});
	});
	return { isAsked, letGo };
}

// The walk asks for the page of another lesson first, and then the browser does.
for (const [nth, who] of [
	[1, 'the walk asks'],
	[2, 'the browser goes']
] as const) {
	test(`who goes on in the walk while ${who} for another lesson stays in it`, async ({ page }) => {
		await open(page, 'where-next');
		const link = page.locator('article a[href$="/walk/trickle/why-at-once"]');
		const { isAsked, letGo } = heldFrom(page, nth, /why-at-once/);
		await link.click();
		await isAsked;
		await page.keyboard.press('ArrowRight');
		await expectMoment(page, moment('references'));
		letGo();
		await page.unrouteAll({ behavior: 'wait' });
		await page.keyboard.press('ArrowLeft');
		await expectMoment(page, moment('where-next'));
		await expect(page).toHaveURL(/\/walk\/where-next$/);
		await link.click();
		await expect(page).toHaveURL(/why-at-once$/);
	});
}

test('a link to a slide that there is not leaves the call as it is, and says so', async ({
	page
}) => {
	await open(page, 'architecture');
	await page.locator('article').evaluate((article) => {
		const link = document.createElement('a');
		link.href = '/walk/no-such-slide';
		link.textContent = 'nowhere';
		article.append(link);
	});
	await page.getByRole('link', { name: 'nowhere' }).click();
	await expect(notice(page, 'There is no slide “no-such-slide”')).toBeVisible();
	await expectMoment(page, moment('architecture'));
});

test.describe('an address without a slide', () => {
	test('opens the walk at its first slide', async ({ page }) => {
		expect((await page.goto('./walk'))!.status()).toBe(200);
		await expectMoment(page, MOMENTS[0]!);
		await expect(page).toHaveURL(/\/walk\/what-is-webrtc$/);
	});

	test('opens the walk with its seat and room', { tag: '@later' }, async ({ page }) => {
		await page.goto('./walk?seat=john&room=plain');
		await expect(page).toHaveURL(/\/walk\/what-is-webrtc\?seat=john&room=plain$/);
	});

	test('opens the stage at the first slide of its deck', async ({ page }) => {
		expect((await page.goto('./stage?deck=ten-minutes'))!.status()).toBe(200);
		await expectOnStage(page, MOMENTS[0]!);
		await expect(page).toHaveURL(/\/stage\/what-is-webrtc\?deck=ten-minutes$/);
	});

	for (const place of ['walk', 'stage']) {
		test(
			`is there for hosts that look for a file in the folder of the ${place}`,
			{ tag: '@later' },
			async ({ page }) => {
				await page.goto(`./${place}/index.html?deck=ten-minutes`);
				await expect(page).toHaveURL(new RegExp(`/${place}/what-is-webrtc`));
			}
		);
	}
});
