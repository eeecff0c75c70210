import type { Content } from './content.ts';

/**
 * A module that says how texts are imported: those of a lesson, by the slugs of their slides; or, where
 * none is named, the modules of all lessons. A page loads the list of its own lesson alone.
 *
 * @throws a `RangeError` for a lesson that there is not
 */
export function textsModule({ lessons }: Content, lesson: string | null): string {
	if (lesson === null) {
		const lists = lessons.map(
			({ slug }) => `${JSON.stringify(slug)}: () => import('virtual:texts/${slug}')`
		);
		return `export const lists = { ${lists.join(', ')} };`;
	}
	const found = lessons.find(({ slug }) => slug === lesson);
	if (!found) throw new RangeError(`There is no lesson "${lesson}".`);
	const texts = found.slides.map(
		({ slug, file }) => `${JSON.stringify(slug)}: () => import('/content/${file}')`
	);
	return `export const texts = { ${texts.join(', ')} };`;
}
