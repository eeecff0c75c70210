import type { Page } from '@playwright/test';

/** The version that a page shows is another one from now on: as if it had been built at another time. */
export async function showVersion(page: Page, version: string): Promise<void> {
	const response = await page.request.get('./_app/version.json');
	const { version: built } = (await response.json()) as { version: string };
	await page.route(/\.js$/, async (route) => {
		const given = await fetch(route.request().url());
		const body = (await given.text()).replaceAll(built, version);
		// What the page still loads as it is closed is no more.
		await route.fulfill({ contentType: 'text/javascript', body }).catch(() => undefined);
	});
}
