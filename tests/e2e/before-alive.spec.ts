import { expect, test, type Page } from '@playwright/test';
import { answers, fileField } from './inspect-page';
import { ALIVE, laterOf } from './slide-files';
import { button, expectMoment, moment, next, open, press } from './walk';

const CANDIDATE = 'candidate:1 1 udp 2130706431 192.0.2.1 5000 typ host';
const file = (name: string, text: string) => ({
	name,
	mimeType: 'application/json',
	buffer: Buffer.from(text)
});

/** Opens a page whose scripts are on their way until the returned function is called. */
async function openWithoutScripts(page: Page, address: string): Promise<() => void> {
	let arrive = () => {};
	const arrived = new Promise<void>((resolve) => (arrive = resolve));
	await page.route('**/*.js', async (route) => {
		await arrived;
		await route.continue();
	});
	await page.goto(address, { waitUntil: 'commit' });
	await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
	return arrive;
}

test(
	'what is typed before Inspect is alive stays, whatever is pressed, and is looked at then',
	{ tag: '@telling' },
	async ({ page }) => {
		const arrive = await openWithoutScripts(page, './inspect');
		const field = page.getByLabel('Paste here, or drop a file');
		await field.fill(CANDIDATE);
		await button(page, 'Look at it').click({ force: true });
		await button(page, 'Look at it').dispatchEvent('click');
		await button(page, 'a candidate').click({ force: true });
		await expect(field).toHaveValue(CANDIDATE);
		expect(new URL(page.url()).search).toBe('');
		arrive();
		await button(page, 'Look at it').click();
		await expect(page.getByRole('status')).toContainText('One ICE candidate.');
	}
);

test('a file cannot be chosen before Inspect is alive, and is read then', async ({ page }) => {
	const arrive = await openWithoutScripts(page, './inspect');
	await expect(fileField(page)).toBeDisabled();
	arrive();
	await answers(page);
	await fileField(page).setInputFiles(file('one.txt', CANDIDATE));
	await expect(page.getByRole('status')).toContainText('One ICE candidate.');
});

test('the handout takes no choice before it is alive, and every choice then', async ({ page }) => {
	const arrive = await openWithoutScripts(page, './print');
	const deck = page.getByLabel('Deck');
	await expect(deck).toBeDisabled();
	await expect(page.getByRole('checkbox')).toBeDisabled();
	await expect(fileField(page)).toBeDisabled();
	arrive();
	await deck.selectOption('ten-minutes');
	await expect(page).toHaveURL(/deck=ten-minutes/);
	await fileField(page).setInputFiles(file('x.json', '{}'));
	await expect(page.getByRole('alert')).toContainText('this object has no "format"');
});

test('Contents opened before the walk is alive has the other lessons once it is', async ({
	page
}) => {
	const arrive = await openWithoutScripts(page, './walk/john-and-jane');
	await button(page, 'Contents').click();
	await expect(page.getByRole('navigation', { name: 'Contents' })).toBeVisible();
	await expect(page.getByRole('link', { name: /^Trickle at once/ })).toHaveCount(0);
	arrive();
	await expect(page.getByRole('link', { name: /^Trickle at once/ })).toBeVisible();
});

test('no check of Preflight can be asked for before it is alive', async ({ page }) => {
	const arrive = await openWithoutScripts(page, './preflight');
	await expect(button(page, 'Check everything')).toBeDisabled();
	await expect(button(page, 'Check Camera')).toBeDisabled();
	arrive();
	await expect(button(page, 'Check Camera')).toBeEnabled();
});

/** What shows the call is on its way until the returned function is called. */
async function holdCall(page: Page): Promise<() => void> {
	let arrive = () => {};
	const arrived = new Promise<void>((resolve) => (arrive = resolve));
	const { file } = laterOf(ALIVE.shown);
	await page.route(
		({ pathname }) => pathname === file,
		async (route) => {
			await arrived;
			await route.continue();
		}
	);
	return arrive;
}

test(
	'before the call is there a reloaded walk stands where it was left, and Next goes on from there',
	{ tag: '@telling' },
	async ({ page }) => {
		await open(page, 'john-adds-tracks');
		await press(page);
		await expectMoment(page, moment('john-adds-tracks', 'after'));
		const arrive = await holdCall(page);
		await page.reload();
		await expect(page.locator('.controls .moment')).toHaveText('after');
		await expect(page.getByRole('region', { name: 'A question' })).toHaveCount(0);
		// It says that it is busy, and can be pressed.
		await expect(next(page)).not.toHaveAttribute('disabled');
		await next(page).click({ force: true });
		arrive();
		await expectMoment(page, moment('john-creates-offer', 'before'));
	}
);

test(
	'before the call is there Contents leads to a slide, and back; the walk begins there',
	{ tag: '@telling' },
	async ({ page }) => {
		const arrive = await holdCall(page);
		await page.goto('./walk/what-is-webrtc');
		const heading = page.getByRole('heading', { level: 1 });
		await button(page, 'Contents').click();
		await page.getByRole('link', { name: /^3 ?Twelve words/ }).click();
		await expect(page).toHaveURL(/\/walk\/vocabulary$/);
		await expect(heading).toHaveText('Twelve words');
		await page.goBack();
		await expect(heading).toHaveText('What is WebRTC?');
		await page.goForward();
		await expect(heading).toHaveText('Twelve words');
		arrive();
		await expectMoment(page, moment('vocabulary'));
	}
);
