import { AxeBuilder } from '@axe-core/playwright';
import { expect, test, type Page } from '@playwright/test';
import { USER } from '../tools/login';
import { freePort, turnServer, type Place } from '../tools/turn-server';
import { launch, patientFirefox, type BrowserName } from './browsers';
import { watchPolicy } from './policy';
import { button, expectConnected, expectFrames, open, ready, restart } from './walk';

test.use({ launchOptions: patientFirefox });

let turns: (Place & { close(): Promise<number> })[] = [];
test.beforeAll(async () => {
	for (const turn of [await turnServer(), await turnServer()]) if (turn) turns.push(turn);
});
test.afterAll(async () => {
	await Promise.all(turns.map((turn) => turn.close()));
	turns = [];
});

/** The servers of the tests; skipped where the machine has no address in a network. */
function servers(): [Place, Place] {
	test.skip(
		turns.length < 2,
		'this machine has no network address: Firefox asks no server on loopback'
	);
	return [turns[0]!, turns[1]!];
}
const at = (scheme: string, { host, port }: Place) => `${scheme}:${host}:${port}`;

const network = (page: Page) => page.getByRole('region', { name: 'Network' });
const urls = (page: Page) => page.getByLabel(/^URLs/);

async function openNetwork(page: Page) {
	await button(page, 'Settings').click();
	await button(page, 'Network').click();
	await expect(network(page)).toBeVisible();
}

/** What axe finds there, as lines to read. */
async function findings(page: Page): Promise<string[]> {
	const { violations } = await new AxeBuilder({ page: page as never })
		.include('#network')
		.analyze();
	return violations.flatMap(({ id, nodes }) =>
		nodes.map((node) => `${id}: ${node.target.join(' ')}`)
	);
}

/** What leaves the page: the trace, which is what is exported and told to other tabs, its address, its title, and what the machine keeps. */
const written = (page: Page) =>
	page.evaluate(() =>
		JSON.stringify([window.parley.trace, location.href, document.title, { ...localStorage }])
	);

test(
	'servers are entered, mended, tested, kept and removed by keyboard',
	{ tag: '@telling' },
	async ({ page }) => {
		const [first] = servers();
		const kept = await watchPolicy(page);
		await open(page);
		await button(page, 'Settings').focus();
		await page.keyboard.press('Enter');
		await button(page, 'Network').focus();
		await page.keyboard.press('Enter');
		await expect(network(page)).toContainText('None is set');
		expect(await findings(page), 'empty').toEqual([]);

		await urls(page).focus();
		await page.keyboard.type('turn:');
		await page.keyboard.type(`${first.host}:70000`);
		await expect(network(page)).toContainText('has the port 70000; ports go from 1 to 65535.');
		await expect(network(page)).toContainText('has no username and credential');
		await expect(urls(page)).toHaveAttribute('aria-invalid', 'true');
		await expect(urls(page)).toHaveAccessibleDescription(/ports go from 1 to 65535/);
		expect(await findings(page), 'with a mistake').toEqual([]);
		await button(page, 'Add').focus();
		await page.keyboard.press('Enter');
		await expect(urls(page)).toBeFocused();
		await expect(network(page)).toContainText('None is set');

		for (let digit = 0; digit < 5; digit += 1) await page.keyboard.press('Backspace');
		await page.keyboard.type(String(first.port));
		await expect(network(page)).not.toContainText('ports go from');
		await page.keyboard.press('Tab');
		await page.keyboard.type(USER.username);
		await page.keyboard.press('Tab');
		await page.keyboard.type(USER.credential);
		await expect(page.getByLabel('Credential, for TURN')).toHaveAttribute('type', 'password');
		await page.keyboard.press('Enter');
		const added = `Added: ${at('turn', first)}, as ${USER.username}.`;
		await expect(network(page).getByRole('status').filter({ hasText: added })).toBeVisible();
		await expect(network(page)).toContainText('The next peers are made with it');

		await button(page, 'Test the servers').focus();
		await page.keyboard.press('Enter');
		await expect(
			network(page).getByRole('status').filter({ hasText: 'All is well.' })
		).toBeVisible();
		await expect(network(page)).toContainText(
			/Let this user in over UDP, and gave the relay [\d.]+:\d+/
		);
		expect(await findings(page), 'tested').toEqual([]);

		await page.getByLabel(/Keep on this machine/).focus();
		await page.keyboard.press('Space');
		await page.reload();
		await ready(page);
		await openNetwork(page);
		const change = button(page, `Change ${at('turn', first)}, as ${USER.username}`);
		await expect(change).toBeVisible();
		await expect(page.getByLabel(/Keep on this machine/)).toBeChecked();
		await change.focus();
		await page.keyboard.press('Enter');
		await expect(urls(page)).toHaveValue(at('turn', first));
		await expect(urls(page)).toBeFocused();
		await button(page, 'Leave it').focus();
		await page.keyboard.press('Enter');

		await button(page, `Remove ${at('turn', first)}, as ${USER.username}`).focus();
		await page.keyboard.press('Enter');
		await expect(network(page)).toContainText('None is set');
		await expect(page.getByRole('heading', { name: 'STUN and TURN servers' })).toBeFocused();
		await page.getByLabel(/Keep on this machine/).uncheck();
		expect(await page.evaluate(() => localStorage.getItem('parley:network'))).toBeNull();
		expect(kept).toEqual([]);
	}
);

test(
	'a call is made over relays alone with what was set, and nothing tells the credential',
	{ tag: '@telling' },
	async ({ page }) => {
		const [first] = servers();
		await open(page, 'media-flows');
		await expectConnected(page);
		await openNetwork(page);
		const list = [
			{ urls: at('turn', first), username: USER.username, credential: USER.credential }
		];
		await urls(page).fill(`const config = { iceServers: ${JSON.stringify(list)} };`);
		await expect(network(page)).toContainText('One server, with what it says of them');
		await button(page, 'Add').click();
		await page.getByRole('radio', { name: /^relay / }).check();
		await page.keyboard.press('Escape');
		await page.keyboard.press('Escape');

		await restart(page).click();
		await open(page, 'media-flows');
		await expectConnected(page);
		await expectFrames(page);
		const configurations = await page.evaluate(() =>
			[window.parley.john, window.parley.jane].map((one) => {
				const { iceServers, iceTransportPolicy } = one!.getConfiguration();
				return [iceServers!.length, iceTransportPolicy];
			})
		);
		expect(configurations).toEqual([
			[1, 'relay'],
			[1, 'relay']
		]);
		const told = await written(page);
		expect(told).toContain('(hidden)');
		expect(told).toContain(at('turn', first));
		expect(told).not.toContain(USER.credential);
		expect(await page.evaluate(() => localStorage.getItem('parley:network'))).toBeNull();
		const typed = await page.content();
		expect(typed).not.toContain(USER.credential);
	}
);

test('nobody is asked where nothing was entered, and what was is tested before a talk', async ({
	page
}) => {
	const [first] = servers();
	await page.goto('./preflight');
	const row = page.getByRole('listitem').filter({ hasText: 'STUN and TURN servers' }).first();
	await button(page, 'Check STUN and TURN servers').click();
	await expect(row).toContainText('None is set');
	await openNetwork(page);
	await urls(page).fill(at('stun', first));
	await button(page, 'Add').click();
	await page.keyboard.press('Escape');
	await page.keyboard.press('Escape');
	await button(page, 'Check STUN and TURN servers').click();
	await expect(row).toHaveClass(/good/);
	await expect(row).toContainText('answered over UDP');
});

test('servers that are the same are asked one by one, and a mistake that is twice is said twice', async ({
	page
}) => {
	const [first] = servers();
	const url = at('stun', first);
	await page.goto('./preflight');
	await openNetwork(page);
	await urls(page).fill('stun:a:0 stun:a:0');
	await expect(network(page).getByText('ports go from 1 to 65535')).toHaveCount(2);
	await urls(page).fill(`${url} ${url}`);
	await expect(network(page).getByText('ports go from 1 to 65535')).toHaveCount(0);
	await button(page, 'Add').click();
	await button(page, 'Test the servers').click();
	await expect(network(page).getByRole('heading', { name: url })).toHaveText([/good/, /good/]);
});

test('a silent server is waited for no longer than somebody wants', async ({ page }) => {
	const [{ host }] = servers();
	const port = await freePort(host);
	await page.goto('./preflight');
	await openNetwork(page);
	await urls(page).fill(at('stun', { host, port }));
	await button(page, 'Add').click();
	await button(page, 'Test the servers').click();
	await expect(network(page)).toContainText('of at most 12 s for each');
	await button(page, 'Stop').click();
	await expect(network(page)).toContainText(/when the test was stopped after/);
	await expect(button(page, 'Copy as text')).toBeVisible();
});

const SYMMETRIC = {
	'media.peerconnection.nat_simulator.mapping_type': 'PORT_DEPENDENT',
	'media.peerconnection.nat_simulator.filtering_type': 'PORT_DEPENDENT'
};
const CONE = {
	'media.peerconnection.nat_simulator.mapping_type': 'ENDPOINT_INDEPENDENT',
	'media.peerconnection.nat_simulator.filtering_type': 'ENDPOINT_INDEPENDENT'
};

for (const [kind, prefs, words] of [
	['symmetric', SYMMETRIC, /One socket was seen at .* and at .*: the NAT maps by destination/],
	['cone', CONE, /One socket was seen at one place, .*: the mapping does not change/]
] as const) {
	test(
		`a ${kind} NAT is called by what it does`,
		{ tag: '@telling' },
		async ({ playwright, browserName, baseURL }) => {
			test.skip(browserName !== 'firefox', 'Firefox alone has a NAT in its preferences');
			const [first, second] = servers();
			const browser = await launch(playwright, browserName as BrowserName, { prefs });
			const page = await browser.newPage({ baseURL, serviceWorkers: 'block' });
			await page.goto('./preflight');
			await openNetwork(page);
			await urls(page).fill(`${at('stun', first)} ${at('stun', second)}`);
			await button(page, 'Add').click();
			await button(page, 'Test the servers').click();
			await expect(network(page)).toContainText(words);
			await expect(button(page, 'Copy as text')).toBeVisible();
			await browser.close();
		}
	);
}
