import { readFile } from 'node:fs/promises';
import { gunzipSync } from 'node:zlib';
import type { BrowserContext, Page } from 'playwright';
import type { BrowserCommand } from 'vitest/node';

declare module 'vitest/browser' {
	interface BrowserCommands {
		/** Opens `chrome://webrtc-internals`, which records every connection of the browser from now on. */
		watchInternals(): Promise<void>;
		/** What that page saves at this moment, in both of its forms. Chromium forgets what was closed. */
		saveInternals(): Promise<InternalsDumps>;
		/** Closes the page. */
		leaveInternals(): Promise<void>;
	}
}

/** The text of what `chrome://webrtc-internals` saves. */
export interface InternalsDumps {
	/** The "webrtc-internals dump". */
	json: string;
	/** The "rtcstats dump". */
	rtcstats: string;
}

const watching = new WeakMap<BrowserContext, { page: Page; last: Promise<unknown> }>();

const watchInternals: BrowserCommand<[]> = async ({ context }) => {
	const page = await context.newPage();
	await page.goto('chrome://webrtc-internals');
	await page.getByText('Create a WebRTC-Internals dump').click();
	watching.set(context, { page, last: Promise.resolve() });
};

const saveInternals: BrowserCommand<[]> = async ({ context }) => {
	const watched = watching.get(context);
	if (watched === undefined) throw new Error('chrome://webrtc-internals is not open.');
	const { page } = watched;
	// One after another, or a file would be taken for the one that another has asked for.
	const dumps = watched.last.then(async () => ({
		json: await saved(page, '#dump-click-target'),
		rtcstats: await saved(page, '#dump-click-target-rtcstats')
	}));
	watched.last = dumps.catch(() => {});
	return dumps;
};

const leaveInternals: BrowserCommand<[]> = async ({ context }) => {
	await watching.get(context)?.page.close();
	watching.delete(context);
};

async function saved(page: Page, button: string): Promise<string> {
	const [download] = await Promise.all([
		page.waitForEvent('download'),
		page.locator(button).click()
	]);
	return gunzipSync(await readFile(await download.path())).toString('utf8');
}

/** What a test in a browser asks for of what surrounds it. */
export const INTERNALS = { watchInternals, saveInternals, leaveInternals };
