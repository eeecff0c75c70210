import { expect, test, type Browser, type BrowserContext, type Page } from '@playwright/test';
import { startOpenBroker, type RunningBroker } from '../tools/broker';
import { patientFirefox, type BrowserName } from './browsers';
import { anotherMachine, atRest, farAddressOf, freshRoom } from './machines';
import { watchPolicy } from './policy';
import { watchSockets } from './sockets';
import { expectBothAt, expectSameTrace, pressNext } from './tabs';
import { button, moment, next, notice, open } from './walk';

test.use({ launchOptions: patientFirefox });

let broker: Pick<RunningBroker, 'url' | 'stop'>;
let machine: { browser: Browser; context: BrowserContext };

test.beforeEach(async ({ playwright, browserName, baseURL }) => {
	broker = await startOpenBroker();
	machine = await anotherMachine(playwright, browserName as BrowserName, baseURL!);
});
test.afterEach(async () => {
	await machine.browser.close();
	await broker.stop();
});

const section = (page: Page) => page.getByRole('region', { name: 'Broker, for two machines' });
const field = (page: Page) => section(page).getByRole('textbox');

async function openBroker(page: Page): Promise<void> {
	await button(page, 'Settings').press('Enter');
	await button(page, 'Network').press('Enter');
	await expect(section(page)).toBeVisible();
}

test(
	'a room is at the broker that was chosen, and who has the link is asked before that is spoken to',
	{ tag: '@telling-chromium' },
	async ({ page }) => {
		const kept = await watchPolicy(page);
		await open(page, 'john-sends-offer');
		await openBroker(page);
		await field(page).fill(broker.url);
		await field(page).press('Enter');
		await expect(section(page).getByRole('status')).toContainText(`are at ${broker.url}`);
		await button(page, `Try ${broker.url}`).press('Enter');
		await expect(section(page).getByRole('status')).toContainText('carries a room');
		await page.keyboard.press('Escape');

		await button(page, 'Two tabs').press('Enter');
		await button(page, 'Make a room for two machines').press('Enter');
		const link = page.getByRole('textbox', { name: 'Jane’s link, for the other machine' });
		const address = await link.inputValue();
		expect(address).toContain(`&broker=${encodeURIComponent(broker.url)}`);
		const sockets = await watchSockets(page);
		await page.getByRole('link', { name: 'Sit down as John here' }).press('Enter');
		await expect(notice(page, 'Jane’s seat is empty')).toBeVisible();
		expect(sockets).toEqual([broker.url]);

		const jane = await machine.context.newPage();
		const janes = await watchSockets(jane);
		await jane.goto(address);
		const asked = notice(jane, 'a broker that nobody has agreed to in this browser');
		await expect(asked).toContainText(broker.url);
		await atRest(jane);
		expect(janes).toEqual([]);
		await button(jane, 'Speak through it').press('Enter');
		await atRest(page);
		await expectBothAt({ john: page, jane }, moment('john-sends-offer'));
		expect(janes).toEqual([broker.url]);
		await pressNext(jane);
		await expectBothAt({ john: page, jane }, moment('john-sends-offer', 'after'));
		await expectSameTrace(page, jane);
		// It was agreed to once; and the address still leads there.
		await jane.reload();
		await atRest(jane);
		await expectBothAt({ john: page, jane }, moment('john-sends-offer', 'after'));
		await expect(asked).toBeHidden();
		// It can be taken back.
		await openBroker(jane);
		await expect(section(jane)).toContainText(`lead through ${broker.url}`);
		await button(jane, 'Ask again').press('Enter');
		await jane.keyboard.press('Escape');
		await jane.reload();
		await expect(asked).toBeVisible();
		expect(kept).toEqual([]);
	}
);

test('what is no broker’s address is said while it is written, and is not taken', async ({
	page
}) => {
	await open(page);
	await openBroker(page);
	for (const [text, says] of [
		['mqtt://broker.example:1883', 'MQTT over TCP'],
		['broker.example', 'is no address'],
		['wss://john:secret@broker.example/', 'has a name and a password in it']
	] as const) {
		await field(page).fill(text);
		await expect(section(page)).toContainText(says);
		await field(page).press('Enter');
		await expect(field(page)).toBeFocused();
		await expect(field(page)).toHaveValue(text);
		await expect(section(page).getByRole('status')).toBeEmpty();
	}
	await field(page).fill('');
	await field(page).press('Enter');
	await expect(section(page).getByRole('status')).toContainText('are at the site’s broker');
});

test('a broker that does not answer is said to be none, when tried and where a link leads to it', async ({
	page
}) => {
	await broker.stop();
	await open(page);
	await openBroker(page);
	await field(page).fill(broker.url);
	await field(page).press('Enter');
	await button(page, `Try ${broker.url}`).press('Enter');
	await expect(section(page).getByRole('status')).toContainText('does not answer this browser');
	await page.goto(farAddressOf('john', `${freshRoom()}&broker=${encodeURIComponent(broker.url)}`));
	await expect(notice(page, 'does not answer this browser')).toContainText(
		new URL(broker.url).host
	);
	await atRest(page);
	await expect(next(page)).toBeEnabled();
	broker = await startOpenBroker();
});

test('a link to what is no broker is not whole, and nothing is opened', async ({ page }) => {
	const sockets = await watchSockets(page);
	for (const url of ['https://evil.example/', 'wss://a:b@evil.example/', 'javascript:alert(1)']) {
		await page.goto(farAddressOf('john', `${freshRoom()}&broker=${encodeURIComponent(url)}`));
		await page.reload();
		await expect(notice(page, 'The link is not whole')).toBeVisible();
		await atRest(page);
	}
	expect(sockets).toEqual([]);
});
