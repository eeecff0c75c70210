import { error } from '@sveltejs/kit';
import { slideOf, slides } from '$lib/deck';

export function entries() {
	return slides.map(({ slug }) => ({ slug }));
}

export function load({ params }) {
	if (!slideOf(params.slug)) error(404, `There is no slide "${params.slug}".`);
	return { slug: params.slug };
}
