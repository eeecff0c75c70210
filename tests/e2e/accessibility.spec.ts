import { expect, test, type Page } from '@playwright/test';
import { findings } from './axe';
import { launch, patientFirefox, type BrowserName } from './browsers';
import { MOMENTS, SLUGS, isStep, titleOf } from './deck';
import { serveAgain, type Site } from './site';
import { button, expectConnected, expectMoment, moment, next, open, status } from './walk';

test.use({ launchOptions: patientFirefox });

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
