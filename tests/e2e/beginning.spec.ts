import { AxeBuilder } from '@axe-core/playwright';
import { expect, test, type Page } from '@playwright/test';
import { patientFirefox } from './browsers';
import { MOMENTS, SLUGS } from './deck';
import { button, expectMoment, moment, next, open, stepsPerformed } from './walk';

test.use({ launchOptions: patientFirefox });

const welcome = (page: Page) => page.getByRole('region', { name: 'What Parley is' });
const fromHere = (page: Page) => page.getByRole('navigation', { name: 'From here' });

/** Everything that axe finds, whatever it calls it. */
async function findings(page: Page): Promise<string[]> {
	const { violations } = await new AxeBuilder({ page: page as never }).analyze();
	return violations.flatMap(({ id, nodes }) =>
		nodes.map(({ target }) => `${id}: ${target.join(' ')}`)
	);
}

test.describe('the first screen', () => {
	test(
		'says what this is, and is in sight without scrolling',
		{ tag: '@telling-chromium' },
		async ({ page }) => {
			await open(page);
			for (const words of [
				/Two real/,
				/About 45 minutes, 32 slides/,
				/No account/,
				/Nothing leaves/
			]) {
				await expect(welcome(page).getByText(words)).toBeInViewport({ ratio: 1 });
			}
			for (const [name, path] of [
				['Present it', /\/stage$/],
				['Inspect your own', /\/inspect$/]
			] as const) {
				const way = welcome(page).getByRole('link', { name });
				await expect(way).toBeInViewport({ ratio: 1 });
				await expect(way).toHaveAttribute('href', path);
			}
		}
	);

	test(
		'Begin leads to the first slide, and Next from there on',
		{ tag: '@telling-chromium' },
		async ({ page }) => {
			await open(page);
			await welcome(page).getByRole('link', { name: 'Begin' }).click();
			await expect(welcome(page)).toHaveCount(0);
			await expect(page.getByRole('heading', { level: 1 })).toBeFocused();
			await expectMoment(page, moment('what-is-webrtc'));
			await next(page).click();
			await expectMoment(page, moment('architecture'));
			await page.keyboard.press('ArrowLeft');
			await expectMoment(page, moment('what-is-webrtc'));
			await expect(welcome(page)).toHaveCount(0);
		}
	);

	test('See it in 60 seconds plays the call from its first step on, and asks for no camera', async ({
		page
	}) => {
		await page.addInitScript(() => {
			MediaDevices.prototype.getUserMedia = () => {
				document.documentElement.dataset.asked = '';
				return Promise.reject(new DOMException('no', 'NotAllowedError'));
			};
		});
		await open(page);
		await button(page, 'See it in 60 seconds').click();
		await expect(button(page, 'Pause')).toBeVisible();
		await expect
			.poll(async () => (await stepsPerformed(page)).at(-1), { timeout: 60_000 })
			.toBe('john-adds-tracks');
		await button(page, 'Pause').click();
		await expect(page.locator('html')).not.toHaveAttribute('data-asked');
		expect(await page.evaluate(() => localStorage.getItem('parley:speed'))).toBe('1');
	});

	test('axe finds nothing on it', { tag: ['@later', '@telling-chromium'] }, async ({ page }) => {
		await open(page);
		expect(await findings(page)).toEqual([]);
	});
});

test.describe('the last slide', () => {
	test('opens the trace of this call in Inspect', async ({ page, context }) => {
		await open(page, 'thanks');
		await expect(next(page)).toHaveText('Call again');
		const opened = context.waitForEvent('page');
		await fromHere(page).getByRole('link', { name: 'Inspect this call' }).click();
		const inspect = await opened;
		const session = inspect.getByRole('region', { name: 'The recorded session' });
		await expect(session).toBeVisible();
		await expect(inspect.getByRole('status')).toContainText('the call of the other tab');
		await session.getByRole('tab', { name: 'Wire' }).click();
		await expect(session.getByRole('tabpanel').getByText('offer').first()).toBeVisible();
	});

	test('says so where the tab with the call is gone', { tag: '@later' }, async ({ page }) => {
		await page.goto('./inspect?session=gone');
		await expect(page.getByRole('alert')).toContainText('The call of the other tab cannot be had');
	});

	test('is not left by the second press of a double one', async ({ page }) => {
		await open(page, SLUGS.at(-2));
		await next(page).evaluate((button) => {
			(button as HTMLButtonElement).click();
			(button as HTMLButtonElement).click();
		});
		await expectMoment(page, MOMENTS.at(-1)!);
		await expect(next(page)).toHaveText('Call again');
	});

	for (const way of ['below the text', 'in place of Next'] as const) {
		const tag = way === 'in place of Next' ? '@telling-chromium' : [];
		test(`calls again ${way}: fresh peers, at the first step`, { tag }, async ({ page }) => {
			await open(page, 'thanks');
			const again =
				way === 'in place of Next'
					? next(page)
					: fromHere(page).getByRole('button', { name: 'Call again' });
			await again.click();
			await expectMoment(page, moment('john-creates-peer-connection', 'before'));
			expect(await stepsPerformed(page)).toEqual([]);
		});
	}

	test('leads to two tabs, the program and what comes next', async ({ page }) => {
		await open(page, 'thanks');
		await fromHere(page).getByRole('button', { name: 'Call in two tabs' }).click();
		await expect(page.getByRole('link', { name: 'Jane’s tab' })).toBeVisible();
		await page.keyboard.press('Escape');
		await fromHere(page).getByRole('link', { name: 'Where to go from here' }).click();
		await expectMoment(page, moment('where-next'));
		await page.goBack();
		await expectMoment(page, moment('thanks'));
		await fromHere(page).getByRole('link', { name: 'The whole program' }).click();
		await expectMoment(page, moment('show-me-the-code'));
	});

	test('axe finds nothing on it', { tag: '@later' }, async ({ page }) => {
		await open(page, 'thanks');
		expect(await findings(page)).toEqual([]);
	});
});
