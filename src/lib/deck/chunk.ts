/**
 * Loads a part of the site that is a module of its own, as often as it takes: `import()` alone does not.
 *
 * A module that could not be fetched stays so for as long as its page lives, unless it is asked for at
 * another address (HTML, “fetch a single module script”: the module map keeps the failure; Firefox does
 * that, Chromium asks again). A style sheet that could not be fetched is not asked for again by Vite.
 * What the module imports must be there already.
 *
 * @param load how the module is imported: `() => import('./module')`
 * @returns to be called until it gives the module; each call is one attempt
 */
export function chunk<T extends object>(load: () => Promise<T>): () => Promise<T> {
	let broken: string | null = null;
	let sheet: string | null = null;
	let attempts = 0;
	return async () => {
		try {
			if (sheet !== null) await sheetAgain(sheet);
			sheet = null;
			if (broken === null) return await load();
			attempts += 1;
			return (await import(/* @vite-ignore */ `${broken}?again=${attempts}`)) as T;
		} catch (error) {
			const { message } = error as Error;
			sheet = /Unable to preload CSS for (\S+)/.exec(message)?.[1] ?? sheet;
			broken = /https?:[^\s?]+\.js/.exec(message)?.[0] ?? broken;
			throw error;
		}
	};
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
