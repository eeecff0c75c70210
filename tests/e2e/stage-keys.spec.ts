import { expect, test, type Page } from '@playwright/test';
import { capOf } from '../../src/lib/ui/shortcuts';
import { EXPLAINED_KEYS, STAGE_KEYS } from '../../src/lib/ui/stage/stage-keys';
import { patientFirefox } from './browsers';
import { MOMENTS, at } from './deck';
import { expectOnStage, openStage, stage } from './stage';

test.use({ launchOptions: patientFirefox, viewport: { width: 1280, height: 800 } });

const HERE = MOMENTS[at('architecture')]!;
const said = (page: Page) => stage(page).getByRole('status');
const lines = (page: Page) => stage(page).locator('.ink path[d]:not([d=""])');
const light = (page: Page) => page.locator('.spotlight');
/** How far the spotlight reaches, and where it is: as the style of its element says it. */
const lightIs = (page: Page, what: '--radius' | '--x' | '--y') =>
	light(page).evaluate((element, name) => parseFloat(element.style.getPropertyValue(name)), what);
const isFullScreen = (page: Page) => page.evaluate(() => document.fullscreenElement !== null);

/** Draws a line from one place to another. */
async function drawLine(page: Page): Promise<void> {
	await page.mouse.move(300, 300);
	await page.mouse.down();
	await page.mouse.move(420, 360, { steps: 4 });
	await page.mouse.up();
}

/** What is seen once it was asked for, and once it was asked for again. */
function opensAndCloses(name: string) {
	return async (page: Page, ask: () => Promise<void>) => {
		await ask();
		await expect(page.getByRole('dialog', { name })).toBeVisible();
		await page.keyboard.press('Escape');
		await expect(page.getByRole('dialog')).toHaveCount(0);
	};
}

/** The spotlight is on, below the middle of the wall; then it is off again. */
async function withLight(page: Page, proof: () => Promise<void>): Promise<void> {
	// Firefox tells of no movement to where the mouse is already.
	await page.mouse.move(600, 500);
	await page.mouse.move(640, 600);
	await page.keyboard.press('v');
	await expect(light(page)).toHaveCSS('background-image', /at 50% 75%/);
	await proof();
	await page.keyboard.press('v');
	await expect(light(page)).toHaveCount(0);
}

/** What each command does, begun at the slide `HERE` and ended there. A row without a proof does not compile. */
const PROOFS: Record<
	(typeof STAGE_KEYS)[number]['command'],
	(page: Page, ask: () => Promise<void>) => Promise<void>
> = {
	async next(page, ask) {
		await ask();
		await expectOnStage(page, MOMENTS[at('vocabulary')]!);
		await page.keyboard.press('PageUp');
	},
	async back(page, ask) {
		await ask();
		await expectOnStage(page, MOMENTS[at('what-is-webrtc')]!);
		await page.keyboard.press('PageDown');
	},
	async first(page, ask) {
		await ask();
		await expectOnStage(page, MOMENTS[0]!);
		await page.keyboard.press('PageDown');
	},
	async last(page, ask) {
		await ask();
		await expectOnStage(page, MOMENTS.at(-1)!);
		await page.keyboard.press('Home');
		await expectOnStage(page, MOMENTS[0]!);
		await page.keyboard.press('PageDown');
	},
	async takeOver(page, ask) {
		await ask();
		await expect(said(page)).toHaveText('No other stage runs the talk.');
	},
	async turn(page, ask) {
		// Here nothing is asked, so nothing is behind the slide: what asks is in ask.spec.ts.
		await ask();
		await expect(stage(page).getByRole('heading', { level: 1 })).toHaveText(
			'Who takes part in a call'
		);
	},
	help: opensAndCloses('Keys'),
	overview: opensAndCloses('Overview'),
	goTo: opensAndCloses('Go to'),
	ladder: opensAndCloses('Everything that happened'),
	break: opensAndCloses('Break something'),
	async mend(page, ask) {
		// What it mends is in workbench.spec.ts.
		await ask();
		await expect(said(page)).toHaveText('Nothing was broken.');
	},
	inspect: opensAndCloses('What this step is about'),
	async black(page, ask) {
		await ask();
		await expect(page.locator('.black')).toBeVisible();
		await page.keyboard.press('PageDown');
		await expect(page.locator('.black')).toHaveCount(0);
		await expectOnStage(page, HERE);
	},
	async fullScreen(page, ask) {
		await ask();
		await expect.poll(() => isFullScreen(page)).toBe(true);
		await page.evaluate(() => document.exitFullscreen());
		await expect.poll(() => isFullScreen(page)).toBe(false);
	},
	async speaker(page, ask) {
		const opened = page.context().waitForEvent('page');
		await ask();
		// It is said for a while only, and windows take their time to open.
		await expect(said(page)).toContainText('/speaker');
		const speaker = await opened;
		await expect(speaker).toHaveURL(/\/speaker$/);
		expect(await speaker.evaluate(() => window.opener)).toBeNull();
		await speaker.close();
		await page.bringToFront();
	},
	async mask(page, ask) {
		await ask();
		await expect(said(page)).toHaveText('Addresses and credentials are masked.');
		await page.keyboard.press('m');
		await expect(said(page)).toHaveText('Addresses and credentials are shown.');
	},
	async close(page, ask) {
		await page.keyboard.press('v');
		await page.keyboard.press('d');
		await drawLine(page);
		await page.keyboard.press('?');
		await page.keyboard.press('b');
		await expect(page.locator('.black')).toBeVisible();
		await ask();
		await expect(page.locator('.black')).toHaveCount(0);
		await expect(page.getByRole('dialog', { name: 'Keys' })).toBeVisible();
		await ask();
		await expect(page.getByRole('dialog')).toHaveCount(0);
		await ask();
		await expect(page.locator('.ink.drawing')).toHaveCount(0);
		await expect(light(page)).toHaveCount(1);
		await ask();
		await expect(light(page)).toHaveCount(0);
		await ask();
		await expect(lines(page)).toHaveCount(1);
		await expectOnStage(page, HERE);
		await page.keyboard.press('u');
	},
	async stay(page, ask) {
		await page.evaluate(() => Object.assign(window, { stayed: true }));
		await ask();
		await page.keyboard.press('PageDown');
		await expectOnStage(page, MOMENTS[at('vocabulary')]!);
		expect(await page.evaluate(() => 'stayed' in window)).toBe(true);
		await page.keyboard.press('PageUp');
	},
	async spot(page, ask) {
		await ask();
		await page.mouse.move(400, 300);
		const box = await page.locator('.spot').boundingBox();
		expect(box!.x + box!.width / 2).toBeCloseTo(400, 0);
		expect(box!.y + box!.height / 2).toBeCloseTo(300, 0);
		await page.keyboard.press('l');
		await expect(page.locator('.spot')).toHaveCount(0);
	},
	async spotlight(page, ask) {
		await ask();
		await page.mouse.move(320, 600);
		await expect(light(page)).toHaveCSS('background-image', /at 25% 75%/);
		await page.keyboard.press('v');
		await expect(light(page)).toHaveCount(0);
	},
	larger: (page, ask) =>
		withLight(page, async () => {
			const before = await lightIs(page, '--radius');
			await ask();
			expect(await lightIs(page, '--radius')).toBeGreaterThan(before);
		}),
	smaller: (page, ask) =>
		withLight(page, async () => {
			const before = await lightIs(page, '--radius');
			await ask();
			expect(await lightIs(page, '--radius')).toBeLessThan(before);
		}),
	point: (page, ask) =>
		withLight(page, async () => {
			await ask();
			await expect(light(page)).not.toHaveCSS('background-image', /at 50% 75%/);
			const away = [(await lightIs(page, '--x')) - 50, (await lightIs(page, '--y')) - 75];
			expect(away.filter((by) => by === 0)).toHaveLength(1);
		}),
	async draw(page, ask) {
		await ask();
		await drawLine(page);
		await expect(lines(page)).toHaveCount(1);
		await page.keyboard.press('PageDown');
		await expect(lines(page)).toHaveCount(0);
		await page.keyboard.press('PageUp');
		await expect(lines(page)).toHaveCount(1);
		await page.keyboard.press('d');
		await drawLine(page);
		await expect(lines(page)).toHaveCount(1);
		await page.keyboard.press('u');
	},
	async undo(page, ask) {
		await page.keyboard.press('d');
		await drawLine(page);
		await drawLine(page);
		await page.keyboard.press('d');
		await ask();
		await expect(lines(page)).toHaveCount(1);
		await page.keyboard.press('u');
		await expect(lines(page)).toHaveCount(0);
	},
	async clear(page, ask) {
		await page.keyboard.press('d');
		await drawLine(page);
		await drawLine(page);
		await page.keyboard.press('d');
		await ask();
		await expect(lines(page)).toHaveCount(0);
		await page.keyboard.press('u');
		await expect(lines(page)).toHaveCount(2);
		await page.keyboard.press('c');
	},
	async recorded(page, ask) {
		await ask();
		await expect(page.getByText('recorded', { exact: true })).toBeVisible();
		await expectOnStage(page, HERE);
		expect(await page.evaluate(() => window.parley.john)).toBeNull();
		await page.keyboard.press('r');
		await expect(page.getByText('recorded', { exact: true })).toHaveCount(0);
	},
	async pattern(page, ask) {
		await ask();
		await expect(said(page)).toHaveText('The test pattern stands in for the camera.');
	}
};

test('every key of the table does what the help says, with the focus anywhere', async ({
	page
}) => {
	await openStage(page, HERE.slug);
	const focuses = [
		() => page.evaluate(() => (document.activeElement as HTMLElement | null)?.blur()),
		() => page.getByRole('button', { name: /^Undo/ }).focus()
	];
	for (const { command, keys } of STAGE_KEYS) {
		for (const [index, key] of keys.entries()) {
			await test.step(`${key}: ${command}`, async () => {
				await expectOnStage(page, HERE);
				// A focused button has a use of its own for Space and Enter, and for no other key.
				await focuses[/Space|Enter/.test(key) ? 0 : (index + 1) % 2]!();
				await PROOFS[command](page, () => page.keyboard.press(key));
				await expectOnStage(page, HERE);
			});
		}
	}
});

test(
	'the help and the bar have every key that the table has',
	{ tag: '@later' },
	async ({ page }) => {
		await openStage(page);
		await page.mouse.move(200, 200);
		const bar = page.getByRole('toolbar');
		for (const { button } of STAGE_KEYS) {
			if (button !== null) {
				await expect(bar.getByRole('button', { name: button, exact: true })).toBeVisible();
			}
		}
		// The bar goes while the pointer rests, as it does where a busy machine looks for all of them.
		await expect(async () => {
			await page.mouse.move(210, 210);
			await page.mouse.move(200, 200);
			await bar.getByRole('button', { name: 'Keys', exact: true }).click({ timeout: 2_000 });
		}).toPass();
		for (const { command, keys, label } of EXPLAINED_KEYS) {
			const row = page.locator(`[data-command="${command}"]`);
			await expect(row.locator('dd')).toHaveText(label);
			await expect(row.locator('kbd')).toHaveText(keys.map(capOf));
		}
		// Nothing is beside the window: what finds no room is below.
		const beside = await page
			.locator('.help')
			.evaluate((help) => help.scrollWidth - help.clientWidth);
		expect(beside).toBe(0);
	}
);
