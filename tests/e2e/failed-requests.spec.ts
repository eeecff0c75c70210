import { expect, test } from '@playwright/test';
import { openConnections } from './tabs';
import { watchBeneath } from './beneath';
import { patientFirefox } from './browsers';
import { MOMENTS, SLUGS, at } from './deck';
import { expectJohnHeld, failOnce, holdJohn } from './failures';
import { expectOneSlide, readBuilt } from './same-slide';
import { DATA_FILE, filesOf, importsOf, loadedBeforeSteps } from './slide-files';
import { attempts, expectMoment, expectSlide, moment, next, open } from './walk';

test.use({ launchOptions: patientFirefox });

const FILES = [DATA_FILE, ...SLUGS.flatMap(filesOf)];

test('a slide’s text is one module that needs no other', { tag: '@telling-chromium' }, () => {
	const loaded = loadedBeforeSteps();
	for (const slug of SLUGS) {
		expect(
			importsOf(slug).filter((name) => !loaded.has(name)),
			`${slug}: list what it shares with other slides in src/lib/ui/drawings/parts.ts, or in later/call.ts`
		).toEqual([]);
	}
});

test(
	'a walk goes on though every request of every slide fails once',
	{ tag: '@telling' },
	async ({ page }) => {
		const errors: string[] = [];
		page.on('pageerror', (error) => {
			// Firefox tells of each module that the test keeps away.
			if (!error.message.startsWith('Loading module from')) errors.push(String(error));
		});
		await open(page, 'what-is-webrtc');
		const built = await readBuilt(page);
		const own = filesOf('john-creates-peer-connection');
		const failed = await failOnce(
			page,
			FILES.filter((file) => !own.includes(file)),
			(file) => (FILES.indexOf(file) % 2 ? 'the network is cut' : 'the server says 503')
		);
		await open(page, 'john-creates-peer-connection');
		await next(page).click();
		await expectMoment(page, moment('john-creates-peer-connection', 'after'));
		await holdJohn(page);
		for (const reached of MOMENTS.slice(
			at('john-gets-media'),
			at('john-sets-local-description', 'after')
		)) {
			await next(page).click();
			await expectMoment(page, reached);
			await expectOneSlide(page, built, reached.slug);
			await expectJohnHeld(page);
		}
		await page.getByRole('link', { name: 'Code', exact: true }).click();
		expect(await expectOneSlide(page, built, 'the last act')).toBe('show-me-the-code');
		await expect(page.locator('.program')).toContainText('RTCPeerConnection');
		// The others are fetched one after another, while the browser has nothing else to do.
		await expect.poll(() => failed.size).toBe(FILES.length - own.length);
		expect(errors).toEqual([]);
	}
);

for (const failure of ['the network is cut', 'the server says 503'] as const) {
	test(`a walk survives each request of every slide failing once, in turn, when ${failure} @long`, async ({
		page
	}) => {
		test.setTimeout(FILES.length * 30_000);
		await open(page, 'what-is-webrtc');
		const built = await readBuilt(page);
		for (const slug of SLUGS) {
			for (const file of [...filesOf(slug), DATA_FILE]) {
				const from = MOMENTS[Math.max(0, at(slug) - 1)]!;
				if (from.slug === slug) continue;
				const failed = await failOnce(page, [file], () => failure);
				await open(page, from.slug);
				await page.evaluate(() => void Object.assign(window, { isSame: true }));
				while ((await expectOneSlide(page, built, `${file}, on the way`)) !== slug) {
					await next(page).click();
				}
				expect(failed.size, file).toBe(1);
				expect(await page.evaluate(() => 'isSame' in window), file).toBe(true);
				expect(await attempts(page), file).toBe(1);
				await page.unrouteAll({ behavior: 'ignoreErrors' });
			}
		}
	});
}

test('without a network a press goes on, says what it waits for, and shows it when the network is back', async ({
	page
}) => {
	await watchBeneath(page);
	await open(page, 'what-is-webrtc');
	const built = await readBuilt(page);
	let isCut = true;
	const own = filesOf('john-adds-tracks');
	await page.route(
		({ pathname }) => FILES.includes(pathname) && !own.includes(pathname),
		(route) => (isCut ? route.abort() : route.continue())
	);
	await open(page, 'john-adds-tracks');
	await holdJohn(page);
	await next(page).click();
	await expectMoment(page, moment('john-adds-tracks', 'after'));
	await next(page).click();
	await expectMoment(page, moment('john-creates-offer', 'before'));
	const slide = page.getByRole('region', { name: 'The slide' });
	await expect(slide).toContainText('waits for the network');
	await next(page).click();
	await expectMoment(page, moment('john-creates-offer', 'after'));
	await expectJohnHeld(page);

	isCut = false;
	await page.evaluate(() => dispatchEvent(new Event('online')));
	expect(await expectOneSlide(page, built, 'back')).toBe('john-creates-offer');
	await expect(slide).not.toContainText('waits for the network');
	expect(await openConnections(page)).toBe(1);
});

const CHUNKS = /\/_app\/immutable\/chunks\/.*\.js$/;

test(
	'a slide is opened though one request of what it is made of fails',
	{ tag: '@telling' },
	async ({ page }) => {
		const failed: string[] = [];
		await page.route(CHUNKS, async (route) => {
			if (failed.length > 0 || route.request().resourceType() !== 'fetch') return route.continue();
			failed.push(route.request().url());
			return route.abort();
		});
		await open(page, 'remaining-candidates');
		expect(failed).toHaveLength(1);
		await expectSlide(page, 'remaining-candidates');
	}
);

const WHOLE = [
	['a stage', 'stage/remaining-candidates', 'The remaining candidates'],
	['a speaker’s window', 'speaker', 'The speaker’s window'],
	['a handout', 'print?deck=ten-minutes', 'John creates an offer']
] as const;
/** What is fetched for a whole deck: the text of a slide that all three have, and the code of all. */
const PARTS = { 'a slide’s text': filesOf('connected'), 'the code': ['/slides/call.json'] };

for (const [what, address, heading] of WHOLE) {
	for (const [part, files] of Object.entries(PARTS)) {
		test(`${what} is opened though the first request for ${part} fails`, async ({ page }) => {
			const failed = await failOnce(page, files, () => 'the network is cut');
			await page.goto(address);
			await expect(page.getByRole('heading', { name: heading }).first()).toBeVisible();
			expect([...failed]).toEqual(files);
		});
	}
}
