import { error } from '@sveltejs/kit';
import { slideOf, slides } from '$lib/deck';
import { slideData } from '$lib/deck/slide-data';

export function entries() {
	return slides.map(({ slug }) => ({ slug }));
}

export function load({ params }) {
	const slide = slideOf(params.slug);
	if (!slide) error(404, `There is no slide "${params.slug}".`);
	return slideData(slide);
}
