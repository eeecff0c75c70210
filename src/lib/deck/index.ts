import { lessons } from 'virtual:deck';
import type { Lesson, ShelfLesson, Slide } from './content';

export type { Act, Lesson, ShelfLesson, Slide } from './content';
export { lessons };

/** The slides of all lessons, in their order. */
export const slides: readonly Slide[] = lessons.flatMap((lesson) => lesson.slides);

/** The slide with this slug; undefined where no lesson has it. */
export function slideOf(slug: string): Slide | undefined {
	return slides.find((slide) => slide.slug === slug);
}

/** The lesson that this slug names, or that has a slide of it; undefined where there is none. */
export function lessonWith(slug: string): Lesson | undefined {
	return lessons.find(
		(one) => one.slug === slug || one.slides.some((slide) => slide.slug === slug)
	);
}

/** What is said of all lessons where one of them is shown. */
export const shelf: readonly ShelfLesson[] = lessons.map(
	({ slug, title, summary, minutes, slides }) => ({
		slug,
		title,
		summary,
		minutes,
		first: slides[0]!.slug,
		slides: slides.map((slide) => slide.slug)
	})
);
