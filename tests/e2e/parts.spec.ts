import { expect, test, type Page } from '@playwright/test';
import { faultsOf } from './browsers';
import { stage } from './stage';

const FIRST = 'call-and-glare';
const LAST = 'glare/what-you-saw';

/** The moment that a page shows, once it has come to it. */
async function shows(page: Page, moment: string | RegExp): Promise<void> {
	await expect(stage(page)).toHaveAttribute('data-moment', moment);
	await expect(stage(page)).toHaveAttribute('aria-busy', 'false');
}

const foot = (page: Page) => stage(page).locator('footer');

test(
	'A talk of two lessons goes on by one key, from the stage and from the speaker’s window',
	{ tag: '@telling' },
	async ({ page, context }) => {
		const problems = faultsOf(page);
		await page.goto(`./stage/media-flows?deck=${FIRST}`);
		await shows(page, 'media-flows only');
		await expect(foot(page)).toContainText('Part 1 of 2');
		// It is the same page all along: another one would leave full screen.
		await page.evaluate(() => Object.assign(window, { isTheSame: true }));
		await page.keyboard.press('m');
		const speaker = await context.newPage();
		await speaker.goto(`./speaker?deck=${FIRST}`);
		await shows(speaker, 'media-flows only');
		await expect(speaker.getByRole('region', { name: 'Next', exact: true })).toContainText(
			'“Glare: both offer at once” is next.'
		);

		await page.keyboard.press('PageDown');
		await shows(page, /^glare\/both-at-once /);
		await expect(page).toHaveURL(/\/stage\/glare\/both-at-once\?deck=glare$/);
		await expect(foot(page)).toContainText('Part 2 of 2');
		await shows(speaker, /^glare\/both-at-once /);
		// What the first part was masked for, the second one is too.
		await expect(speaker.getByText('masked', { exact: true })).toBeVisible();

		await page.keyboard.press('PageUp');
		await shows(page, 'media-flows only');
		await shows(speaker, 'media-flows only');
		await speaker.bringToFront();
		await speaker.keyboard.press('PageDown');
		await shows(page, /^glare\/both-at-once /);
		await shows(speaker, /^glare\/both-at-once /);

		await speaker.keyboard.press('End');
		await shows(page, `${LAST} only`);
		await speaker.keyboard.press('PageDown');
		await shows(page, `${LAST} only`);
		expect(await page.evaluate(() => (window as { isTheSame?: true }).isTheSame)).toBe(true);
		expect(problems).toEqual([]);
	}
);

test('A part that is pressed past quickly, and twice, is led on from once', async ({ page }) => {
	const problems = faultsOf(page);
	await page.goto(`./stage/media-flows?deck=${FIRST}`);
	await shows(page, 'media-flows only');
	await page.evaluate(() => {
		for (const key of ['PageDown', 'PageDown']) {
			dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true }));
		}
	});
	await shows(page, /^glare\/both-at-once /);
	await page.keyboard.press('PageDown');
	await shows(page, 'glare/john-adds-screen before');
	await page.keyboard.press('PageDown');
	await shows(page, 'glare/john-adds-screen after');
	expect(problems).toEqual([]);
});

/** Keeps the second part from a page, until what is returned is called. */
async function holdSecondPart(page: Page): Promise<() => void> {
	let letGo = () => {};
	const held = new Promise<void>((resolve) => (letGo = resolve));
	await page.route('**/slides/glare.json', async (route) => {
		await held;
		await route.continue();
	});
	return letGo;
}

/** Resolves when a page has fetched the second part, and had the time to show it. */
async function hasSecondPart(page: Page): Promise<void> {
	await page.waitForResponse('**/slides/glare.json');
	// Whatever was waiting for it comes before the answer to this, which needs the same network.
	await page.evaluate(async () => {
		await (await fetch('../slides/call.json')).text();
		await new Promise((resolve) => requestIdleCallback(resolve));
	});
}

test('Whoever goes back while the next part is on its way stays, by whichever key it was', async ({
	page,
	context
}) => {
	const problems = faultsOf(page);
	const letGo = await holdSecondPart(page);
	await page.goto(`./stage/media-flows?deck=${FIRST}`);
	await shows(page, 'media-flows only');
	const speaker = await context.newPage();
	await speaker.goto(`./speaker?deck=${FIRST}`);
	await shows(speaker, 'media-flows only');
	await page.bringToFront();
	await page.keyboard.press('PageDown');
	// From the other window, where it counts as well.
	await speaker.keyboard.press('PageUp');
	await shows(page, 'jane-creates-answer after');
	const comes = hasSecondPart(page);
	letGo();
	await comes;
	await shows(page, 'jane-creates-answer after');
	await expect(page).toHaveURL(/\/stage\/jane-creates-answer\?/);
	await page.keyboard.press('PageDown');
	await page.keyboard.press('PageDown');
	await shows(page, /^glare\/both-at-once /);
	expect(problems).toEqual([]);
});

test('Whoever leaves the stage while the next part is on its way leaves nothing behind', async ({
	page
}) => {
	const problems = faultsOf(page);
	await page.route('**/slides/glare.json', (route) => route.abort());
	await page.goto('./preflight');
	await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
	await page.evaluate((deck) => {
		const link = document.createElement('a');
		link.href = `stage/media-flows?deck=${deck}`;
		document.body.append(link);
		link.click();
	}, FIRST);
	await shows(page, 'media-flows only');
	const fails = page.waitForEvent('requestfailed');
	await page.keyboard.press('PageDown');
	await fails;
	await page.goBack();
	await expect(page).toHaveURL(/\/preflight$/);
	await expect(stage(page)).not.toHaveAttribute('data-moment');
	// What nobody takes is told once the page has had a turn.
	await page.evaluate(() => new Promise((resolve) => requestIdleCallback(resolve)));
	expect(problems).toEqual([]);
});

test(
	'A second stage follows into the next part, and takes over nothing before the first is closed',
	{ tag: '@telling-chromium' },
	async ({ page, context }) => {
		const problems = faultsOf(page);
		await page.goto(`./stage/media-flows?deck=${FIRST}`);
		await shows(page, 'media-flows only');
		const second = await context.newPage();
		const others = faultsOf(second);
		await second.goto(`./stage/media-flows?deck=${FIRST}`);
		await expect(stage(second).getByRole('status')).toContainText('Another stage is open');
		await second.evaluate(() => Object.assign(window, { isTheSame: true }));
		const ownsNothing = () =>
			second.evaluate(() => {
				const { john, jane } = window.parley;
				return john === null && jane === null;
			});

		await page.bringToFront();
		// What runs the next part is longer on its way than a stage that is gone is waited for.
		await page.waitForLoadState('networkidle');
		await page.route('**/*.js', async (route) => {
			await new Promise((resolve) => setTimeout(resolve, 5000));
			await route.continue();
		});
		await page.keyboard.press('PageDown');
		await shows(page, /^glare\/both-at-once /);
		await shows(second, /^glare\/both-at-once /);
		await expect(second).toHaveURL(/\/stage\/glare\/both-at-once\?deck=glare$/);
		await expect(foot(second)).toContainText('Part 2 of 2');
		await expect(stage(second).getByRole('status')).toContainText('This one follows it');
		await expect(stage(second).locator('.apart')).toHaveText('');
		expect(await ownsNothing()).toBe(true);

		await second.bringToFront();
		await second.keyboard.press('PageUp');
		await shows(page, 'media-flows only');
		await shows(second, 'media-flows only');
		await expect(second).toHaveURL(/\/stage\/media-flows\?/);
		expect(await ownsNothing()).toBe(true);

		await page.close();
		await expect(stage(second).getByRole('status')).toHaveText('');
		await shows(second, 'media-flows only');
		await second.keyboard.press('PageDown');
		await shows(second, /^glare\/both-at-once /);
		expect(await second.evaluate(() => (window as { isTheSame?: true }).isTheSame)).toBe(true);
		expect([problems, others]).toEqual([[], []]);
	}
);
