import { expect, test, type Page } from '@playwright/test';
import { expectNothingInUse, watchBeneath } from './beneath';
import { launch, type BrowserName } from './browsers';
import { button } from './walk';

const finding = (page: Page, title: string) =>
	page.getByRole('listitem').filter({ has: page.getByRole('heading', { name: title }) });

/** What each check has found, by its title; `open` where it was not checked. */
function findings(page: Page): Promise<Record<string, string>> {
	return page.evaluate(() =>
		Object.fromEntries(
			[...document.querySelectorAll('main li')].map((li) => [
				li.getAttribute('aria-label'),
				li.className.split(' ')[0]
			])
		)
	);
}

async function checkEverything(page: Page): Promise<void> {
	await button(page, 'Check everything').click();
	await expect(button(page, 'Check everything again')).toBeEnabled({ timeout: 40_000 });
}

test.describe('a browser that has all', () => {
	test.use({ serviceWorkers: 'allow' });

	test(
		'asks for nothing before a press, then is green, and leaves nothing in use',
		{ tag: '@later' },
		async ({ page, browserName }) => {
			await watchBeneath(page);
			await page.addInitScript(() => {
				const asked: string[] = [];
				Object.assign(window, { asked });
				const { getUserMedia } = MediaDevices.prototype;
				MediaDevices.prototype.getUserMedia = function (constraints) {
					asked.push('getUserMedia');
					return getUserMedia.call(this, constraints);
				};
				const { requestFullscreen } = Element.prototype;
				Element.prototype.requestFullscreen = function (options) {
					asked.push('requestFullscreen');
					return requestFullscreen.call(this, options);
				};
			});
			const asked = () => page.evaluate(() => (window as unknown as { asked: string[] }).asked);
			await page.goto('./preflight');
			await page.evaluate(() => navigator.serviceWorker.ready);
			await expect(page.getByRole('status')).toHaveText('Nothing is checked yet.');
			expect(await asked()).toEqual([]);

			await checkEverything(page);
			expect(await findings(page)).toEqual({
				'Full screen': 'good',
				// One screen: Chromium says so, Firefox does not tell.
				'Second screen': browserName === 'chromium' ? 'bad' : 'unknown',
				'The screen stays on': 'good',
				'The speaker’s window': 'good',
				Fonts: 'good',
				'Without a network': 'good',
				Camera: 'good',
				// Firefox runs no AudioContext on a machine without a sound output.
				Microphone: expect.stringMatching(
					browserName === 'chromium' ? /^good$/ : /^(good|unknown)$/
				),
				WebRTC: 'good',
				'STUN and TURN servers': 'good',
				'A run of all steps': 'good'
			});
			expect((await asked()).sort()).toEqual(['getUserMedia', 'getUserMedia', 'requestFullscreen']);
			await expectNothingInUse(page);
		}
	);
});

test.describe('a browser in which all is broken', () => {
	test(
		'is told so, each thing by itself, with what to do',
		{ tag: '@later' },
		async ({ playwright, browserName, baseURL }) => {
			const browser = await launch(playwright, browserName as BrowserName, {
				without: ['--use-fake-ui-for-media-stream'],
				flags: ['--deny-permission-prompts'],
				prefs: {
					'media.navigator.permission.disabled': false,
					'permissions.default.camera': 2,
					'permissions.default.microphone': 2,
					'media.peerconnection.enabled': false,
					'dom.screenwakelock.enabled': false,
					'full-screen-api.enabled': false,
					'dom.serviceWorkers.enabled': false
				}
			});
			const page = await browser.newPage({ baseURL, serviceWorkers: 'block' });
			await page.route(/\.woff2/, (route) => route.abort());
			await page.addInitScript(() => {
				Reflect.deleteProperty(window, 'RTCPeerConnection');
				Reflect.deleteProperty(Navigator.prototype, 'wakeLock');
				Reflect.deleteProperty(Navigator.prototype, 'locks');
				Object.defineProperty(Document.prototype, 'fullscreenEnabled', { get: () => false });
			});
			await page.goto('./preflight');
			await checkEverything(page);
			for (const [title, says] of [
				['Full screen', 'does not let the page fill the screen'],
				['The screen stays on', 'cannot keep the screen from going dark'],
				['The speaker’s window', 'no Web Locks or no BroadcastChannel'],
				['Fonts', 'could not be loaded'],
				['Camera', 'The camera was not allowed'],
				['Microphone', 'The microphone was not allowed'],
				['WebRTC', 'WebRTC is switched off'],
				['A run of all steps', 'The step john-creates-peer-connection was refused']
			] as const) {
				await expect(finding(page, title)).toContainText(says);
				await expect(finding(page, title).locator('.todo')).toHaveText(/\.$/);
			}
			await expect(finding(page, 'Without a network')).toHaveClass(/bad/);
			await expect(finding(page, 'Second screen')).not.toHaveClass(/good/);
			await expect(page.getByRole('status')).toHaveText(/needs? you before the talk/);
			await browser.close();
		}
	);
});

test('a check can be repeated alone, and sees that its fault was mended', async ({ page }) => {
	await page.addInitScript(() => {
		const { getUserMedia } = MediaDevices.prototype;
		MediaDevices.prototype.getUserMedia = function (constraints) {
			MediaDevices.prototype.getUserMedia = getUserMedia;
			void constraints;
			return Promise.reject(new DOMException('in use', 'NotReadableError'));
		};
	});
	await page.goto('./preflight');
	const camera = finding(page, 'Camera');
	await button(page, 'Check Camera').click();
	await expect(camera).toContainText('Close the program that uses it');
	await expect(page.getByRole('status')).toHaveText('10 not checked yet.');
	await button(page, 'Check Camera').click();
	await expect(camera).toHaveClass(/good/);
});

test('a second screen is found where there is one @long', async ({
	playwright,
	baseURL,
	browserName
}) => {
	test.skip(browserName !== 'chromium', 'Chromium alone can be given screens, and tells of them');
	const browser = await launch(playwright, 'chromium', {
		flags: ['--screen-info={1920x1080}{1280x720}']
	});
	const page = await browser.newPage({ baseURL });
	await page.goto('./preflight');
	await button(page, 'Check Second screen').click();
	await expect(finding(page, 'Second screen')).toContainText('extends over more than one');
	await browser.close();
});
