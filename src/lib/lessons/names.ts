/**
 * The lesson whose slides and steps are named without it: the call of the talk, whose addresses and
 * recordings are older than any other lesson.
 */
export const FIRST_LESSON = 'call';

/** What a slide or a step of a lesson is called everywhere beyond it: `john-creates-offer`, `trickle/connected`. */
export function qualified(lesson: string, slug: string): string {
	return lesson === FIRST_LESSON ? slug : `${lesson}/${slug}`;
}

/** The lesson that a slide or a step is of, by what it is called. */
export function lessonOf(name: string): string {
	const at = name.indexOf('/');
	return at < 0 ? FIRST_LESSON : name.slice(0, at);
}

/** The lessons whose steps are among some, each once. */
export function lessonsOf(steps: readonly { id: string }[]): string[] {
	return [...new Set(steps.map(({ id }) => lessonOf(id)))];
}
