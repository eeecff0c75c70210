import { error } from '@sveltejs/kit';
import { slideOf, slides } from '$lib/deck';
import { slugIn } from '$lib/deck/slide-path';

export function entries() {
	return ['', 'walk', ...slides.map(({ slug }) => `walk/${slug}`)].map((path) => ({ path }));
}

/** Nothing is loaded here: a slide that is gone to must not need the network. */
export function load({ params }) {
	const slug = slugIn('walk', `/${params.path}`);
	if (slug && !slideOf(slug)) error(404, `There is no slide "${slug}".`);
}
