import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type * as v from 'valibot';
import { qualified } from '../lessons/names.ts';
import type { Step } from '../steps/step.ts';
import { askedAfter, askedBefore } from './ask.ts';
import type { Act, Content, Slide } from './content.ts';
import { ActMatter, LessonMatter, readMatter, SlideMatter } from './front-matter.ts';
import { numbered, slugOf } from './numbered.ts';
import { wallText } from './wall-text.ts';
import { wordsToRead } from './words-to-read.ts';

/** A lesson as its folder has it; its course is made once all are read. */
export interface LessonRead {
	slug: string;
	/** What `lesson.yaml` says; null where that has a fault. */
	matter: v.InferOutput<typeof LessonMatter> | null;
	acts: Act[];
	slides: Slide[];
	notes: Content['notes'];
	faults: string[];
}

const MATTER = /^---\r?\n([\s\S]*?)\r?\n---(\r?\n|$)/;
/** Where a text asks, and where it has the answers: mdsvex hands it what stands in the front matter. */
const BEFORE = ['<Ask {ask} />', '<Answer {ask} />'];
const AFTER = ['<AskNow {ask} />'];

/**
 * Reads the folder of a lesson: one folder an act, one Markdown file a slide, numbered for their order;
 * the numbers are not part of the slugs.
 *
 * @param content path of the content folder
 * @param folder name of the lesson's folder in it
 * @param steps the lesson's own steps, in their order
 */
export function readLesson(content: string, folder: string, steps: readonly Step[]): LessonRead {
	const lesson = slugOf(folder);
	const read: LessonRead = {
		slug: lesson,
		matter: null,
		acts: [],
		slides: [],
		notes: {},
		faults: []
	};
	const { faults, acts, slides } = read;
	/** Steps of slides that have a fault already, whose step is not to be missed as well. */
	const faulty: unknown[] = [];

	const lessonFile = join(folder, 'lesson.yaml');
	if (existsSync(join(content, lessonFile))) {
		const matter = readMatter(LessonMatter, readFileSync(join(content, lessonFile), 'utf8'));
		if (matter.ok) read.matter = matter.value;
		else faults.push(...matter.faults.map((fault) => `${lessonFile}: ${fault}`));
	} else {
		faults.push(`${lessonFile}: is missing; it gives the lesson its title`);
	}
	for (const actFolder of numbered(join(content, folder))) {
		const act = slugOf(actFolder);
		const actFile = join(folder, actFolder, 'act.yaml');
		if (existsSync(join(content, actFile))) {
			const matter = readMatter(ActMatter, readFileSync(join(content, actFile), 'utf8'));
			if (matter.ok) acts.push({ slug: act, ...matter.value });
			else faults.push(...matter.faults.map((fault) => `${actFile}: ${fault}`));
		} else {
			faults.push(`${actFile}: is missing; it gives the act its title`);
		}
		for (const name of numbered(join(content, folder, actFolder))) {
			const file = join(folder, actFolder, name);
			const markdown = readFileSync(join(content, file), 'utf8');
			const slide = readSlide(file, markdown);
			if (!slide.ok) {
				faults.push(...slide.faults);
				faulty.push(slide.step);
				continue;
			}
			const { title, step, stage, notes, ask } = slide.matter;
			if (step !== undefined && !steps.some(({ id }) => id === step)) {
				faults.push(`${file}: there is no step "${step}" in src/lib/steps/${lesson}`);
				continue;
			}
			const slug = qualified(lesson, slugOf(name));
			const twin = slides.find((one) => one.slug === slug);
			if (twin) faults.push(`${file}: its slug "${slugOf(name)}" is already that of ${twin.file}`);
			slides.push({
				number: slides.length + 1,
				slug,
				act,
				title,
				step: step === undefined ? null : qualified(lesson, step),
				steps: slides.filter((one) => one.step !== null).length,
				file,
				stage: wallText(slide.text, stage),
				words: wordsToRead(slide.text),
				asks: ask?.length ?? 0
			});
			faults.push(...slide.faults);
			if (notes) read.notes[slug] = notes.trim();
		}
	}
	faults.push(...stepFaults(lesson, steps, slides, faulty));
	return read;
}

/** A slide with what may be wrong with it beside its matter, or all that is wrong with that. */
type SlideRead =
	| { ok: true; matter: v.InferOutput<typeof SlideMatter>; text: string; faults: string[] }
	| { ok: false; step: unknown; faults: string[] };

function readSlide(file: string, markdown: string): SlideRead {
	const block = MATTER.exec(markdown);
	if (!block) {
		const fault = `${file}: has no front matter; it begins with --- and gives a title`;
		return { ok: false, step: undefined, faults: [fault] };
	}
	const matter = readMatter(SlideMatter, block[1]!);
	if (!matter.ok) {
		return {
			ok: false,
			step: (matter.value as { step?: unknown } | null)?.step,
			faults: matter.faults.map((fault) => `${file}: ${fault}`)
		};
	}
	return {
		ok: true,
		matter: matter.value,
		text: markdown.slice(block[0].length),
		faults: askFaults(matter.value, markdown).map((fault) => `${file}: ${fault}`)
	};
}

/** What is asked before a step has to have one, and each question its place. */
function askFaults({ ask = [], step }: v.InferOutput<typeof SlideMatter>, text: string): string[] {
	const [before, after] = [askedBefore(ask), askedAfter(ask)].map(({ length }) => length > 0);
	if (before && step === undefined) {
		return ['it asks before a step, and has none: reveal must be choice'];
	}
	return [...(before ? BEFORE : []), ...(after ? AFTER : [])]
		.filter((place) => !text.includes(place))
		.map((place) => `it asks, and its text has no place for it: ${place}`);
}

/** Every step has one slide, and the slides follow the order of the steps. */
function stepFaults(
	lesson: string,
	steps: readonly Step[],
	slides: readonly Slide[],
	faulty: readonly unknown[]
): string[] {
	const faults: string[] = [];
	const named = (id: string) => qualified(lesson, id);
	for (const { id } of steps) {
		const files = slides.filter(({ step }) => step === named(id)).map(({ file }) => file);
		if (files.length === 0 && !faulty.includes(id)) {
			faults.push(`src/lib/steps/${lesson}/${id}.ts: the step has no slide`);
		}
		if (files.length > 1) faults.push(`${files.join(' and ')}: two slides for the step "${id}"`);
	}
	if (faults.length > 0) return faults;
	const explained = slides.filter(({ step }) => step !== null);
	const order = steps.filter(({ id }) => !faulty.includes(id));
	const misplaced = explained.findIndex(({ step }, at) => step !== named(order[at]?.id ?? ''));
	if (misplaced < 0) return [];
	const { file, step } = explained[misplaced]!;
	return [`${file}: the step "${step}" stands where "${order[misplaced]!.id}" is performed`];
}
