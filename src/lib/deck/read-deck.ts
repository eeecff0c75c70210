import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { courseOf, type LessonPlan } from '../lessons/course.ts';
import { FIRST_LESSON, qualified } from '../lessons/names.ts';
import type { Step } from '../steps/step.ts';
import type { Content, Lesson } from './content.ts';
import { readDecks } from './read-decks.ts';
import { readLevels } from './read-levels.ts';
import { slugOf } from './numbered.ts';
import { readLesson, type LessonRead } from './read-lesson.ts';

/** A fault of the content: the message names each file and what is wrong with it. */
export class DeckError extends Error {
	override readonly name = 'DeckError';

	constructor(readonly faults: readonly string[]) {
		super(
			`The slides in content/ have ${faults.length === 1 ? 'a fault' : 'faults'}:\n${faults.map((fault) => `  ${fault}`).join('\n')}`
		);
	}
}

const isNumbered = (name: string) => /^\d+-[a-z0-9-]+$/.test(name);

/** A folder of a lesson has a `lesson.yaml`, or is numbered as one: `02-trickle`, `trickle`. */
const isLesson = (folder: string) => (name: string) =>
	isNumbered(name) || existsSync(join(folder, name, 'lesson.yaml'));

/**
 * Reads the content: the lessons, each a folder (`readLesson`) in the order of the numbers before their
 * names, those without one behind them; and the decks.
 *
 * @param folder path of the content folder
 * @param steps the steps of each lesson, by its slug
 * @param samples path of the folder of what comes with the site, recordings of lessons among it
 * @param base the site’s base path, '' for none
 * @throws {DeckError} naming every fault that was found: a missing or empty title, an unknown key, an
 * unknown step, a step without a slide, with two slides, or out of order, two slides with one slug, a
 * question without a place, a lesson that begins nowhere, or what `readDecks` and `readLevels` find
 */
export function readDeck(
	folder: string,
	steps: Readonly<Record<string, readonly Step[]>>,
	samples = 'src/static/samples',
	base = process.env.BASE_PATH ?? ''
): Content {
	const read = readdirSync(folder)
		.filter(isLesson(folder))
		.sort(
			(a, b) =>
				Number(isNumbered(b)) - Number(isNumbered(a)) || a.localeCompare(b, 'en', { numeric: true })
		)
		.map((name) => readLesson(folder, name, steps[slugOf(name)] ?? []));
	const faults = [...read.flatMap((lesson) => lesson.faults), ...faultsAmong(read, steps)];
	// A deck is checked against slides that are whole: one fault is not to be told twice.
	if (faults.length > 0) throw new DeckError(faults);
	const plans = plansOf(read, steps);
	const titles = new Map(
		read.flatMap(({ slides }) => slides.flatMap(({ step, title }) => (step ? [[step, title]] : [])))
	);
	const lessons = read.map((one): Lesson => {
		const { title, summary, minutes, needs } = one.matter!;
		const course = courseIn(plans, one.slug);
		for (const step of course.steps.slice(0, course.begins)) step.title = titles.get(step.id)!;
		const slides = one.slides.map((slide) => ({ ...slide, steps: course.begins + slide.steps }));
		const recording = recordingOf(one.slug, samples);
		const { slug, acts } = one;
		return { slug, title, summary, minutes, course, needs, recording, acts, slides };
	});
	const decks = readDecks(folder, lessons);
	if (!decks.ok) throw new DeckError(decks.faults);
	const levels = readLevels(folder, lessons, base);
	if (!levels.ok) throw new DeckError(levels.faults);
	const notes = Object.assign({}, ...read.map((lesson) => lesson.notes)) as Content['notes'];
	return { lessons, notes, decks: decks.value, topics: levels.value };
}

/** Where the recording of a lesson lies that comes with the site, packed or not; null where none does. */
function recordingOf(lesson: string, samples: string): string | null {
	const names = ['gzip', 'json'].map((form) => `${lesson}.parley-trace.${form}`);
	const name = names.find((one) => existsSync(join(samples, one)));
	return name === undefined ? null : `samples/${name}`;
}

/** What is wrong with lessons beside one another. */
function faultsAmong(
	read: readonly LessonRead[],
	steps: Readonly<Record<string, readonly Step[]>>
): string[] {
	const slugs = read.map(({ slug }) => slug);
	const first = read.find(({ slug }) => slug === FIRST_LESSON);
	return [
		...Object.keys(steps)
			.filter((slug) => !slugs.includes(slug))
			.map((slug) => `src/lib/steps/${slug}: there is no lesson "${slug}" in content/`),
		...slugs
			.filter((slug, at) => slugs.indexOf(slug) !== at)
			.map((slug) => `the lesson "${slug}" has two folders in content/`),
		...slugs
			.filter((slug) => first?.slides.some((slide) => slide.slug === slug))
			.map((slug) => `the lesson "${slug}" is called like a slide of the lesson "${FIRST_LESSON}"`)
	];
}

function plansOf(
	read: readonly LessonRead[],
	steps: Readonly<Record<string, readonly Step[]>>
): Record<string, LessonPlan> {
	return Object.fromEntries(
		read.map(({ slug, matter }) => {
			const { begins, wire } = matter!;
			const [lesson, step] = begins.split('/') as [string, string];
			const own = steps[slug] ?? [];
			return [
				slug,
				{ begins: begins === 'fresh' ? null : qualified(lesson, step), wire, steps: own }
			];
		})
	);
}

function courseIn(plans: Record<string, LessonPlan>, lesson: string) {
	try {
		return courseOf(lesson, plans);
	} catch (error) {
		throw new DeckError([`the lesson "${lesson}": ${(error as Error).message}`]);
	}
}
