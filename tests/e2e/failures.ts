import { expect, type Page, type Route } from '@playwright/test';
import { attempts } from './walk';

type Failure = 'the network is cut' | 'the server says 503';

const fail = (route: Route, failure: Failure) =>
	failure === 'the network is cut' ? route.abort() : route.fulfill({ status: 503, body: '' });

/** The first request for each of these files fails. Tells which have failed. */
export async function failOnce(
	page: Page,
	files: readonly string[],
	failure: (file: string) => Failure
) {
	const failed = new Set<string>();
	await page.route(
		({ pathname }) => files.includes(pathname),
		async (route) => {
			const { pathname } = new URL(route.request().url());
			if (failed.has(pathname)) return route.continue();
			failed.add(pathname);
			return fail(route, failure(pathname));
		}
	);
	return failed;
}

/** Keeps the present connection in mind. */
export const holdJohn = (page: Page) =>
	page.evaluate(() => void Object.assign(window, { held: window.parley.john }));

/** It is still the one, and it is open. */
export async function expectJohnHeld(page: Page): Promise<void> {
	const held = await page.evaluate(() => {
		const { held } = window as unknown as { held: RTCPeerConnection };
		return held !== null && held === window.parley.john && held.signalingState !== 'closed';
	});
	expect(held, 'the same open connection').toBe(true);
	expect(await attempts(page)).toBe(1);
}
