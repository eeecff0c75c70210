import { fileURLToPath } from 'node:url';
import type { Plugin } from 'vite';

/** The module through which Vite has the browser load what a late import needs. */
const HELPER = '\0vite/preload-helper.js';

/**
 * Vite plugin: every late import of the site goes through `fetchedFirst`, in the place of Vite's own helper,
 * which asks for each file once and for a style sheet never again.
 */
export function lateImports(): Plugin {
	const own = fileURLToPath(new URL('fetched-first.ts', import.meta.url));
	return {
		name: 'parley:late-imports',
		enforce: 'pre',
		load(id) {
			if (id !== HELPER) return;
			return `export { fetchedFirst as __vitePreload } from ${JSON.stringify(own)};`;
		}
	};
}
