import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type * as v from 'valibot';
import { courseOfLevel } from '../levels/course.ts';
import type { Level, LevelFault, Topic, Variation } from '../levels/level.ts';
import { qualified } from '../lessons/names.ts';
import type { Lesson } from './content.ts';
import { readMatter } from './front-matter.ts';
import { LevelMatter, TopicMatter } from './level-matter.ts';
import { numbered, slugOf } from './numbered.ts';
import { proseHtml, sentenceHtml } from './prose.ts';

/** Topics that were read, or all that is wrong with them, each with its file. */
export type ReadLevels = { ok: true; value: Topic[] } | { ok: false; faults: string[] };

type Matter = v.InferOutput<typeof LevelMatter>;

const TOPIC = 'topic.yaml';

/**
 * Reads the levels: in `levels/` a folder a topic with its `topic.yaml`, in it a YAML file a level, numbered for
 * their order; the numbers are not part of the names.
 *
 * Faults: a topic without `topic.yaml`, YAML, keys and values that are not as they should be, a lesson or a step that
 * there is not, two levels with one name, and a file or a folder that is not named as one of them.
 *
 * @param folder path of the content folder
 * @param base the site’s base path
 */
export function readLevels(folder: string, lessons: readonly Lesson[], base: string): ReadLevels {
	const faults: string[] = [];
	const place = join(folder, 'levels');
	if (!existsSync(place)) return { ok: true, value: [] };
	faults.push(...strangers(folder, 'levels', []));
	const topics = numbered(place).map((name): Topic => {
		const slug = slugOf(name);
		faults.push(...strangers(folder, join('levels', name), [TOPIC]));
		const file = join('levels', name, TOPIC);
		const yaml = existsSync(join(folder, file)) ? readFileSync(join(folder, file), 'utf8') : null;
		const matter = yaml === null ? null : readMatter(TopicMatter, yaml);
		if (matter === null) faults.push(`${file}: is missing; it gives the topic its title`);
		else if (!matter.ok) faults.push(...matter.faults.map((fault) => `${file}: ${fault}`));
		const { title, about } = matter?.ok ? matter.value : { title: slug, about: '' };
		const files = numbered(join(folder, 'levels', name)).filter((one) => one.endsWith('.yaml'));
		const levels = files.flatMap((one): Level[] => {
			const path = join('levels', name, one);
			const read = readLevel(join(folder, path), lessons);
			faults.push(...read.faults.map((fault) => `${path}: ${fault}`));
			return read.matter ? [levelOf(`${slug}/${slugOf(one)}`, slug, read.matter, base)] : [];
		});
		faults.push(
			...levels
				.filter(({ slug }, at) => levels.findIndex((one) => one.slug === slug) !== at)
				.map(({ slug }) => `levels/${name}: two levels are called "${slug}"`)
		);
		return { slug, title, about, levels };
	});
	return faults.length > 0 ? { ok: false, faults } : { ok: true, value: topics };
}

/** What would be left out without a word, for its name: a level that nobody sees. */
function strangers(folder: string, place: string, known: readonly string[]): string[] {
	const named = numbered(join(folder, place)).filter(
		(name) => place === 'levels' || name.endsWith('.yaml')
	);
	return readdirSync(join(folder, place))
		.filter((name) => ![...named, ...known].includes(name))
		.map(
			(name) =>
				`${join(place, name)}: is neither a topic nor a level; they are named 01-small-letters`
		);
}

function readLevel(
	path: string,
	lessons: readonly Lesson[]
): { matter: Matter | null; faults: string[] } {
	const read = readMatter(LevelMatter, readFileSync(path, 'utf8'));
	if (!read.ok) return { matter: null, faults: read.faults };
	const faults = placeFaults(read.value, lessons);
	return faults.length > 0 ? { matter: null, faults } : { matter: read.value, faults };
}

/** What is wrong with where a level is: its lesson, the step that it opens at, and those that it moves. */
function placeFaults(
	{ lesson: slug, opens, variations }: Matter,
	lessons: readonly Lesson[]
): string[] {
	const lesson = lessons.find((one) => one.slug === slug);
	if (!lesson) return [`there is no lesson "${slug}" in content/`];
	const own = lesson.course.steps.slice(lesson.course.begins);
	const isStep = opens === undefined || own.some(({ id }) => id === qualified(slug, opens));
	const faults = isStep ? [] : [`there is no step "${opens}" in the lesson "${slug}"`];
	for (const variation of variations) {
		try {
			courseOfLevel(lesson.course, { faults: faultsIn(slug, variation.faults) });
		} catch (error) {
			faults.push((error as Error).message);
		}
	}
	return faults;
}

/** The faults as the course knows their steps. */
function faultsIn(lesson: string, faults: Matter['variations'][number]['faults']): LevelFault[] {
	return faults.map((fault) =>
		fault.do === 'move'
			? { ...fault, step: qualified(lesson, fault.step), behind: qualified(lesson, fault.behind) }
			: fault
	);
}

function levelOf(slug: string, topic: string, matter: Matter, base: string): Level {
	const { title, kind, summary, lesson, opens, told, task, goal, mend, hints, after } = matter;
	return {
		slug,
		topic,
		title,
		kind,
		summary,
		lesson,
		opens: opens === undefined ? null : qualified(lesson, opens),
		told: proseHtml(told, base),
		task: sentenceHtml(task, base),
		goal,
		variations: matter.variations.map(({ faults, peer }): Variation => ({
			faults: faultsIn(lesson, faults),
			...(peer !== undefined && { peer })
		})),
		mend: mend === undefined ? null : sentenceHtml(mend, base),
		hints: hints.map((hint) => sentenceHtml(hint, base)),
		after: proseHtml(after, base)
	};
}
