import { lessons, lessonWith, shelf, slideOf } from '$lib/deck';
import { deckOf } from '$lib/deck/decks';
import { defaultDeckOf } from '$lib/deck/default-deck';
import { slideData } from '$lib/deck/slide-data';
import { slugIn } from '$lib/deck/slide-path';

/**
 * What the page is opened with: a lesson, and one of its slides whole. It is asked for once a page, not
 * with every slide: the others come by `SlideTexts`.
 */
export async function load({ params, untrack }) {
	const slug = untrack(() => slugIn('walk', `/${params.path ?? ''}`)) ?? '';
	const { slug: lesson, course, recording, acts, slides } = lessonWith(slug) ?? lessons[0]!;
	const { speaker, contact } = deckOf(defaultDeckOf(lesson))!;
	return {
		course,
		recording,
		acts,
		slides,
		shelf,
		talk: { speaker, contact },
		opened: await slideData(slideOf(slug) ?? slides[0]!)
	};
}
