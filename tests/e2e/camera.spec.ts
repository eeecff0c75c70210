import { expect, test, type Browser, type Page } from '@playwright/test';
import { isLater, launch, type BrowserName } from './browsers';
import { watchBeneath } from './beneath';
import { between } from './deck';
import { openInsecurely } from './insecure';
import {
	button,
	chooseSource,
	expectConnected,
	expectFrames,
	expectMoment,
	moment,
	next,
	notice,
	open,
	openLadder,
	pressThrough,
	stepsPerformed,
	STEP_SLUGS
} from './walk';

/** The refusal's sentence is on the screen, and one press goes on with the test pattern. */
async function expectRefusal(page: Page, sentence: string) {
	await next(page).click();
	const refusal = page.getByRole('alert').filter({ hasText: 'this did not work' });
	await expect(refusal).toContainText(sentence);
	await expect(refusal).toContainText('test pattern');
	expect(await stepsPerformed(page)).toEqual(STEP_SLUGS.slice(0, 1));
	await button(page, 'Use the test pattern').click();
	await expectMoment(page, moment('john-gets-media', 'after'));
	await expect(refusal).toBeHidden();
}

/** The same, and the walk goes on to a connected call. */
async function expectRefusalAndGoOn(page: Page, sentence: string) {
	await expectRefusal(page, sentence);
	await pressThrough(page, between('john-adds-tracks', 'media-flows'));
	await expectConnected(page);
	await expectFrames(page);
}

test.describe('what a browser itself refuses', () => {
	let browser: Browser;
	test.afterEach(() => browser.close());

	test('a camera that is denied has its sentence, and the walk goes on', async ({
		playwright,
		browserName,
		baseURL
	}) => {
		browser = await launch(playwright, browserName as BrowserName, {
			without: ['--use-fake-ui-for-media-stream'],
			flags: ['--deny-permission-prompts'],
			prefs: {
				'media.navigator.permission.disabled': false,
				'permissions.default.camera': 2,
				'permissions.default.microphone': 2
			}
		});
		const page = await browser.newPage({ baseURL });
		await open(page, 'john-gets-media');
		const says = 'The camera was not allowed';
		if (isLater(browserName)) await expectRefusal(page, says);
		else await expectRefusalAndGoOn(page, says);
	});

	test(
		'a camera that is absent has its sentence, and the walk goes on',
		{ tag: '@long' },
		async ({ playwright, browserName, baseURL }) => {
			browser = await launch(playwright, browserName as BrowserName, {
				without: ['--use-fake-device-for-media-stream'],
				prefs: { 'media.navigator.streams.fake': false }
			});
			const page = await browser.newPage({ baseURL });
			await open(page, 'john-gets-media');
			await expectRefusalAndGoOn(page, 'The browser found no camera, or no microphone.');
		}
	);

	test(
		'an insecure origin has its sentence, and the walk goes on',
		{ tag: '@long' },
		async ({ playwright, browserName, baseURL }) => {
			const site = await openInsecurely(playwright, browserName as BrowserName, baseURL!);
			({ browser } = site);
			const page = await browser.newPage({ baseURL: site.baseURL });
			await open(page, 'john-gets-media');
			expect(await page.evaluate(() => isSecureContext)).toBe(false);
			await expectRefusalAndGoOn(page, 'This page was not loaded over a secure connection');
			await site.close();
		}
	);
});

test(
	'a camera that another program uses has its sentence, and the walk goes on',
	{ tag: '@long' },
	async ({ page }) => {
		await page.addInitScript(() => {
			MediaDevices.prototype.getUserMedia = () =>
				Promise.reject(new DOMException('Could not start video source', 'NotReadableError'));
		});
		await open(page, 'john-gets-media');
		await expectRefusalAndGoOn(page, 'could not be opened: most often another program is using it');
	}
);

test(
	'a camera that cannot do what is asked has its sentence, and the walk goes on',
	{ tag: '@long' },
	async ({ page }) => {
		// The error is the browser's own: it is asked for what no camera can do.
		await page.addInitScript(() => {
			const { getUserMedia } = MediaDevices.prototype;
			MediaDevices.prototype.getUserMedia = function () {
				return getUserMedia.call(this, { video: { width: { exact: 1_000_000 } } });
			};
		});
		await open(page, 'john-gets-media');
		await expectRefusalAndGoOn(
			page,
			'No camera or microphone here can do what the page asked for.'
		);
	}
);

test('while the browser asks, the test pattern is one press away', async ({ page }) => {
	await page.addInitScript(() => {
		MediaDevices.prototype.getUserMedia = () => new Promise(() => {});
	});
	await open(page, 'john-gets-media');
	await next(page).click();
	await expect(notice(page, 'The browser may be asking you')).toBeVisible();
	await button(page, 'Use the test pattern').click();
	await expectMoment(page, moment('john-gets-media', 'after'));
	expect(await stepsPerformed(page)).toEqual(STEP_SLUGS.slice(0, 2));
});

test(
	'on a telephone a refusal is seen without scrolling, wherever the page stands',
	{ tag: '@later' },
	async ({ page }) => {
		await page.setViewportSize({ width: 390, height: 844 });
		await page.addInitScript(() => {
			MediaDevices.prototype.getUserMedia = () =>
				Promise.reject(new DOMException('Permission denied', 'NotAllowedError'));
		});
		await open(page, 'john-gets-media');
		await next(page).click();
		await expect(button(page, 'Use the test pattern')).toBeInViewport();
		await page.evaluate(() => scrollTo(0, document.documentElement.scrollHeight));
		await expect(button(page, 'Use the test pattern')).toBeInViewport();
		// What stands above it ends where it begins.
		const foot = (await page.getByRole('alert').boundingBox())!;
		await openLadder(page);
		await page.evaluate(() => scrollTo(0, document.documentElement.scrollHeight));
		const ladder = (await page.getByRole('group', { name: 'The ladder' }).boundingBox())!;
		expect(ladder.y + ladder.height).toBeLessThanOrEqual(foot.y);
	}
);

test('trying again after a refusal asks again', async ({ page }) => {
	await page.addInitScript(() => {
		const { getUserMedia } = MediaDevices.prototype;
		let refusals = 1;
		MediaDevices.prototype.getUserMedia = function (constraints) {
			return refusals-- > 0
				? Promise.reject(new DOMException('Permission denied', 'NotAllowedError'))
				: getUserMedia.call(this, constraints);
		};
	});
	await open(page, 'john-gets-media');
	await next(page).click();
	await button(page, 'Try again').click();
	await expectMoment(page, moment('john-gets-media', 'after'));
	await expect(page.getByRole('alert')).toHaveCount(0);
});

test.describe('with a camera', () => {
	test.beforeEach(({ page }) => watchBeneath(page));

	test(
		'John is the camera, Jane is the test pattern, and only John is asked',
		{ tag: '@telling' },
		async ({ page }) => {
			await open(page, 'john-gets-media');
			await pressThrough(page, [
				moment('john-gets-media', 'after'),
				...between('john-adds-tracks', 'jane-adds-tracks')
			]);
			expect(await page.evaluate(() => window.beneath.asked)).toBe(1);
			const called = await page.evaluate(() =>
				window.parley.trace
					.filter(({ kind, step }) => kind === 'call' && step?.endsWith('-gets-media'))
					.map(({ peer, name }) => `${peer} ${name}`)
			);
			expect(called).toEqual(['john getUserMedia', 'jane testPattern']);
		}
	);

	test('the test pattern, chosen before the press, asks for nothing', async ({ page }) => {
		await open(page, 'john-gets-media');
		await chooseSource(page, 'John');
		await next(page).click();
		await expectMoment(page, moment('john-gets-media', 'after'));
		expect(await page.evaluate(() => window.beneath.asked)).toBe(0);
		await expect(page.getByRole('region', { name: 'The call' })).toContainText(
			"testPattern('John')"
		);
	});

	test('another source in the middle of a call makes fresh peers at the same moment', async ({
		page
	}) => {
		await open(page, 'john-gets-media');
		await pressThrough(page, [
			moment('john-gets-media', 'after'),
			...between('john-adds-tracks', 'john-creates-offer')
		]);
		await chooseSource(page, 'John');
		await expectMoment(page, moment('john-creates-offer', 'after'));
		await expect.poll(() => stepsPerformed(page)).toEqual(STEP_SLUGS.slice(0, 4));
		await expect
			.poll(() =>
				page.evaluate(
					() => window.beneath.connections.filter((pc) => pc.signalingState !== 'closed').length
				)
			)
			.toBe(1);
		// The camera's light goes out: what is live is the pattern's picture and sound.
		await expect
			.poll(() =>
				page.evaluate(
					() => [...window.beneath.tracks].filter((track) => track.readyState === 'live').length
				)
			)
			.toBe(2);
	});

	test('own pictures are never heard, and the other’s sound is off until asked for', async ({
		page
	}) => {
		await open(page, 'media-flows');
		await expectConnected(page);
		for (const label of ['John’s own picture', 'Jane’s own picture']) {
			await expect(page.getByLabel(label)).toHaveJSProperty('muted', true);
		}
		const seen = page.getByLabel('Jane, as John sees her');
		await expect(seen).toHaveJSProperty('muted', true);
		const sound = page.getByRole('region', { name: 'John', exact: true }).getByRole('button', {
			name: 'Sound'
		});
		await expect(sound).toHaveAttribute('aria-pressed', 'false');
		await sound.click();
		await expect(sound).toHaveAttribute('aria-pressed', 'true');
		await expect(seen).toHaveJSProperty('muted', false);
		await expect(page.getByLabel('John, as Jane sees him')).toHaveJSProperty('muted', true);
	});
});

test('receiving only: John sends nothing and sees Jane', { tag: '@long' }, async ({ page }) => {
	await open(page, 'john-gets-media');
	await chooseSource(page, 'John', /^Nothing/);
	await pressThrough(page, [
		moment('john-gets-media', 'after'),
		...between('john-adds-tracks', 'media-flows')
	]);
	await expectConnected(page);
	await expect
		.poll(() =>
			page.evaluate(() => {
				const video = document.querySelector<HTMLVideoElement>(
					'[aria-label="Jane, as John sees her"]'
				);
				return video?.videoWidth;
			})
		)
		.toBeGreaterThan(0);
});
