import { codeOf } from './code';
import { highlight } from './highlight.js';
import { PROGRAMS, program } from './program';
import { PROGRAM_SLIDE } from './program-slide';
import type { Slide } from './read-deck';

/** What a slide's page is given when the site is built. */
export async function slideData(slide: Slide) {
	return {
		slug: slide.slug,
		title: slide.title,
		step: slide.step,
		code: slide.step === null ? [] : await codeOf(slide.step),
		program:
			slide.slug === PROGRAM_SLIDE
				? await highlight(program(PROGRAMS['test-pattern']), 'html')
				: null
	};
}
