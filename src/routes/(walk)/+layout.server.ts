import { acts, slideOf, slides } from '$lib/deck';
import { decks } from '$lib/deck/decks';
import { slideData } from '$lib/deck/slide-data';
import { slugIn } from '$lib/deck/slide-path';

/**
 * What the page is opened with: the slides, and one of them whole. It is asked for once a page, not
 * with every slide: the others come by `SlideTexts`.
 */
export async function load({ params, untrack }) {
	const slug = untrack(() => slugIn('walk', `/${params.path ?? ''}`));
	const { speaker, contact } = decks[0]!;
	return {
		acts,
		slides,
		talk: { speaker, contact },
		opened: await slideData(slideOf(slug ?? '') ?? slides[0]!)
	};
}
