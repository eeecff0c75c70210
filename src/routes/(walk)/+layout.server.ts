import { acts, slideOf, slides } from '$lib/deck';
import { slideData } from '$lib/deck/slide-data';
import { slugIn } from '$lib/deck/slide-path';

/**
 * What the page is opened with: the slides, and one of them whole. It is asked for once a page, not
 * with every slide: the others come by `SlideTexts`.
 */
export async function load({ params, untrack }) {
	const slug = untrack(() => slugIn('walk', `/${params.path ?? ''}`));
	return { acts, slides, opened: await slideData(slideOf(slug ?? '') ?? slides[0]!) };
}
