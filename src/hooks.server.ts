import type { Handle } from '@sveltejs/kit';

/** The two faces in which nearly every letter of a page is set: the Latin ones. */
const FACES = /\/(source-serif-4-latin-opsz-normal|jetbrains-mono-latin-wght-normal)\./;

/**
 * Fonts are fetched with the page, not after its style sheets: text that is set anew in another face
 * moves what stands beneath it.
 */
export const handle: Handle = ({ event, resolve }) =>
	resolve(event, {
		preload: ({ type, path }) =>
			type === 'js' || type === 'css' || (type === 'font' && FACES.test(path))
	});
