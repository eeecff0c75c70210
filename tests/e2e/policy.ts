import type { Page } from '@playwright/test';

/** Records what the site's Content-Security-Policy keeps a page from, on every page that it becomes. */
export async function watchPolicy(page: Page): Promise<string[]> {
	const kept: string[] = [];
	await page.exposeFunction('keptFrom', (what: string) => void kept.push(what));
	await page.addInitScript(() => {
		document.addEventListener('securitypolicyviolation', (event) => {
			const { effectiveDirective, blockedURI, sample } = event;
			const tell = (window as unknown as { keptFrom(what: string): void }).keptFrom;
			tell(`${location.pathname}: ${effectiveDirective} ${blockedURI} ${sample}`);
		});
	});
	return kept;
}
