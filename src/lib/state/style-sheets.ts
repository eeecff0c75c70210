import { patiently } from './patiently';

/**
 * Keeps a page from failing for want of a style sheet: what was imported comes at once, and its sheet as
 * soon as it can be fetched. Vite alone refuses the whole import, and asks for the sheet never again
 * (`preloadOnce`), so that a second attempt shows the page without its style.
 *
 * @param target where Vite tells of what could not be loaded ahead: the window
 */
export function keepStyled(target: Window): void {
	target.addEventListener('vite:preloadError', (event) => {
		const address = /^Unable to preload CSS for (\S+)/.exec(event.payload.message)?.[1];
		if (address === undefined) return;
		event.preventDefault();
		void patiently(() => sheetAgain(address), {
			first: 250,
			longest: 8000,
			signal: new AbortController().signal,
			waits: () => undefined
		});
	});
}

/** Loads a style sheet whose element is there, and has come to nothing. */
function sheetAgain(address: string): Promise<void> {
	return new Promise((resolve, reject) => {
		const href = new URL(address, location.href).href;
		const failed = [...document.querySelectorAll<HTMLLinkElement>('link[rel=stylesheet]')].find(
			(link) => link.href === href
		);
		if (!failed) return resolve();
		const link = failed.cloneNode() as HTMLLinkElement;
		link.onload = () => resolve();
		link.onerror = () => reject(new Error(`${href} could not be fetched`));
		failed.replaceWith(link);
	});
}
