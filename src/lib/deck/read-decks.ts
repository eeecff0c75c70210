import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type * as v from 'valibot';
import { qualified } from '../lessons/names.ts';
import type { Deck, Lesson, Slide } from './content.ts';
import { DEFAULT_DECK, defaultDeckOf } from './default-deck.ts';
import { DeckMatter, readMatter } from './front-matter.ts';
import { planned } from './plan.ts';
import { strung, type Loose } from './talks.ts';

/** Decks that were read, or all that is wrong with them, each with its file. */
export type ReadDecks = { ok: true; value: Deck[] } | { ok: false; faults: string[] };

type Matter = v.InferOutput<typeof DeckMatter>;
type Result<T> = { value: T; faults: string[] };

/**
 * Reads the decks: one YAML file each in `decks/`, whose name is the name of the file. The default
 * deck comes first, and those of the other lessons come last, whether they have a file or not.
 *
 * Faults: no default deck; a lesson that there is not; YAML, keys and values that are not as they should be; an act or a slide
 * that is unknown, there twice, or out of order; minutes that do not add up; a talk that goes on with no deck or never ends.
 *
 * @param folder path of the content folder
 */
export function readDecks(folder: string, lessons: readonly Lesson[]): ReadDecks {
	const names = existsSync(join(folder, 'decks'))
		? readdirSync(join(folder, 'decks')).filter((file) => /\.ya?ml$/.test(file))
		: [];
	const faults: string[] = [];
	const decks: Loose[] = [];
	const then = new Map<string, string>();
	if (!names.includes(`${DEFAULT_DECK}.yaml`)) {
		faults.push(`decks/${DEFAULT_DECK}.yaml: is missing; it is the deck where none is asked for`);
	}
	for (const file of names.sort()) {
		const path = join('decks', file);
		const name = /^([a-z0-9]+(?:-[a-z0-9]+)*)\.yaml$/.exec(file)?.[1];
		if (name === undefined) {
			faults.push(
				`${path}: a deck is named in small letters, digits and hyphens, and ends in .yaml`
			);
			continue;
		}
		const matter = readMatter(DeckMatter, readFileSync(join(folder, path), 'utf8'));
		const made = matter.ok
			? deckOf(name, matter.value, lessons)
			: { value: null, faults: matter.faults };
		faults.push(...made.faults.map((fault) => `${path}: ${fault}`));
		if (made.value) decks.push(made.value);
		if (matter.ok && matter.value.then !== undefined) then.set(name, matter.value.then);
	}
	if (faults.length > 0) return { ok: false, faults };
	const isDefault = (deck: Loose) => deck.name === DEFAULT_DECK;
	const whole = lessons
		.filter(({ slug }) => !decks.some(({ name }) => name === defaultDeckOf(slug)))
		.map(({ slug, title }) => {
			return deckOf(slug, { lesson: slug, title, language: 'en', questions: true }, lessons).value!;
		});
	const all = [...decks.filter(isDefault), ...decks.filter((one) => !isDefault(one)), ...whole];
	const talks = strung(all, then);
	return talks.faults.length === 0
		? { ok: true, value: talks.value }
		: { ok: false, faults: talks.faults.map(([name, fault]) => `decks/${name}.yaml: ${fault}`) };
}

function deckOf(
	name: string,
	{
		lesson: slug,
		title,
		speaker,
		contact,
		date,
		language,
		minutes,
		questions,
		acts: chosen
	}: Matter,
	lessons: readonly Lesson[]
): Result<Loose | null> {
	const lesson = lessons.find((one) => one.slug === slug);
	if (!lesson) return { value: null, faults: [`there is no lesson "${slug}" in content/`] };
	const { course, needs, recording, acts, slides } = lesson;
	const wanted =
		chosen ?? acts.map(({ slug }) => ({ act: slug, slides: undefined, minutes: undefined }));
	const faults = listFaults(
		wanted.map(({ act }) => act),
		acts.map(({ slug }) => slug),
		'act'
	);
	const shown: Slide[] = [];
	const parts = wanted.map((one) => {
		const all = slides.filter((slide) => slide.act === one.act);
		const named = one.slides?.map((slide) => qualified(lesson.slug, slide));
		faults.push(...slideFaults({ act: one.act, slides: named }, all, slides));
		const own = all.filter(({ slug }) => named?.includes(slug) ?? true);
		shown.push(...own);
		const whole = acts.find(({ slug }) => slug === one.act)?.minutes ?? 0;
		return { minutes: one.minutes, share: (whole * own.length) / Math.max(1, all.length) };
	});
	const plan = planned(parts, minutes);
	if (!plan.ok && faults.length === 0) faults.push(plan.fault);
	const times = plan.ok ? plan.minutes : [];
	return {
		faults,
		value: {
			name,
			lesson: lesson.slug,
			course,
			needs,
			recording,
			title,
			speaker: speaker ?? null,
			contact: contact ?? [],
			date: date ?? null,
			language,
			minutes: times.reduce((sum, one) => sum + one, 0),
			questions,
			acts: wanted.map(({ act }, index) => ({
				...acts.find(({ slug }) => slug === act)!,
				minutes: times[index]!
			})),
			slides: shown.map((slide, index) => ({
				...slide,
				number: index + 1,
				asks: questions ? slide.asks : 0
			}))
		}
	};
}

function slideFaults(
	{ act, slides: wanted }: { act: string; slides?: string[] | undefined },
	own: readonly Slide[],
	all: readonly Slide[]
): string[] {
	if (!wanted || own.length === 0) return [];
	const elsewhere = wanted.flatMap((slug) =>
		all.filter((one) => one.slug === slug && one.act !== act)
	);
	const here = wanted.filter((slug) => !elsewhere.some((one) => one.slug === slug));
	return [
		...elsewhere.map(
			(one) => `the slide "${one.slug}" is of the act "${one.act}", not of "${act}"`
		),
		...listFaults(
			here,
			own.map(({ slug }) => slug),
			'slide'
		)
	];
}

/** What is wrong with a list that shall name some of the known things, in their order. */
function listFaults(wanted: readonly string[], known: readonly string[], what: string): string[] {
	const unknown = wanted.filter((slug) => !known.includes(slug));
	if (unknown.length > 0) return unknown.map((slug) => `there is no ${what} "${slug}" in content/`);
	const twice = wanted.filter((slug, index) => wanted.indexOf(slug) !== index);
	if (twice.length > 0)
		return [...new Set(twice)].map((slug) => `the ${what} "${slug}" is there twice`);
	const misplaced = wanted.findIndex(
		(slug, index) => index > 0 && known.indexOf(slug) < known.indexOf(wanted[index - 1]!)
	);
	return misplaced < 0
		? []
		: [
				`the ${what} "${wanted[misplaced]}" stands behind "${wanted[misplaced - 1]}", but the call comes to it earlier`
			];
}
