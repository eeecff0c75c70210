import { expect, test, type Page } from '@playwright/test';
import { button, expectMoment, moment, open, status } from './walk';

/** Pages that have the header, and which of its places they are. */
const PAGES: readonly [path: string, here: string | null][] = [
	['./walk/architecture', 'Walk'],
	['./repair', 'Repair'],
	['./repair/dtls-and-media/one-digit', 'Repair'],
	['./inspect', 'Inspect'],
	['./preflight', null],
	['./by-hand', null],
	['./print', null],
	['./no/such/page', null]
];

const places = (page: Page) => page.getByRole('navigation', { name: 'Parley' });
const read = (page: Page) => page.getByText(/^\d+ of 32 slides read$/);

for (const [path, here] of PAGES) {
	test(`${path} leads to every other page, and marks the present one`, async ({ page }) => {
		await page.goto(path);
		for (const name of ['Walk', 'Repair', 'Inspect', 'Present']) {
			const link = places(page).getByRole('link', { name, exact: true });
			await expect(link).toBeVisible();
			if (name === here) await expect(link).toHaveAttribute('aria-current', 'page');
			else await expect(link).not.toHaveAttribute('aria-current');
		}
		await expect(places(page).getByRole('button', { name: 'Two tabs' })).toBeVisible();
		await expect(read(page)).toHaveCount(1);
	});

	test(`on ${path} the keyboard first reaches a link past the header`, async ({ page }) => {
		await page.goto(path);
		await expect(places(page)).toBeVisible();
		await page.keyboard.press('Tab');
		const skip = page.getByRole('link', { name: /^Skip to the (slide|content)$/ });
		await expect(skip).toBeFocused();
		await expect(skip).toBeInViewport();
		// The page was drawn before; it answers a moment later, and so does its address until then.
		await page.keyboard.press('Enter');
		await expect(page.locator(/^.\/(walk|repair)\//.test(path) ? '#slide' : 'main')).toBeFocused();
	});
}

test('a tab of a call in two tabs marks that it is one', async ({ page }) => {
	await page.goto('./walk/architecture?seat=john&room=header');
	const seat = places(page).getByRole('button', { name: 'John’s tab' });
	await expect(seat).toHaveAttribute('aria-current', 'page');
	await expect(places(page).locator('a[aria-current]')).toHaveCount(0);
});

test('two tabs are offered where there is no call', async ({ page }) => {
	await page.goto('./inspect');
	await places(page).getByRole('button', { name: 'Two tabs' }).click();
	await expect(page.getByRole('link', { name: 'Jane’s tab' })).toHaveAttribute(
		'href',
		/\/walk\?seat=jane$/
	);
});

test('a slide counts as read once it was looked at, on every page and the next day', async ({
	page
}) => {
	await open(page, 'architecture');
	await expect(read(page)).toHaveText('1 of 32 slides read');
	await page.goto('./inspect');
	await expect(read(page)).toHaveText('1 of 32 slides read');
});

test('Walk leads back to the slide that was left', async ({ page }) => {
	await open(page, 'architecture');
	await page.keyboard.press('ArrowRight');
	await expectMoment(page, moment('vocabulary'));
	await page.goto('./inspect');
	await expect(places(page).getByRole('link', { name: 'Walk' })).toHaveAttribute(
		'href',
		/\/walk\/vocabulary$/
	);
});

test(
	'? shows the keys of the walk, which do nothing to what is beneath',
	{ tag: '@telling-chromium' },
	async ({ page }) => {
		await open(page, 'architecture');
		await page.keyboard.press('?');
		const help = page.getByRole('dialog', { name: 'Keys' });
		await expect(help.getByText('Next: performs the step, or goes on')).toBeVisible();
		await page.keyboard.press('ArrowRight');
		await expect(status(page)).toHaveText(/^Slide 2 of 32/);
		await page.keyboard.press('Escape');
		await expect(help).toHaveCount(0);
		await page.keyboard.press('ArrowRight');
		await expectMoment(page, moment('vocabulary'));
	}
);

test('? is a letter like others: it can be turned off', { tag: '@later' }, async ({ page }) => {
	await open(page, 'architecture');
	await button(page, 'Settings').click();
	await page.getByRole('checkbox', { name: /also the letters/ }).uncheck();
	await page.keyboard.press('Escape');
	await page.keyboard.press('?');
	await page.keyboard.press('ArrowRight');
	await expectMoment(page, moment('vocabulary'));
	await expect(page.getByRole('dialog')).toHaveCount(0);
});

test.describe('on a phone', () => {
	test.use({ viewport: { width: 390, height: 844 }, hasTouch: true });

	test('what leads through the site and the walk is 44 pixels high', async ({ page }) => {
		await open(page, 'media-flows');
		const primary = page.locator(
			'header :is(a, button):visible, .controls :is(button, select):visible'
		);
		for (const one of await primary.all()) {
			const box = (await one.boundingBox())!;
			expect(Math.min(box.height, box.width), await one.innerText()).toBeGreaterThanOrEqual(44);
		}
	});
});
