import type { Browser, PlaywrightWorkerArgs } from '@playwright/test';
import { launch, type BrowserName } from './browsers';
import { serveAgain } from './site';

/** The site at an address that the browser does not trust. */
export interface InsecureSite {
	browser: Browser;
	/** Where the site is, with a slash at its end. */
	baseURL: string;
	close(): Promise<void>;
}

/** Serves the site once more, under a name that browsers do not trust as they trust localhost. */
export async function openInsecurely(
	playwright: PlaywrightWorkerArgs['playwright'],
	name: BrowserName,
	from: string
): Promise<InsecureSite> {
	const site = await serveAgain(from);
	const browser = await launch(playwright, name, {
		flags: ['--host-resolver-rules=MAP parley.test 127.0.0.1'],
		prefs: { 'network.dns.localDomains': 'parley.test', 'dom.security.https_first': false }
	});
	return {
		browser,
		baseURL: `http://parley.test:${site.port}/`,
		async close() {
			await browser.close();
			site.close();
		}
	};
}
