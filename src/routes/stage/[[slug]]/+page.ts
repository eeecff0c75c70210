import { error } from '@sveltejs/kit';
import { slideOf, slides } from '$lib/deck';

export function entries() {
	return [{ slug: '' }, ...slides.map(({ slug }) => ({ slug }))];
}

/** Nothing is loaded here: a slide that is gone to must not need the network. */
export function load({ params: { slug } }) {
	if (slug && !slideOf(slug)) error(404, `There is no slide "${slug}".`);
}
