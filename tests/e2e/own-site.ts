import { expect, type Page } from '@playwright/test';
import { serveAgain } from './site';

/** The page is served by a worker that has installed the whole site. */
export async function keptWhole(page: Page): Promise<void> {
	await page.evaluate(() => navigator.serviceWorker.ready);
	await page.waitForFunction(() => navigator.serviceWorker.controller !== null);
}

/** The site on a port of its own, which can be cut off. */
export async function own(
	baseURL: string | undefined,
	change?: Parameters<typeof serveAgain>[2],
	trouble?: Parameters<typeof serveAgain>[3]
) {
	const site = await serveAgain(baseURL!, {}, change, trouble);
	const { pathname } = new URL(baseURL!);
	return { ...site, at: (path = '') => `http://127.0.0.1:${site.port}${pathname}${path}` };
}

/** The server is stopped, not only the wire cut: whatever still answers is kept in the browser. */
export async function stop(site: Awaited<ReturnType<typeof own>>): Promise<void> {
	site.close();
	await expect(fetch(site.at())).rejects.toThrow();
}
