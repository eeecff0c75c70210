import { lessonWith } from '.';
import { codeOf, type StepCode } from './code';
import { highlight } from './highlight.js';
import { PROGRAMS, program } from './program';
import { PROGRAM_SLIDE } from './program-slide';
import type { Slide } from './content';

const programHtml = () => highlight(program(PROGRAMS['test-pattern']), 'html');

/** What a slide's page is given when the site is built. */
export async function slideData({ slug, title, step }: Slide) {
	return {
		slug,
		title,
		step,
		code: step === null ? [] : await codeOf(step),
		program: slug === PROGRAM_SLIDE ? await programHtml() : null
	};
}

/** What is shown beside the texts of all slides. */
export interface SlidesData {
	/** The code of each slide that has a step, by its slug. */
	codes: Record<string, StepCode[]>;
	/** The whole program, as highlighted HTML; null in a lesson that does not show it. */
	program: string | null;
}

/** The same of all slides of a lesson at once. For the build only. */
export async function slidesData(lesson: string): Promise<SlidesData> {
	const { slides } = lessonWith(lesson)!;
	const codes = await Promise.all(
		slides.map(async ({ slug, step }) => [slug, step === null ? [] : await codeOf(step)] as const)
	);
	const showsProgram = slides.some(({ slug }) => slug === PROGRAM_SLIDE);
	return {
		codes: Object.fromEntries(codes),
		program: showsProgram ? await programHtml() : null
	};
}
