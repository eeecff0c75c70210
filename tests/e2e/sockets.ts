import type { BrowserContext, Page } from '@playwright/test';

/**
 * The addresses of all WebSockets that pages open from now on, as the pages themselves ask for them: Firefox tells whoever
 * drives it of none.
 */
export async function watchSockets(pages: Page | BrowserContext): Promise<string[]> {
	const asked: string[] = [];
	await pages.exposeFunction('socketAsked', (url: string) => void asked.push(url));
	await pages.addInitScript(() => {
		const { socketAsked } = window as unknown as { socketAsked(url: string): void };
		window.WebSocket = new Proxy(WebSocket, {
			construct(target, given: [string | URL, (string | string[])?]) {
				socketAsked(String(given[0]));
				return new target(...given);
			}
		});
	});
	return asked;
}
