import { expect, test } from '@playwright/test';
import { takeCalls, watchBeneath, type ApiCall } from './beneath';
import { patientFirefox } from './browsers';
import { MOMENTS, at, type Slug } from './deck';
import {
	STEP_SLUGS,
	button,
	expectConnected,
	expectMoment,
	expectSlide,
	moment,
	next,
	open,
	ready,
	stepsBegun,
	stepsPerformed
} from './walk';

const JOHN = 0;
const JANE = 1;

/** What each step calls, by the connections in the order in which they are made. */
const CALLS: Partial<Record<Slug, ApiCall[]>> = {
	'john-creates-peer-connection': [{ pc: JOHN, name: 'RTCPeerConnection' }],
	'john-adds-tracks': [
		{ pc: JOHN, name: 'addTrack' },
		{ pc: JOHN, name: 'addTrack' }
	],
	'john-creates-offer': [{ pc: JOHN, name: 'createOffer' }],
	'john-sets-local-description': [{ pc: JOHN, name: 'setLocalDescription' }],
	'jane-creates-peer-connection': [{ pc: JANE, name: 'RTCPeerConnection' }],
	'jane-sets-remote-description': [{ pc: JANE, name: 'setRemoteDescription' }],
	'jane-adds-tracks': [
		{ pc: JANE, name: 'addTrack' },
		{ pc: JANE, name: 'addTrack' }
	],
	'jane-creates-answer': [{ pc: JANE, name: 'createAnswer' }],
	'jane-sets-local-description': [{ pc: JANE, name: 'setLocalDescription' }],
	'john-sets-remote-description': [{ pc: JOHN, name: 'setRemoteDescription' }],
	'jane-adds-candidate': [{ pc: JANE, name: 'addIceCandidate' }],
	'john-adds-candidate': [{ pc: JOHN, name: 'addIceCandidate' }],
	'john-hangs-up': [
		{ pc: JOHN, name: 'close' },
		{ pc: JANE, name: 'close' }
	]
};

// What is counted here is what the presses do, on however slow a machine.
test.use({ launchOptions: patientFirefox });

test.beforeEach(({ page }) => watchBeneath(page));

test(
	'each press performs at most one negotiation call, in order, on two connections',
	{ tag: '@later' },
	async ({ page }) => {
		await open(page);
		expect(await takeCalls(page)).toEqual([]);
		for (const reached of MOMENTS.slice(1)) {
			await next(page).click();
			await expectMoment(page, reached);
			const calls = await takeCalls(page);
			const where = `${reached.slug}, ${reached.kind}`;
			if (reached.kind === 'after' && reached.slug === 'remaining-candidates') {
				expect(new Set(calls.map(({ name }) => name)), where).toEqual(new Set(['addIceCandidate']));
				expect(new Set(calls.map(({ pc }) => pc)), where).toEqual(new Set([JOHN, JANE]));
			} else {
				const expected = reached.kind === 'after' ? (CALLS[reached.slug] ?? []) : [];
				expect(calls, where).toEqual(expected);
			}
		}
		const connections = await page.evaluate(() => new Set(window.beneath.connections).size);
		expect(connections).toBe(2);
	}
);

test('two presses in one instant perform one step', { tag: '@telling' }, async ({ page }) => {
	await open(page, 'john-creates-offer');
	await takeCalls(page);
	await next(page).evaluate((element: HTMLElement) => {
		element.click();
		element.click();
	});
	await ready(page);
	await expectMoment(page, moment('john-creates-offer', 'after'));
	expect(await takeCalls(page)).toEqual([{ pc: JOHN, name: 'createOffer' }]);
});

test(
	'twenty presses in one instant before every step never perform one twice',
	{ tag: '@long' },
	async ({ page }) => {
		await open(page, 'john-creates-peer-connection');
		while ((await stepsPerformed(page)).length < STEP_SLUGS.length) {
			await next(page).evaluate((element: HTMLElement) => {
				for (let press = 0; press < 20; press += 1) element.click();
			});
			await ready(page);
		}
		expect(await stepsBegun(page)).toEqual(STEP_SLUGS);
		const calls = (await takeCalls(page)).filter(({ name }) => name !== 'addIceCandidate');
		expect(calls).toEqual(
			Object.values(CALLS)
				.flat()
				.filter(({ name }) => name !== 'addIceCandidate')
		);
	}
);

test('a key that is held down counts as one press', async ({ page }) => {
	await open(page, 'john-adds-tracks');
	await takeCalls(page);
	for (let repeat = 0; repeat < 30; repeat += 1) await page.keyboard.down('ArrowRight');
	await page.keyboard.up('ArrowRight');
	await ready(page);
	await expectMoment(page, moment('john-adds-tracks', 'after'));
	expect(await stepsPerformed(page)).toEqual(STEP_SLUGS.slice(0, 3));
});

test.describe('while an operation is pending', () => {
	test.beforeEach(async ({ page }) => {
		// createOffer waits until the test lets it go on.
		await page.addInitScript(() => {
			const { createOffer } = RTCPeerConnection.prototype;
			const gate = new Promise<void>((resolve) =>
				Object.assign(window, { letGo: () => resolve() })
			);
			RTCPeerConnection.prototype.createOffer = async function (
				this: RTCPeerConnection,
				...args: unknown[]
			) {
				await gate;
				return (createOffer as (...args: unknown[]) => Promise<never>).apply(this, args);
			};
		});
		await open(page, 'john-creates-offer');
		await takeCalls(page);
		await next(page).click();
		await expect(next(page)).toHaveAttribute('aria-disabled', 'true');
	});

	const letGo = () => (window as unknown as { letGo(): void }).letGo();

	test(
		'presses do nothing, and the next step waits for its own',
		{ tag: '@telling' },
		async ({ page }) => {
			for (let press = 0; press < 5; press += 1) {
				await next(page).evaluate((element: HTMLElement) => element.click());
				await page.keyboard.press('ArrowRight');
			}
			await expect(page.locator('.moment')).toHaveText('before');
			await expectSlide(page, 'john-creates-offer');
			await page.evaluate(letGo);
			await ready(page);
			await expectMoment(page, moment('john-creates-offer', 'after'));
			expect(await takeCalls(page)).toEqual([{ pc: JOHN, name: 'createOffer' }]);
			expect(await stepsBegun(page)).toEqual(STEP_SLUGS.slice(0, 4));
		}
	);

	test(
		'Restart begins again, and what was pending changes nothing',
		{ tag: '@later' },
		async ({ page }) => {
			await button(page, 'Restart').click();
			await ready(page);
			await expectMoment(page, MOMENTS[0]!);
			await page.evaluate(letGo);
			for (const reached of MOMENTS.slice(1, at('john-creates-offer', 'after') + 1)) {
				await next(page).click();
				await expectMoment(page, reached);
			}
			expect(await stepsPerformed(page)).toEqual(STEP_SLUGS.slice(0, 4));
			const open = await page.evaluate(
				() => window.beneath.connections.filter((pc) => pc.signalingState !== 'closed').length
			);
			expect(open).toBe(1);
		}
	);
});

test('pressing as fast as the walk allows still ends connected', async ({ page }) => {
	await open(page, 'john-creates-peer-connection');
	await page.evaluate(async () => {
		const element = [...document.querySelectorAll('button')].find(
			({ textContent }) => textContent?.trim() === 'Next'
		)!;
		const isThere = () =>
			/^Slide 27 /.test(document.querySelector('.controls [role=status]')!.textContent!);
		while (!isThere()) {
			element.click();
			await new Promise((resolve) => setTimeout(resolve));
		}
	});
	await expectMoment(page, moment('media-flows'));
	await expectConnected(page);
	expect(await stepsBegun(page)).toEqual(STEP_SLUGS.slice(0, -1));
});
