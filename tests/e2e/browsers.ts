import type { Browser, LaunchOptions, Page, PlaywrightWorkerArgs } from '@playwright/test';
import { launchOptions } from '../tools/browsers.js';

export type BrowserName = 'chromium' | 'firefox';

type Change = { flags?: string[]; without?: string[]; prefs?: Record<string, unknown> };

/** The usual launch options, with Chromium's flags or Firefox's preferences changed. */
export function changedOptions(name: BrowserName, change: Change): LaunchOptions {
	const usual = launchOptions(name) as LaunchOptions;
	if (name === 'firefox') {
		return {
			...usual,
			firefoxUserPrefs: { ...usual.firefoxUserPrefs, ...change.prefs } as never
		};
	}
	const kept = usual.args!.filter((flag) => !change.without?.includes(flag));
	return { ...usual, args: [...kept, ...(change.flags ?? [])] };
}

/** Starts a browser of its own for one test; whoever asks closes it. */
export function launch(
	playwright: PlaywrightWorkerArgs['playwright'],
	name: BrowserName,
	change: Change
): Promise<Browser> {
	return playwright[name].launch(changedOptions(name, change));
}

/**
 * Whether something is left to the long run: what goes through every slide for its looks alone is the
 * same document in both browsers, and Firefox is driven slowly.
 */
export const isLater = (browserName: string) =>
	browserName === 'firefox' && process.env.LONG !== '1';

/**
 * For `test.use({ launchOptions })`: a Firefox that waits longer than 5 s for a pair that works, for
 * tests that are not about that and shall not depend on how fast the machine is.
 */
export async function patientFirefox(
	{ browserName }: { browserName: string },
	use: (options: LaunchOptions) => Promise<void>
): Promise<void> {
	await use(
		changedOptions(browserName as BrowserName, {
			prefs: { 'media.peerconnection.ice.trickle_grace_period': 120_000 }
		})
	);
}

/** What Firefox itself writes as an error of the page, of what a page asks and a reload cuts off. */
const OWN_MESSAGES = [
	// A question for a service worker that is refused: the page hears of it, and deals with it.
	/Storage access is restricted in this context/,
	// NS_BINDING_ABORTED: the page that wanted the font is gone.
	/download failed \(font-family: .*status=2152398850/
];

/** Writes down what a page throws and nobody catches, as messages with their stacks. */
export function faultsOf(page: Page): string[] {
	const faults: string[] = [];
	const cutOff = new Set<string>();
	/** Of a module that a reload cuts off Firefox tells the page that is gone; its request says that it was. */
	const isCutOff = (said: string) =>
		cutOff.has(/^error loading .* module: (\S+)/.exec(said)?.[1] ?? '');
	page.on('pageerror', ({ message, stack }) => {
		const said = [message, stack].filter(Boolean).join('\n');
		if (!OWN_MESSAGES.some((own) => own.test(said)) && !isCutOff(said)) faults.push(said);
	});
	page.on('requestfailed', (request) => {
		if (request.failure()?.errorText !== 'NS_BINDING_ABORTED') return;
		cutOff.add(request.url());
		const told = faults.findIndex(isCutOff);
		if (told >= 0) faults.splice(told, 1);
	});
	return faults;
}
