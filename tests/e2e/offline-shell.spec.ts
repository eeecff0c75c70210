import { expect, test, type Page } from '@playwright/test';
import { watchPolicy } from './policy';
import { MOMENTS, at, titleOf } from './deck';
import { LESSONS, expectMomentOf, type Lesson, type LessonMoment } from './lessons';
import { keptWhole, own, stop } from './own-site';
import { expectOnStage, stage } from './stage';
import { next, ready } from './walk';

test.use({ serviceWorkers: 'allow' });

/** The most that the whole site may take in a browser, in bytes. */
const BUDGET = 6_000_000;

/** A lesson that is not the first call, and a moment in its middle. */
function inTheMiddle(slug: string): { lesson: Lesson; moment: LessonMoment } {
	const lesson = LESSONS.find((one) => one.slug === slug)!;
	return { lesson, moment: lesson.moments.filter(({ kind }) => kind === 'before').at(-2)! };
}

/** The site kept whole by a first visit, and its server gone. */
async function alone(page: Page, baseURL: string | undefined) {
	const site = await own(baseURL);
	await page.goto(site.at('preflight'));
	await keptWhole(page);
	await stop(site);
	return site;
}

const heading = (page: Page) => page.getByRole('main').getByRole('heading', { level: 1 });

test(
	'the whole site takes less than 6 MB, and of the pages of slides there is one',
	{ tag: '@telling-chromium' },
	async ({ page, baseURL }) => {
		const site = await own(baseURL);
		await page.goto(site.at('preflight'));
		await keptWhole(page);
		const kept = await page.evaluate(async () => {
			const cache = await caches.open((await caches.keys())[0]!);
			const files = (await cache.keys()).map(async (request) => {
				const answer = (await cache.match(request))!;
				const type = answer.headers.get('content-type') ?? '';
				return { path: new URL(request.url).pathname, type, bytes: (await answer.blob()).size };
			});
			return Promise.all(files);
		});
		const bytes = kept.reduce((total, file) => total + file.bytes, 0);
		test.info().annotations.push({
			type: 'kept',
			description: `${kept.length} files, ${(bytes / 1e6).toFixed(2)} MB`
		});
		expect(bytes).toBeLessThan(BUDGET);
		const ofStage = kept.filter(({ path }) => /\/stage\/.*__data\.json$/.test(path));
		expect(ofStage, 'what every slide on the stage is given').toHaveLength(1);
		const { pathname } = new URL(site.at());
		const pages = kept
			.filter(({ type }) => type.startsWith('text/html'))
			.map(({ path }) => path.slice(pathname.length))
			.filter((path) => !path.startsWith('program/'));
		expect(pages.sort()).toEqual([
			'',
			'by-hand',
			'inspect',
			'preflight',
			'print',
			'shell.html',
			'speaker',
			'stage/index.html',
			'walk/index.html'
		]);
		site.close();
	}
);

test(
	'without a server a slide of another lesson is opened, reloaded and gone on from',
	{ tag: '@telling' },
	async ({ page, baseURL }) => {
		const site = await alone(page, baseURL);
		const kept = await watchPolicy(page);
		const { lesson, moment } = inTheMiddle('trickle');
		const response = await page.goto(site.at(`walk/${moment.slug}?x=y`));
		expect(response!.status()).toBe(200);
		await expectMomentOf(page, lesson, moment);
		await page.reload();
		await expectMomentOf(page, lesson, moment);
		await next(page).click();
		await expectMomentOf(page, lesson, { ...moment, kind: 'after' });
		expect(kept).toEqual([]);
	}
);

test('without a server the levels are listed, and one is opened', async ({ page, baseURL }) => {
	const site = await alone(page, baseURL);
	await page.goto(site.at('repair'));
	await page.getByRole('link', { name: 'One digit' }).click();
	await expect(heading(page)).toHaveText('One digit');
	await page.reload();
	await expect(page.locator('.picture')).toContainText('failed');
});

test(
	'without a server both tabs of a call have their seats',
	{ tag: '@later' },
	async ({ context, page, baseURL }) => {
		const site = await alone(page, baseURL);
		const jane = await context.newPage();
		await page.goto(site.at('walk/john-creates-offer?seat=john&room=alone'));
		await jane.goto(site.at('walk/john-creates-offer?seat=jane&room=alone'));
		for (const [tab, seat] of [
			[page, 'john'],
			[jane, 'jane']
		] as const) {
			await expect(next(tab)).toHaveAttribute('aria-disabled', 'false');
			expect(new URL(tab.url()).searchParams.get('seat')).toBe(seat);
		}
	}
);

test('without a server the stage opens at a slide of the talk and of another lesson', async ({
	page,
	baseURL
}) => {
	const site = await alone(page, baseURL);
	await page.goto(site.at('stage/john-creates-offer?deck=ten-minutes'));
	await expectOnStage(page, MOMENTS[at('john-creates-offer')]!);
	const { slug } = inTheMiddle('dtls').moment;
	const response = await page.goto(site.at(`stage/${slug}`));
	expect(response!.status()).toBe(200);
	await expect(stage(page)).toHaveAttribute('data-moment', `${slug} before`);
	await expect(stage(page)).toHaveAttribute('aria-busy', 'false');
});

test(
	'without a server an address that there is not says so, as it does with one',
	{ tag: '@telling' },
	async ({ page, baseURL }) => {
		const site = await alone(page, baseURL);
		for (const path of ['walk/john-creates-ofer', 'stage/no/slide', 'nowhere', 'shell.html']) {
			const response = await page.goto(site.at(path));
			if (path !== 'shell.html') expect(response!.status(), path).toBe(404);
			await expect(page.getByRole('heading', { level: 1 })).toHaveText('There is no such page');
			await expect(page.getByRole('main')).toContainText(
				`Asked for was ${new URL(page.url()).pathname}.`
			);
		}
		await page.goto(site.at('walk/john-creates-ofer'));
		await page.getByRole('link', { name: titleOf('john-creates-offer') }).click();
		await ready(page);
		await expect(heading(page)).toHaveText(titleOf('john-creates-offer'));
	}
);

test('without a server a slash at the end leads to the page without it', async ({
	page,
	baseURL
}) => {
	const site = await alone(page, baseURL);
	await page.goto(site.at('walk/john-creates-offer/?seat=john'));
	await ready(page);
	expect(page.url()).toBe(site.at('walk/john-creates-offer?seat=john'));
	await page.goto(site.at('inspect/'));
	await expect(page.getByRole('heading', { level: 1 })).toHaveText('Inspect');
	expect(page.url()).toBe(site.at('inspect'));
});

test('a script that fetches a slide’s page is given that page, and without a server nothing', async ({
	page,
	baseURL
}) => {
	const site = await own(baseURL);
	await page.goto(site.at('preflight'));
	await keptWhole(page);
	const fetched = () =>
		page.evaluate(
			(url) => fetch(url).then(async (answer) => (await answer.text()).includes('<h1')),
			site.at('walk/john-creates-offer')
		);
	expect(await fetched()).toBe(true);
	await stop(site);
	await expect(fetched()).rejects.toThrow();
});

test(
	'a slide that is opened without a server is dark from the start where that was chosen',
	{ tag: '@telling-chromium' },
	async ({ page, baseURL }) => {
		const site = await alone(page, baseURL);
		await page.evaluate(() => localStorage.setItem('parley:theme', '"dark"'));
		await page.addInitScript(() => {
			const seen = new Set<string>();
			Object.assign(window, { seen });
			const look = () => {
				if (document.body) seen.add(getComputedStyle(document.documentElement).colorScheme);
				requestAnimationFrame(look);
			};
			look();
		});
		await page.goto(site.at('walk/john-creates-offer'));
		await ready(page);
		const seen = await page.evaluate(() => [...(window as unknown as { seen: Set<string> }).seen]);
		expect(seen).toEqual(['dark']);
	}
);
