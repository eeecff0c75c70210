import { expect, test } from '@playwright/test';
import { patientFirefox } from './browsers';
import { button, expectMoment, moment, next, open, stepsBegun } from './walk';

test.use({ launchOptions: patientFirefox });

test.describe('by keyboard alone', () => {
	test('arrows and letters go on and back', async ({ page }) => {
		await open(page, 'john-creates-peer-connection');
		for (const [key, reached] of [
			['ArrowRight', moment('john-creates-peer-connection', 'after')],
			['n', moment('john-gets-media', 'before')],
			['N', moment('john-gets-media', 'after')],
			['p', moment('john-gets-media', 'before')],
			['ArrowLeft', moment('john-creates-peer-connection', 'after')]
		] as const) {
			await page.keyboard.press(key);
			await expectMoment(page, reached);
		}
	});

	test(
		'a focused Next takes Enter and Space, once each',
		{ tag: '@telling-chromium' },
		async ({ page }) => {
			await open(page, 'john-creates-peer-connection');
			await next(page).focus();
			await page.keyboard.press('Enter');
			await expectMoment(page, moment('john-creates-peer-connection', 'after'));
			await page.keyboard.press('Space');
			await expectMoment(page, moment('john-gets-media', 'before'));
			await expect(next(page)).toBeFocused();
		}
	);

	test('chords and scrolling keys are left alone', async ({ page }) => {
		await open(page, 'john-creates-peer-connection');
		const ignored = await page.evaluate(() => {
			const keys: KeyboardEventInit[] = [
				{ key: 'ArrowRight', ctrlKey: true },
				{ key: 'ArrowRight', altKey: true },
				{ key: 'ArrowRight', metaKey: true },
				{ key: 'n', ctrlKey: true },
				{ key: 'n', metaKey: true },
				{ key: 'p', ctrlKey: true },
				{ key: ' ' },
				{ key: 'PageDown' },
				{ key: 'PageUp' },
				{ key: 'ArrowDown' },
				{ key: 'ArrowUp' }
			];
			return keys.every((init) =>
				document.body.dispatchEvent(
					new KeyboardEvent('keydown', { ...init, bubbles: true, cancelable: true })
				)
			);
		});
		expect(ignored, 'no default is prevented').toBe(true);
		await page.keyboard.press('PageDown');
		await page.keyboard.press('Space');
		await expectMoment(page, moment('john-creates-peer-connection', 'before'));
		expect(await stepsBegun(page)).toEqual([]);
	});

	test('arrows in the tabs and in the speed belong to them', async ({ page }) => {
		await open(page, 'john-creates-peer-connection');
		await page.getByRole('tab', { name: 'This step' }).focus();
		await page.keyboard.press('ArrowRight');
		await expect(page.getByRole('tab', { name: 'Descriptions' })).toBeFocused();
		await expect(page.getByRole('tab', { name: 'Descriptions' })).toHaveAttribute(
			'aria-selected',
			'true'
		);
		await page.getByLabel('Speed of Play').focus();
		await page.keyboard.press('ArrowRight');
		await page.keyboard.press('n');
		await expectMoment(page, moment('john-creates-peer-connection', 'before'));
		expect(await stepsBegun(page)).toEqual([]);
	});

	test(
		'keys within the settings are left alone, and letters can be turned off',
		{ tag: '@later' },
		async ({ page }) => {
			await open(page, 'john-creates-peer-connection');
			await button(page, 'Settings').click();
			const letters = page.getByRole('checkbox', { name: /also the letters/ });
			await letters.uncheck();
			await page.keyboard.press('ArrowRight');
			await page.keyboard.press('Escape');
			await expect(letters).toBeHidden();
			await page.keyboard.press('n');
			await expectMoment(page, moment('john-creates-peer-connection', 'before'));
			await page.keyboard.press('ArrowRight');
			await expectMoment(page, moment('john-creates-peer-connection', 'after'));
			await page.keyboard.press('p');
			await expectMoment(page, moment('john-creates-peer-connection', 'after'));

			await page.reload();
			await expectMoment(page, moment('john-creates-peer-connection', 'after'));
			await page.keyboard.press('p');
			await expectMoment(page, moment('john-creates-peer-connection', 'after'));
		}
	);

	test('the splitter is moved by arrows, which do not move the walk', async ({ page }) => {
		await open(page, 'john-creates-peer-connection');
		const splitter = page.getByRole('separator', { name: 'Width of the slide' });
		const before = await splitter.getAttribute('aria-valuenow');
		await splitter.focus();
		await page.keyboard.press('ArrowRight');
		await expect(splitter).not.toHaveAttribute('aria-valuenow', before!);
		await expectMoment(page, moment('john-creates-peer-connection', 'before'));
	});
});
