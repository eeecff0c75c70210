/**
 * Loads a part of the site that is a module of its own, as often as it takes: `import()` alone does not.
 *
 * A module that could not be fetched stays so for as long as its page lives, unless it is asked for at
 * another address (HTML, “fetch a single module script”: the module map keeps the failure; Firefox does
 * that, Chromium asks again). So a module is fetched, with all that it imports, before it is imported
 * (`fetchedFirst`), and only one that imports nothing, or is lost between the two, is asked for elsewhere.
 *
 * @param load how the module is imported: `() => import('./module')`
 * @param named what the module exports, where its file has other modules as well: the build has each
 *   import pick its own out of them
 * @returns to be called until it gives the module; each call is one attempt
 */
export function chunk<T extends object>(
	load: () => Promise<T>,
	named?: keyof T & string
): () => Promise<T> {
	let broken: string | null = null;
	let attempts = 0;
	return async () => {
		try {
			if (broken === null) return await load();
			attempts += 1;
			const file = (await import(/* @vite-ignore */ `${broken}?again=${attempts}`)) as object;
			return named === undefined ? (file as T) : moduleIn<T>(file, named);
		} catch (error) {
			broken = /https?:[^\s?]+\.js/.exec((error as Error).message)?.[0] ?? broken;
			throw error;
		}
	};
}

/** The module that exports a name, of all that are in a file. @throws RangeError where none does */
function moduleIn<T extends object>(file: object, named: keyof T & string): T {
	const modules = [file, ...Object.values(file)] as unknown[];
	const found = modules.find((one) => typeof one === 'object' && one !== null && named in one);
	if (!found) throw new RangeError(`The file has no module that exports "${named}".`);
	return found as T;
}
