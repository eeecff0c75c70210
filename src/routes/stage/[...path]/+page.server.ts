import { error } from '@sveltejs/kit';
import { lessons, lessonWith, slides } from '$lib/deck';
import { pathOfSlide, slugIn } from '$lib/deck/slide-path';

export function entries() {
	const named = [...slides, ...lessons].map(({ slug }) => pathOfSlide('stage', slug));
	return ['', ...named].map((path) => ({ path: path.slice('/stage/'.length) }));
}

/** Nothing is given from here: a slide that is gone to must not need the network. */
export function load({ params }) {
	const slug = slugIn('stage', `/stage/${params.path}`);
	if (slug === null || (slug && !lessonWith(slug))) error(404, `There is no slide "${slug}".`);
}
