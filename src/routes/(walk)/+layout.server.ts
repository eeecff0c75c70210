import { lessons, lessonWith, slideOf } from '$lib/deck';
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
	const shown = lessonWith(slug) ?? lessons[0]!;
	const { title, summary, minutes, course, recording, acts, slides } = shown;
	const at = lessons.indexOf(shown);
	const following = lessons[at + 1];
	const { speaker, contact } = deckOf(defaultDeckOf(shown.slug))!;
	return {
		course,
		recording,
		acts,
		slides,
		lesson: { title, summary, minutes, number: at + 1, of: lessons.length },
		following: following && {
			title: following.title,
			minutes: following.minutes,
			first: following.slides[0]!.slug
		},
		talk: { speaker, contact },
		opened: await slideData(slideOf(slug) ?? slides[0]!)
	};
}
