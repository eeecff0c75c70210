/** Where slides have addresses: in the walk, and on the stage. */
export type Place = 'walk' | 'stage';

/** The address of a slide, below the base path. */
export const pathOfSlide = (place: Place, slug: string) => `/${place}/${encodeURIComponent(slug)}`;

/**
 * The slide that a path names.
 *
 * @param path below the base path
 * @returns '' for a path of this place that names none; null for one of another place
 */
export function slugIn(place: Place, path: string): string | null {
	const [, first, slug = '', ...others] = path.split('/');
	const isHere = first === place || (place === 'walk' && first === '' && slug === '');
	if (!isHere || others.some(Boolean)) return null;
	try {
		return decodeURIComponent(slug);
	} catch {
		return null;
	}
}
