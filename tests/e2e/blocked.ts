import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { BrowserContext, PlaywrightWorkerArgs } from '@playwright/test';
import { changedOptions, launch, type BrowserName } from './browsers';

/** A browser that lets no site keep anything. */
export interface BlockedBrowser {
	context: BrowserContext;
	close(): Promise<void>;
}

/** What a person chooses as “block all cookies”: storage, locks and caches are refused with them. */
const CHROMIUM = { profile: { default_content_setting_values: { cookies: 2 } } };
/** 2: no site may keep anything. */
const FIREFOX = { 'network.cookie.cookieBehavior': 2 };

/** Starts a browser of its own that blocks all site data; whoever asks closes it. */
export async function openBlocked(
	playwright: PlaywrightWorkerArgs['playwright'],
	name: BrowserName,
	baseURL: string
): Promise<BlockedBrowser> {
	if (name === 'firefox') {
		const browser = await launch(playwright, name, { prefs: FIREFOX });
		return { context: await browser.newContext({ baseURL }), close: () => browser.close() };
	}
	// Chromium reads this from a profile alone.
	const profile = await mkdtemp(join(tmpdir(), 'blocked-'));
	await mkdir(join(profile, 'Default'));
	await writeFile(join(profile, 'Default', 'Preferences'), JSON.stringify(CHROMIUM));
	const options = { ...changedOptions(name, {}), baseURL };
	const context = await playwright.chromium.launchPersistentContext(profile, options);
	return {
		context,
		async close() {
			await context.close();
			await rm(profile, { recursive: true, force: true });
		}
	};
}
