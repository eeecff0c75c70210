import type { Content, WalkedLesson } from './content.ts';
import { defaultDeckOf } from './default-deck.ts';

/**
 * A module with all that a page of a lesson has of it, and how the texts of its slides are imported, by
 * their slugs; or, where no lesson is named, how the modules of all lessons are. A page loads that of its
 * own lesson alone.
 *
 * @throws a `RangeError` for a lesson that there is not
 */
export function lessonModule(content: Content, slug: string | null): string {
	if (slug === null) {
		const loads = content.lessons.map(
			({ slug }) => `${JSON.stringify(slug)}: () => import('virtual:lesson/${slug}')`
		);
		return `export const loads = { ${loads.join(', ')} };`;
	}
	const lesson = walkedLesson(content, slug);
	const texts = lesson.slides.map(
		({ slug, file }) => `${JSON.stringify(slug)}: () => import('/content/${file}')`
	);
	return `export const lesson = ${JSON.stringify(lesson)};\nexport const texts = { ${texts.join(', ')} };`;
}

function walkedLesson({ lessons, decks }: Content, slug: string): WalkedLesson {
	const at = lessons.findIndex((one) => one.slug === slug);
	const lesson = lessons[at];
	if (!lesson) throw new RangeError(`There is no lesson "${slug}".`);
	const after = lessons[at + 1];
	const { speaker, contact, questions } = decks.find(({ name }) => name === defaultDeckOf(slug))!;
	return {
		...lesson,
		slides: lesson.slides.map((slide) => ({ ...slide, asks: questions ? slide.asks : 0 })),
		number: at + 1,
		of: lessons.length,
		following: after
			? { title: after.title, minutes: after.minutes, first: after.slides[0]!.slug }
			: null,
		talk: { speaker, contact, questions }
	};
}
