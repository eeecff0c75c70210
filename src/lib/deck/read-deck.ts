import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { STEPS } from '../steps/index.ts';
import type { Act, Content, Slide } from './content.ts';
import { ActMatter, readMatter, SlideMatter } from './front-matter.ts';
import { readDecks } from './read-decks.ts';
import { wallText } from './wall-text.ts';
import { wordsToRead } from './words-to-read.ts';

/** A fault of the content: the message names each file and what is wrong with it. */
export class DeckError extends Error {
	override readonly name = 'DeckError';

	constructor(readonly faults: readonly string[]) {
		super(
			`The slides in content/ have ${faults.length === 1 ? 'a fault' : 'faults'}:\n${faults.map((fault) => `  ${fault}`).join('\n')}`
		);
	}
}

const NUMBERED = /^\d+-([a-z0-9-]+?)(\.md)?$/;
const MATTER = /^---\r?\n([\s\S]*?)\r?\n---(\r?\n|$)/;
/** Where a text has its question and the answer: mdsvex hands it what stands in the front matter. */
const ASKING = ['<Ask {ask} />', '<Answer {ask} />'];

/**
 * Reads the folder of the slides: one folder an act, one Markdown file a slide, numbered for their
 * order; the numbers are not part of the slugs.
 *
 * @param folder path of the content folder
 * @throws {DeckError} naming every fault that was found: a missing or empty title, an unknown key, an
 * unknown step, a step without a slide, with two slides, or out of order, two slides with one slug, a
 * question without a place, or what `readDecks` finds
 */
export function readDeck(folder: string): Content {
	const faults: string[] = [];
	const acts: Act[] = [];
	const slides: Slide[] = [];
	const notes: Content['notes'] = {};
	/** Steps of slides that have a fault already, whose step is not to be missed as well. */
	const faulty: unknown[] = [];

	for (const actFolder of numbered(folder)) {
		const act = slugOf(actFolder);
		const actFile = join(actFolder, 'act.yaml');
		if (existsSync(join(folder, actFile))) {
			const matter = readMatter(ActMatter, readFileSync(join(folder, actFile), 'utf8'));
			if (matter.ok) acts.push({ slug: act, ...matter.value });
			else faults.push(...matter.faults.map((fault) => `${actFile}: ${fault}`));
		} else {
			faults.push(`${actFile}: is missing; it gives the act its title`);
		}
		for (const name of numbered(join(folder, actFolder))) {
			const file = join(actFolder, name);
			const markdown = readFileSync(join(folder, file), 'utf8');
			const block = MATTER.exec(markdown);
			if (!block) {
				faults.push(`${file}: has no front matter; it begins with --- and gives a title`);
				continue;
			}
			const matter = readMatter(SlideMatter, block[1]!);
			if (!matter.ok) {
				faults.push(...matter.faults.map((fault) => `${file}: ${fault}`));
				faulty.push((matter.value as { step?: unknown } | null)?.step);
				continue;
			}
			const slug = slugOf(name);
			const twin = slides.find((slide) => slide.slug === slug);
			if (twin) faults.push(`${file}: its slug "${slug}" is already that of ${twin.file}`);
			slides.push({
				number: slides.length + 1,
				slug,
				act,
				title: matter.value.title,
				step: matter.value.step ?? null,
				steps: slides.filter(({ step }) => step !== null).length,
				file,
				stage: wallText(markdown.slice(block[0].length), matter.value.stage),
				words: wordsToRead(markdown.slice(block[0].length))
			});
			for (const place of matter.value.ask ? ASKING : []) {
				if (markdown.includes(place)) continue;
				faults.push(`${file}: it asks, and its text has no place for it: ${place}`);
			}
			if (matter.value.notes) notes[slug] = matter.value.notes.trim();
		}
	}

	faults.push(...stepFaults(slides, faulty));
	// A deck is checked against slides that are whole: one fault is not to be told twice.
	if (faults.length > 0) throw new DeckError(faults);
	const decks = readDecks(folder, acts, slides);
	if (!decks.ok) throw new DeckError(decks.faults);
	return { acts, slides, notes, decks: decks.value };
}

/** Every step has one slide, and the slides follow the order of the steps. */
function stepFaults(slides: readonly Slide[], faulty: readonly unknown[]): string[] {
	const faults: string[] = [];
	for (const step of STEPS) {
		const files = slides.filter((slide) => slide.step === step.id).map((slide) => slide.file);
		if (files.length === 0 && !faulty.includes(step.id)) {
			faults.push(`src/lib/steps/${step.id}.ts: the step has no slide`);
		}
		if (files.length > 1) {
			faults.push(`${files.join(' and ')}: two slides for the step "${step.id}"`);
		}
	}
	if (faults.length > 0) return faults;
	const explained = slides.filter((slide) => slide.step !== null);
	const order = STEPS.filter((step) => !faulty.includes(step.id));
	const misplaced = explained.findIndex((slide, index) => slide.step !== order[index]?.id);
	if (misplaced >= 0) {
		faults.push(
			`${explained[misplaced]!.file}: the step "${explained[misplaced]!.step}" stands where "${order[misplaced]!.id}" is performed`
		);
	}
	return faults;
}

function numbered(folder: string): string[] {
	return readdirSync(folder)
		.filter((name) => NUMBERED.test(name))
		.sort((a, b) => a.localeCompare(b, 'en', { numeric: true }));
}

function slugOf(name: string): string {
	return name.replace(NUMBERED, '$1');
}
