import { readFileSync } from 'node:fs';
import { expect, test, type Page, type Request } from '@playwright/test';
import { fileField, openInspect } from './inspect-page';
import { watchSockets } from './sockets';
import { openStage, stage } from './stage';
import { openBoth, expectBothConnected } from './tabs';
import { button, expectConnected, next, open } from './walk';

const [OFFER] = readFileSync('src/static/samples/offer-and-answer.txt', 'utf8').trim().split('\n');

/** What is not to leave the browser, as it would stand in an address. */
const secretsOf = (page: Page) =>
	page.evaluate(() => {
		const { john, jane } = window.parley;
		return [john, jane].flatMap((one) =>
			[...(one?.localDescription?.sdp ?? '').matchAll(/^a=ice-(?:ufrag|pwd):(\S+)/gm)].map(
				(match) => match[1]!
			)
		);
	});

/** Records what every page of the context asks for; the check is made once all is done. */
async function watch(page: Page) {
	const context = page.context();
	const requests: Request[] = [];
	const sockets = await watchSockets(context);
	context.on('request', (request) => void requests.push(request));
	return {
		/** All of it was asked of the site, with GET, and tells nothing. */
		expectNothingSent(baseURL: string, secrets: readonly string[] = []) {
			const asked = requests.map((request) => new URL(request.url()));
			const others = asked.filter(
				({ protocol, origin }) =>
					/^(https?|wss?):$/.test(protocol) && origin !== new URL(baseURL).origin
			);
			expect(asked.length, 'something was recorded').toBeGreaterThan(5);
			expect(others.map(String)).toEqual([]);
			expect(sockets).toEqual([]);
			const sent = requests.filter(
				(request) => request.method() !== 'GET' || request.postData() !== null
			);
			expect(sent.map((request) => `${request.method()} ${request.url()}`)).toEqual([]);
			const told = asked.filter(({ href }) =>
				secrets.some((secret) => decodeURIComponent(href).includes(secret))
			);
			expect(told.map(String)).toEqual([]);
		}
	};
}

test(
	'a whole call, looked at from all sides, sends nothing to anybody',
	{ tag: '@telling-chromium' },
	async ({ page, baseURL }) => {
		const watched = await watch(page);
		await open(page, 'media-flows');
		await expectConnected(page);
		for (const tab of ['Descriptions', 'Candidates', 'Pairs', 'Wire', 'Graphs', 'Machine']) {
			await page.getByRole('tab', { name: tab, exact: true }).click();
		}
		const servers = await page.evaluate(
			() =>
				[window.parley.john, window.parley.jane].map((one) => one!.getConfiguration().iceServers) // no STUN, no TURN
		);
		expect(servers.flat()).toEqual([]);
		const secrets = await secretsOf(page);
		expect(secrets.length).toBeGreaterThan(3);
		await next(page).click();
		watched.expectNothingSent(baseURL!, secrets);
	}
);

test('a call in two tabs sends nothing to anybody', async ({ page, context, baseURL }) => {
	const watched = await watch(page);
	const tabs = await openBoth(context, 'media-flows');
	await expectBothConnected(tabs);
	const secrets = [...(await secretsOf(tabs.john)), ...(await secretsOf(tabs.jane))];
	expect(secrets.length).toBeGreaterThan(3);
	watched.expectNothingSent(baseURL!, secrets);
});

test('what is pasted and opened for inspection is sent to nobody', async ({ page, baseURL }) => {
	const watched = await watch(page);
	await openInspect(page);
	const secret = /a=ice-ufrag:(\S+?)\\r/.exec(OFFER!)![1]!;
	await page.getByLabel('Paste here, or drop a file').fill(OFFER!);
	await button(page, 'Look at it').click();
	await expect(page.getByRole('region', { name: /^Description 1/ })).toBeVisible();
	await fileField(page).setInputFiles('src/static/samples/webrtc-internals.json.gzip');
	await expect(page.getByRole('region', { name: 'The recorded session' })).toBeVisible();
	watched.expectNothingSent(baseURL!, [secret]);
});

test('no other page asks anybody but the site', async ({ page, context, baseURL }) => {
	test.setTimeout(120_000);
	const watched = await watch(page);
	await openStage(page, 'john-sends-offer');
	const speaker = await context.newPage();
	await speaker.goto('./speaker');
	await expect(speaker.locator('main')).toBeVisible();
	await speaker.close();
	await page.bringToFront();
	await page.keyboard.press('ArrowRight');
	await expect(stage(page)).toHaveAttribute('aria-busy', 'false');
	await page.goto('./preflight');
	await button(page, 'Check everything').click();
	await expect(button(page, 'Check everything again')).toBeEnabled({ timeout: 60_000 });
	await page.goto('./by-hand');
	await button(page, 'Make the offer').click();
	await expect(page.getByRole('textbox', { name: /^Your offer/ })).toHaveValue(/^offer=/);
	await page.goto('./print?notes');
	await expect(page.getByRole('heading').first()).toBeVisible();
	await page.goto('./program/camera.html');
	await page.goto('./no/such/page');
	await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
	watched.expectNothingSent(baseURL!);
});
