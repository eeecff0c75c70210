import { expect, test } from '@playwright/test';
import { patientFirefox } from './browsers';
import { MOMENTS } from './deck';
import { expectJohnHeld, failOnce, holdJohn } from './failures';
import { ERROR_PAGE, importedBy, LAST_FILE, moduleOf } from './slide-files';
import { expectMoment, moment, next, notice, open } from './walk';

test.use({ launchOptions: patientFirefox });

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
