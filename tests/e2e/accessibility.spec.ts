import { AxeBuilder } from '@axe-core/playwright';
import { expect, test, type Page } from '@playwright/test';
import { FOUND } from '../levels/solutions';
import { launch, patientFirefox, type BrowserName } from './browsers';
import { MOMENTS, SLUGS, isStep, titleOf } from './deck';
import { LEVELS, openLevel, pointAt, viewOf } from './levels';
import { serveAgain, type Site } from './site';
import { expectOnStage, openStage } from './stage';
import { button, expectConnected, expectMoment, moment, next, open, status } from './walk';

test.use({ launchOptions: patientFirefox });

/** What axe finds, as lines to read. */
async function findings(page: Page): Promise<string[]> {
	// axe brings its own copy of Playwright's types.
	const { violations } = await new AxeBuilder({ page: page as never }).analyze();
	return violations.flatMap(({ id, nodes }) =>
		nodes.map(
			(node) => `${id}: ${node.target.join(' ')}, ${(node.any[0] ?? node.all[0])?.message ?? ''}`
		)
	);
}

/** Beside "This step", which is open from the beginning. */
const TABS = [
	'Descriptions',
	'Candidates',
	'Pairs',
	'Wire',
	'Graphs',
	'Machine',
	'Media',
	'Break',
	'Export'
] as const;

for (const theme of ['light', 'dark'] as const) {
	// axe takes minutes in Firefox.
	test.describe(`in the ${theme} theme`, { tag: theme === 'dark' ? '@long' : '@later' }, () => {
		// As chosen in the settings; without movement, so that every colour is what it will stay.
		test.use({ contextOptions: { reducedMotion: 'reduce' } });
		test.beforeEach(({ page }) =>
			page.addInitScript((value) => localStorage.setItem('parley:theme', `"${value}"`), theme)
		);

		test('axe finds nothing before a step, after it, in the call and at the end', async ({
			page
		}) => {
			test.setTimeout(120_000);
			await open(page, 'jane-creates-answer');
			expect(await findings(page), 'before').toEqual([]);
			await next(page).click();
			await expectMoment(page, moment('jane-creates-answer', 'after'));
			expect(await findings(page), 'after').toEqual([]);
			await page.goto('./walk/media-flows');
			await expectMoment(page, moment('media-flows'));
			await expectConnected(page);
			expect(await findings(page), 'in the call').toEqual([]);
			await page.goto('./walk/thanks');
			await expectMoment(page, moment('thanks'));
			expect(await findings(page), 'the end').toEqual([]);
		});

		test('axe finds nothing where something is inspected', async ({ page }) => {
			await page.goto('./inspect');
			for (const [sample, sign] of [
				['an offer and its answer', 'The connection as a whole'],
				['a recorded call', 'John']
			] as const) {
				await button(page, sample).click();
				const heading = page.getByRole('heading', { level: 2, name: sign, exact: true });
				await expect(heading).toBeVisible();
				expect(await findings(page), sample).toEqual([]);
			}
			await expect(page.getByText('Jane creates an answer')).not.toHaveCount(0);
		});

		test(
			'axe finds nothing in the other tabs, the contents and the settings',
			{ tag: '@long' },
			async ({ page }) => {
				await open(page, 'remaining-candidates');
				for (const name of TABS) {
					await page.getByRole('tab', { name, exact: true }).click();
					expect(await findings(page), name).toEqual([]);
				}
				for (const name of ['Contents', 'Settings']) {
					await button(page, name).click();
					expect(await findings(page), name).toEqual([]);
					await page.keyboard.press('Escape');
				}
			}
		);

		test('axe finds nothing on the pages beside the walk', async ({ page }) => {
			for (const path of ['preflight', 'by-hand', 'speaker', 'repair', 'no/such/page']) {
				await page.goto(`./${path}`);
				await expect(page.getByRole('heading', { level: 1 }).first()).toBeVisible();
				expect(await findings(page), path).toEqual([]);
			}
		});

		test('axe finds nothing in a level, before it is reached and after', async ({ page }) => {
			const level = LEVELS.find(({ slug }) => slug === 'dtls-and-media/one-digit')!;
			await openLevel(page, level, 0);
			await button(page, 'A hint (3 left)').click();
			const { right } = FOUND[level.slug]!;
			await pointAt(page, right(await viewOf(page), level.variations[0]!));
			await expect(page.getByText('That is it.')).toBeVisible();
			expect(await findings(page), 'before').toEqual([]);
			await button(page, 'Mend it').first().click();
			await expect(page.getByRole('heading', { name: 'What it was' })).toBeVisible();
			expect(await findings(page), 'after').toEqual([]);
		});

		test('axe finds nothing on the stage and in the speaker’s window', async ({
			context,
			page
		}) => {
			await openStage(page, 'jane-creates-answer');
			await page.keyboard.press('PageDown');
			await expectOnStage(page, moment('jane-creates-answer', 'after'));
			expect(await findings(page), 'stage').toEqual([]);
			const speaker = await context.newPage();
			await speaker.goto('./speaker');
			await expect(speaker.getByText('The stage follows.')).toBeVisible();
			expect(await findings(speaker), 'speaker’s window').toEqual([]);
			await button(speaker, 'Keys').click();
			expect(await findings(speaker), 'its keys').toEqual([]);
		});

		test('axe finds nothing in what is opened over the stage, and where it has gone @long', async ({
			context,
			page
		}) => {
			test.setTimeout(120_000);
			await openStage(page, 'candidates-appear');
			for (const key of ['?', 'o', 'g', 'h', 'i', 'w']) {
				await page.keyboard.press(key);
				await expect(page.getByRole('dialog')).toBeVisible();
				expect(await findings(page), key).toEqual([]);
				await page.keyboard.press('Escape');
				await expect(page.getByRole('dialog')).toHaveCount(0);
			}
			await page.keyboard.press('m');
			await page.keyboard.press('r');
			await expect(page.getByText('recorded', { exact: true })).toBeVisible();
			expect(await findings(page), 'recorded and masked').toEqual([]);

			const speaker = await context.newPage();
			await speaker.goto('./speaker');
			await expect(speaker.getByText('The stage follows.')).toBeVisible();
			await page.close();
			await expect(speaker.getByText('No stage is open.')).toBeVisible();
			const heading = speaker.getByRole('heading', { level: 1, name: 'The speaker’s window' });
			await expect(heading).toHaveCount(1);
			expect(await findings(speaker), 'without a stage').toEqual([]);
		});

		test('axe finds nothing on the pages of a speaker @long', async ({ page }) => {
			await page.goto('./preflight');
			await button(page, 'Check Fonts').click();
			await expect(page.getByRole('status')).toContainText('not checked yet');
			expect(await findings(page), 'preflight').toEqual([]);
			await page.goto('./print?deck=ten-minutes&notes');
			await expect(page.locator('main')).toHaveAttribute('aria-busy', 'false');
			expect(await findings(page), 'handout').toEqual([]);
		});

		test('axe finds nothing on any slide @long', async ({ page }) => {
			test.setTimeout(600_000);
			for (const slug of SLUGS) {
				await open(page, slug);
				expect(await findings(page), slug).toEqual([]);
			}
		});
	});
}

test(
	'the controls have their names, and the line that says where one is is a polite status',
	{ tag: '@telling-chromium' },
	async ({ page }) => {
		await open(page, 'john-creates-offer');
		for (const name of ['Next', 'Back', 'Restart', 'Play']) {
			await expect(button(page, name)).toHaveCount(1);
			await expect(button(page, name)).toBeVisible();
		}
		await expect(status(page)).toHaveText('Slide 9 of 32: John creates an offer');
		await expect(page.getByRole('heading', { level: 1 })).toHaveCount(1);
	}
);

test('a step that the browser refuses is announced', { tag: '@later' }, async ({ page }) => {
	await page.addInitScript(() => {
		MediaDevices.prototype.getUserMedia = () =>
			Promise.reject(new DOMException('Permission denied', 'NotAllowedError'));
	});
	await open(page, 'john-gets-media');
	await next(page).click();
	await expect(page.getByRole('alert')).toContainText('The camera was not allowed');
	expect(await findings(page)).toEqual([]);
});

test.describe('without JavaScript', () => {
	let site: Site;
	let page: Page;
	test.beforeEach(async ({ browser, baseURL }) => {
		// A browser in which no script may run: by its own setting, and by the site's word as well,
		// because not every browser can be told when it is driven.
		site = await serveAgain(baseURL!, { 'content-security-policy': "script-src 'none'" });
		page = await browser.newPage({
			baseURL: `http://localhost:${site.port}/`,
			javaScriptEnabled: false
		});
	});
	test.afterEach(async () => {
		await page.close();
		site.close();
	});

	test('every slide is complete to read', { tag: '@long' }, async () => {
		test.setTimeout(120_000);
		for (const slug of SLUGS) {
			await page.goto(`./walk/${slug}`);
			await expect(page.locator('html')).not.toHaveClass(/js/);
			await expect(page.getByRole('heading', { level: 1 })).toHaveText(titleOf(slug));
			expect(
				(await page.locator('article').innerText()).length,
				`the prose of ${slug}`
			).toBeGreaterThan(200);
			if (!isStep(slug)) continue;
			await expect(page.getByRole('region', { name: 'What happened' }), slug).toBeVisible();
			await expect(page.locator('.operation code').first(), `the code of ${slug}`).toBeVisible();
		}
	});

	test('the contents lead to a slide', async () => {
		await page.goto('./');
		await expect(page.getByRole('heading', { level: 1 })).toHaveText(titleOf('what-is-webrtc'));
		await button(page, 'Contents').click();
		await page
			.getByRole('navigation', { name: 'Contents' })
			.getByRole('link', { name: /Jane creates an answer/ })
			.click();
		await expect(page.getByRole('heading', { level: 1 })).toHaveText(
			titleOf('jane-creates-answer')
		);
	});
});

test.describe('on a phone', () => {
	test.use({ viewport: { width: 390, height: 844 } });

	const tooWide = (page: Page) =>
		page.evaluate(() => {
			const root = document.documentElement;
			return Math.max(root.scrollWidth, document.body.scrollWidth) - root.clientWidth;
		});

	test('nothing scrolls sideways on any slide of the walk', { tag: '@long' }, async ({ page }) => {
		test.setTimeout(180_000);
		await open(page);
		const wide: string[] = [];
		for (const reached of MOMENTS.slice(1)) {
			await next(page).click();
			await expectMoment(page, reached);
			const by = await tooWide(page);
			if (by > 0) wide.push(`${reached.slug}, ${reached.kind}: ${by} px`);
		}
		expect(wide).toEqual([]);
	});

	test('slide and panel stack', async ({ page }) => {
		await open(page, 'john-creates-offer');
		const slide = await page.getByRole('heading', { level: 1 }).boundingBox();
		const panel = await page.getByRole('region', { name: 'The call' }).boundingBox();
		expect(panel!.y).toBeGreaterThan(slide!.y + slide!.height);
		expect(panel!.width).toBeGreaterThan(340);
	});
});

test.describe('on a desk', () => {
	test('slide and panel stand side by side from 1280 px on', async ({ page }) => {
		await page.setViewportSize({ width: 1280, height: 800 });
		await open(page, 'john-creates-offer');
		const slide = await page.locator('article').boundingBox();
		const panel = await page.getByRole('region', { name: 'The call' }).boundingBox();
		expect(panel!.x).toBeGreaterThanOrEqual(slide!.x + slide!.width - 1);
		expect(Math.abs(panel!.y - slide!.y)).toBeLessThan(120);
	});

	test('the page itself does not scroll, whatever is open beside the slide', async ({ page }) => {
		await open(page, 'media-flows');
		await expectConnected(page);
		const higher = () =>
			page.evaluate(() => document.documentElement.scrollHeight - window.innerHeight);
		for (const tab of await page.getByRole('tab').all()) {
			await tab.click();
			await expect(tab).toHaveAttribute('aria-selected', 'true');
			expect(await higher(), (await tab.textContent()) ?? '').toBe(0);
		}
	});

	test('nothing jumps when data arrives', { tag: '@long' }, async ({ page }) => {
		test.setTimeout(120_000);
		const places = async () => {
			const boxes = [];
			for (const box of [
				page.getByRole('tablist'),
				page.getByRole('region', { name: 'John', exact: true }),
				page.getByRole('region', { name: 'Jane', exact: true }),
				next(page)
			]) {
				boxes.push(await box.boundingBox());
			}
			return boxes;
		};
		await open(page);
		await page.evaluate(() => document.fonts.ready);
		let first = await places();
		const begins = MOMENTS.findIndex(({ kind }) => kind === 'before');
		for (const [at, reached] of MOMENTS.entries()) {
			if (at === 0) continue;
			await next(page).click();
			await expectMoment(page, reached);
			// The recorded call that is shown until one begins has more room.
			if (at === begins) first = await places();
			expect(await places(), `${reached.slug}, ${reached.kind}`).toEqual(first);
		}
	});
});

test(
	'whoever wants no movement gets none',
	{ tag: '@later' },
	async ({ playwright, browserName, baseURL }) => {
		const browser = await launch(playwright, browserName as BrowserName, {
			prefs: { 'ui.prefersReducedMotion': 1 }
		});
		const page = await browser.newPage({ baseURL, reducedMotion: 'reduce' });
		await open(page, 'john-sends-offer');
		expect(await page.evaluate(() => matchMedia('(prefers-reduced-motion)').matches)).toBe(true);
		await next(page).click();
		await expectMoment(page, moment('john-sends-offer', 'after'));
		const moving = await page.evaluate(() =>
			document
				.getAnimations()
				.filter(({ effect }) => Number(effect?.getComputedTiming().duration) > 50)
				.map((animation) => (animation as CSSAnimation).animationName ?? 'a transition')
		);
		await browser.close();
		expect(moving).toEqual([]);
	}
);

test(
	'the theme follows the system until one is chosen, and the choice is kept',
	{ tag: '@later' },
	async ({ playwright, browserName, baseURL }) => {
		const browser = await launch(playwright, browserName as BrowserName, {
			prefs: { 'ui.systemUsesDarkTheme': 1 }
		});
		const page = await browser.newPage({ baseURL, colorScheme: 'dark' });
		const brightness = () =>
			page.evaluate(() => {
				const ink = Object.assign(document.createElement('canvas'), { width: 1, height: 1 });
				const context = ink.getContext('2d')!;
				context.fillStyle = getComputedStyle(document.documentElement).backgroundColor;
				context.fillRect(0, 0, 1, 1);
				return context.getImageData(0, 0, 1, 1).data[1]!;
			});
		await open(page);
		expect(await brightness(), 'of the paper in the dark').toBeLessThan(80);
		await button(page, 'Settings').click();
		await page.getByRole('radio', { name: 'Light' }).check();
		expect(await brightness(), 'of the paper in the light').toBeGreaterThan(200);
		await page.reload();
		expect(await brightness(), 'after a reload').toBeGreaterThan(200);
		await browser.close();
	}
);
