import { chunk } from '../deck/chunk';
import { forPage } from './patiently';

/**
 * Loads the module of a page, and asks for it again where it fails: a line that drops one request takes no
 * page away. SvelteKit loads its error page ahead and awaits it nowhere, so that a single failure is an
 * error of the page that nobody handles; and Firefox never asks again by itself (see `chunk`).
 *
 * @param load how the module is imported: `() => import('./nodes/1')`
 * @returns gives the module; throws what the third attempt threw, about a second after the first
 */
export function pageModule<T extends object>(load: () => Promise<T>): () => Promise<T> {
	const attempt = chunk(load);
	return () => forPage(attempt);
}
