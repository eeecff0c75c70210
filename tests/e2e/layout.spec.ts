import { expect, test, type Page } from '@playwright/test';
import { moment, next, expectMoment, open, ready } from './walk';

const LEVEL = './repair/dtls-and-media/one-digit';

declare global {
	interface Window {
		/** How far things jumped that nobody moved (Layout Instability: without recent input). */
		shifts: { value: number; from: string[] }[];
	}
}

async function watchShifts(page: Page): Promise<void> {
	await page.addInitScript(() => {
		window.shifts = [];
		new PerformanceObserver((list) => {
			for (const entry of list.getEntries() as unknown as {
				value: number;
				hadRecentInput: boolean;
				sources: { node: Element | null }[];
			}[]) {
				if (entry.hadRecentInput) continue;
				const from = entry.sources.map(({ node }) => `${node?.nodeName}.${node?.className ?? ''}`);
				window.shifts.push({ value: entry.value, from });
			}
		}).observe({ type: 'layout-shift', buffered: true });
	});
}

for (const viewport of [
	{ width: 1440, height: 900 },
	{ width: 820, height: 1180 },
	{ width: 390, height: 844 }
]) {
	test.describe(`at ${viewport.width} by ${viewport.height}`, () => {
		test.use({ viewport });
		test.skip(({ browserName }) => browserName !== 'chromium', 'only Chromium measures it');

		for (const slug of ['what-is-webrtc', 'architecture', 'jane-creates-answer'] as const) {
			const tag = slug === 'architecture' ? '@telling-chromium' : [];
			test(
				`hardly anything jumps while the page of ${slug} is loaded`,
				{ tag },
				async ({ page }) => {
					await watchShifts(page);
					await page.goto(`./walk/${slug}`);
					await ready(page);
					const shifts = await page.evaluate(async () => {
						await document.fonts.ready;
						for (let frames = 0; frames < 5; frames++) await new Promise(requestAnimationFrame);
						return window.shifts;
					});
					const sum = shifts.reduce((total, { value }) => total + value, 0);
					expect(sum, JSON.stringify(shifts)).toBeLessThanOrEqual(0.02);
				}
			);
		}

		test('letters of twice their size make no page wider than its window', async ({ page }) => {
			for (const address of [
				'./',
				'./walk/media-flows',
				LEVEL,
				'./repair',
				'./inspect',
				'./preflight',
				'./by-hand'
			]) {
				await page.goto(address);
				if (address.includes('walk')) await ready(page);
				await page.evaluate(() => (document.documentElement.style.fontSize = '200%'));
				const width = () => page.evaluate(() => document.scrollingElement!.scrollWidth);
				await expect.poll(width, { message: address }).toBeLessThanOrEqual(viewport.width);
			}
		});

		test('without JavaScript nothing lies over anything', async ({ browser, baseURL }) => {
			const page = await browser.newPage({ baseURL, viewport, javaScriptEnabled: false });
			await page.goto('./walk/john-creates-offer');
			const article = (await page.locator('article').boundingBox())!;
			const panel = (await page.getByRole('region', { name: 'The call' }).boundingBox())!;
			const isBeside = panel.x >= article.x + article.width - 1;
			const isBeneath = panel.y >= article.y + article.height - 1;
			expect(isBeside || isBeneath).toBe(true);
			await page.close();
		});
	});
}

for (const width of [390, 1440]) {
	const tag = width === 390 ? '@telling-chromium' : [];
	test(`what the server wrote is taken over as it is at ${width} px`, { tag }, async ({ page }) => {
		await page.setViewportSize({ width, height: 844 });
		const said: string[] = [];
		page.on('console', (message) => {
			// Svelte says what it could not take over.
			if (/hydrat/i.test(message.text())) said.push(message.text());
		});
		for (const address of [
			'./',
			'./walk/media-flows',
			LEVEL,
			'./repair',
			'./inspect',
			'./stage',
			'./preflight',
			'./by-hand'
		]) {
			await page.goto(address);
			await page.waitForLoadState('networkidle');
			expect(said, address).toEqual([]);
		}
	});
}

test(
	'on paper there are the slide and its moment, and nothing to press',
	{ tag: '@telling-chromium' },
	async ({ page, browserName }) => {
		test.skip(browserName === 'firefox', 'Its driver has no media to emulate but the screen.');
		await open(page, 'john-creates-offer');
		await next(page).click();
		await expectMoment(page, moment('john-creates-offer', 'after'));
		await page.emulateMedia({ media: 'print' });
		await page.setViewportSize({ width: 794, height: 1123 });
		for (const name of ['Next', 'Back', 'Play', 'Restart', 'Contents', 'Settings']) {
			await expect(page.getByRole('button', { name, exact: true })).toHaveCount(0);
		}
		await expect(page.getByRole('navigation')).toHaveCount(0);
		await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
		await expect(page.getByText('Slide 9 of 32')).toBeVisible();
		await expect(page.getByRole('region', { name: 'What happened' })).toBeVisible();
		const stuck = await page.evaluate(
			() =>
				[...document.querySelectorAll('body *')].filter(
					(element) => element.checkVisibility() && getComputedStyle(element).position === 'fixed'
				).length
		);
		expect(stuck, 'that would be printed over the text of every page').toBe(0);
	}
);
