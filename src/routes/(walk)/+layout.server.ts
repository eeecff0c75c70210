import { lessons, lessonWith, slideOf } from '$lib/deck';
import { slideData } from '$lib/deck/slide-data';
import { slugIn } from '$lib/deck/slide-path';

/**
 * What the page is opened with: one slide, whole. It is asked for once a page, not with every slide: the
 * others come by `SlideTexts`.
 */
export async function load({ params, untrack }) {
	const slug = untrack(() => slugIn('walk', `/${params.path ?? ''}`)) ?? '';
	const lesson = lessonWith(slug) ?? lessons[0]!;
	return {
		lesson: lesson.slug,
		opened: await slideData(slideOf(slug) ?? lesson.slides[0]!)
	};
}
