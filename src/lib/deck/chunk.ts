/**
 * Loads a part of the site that is a module of its own, as often as it takes: `import()` alone does not.
 *
 * A module that could not be fetched stays so for as long as its page lives, unless it is asked for at
 * another address (HTML, “fetch a single module script”: the module map keeps the failure; Firefox does
 * that, Chromium asks again). What the module imports must be there already; its style sheet may come later.
 *
 * @param load how the module is imported: `() => import('./module')`
 * @returns to be called until it gives the module; each call is one attempt
 */
export function chunk<T extends object>(load: () => Promise<T>): () => Promise<T> {
	let broken: string | null = null;
	let attempts = 0;
	return async () => {
		try {
			if (broken === null) return await load();
			attempts += 1;
			return (await import(/* @vite-ignore */ `${broken}?again=${attempts}`)) as T;
		} catch (error) {
			broken = /https?:[^\s?]+\.js/.exec((error as Error).message)?.[0] ?? broken;
			throw error;
		}
	};
}
