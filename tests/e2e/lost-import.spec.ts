/*
 * What a module imports, lost between the fetch that has it ready and the import itself: a cache may have
 * dropped it. Firefox remembers the loss for as long as the page lives (HTML, “fetch a single module script”).
 */
import { expect, test } from '@playwright/test';
import { patientFirefox } from './browsers';
import { importedBy, laterOf } from './slide-files';
import { expectMoment, moment, notice, open } from './walk';

test.use({ launchOptions: patientFirefox });

test('a page that lacks what it imports is not shown empty, and the call goes on', async ({
	page,
	browserName
}) => {
	await open(page, 'john-gets-media');
	const imported = importedBy('src/routes/inspect/+page.svelte');
	await page.route(
		({ pathname }) => imported.includes(pathname),
		(route) => (route.request().resourceType() === 'script' ? route.abort() : route.fallback())
	);
	const link = page.getByRole('link', { name: 'Inspect', exact: true }).first();
	const said = notice(page, 'That page could not be fetched.');
	await link.click();
	await expect(said).toBeVisible();
	await said.getByRole('button', { name: 'Dismiss' }).click();

	await page.unrouteAll();
	await link.click();
	if (browserName === 'firefox') {
		await expect(said.getByRole('link', { name: 'Open it in another tab' })).toBeVisible();
		await expectMoment(page, moment('john-gets-media'));
	} else await expect(page.getByRole('heading', { level: 1 })).toHaveText('Inspect');
});

test('what comes later and lacks what it imports says so, and how it is to be had', async ({
	page,
	browserName
}) => {
	let lost = 0;
	await page.route(
		({ pathname }) => pathname === laterOf('parts').file,
		(route) =>
			route.request().resourceType() === 'script' && lost++ === 0 ? route.abort() : route.fallback()
	);
	await open(page, 'what-is-webrtc');
	await page.getByRole('tab', { name: 'Machine' }).click();
	const panel = page.getByRole('tabpanel', { name: 'Machine' });
	if (browserName === 'firefox') {
		await expect(panel).toContainText('reload the page to have it');
		await page.reload();
		await page.getByRole('tab', { name: 'Machine' }).click();
	}
	await expect(panel.getByRole('img').first()).toBeVisible();
	expect(lost).toBeGreaterThan(0);
});
