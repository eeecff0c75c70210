import type { Handle } from '@sveltejs/kit';

/** The two faces in which nearly every letter of a page is set: the Latin ones. */
const FACES = /\/(source-serif-4|jetbrains-mono)\./;

/**
 * Fonts are fetched with the page, not after its style sheets: text that is set anew in another face
 * moves what stands beneath it.
 */
export const handle: Handle = ({ event, resolve }) =>
	resolve(event, {
		transformPageChunk: ({ html }) => withoutStyles(html),
		preload: ({ type, path }) =>
			type === 'js' || type === 'css' || (type === 'font' && FACES.test(path))
	});

/** A tag, with an attribute `style` in it. */
const STYLED = /(<[a-z][^<>"]*(?:"[^"]*"[^<>"]*)*?) style="[^"]*"/g;

/**
 * A page without styles of single elements: the policy of the site does not allow what stands in its HTML
 * (`svelte.config.js`). Scripts set them again, which it does; the style sheets have what is seen before.
 */
function withoutStyles(html: string): string {
	return html.replace(STYLED, '$1');
}
