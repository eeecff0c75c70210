import type { Plugin } from 'vite';

/** The component around every page, as SvelteKit writes it. */
const ROOT = /[\\/]\.svelte-kit[\\/]generated[\\/]root\.svelte$/;
const STYLE = /(<div id="svelte-announcer"[^>]*?) style="[^"]*"/;

/**
 * Vite plugin: what SvelteKit says of a new page to those who do not see it is hidden by the site's class,
 * and not by a style of its own, which the site's policy does not allow.
 *
 * @throws fails the build where SvelteKit no longer writes it like this
 */
export function announcer(): Plugin {
	return {
		name: 'parley:announcer',
		enforce: 'pre',
		transform(code, id) {
			if (!ROOT.test(id.replace(/\?.*$/, ''))) return;
			const changed = code.replace(STYLE, '$1 class="visually-hidden"');
			if (changed === code) this.error('SvelteKit announces its pages in another way than before.');
			return { code: changed, map: null };
		}
	};
}
