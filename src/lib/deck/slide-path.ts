/** Where slides have addresses: in the walk, and on the stage. */
export type Place = 'walk' | 'stage';

/** The address of a slide, below the base path: of a lesson beside the first call, with that before it. */
export const pathOfSlide = (place: Place, slug: string) =>
	`/${place}/${slug.split('/').map(encodeURIComponent).join('/')}`;

/**
 * The slide that a path names, or the lesson whose first slide it means.
 *
 * @param path below the base path
 * @returns '' for a path of this place that names none; null for one of another place
 */
export function slugIn(place: Place, path: string): string | null {
	const [, first, ...named] = path.split('/');
	const parts = named.filter(Boolean);
	const isHere = first === place || (place === 'walk' && first === '' && parts.length === 0);
	if (!isHere || parts.length > 2) return null;
	try {
		return parts.map(decodeURIComponent).join('/');
	} catch {
		return null;
	}
}
