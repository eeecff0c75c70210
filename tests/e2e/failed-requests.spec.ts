import { expect, test, type Page, type Route } from '@playwright/test';
import { openConnections } from './tabs';
import { watchBeneath } from './beneath';
import { patientFirefox } from './browsers';
import { MOMENTS, SLUGS, at } from './deck';
import { expectOneSlide, readBuilt } from './same-slide';
import {
	ALIVE,
	DATA_FILE,
	ERROR_PAGE,
	filesOf,
	LAST_FILE,
	importedBy,
	importsOf,
	LATER,
	laterOf,
	loadedBeforeSteps,
	moduleOf,
	LATER_SHEETS
} from './slide-files';
import { attempts, expectMoment, expectSlide, moment, next, notice, open } from './walk';

test.use({ launchOptions: patientFirefox });

type Failure = 'the network is cut' | 'the server says 503';

const fail = (route: Route, failure: Failure) =>
	failure === 'the network is cut' ? route.abort() : route.fulfill({ status: 503, body: '' });

/** The first request for each of these files fails. Tells which have failed. */
async function failOnce(page: Page, files: readonly string[], failure: (file: string) => Failure) {
	const failed = new Set<string>();
	await page.route(
		({ pathname }) => files.includes(pathname),
		async (route) => {
			const { pathname } = new URL(route.request().url());
			if (failed.has(pathname)) return route.continue();
			failed.add(pathname);
			return fail(route, failure(pathname));
		}
	);
	return failed;
}

/** Keeps the present connection in mind. */
const holdJohn = (page: Page) =>
	page.evaluate(() => void Object.assign(window, { held: window.parley.john }));

/** It is still the one, and it is open. */
async function expectJohnHeld(page: Page): Promise<void> {
	const held = await page.evaluate(() => {
		const { held } = window as unknown as { held: RTCPeerConnection };
		return held !== null && held === window.parley.john && held.signalingState !== 'closed';
	});
	expect(held, 'the same open connection').toBe(true);
	expect(await attempts(page)).toBe(1);
}

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

test('what comes later needs nothing but what is there', { tag: '@telling-chromium' }, () => {
	const loaded = new Set(loadedBeforeSteps());
	for (const { name, imports } of LATER.map(laterOf)) {
		expect(
			imports.filter((one) => !loaded.has(one)),
			'a module that the call does not use: list it in src/lib/ui/later/call.ts'
		).toEqual([]);
		// The next is asked for once this one has come.
		loaded.add(name);
	}
});

for (const [whose, chunk] of Object.entries(ALIVE)) {
	test(`that by which the call is ${whose} is asked for again where it fails, and what was pressed meanwhile is done`, async ({
		page
	}) => {
		let isCut = true;
		const { file } = laterOf(chunk);
		await page.route(
			({ pathname }) => pathname === file,
			(route) => (isCut ? route.abort() : route.continue())
		);
		await page.goto('./walk/john-creates-peer-connection');
		await expect(page.locator('.controls')).toContainText('waits for the network');
		// It says that it is busy, and can be pressed.
		await next(page).click({ force: true });

		isCut = false;
		await page.evaluate(() => dispatchEvent(new Event('online')));
		await expectMoment(page, moment('john-creates-peer-connection', 'after'));
		await expect(page.locator('.controls')).not.toContainText('waits for the network');
		await expect(page.getByRole('region', { name: 'John', exact: true })).toBeVisible();
		expect(await attempts(page)).toBe(1);
	});
}

test('what comes later is asked for again where it fails, and said to be waited for', async ({
	page
}) => {
	const errors: string[] = [];
	page.on('pageerror', ({ message }) => {
		// Firefox tells of each module that the test keeps away.
		if (!message.startsWith('Loading module from')) errors.push(message);
	});
	let isCut = true;
	const files = LATER.map((chunk) => laterOf(chunk).file);
	const asked = new Set<string>();
	await page.route(
		({ pathname }) => files.includes(pathname),
		(route) => {
			asked.add(new URL(route.request().url()).pathname);
			return isCut ? route.abort() : route.continue();
		}
	);
	await open(page, 'john-sets-local-description');
	await next(page).click();
	await expectMoment(page, moment('john-sets-local-description', 'after'));
	await page.getByRole('tab', { name: 'Descriptions' }).click();
	const panel = page.getByRole('tabpanel', { name: 'Descriptions' });
	await expect(panel).toContainText('waits for the network');
	await page.getByRole('tab', { name: 'This step' }).click();
	await expect(page.getByRole('tabpanel', { name: 'This step' })).toContainText(
		'setLocalDescription'
	);

	isCut = false;
	await page.evaluate(() => dispatchEvent(new Event('online')));
	await page.getByRole('tab', { name: 'Descriptions' }).click();
	await expect(panel).toContainText('bundle of 0, 1');
	await page.getByRole('tab', { name: 'Machine' }).click();
	await expect(page.getByRole('tabpanel', { name: 'Machine' })).toContainText('have-local-offer');
	expect([...asked].sort()).toEqual([...files].sort());
	expect(errors).toEqual([]);
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

test('a style sheet of what comes later that fails is no error of the page, and is fetched again until it is there', async ({
	page
}) => {
	const errors: string[] = [];
	page.on('pageerror', ({ message }) => errors.push(message));
	const sheets = LATER_SHEETS;
	expect(sheets).not.toEqual([]);
	let failures = 0;
	await page.route(
		({ pathname }) => sheets.includes(pathname),
		(route) => ((failures += 1) <= 2 * sheets.length ? route.abort() : route.continue())
	);
	await open(page, 'what-is-webrtc');
	await expect
		.poll(() =>
			page.evaluate(
				(files) =>
					files.every((file) =>
						[...document.styleSheets].some((sheet) => {
							try {
								return sheet.href?.endsWith(file) && sheet.cssRules.length > 0;
							} catch {
								// A sheet that could not be fetched has no rules to be read.
								return false;
							}
						})
					),
				sheets
			)
		)
		.toBe(true);
	expect(errors).toEqual([]);
});

test(
	'the module of a page that fails is no error, and is asked for again until it is there',
	{ tag: '@telling-chromium' },
	async ({ page }) => {
		const errors: string[] = [];
		page.on('pageerror', ({ message }) => errors.push(message));
		// The page for errors is loaded ahead and awaited nowhere; the other one is awaited by the link.
		const modules = [moduleOf(ERROR_PAGE), moduleOf('src/routes/inspect/+page.svelte')];
		const failed = await failOnce(page, modules, () => 'the network is cut');
		await open(page, 'what-is-webrtc');
		await page.getByRole('link', { name: 'Inspect', exact: true }).first().click();
		await expect(page.getByRole('heading', { level: 1 })).toHaveText('Inspect');
		expect([...failed].sort()).toEqual([...modules].sort());
		expect(errors).toEqual([]);
	}
);

test('a page opens though each module that it imports fails once', async ({ page }) => {
	const errors: string[] = [];
	page.on('pageerror', ({ message }) => errors.push(message));
	const component = 'src/routes/inspect/+page.svelte';
	const modules = [...importedBy(component), moduleOf(component)];
	expect(modules.length).toBeGreaterThan(3);
	const failed = await failOnce(page, modules, (file) =>
		modules.indexOf(file) % 2 ? 'the network is cut' : 'the server says 503'
	);
	await open(page, 'what-is-webrtc');
	await page.getByRole('link', { name: 'Inspect', exact: true }).first().click();
	await expect(page.getByRole('heading', { level: 1 })).toHaveText('Inspect');
	await expect(page.getByRole('button', { name: 'Look at it' })).toBeEnabled();
	expect([...failed].sort()).toEqual([...modules].sort());
	expect(errors).toEqual([]);
});

test('a page that cannot be fetched does not take the place of the call', async ({ page }) => {
	await open(page, 'john-gets-media');
	await holdJohn(page);
	// Whatever of it the browser has not loaded yet.
	await page.route(/./, (route) => route.abort());
	await page.getByRole('link', { name: 'Inspect', exact: true }).first().click();
	const said = notice(page, 'That page could not be fetched.');
	await expect(said).toBeVisible();
	await expect(said.getByRole('link', { name: 'Open it in another tab' })).toHaveAttribute(
		'href',
		/\/inspect$/
	);
	await expectMoment(page, moment('john-gets-media'));
	await next(page).click();
	await expectMoment(page, moment('john-gets-media', 'after'));
	await expectJohnHeld(page);

	await page.unrouteAll();
	await page.reload();
	await expectMoment(page, moment('john-gets-media', 'after'));
	await page.getByRole('link', { name: 'Inspect', exact: true }).first().click();
	await expect(page.getByRole('heading', { level: 1 })).toHaveText('Inspect');
});

test('Back leads out of the walk once the page before it is here, and never ends the call before', async ({
	page
}) => {
	await page.goto('./inspect');
	// A link of a page that is not alive yet is followed by the browser, and Back leads to another document.
	await expect(page.getByRole('button', { name: 'Look at it' })).toBeEnabled();
	await page.getByRole('link', { name: 'Parley, to the beginning', exact: true }).click();
	await expectMoment(page, MOMENTS[0]!);
	await next(page).click();
	await expectMoment(page, moment('architecture'));
	const last = page.waitForEvent('requestfinished', (request) => request.url().endsWith(LAST_FILE));
	// Of the page before, a document that has just been loaded has nothing.
	await page.reload();
	await expectMoment(page, moment('architecture'));
	// What is lost on its way to be run is lost for this document (see `lost-import.spec`).
	await last;
	await page.route(/./, (route) => route.abort());
	await page.evaluate(() => history.go(-2));
	await expect(notice(page, 'That page could not be fetched.')).toBeVisible();
	await expectMoment(page, moment('architecture'));

	await page.unrouteAll();
	await page.evaluate(() => history.go(-2));
	await expect(page.getByRole('heading', { level: 1 })).toHaveText('Inspect');
	await page.evaluate(() => history.go(2));
	await expectMoment(page, moment('architecture'));
});

test('Back and Forward lead out of the walk and into it, as often as they are pressed', async ({
	page
}) => {
	// A busy browser takes its time to return from where nobody shall be yet.
	await page.addInitScript(() => {
		const go = history.go.bind(history);
		History.prototype.go = (delta = 0) => void setTimeout(() => go(delta), delta > 0 ? 100 : 0);
	});
	await page.goto('./inspect');
	await expect(page.getByRole('button', { name: 'Look at it' })).toBeEnabled();
	await page.getByRole('link', { name: 'Parley, to the beginning', exact: true }).click();
	await expectMoment(page, MOMENTS[0]!);
	await next(page).click();
	for (let time = 0; time < 12; time += 1) {
		await expectMoment(page, moment('architecture'));
		// Twice: the second before the router has taken the first back.
		const presses = time % 2 === 0 ? 1 : 2;
		await page.evaluate((times) => {
			for (let press = 0; press < times; press += 1) history.go(-2);
		}, presses);
		await expect(page.getByRole('heading', { level: 1 }), `time ${time}`).toHaveText('Inspect');
		await page.evaluate(() => history.go(2));
	}
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
