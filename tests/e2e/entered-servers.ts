import type { BrowserContext, Page } from '@playwright/test';
import { NAME } from '../../src/lib/rtc/network';
import { configurationOf, NOTHING_SET, type Network } from '../../src/lib/servers/network';

/** Has each page begin as if somebody had entered these servers under Settings, for this tab. */
export async function enterServers(
	where: Page | BrowserContext,
	servers: Network['servers']
): Promise<void> {
	const network = { ...NOTHING_SET, servers };
	const kept = JSON.stringify({ network, configuration: configurationOf(network) });
	await where.addInitScript(
		([name, value]) => {
			try {
				sessionStorage.setItem(name!, value!);
			} catch {
				// Firefox runs it in the empty document before the page as well, which may keep nothing.
			}
		},
		[NAME, kept]
	);
}
