import type { Plugin } from 'vite';

/** The module in which SvelteKit lists how each page is imported. */
const LIST = /[\\/]\.svelte-kit[\\/]generated[\\/]client(-optimized)?[\\/]app\.js$/;
const IMPORT = /\(\) => import\('\.\/nodes\/\d+'\)/g;

/**
 * Vite plugin: every page of the site is loaded by `pageModule`, which SvelteKit offers no place for.
 *
 * @throws fails the build where SvelteKit no longer lists its pages like this
 */
export function pageModules(): Plugin {
	return {
		name: 'parley:page-modules',
		enforce: 'pre',
		transform(code, id) {
			if (!LIST.test(id.replace(/\?.*$/, ''))) return;
			const wrapped = code.replace(IMPORT, (load) => `pageModule(${load})`);
			if (wrapped === code) this.error('SvelteKit lists its pages in another way than before.');
			return {
				code: `import { pageModule } from '$lib/state/page-module';\n${wrapped}`,
				map: null
			};
		}
	};
}
