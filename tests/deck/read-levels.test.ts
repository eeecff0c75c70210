import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { copyOfContent, faultsOf, forgetFolders, read } from './content';
import { documentAt, linksIn, slideText } from './slides';

afterEach(forgetFolders);

const LEVEL = {
	title: 'title: One digit',
	kind: 'kind: find',
	summary: 'summary: A sentence.',
	told: 'told: It fails.',
	task: 'task: Point at it.',
	goal: 'goal: connected',
	variations: 'variations:\n  - faults: [{ do: lose, to: jane, of: offer }]',
	mend: 'mend: Carry it.',
	hints: 'hints: [Look.]',
	after: 'after: Why.'
};

const yamlOf = (changed: Partial<Record<keyof typeof LEVEL | 'more', string>>) =>
	Object.values({ ...LEVEL, ...changed })
		.filter((line) => line !== '')
		.join('\n');

const FILE = 'levels/02-ice/99-extra.yaml';

/** What is found in a level that is written so. */
function faultsOfLevel(changed: Parameters<typeof yamlOf>[0]): readonly string[] {
	const content = copyOfContent();
	content.write(FILE, yamlOf(changed));
	return faultsOf(content.folder);
}

const fault = (one: string) => ({ variations: `variations:\n  - faults: [${one}]` });

describe('a file that is named as no level is', () => {
	it.each(['levels/02-ice/Extra.yaml', 'levels/02-ice/99-extra.yml', 'levels/notes.yaml'])(
		'%s is a fault, and not left out without a word',
		(file) => {
			const content = copyOfContent();
			content.write(file, yamlOf({}));
			expect(faultsOf(content.folder)).toEqual([
				`${file}: is neither a topic nor a level; they are named 01-small-letters`
			]);
		}
	);
});

describe('a level', () => {
	it('is what its file says, its texts as HTML, its steps called as they are beyond their lesson', () => {
		const content = copyOfContent();
		content.write(
			FILE,
			yamlOf({
				told: 'told: "It is `failed`.\\n\\nBoth see it."',
				task: 'task: Point at *it*.',
				after: 'after: See [the words](/walk/vocabulary).',
				more: 'lesson: trickle\nopens: john-sends-offer'
			})
		);
		const level = read(content.folder).topics[1]!.levels.at(-1)!;
		expect(level).toMatchObject({
			slug: 'ice/extra',
			topic: 'ice',
			title: 'One digit',
			lesson: 'trickle',
			opens: 'trickle/john-sends-offer',
			told: '<p>It is <code>failed</code>.</p><p>Both see it.</p>',
			task: 'Point at <em>it</em>.',
			hints: ['Look.'],
			after: '<p>See <a href="/walk/vocabulary">the words</a>.</p>',
			variations: [{ faults: [{ do: 'lose', to: 'jane', of: 'offer' }] }]
		});
	});

	it('is of the first lesson, and opens at its end, unless it says otherwise', () => {
		const content = copyOfContent();
		content.write(FILE, yamlOf({}));
		const level = read(content.folder).topics[1]!.levels.at(-1)!;
		expect(level).toMatchObject({ lesson: 'call', opens: null });
	});

	it.each<[string, Parameters<typeof yamlOf>[0], string]>([
		['no title', { title: '' }, 'title is missing'],
		['an unknown key', { more: 'colour: red' }, 'unknown key "colour"'],
		['another kind', { kind: 'kind: guess' }, 'kind must be find or make'],
		['a goal that there is not', { goal: 'goal: happy' }, 'there is no goal "happy"'],
		['no variation', { variations: 'variations: []' }, 'variations is empty'],
		[
			'a fault of nobody',
			fault('{ do: lose, to: mary, of: offer }'),
			'variations.0.faults.0: a peer is one of john, jane'
		],
		[
			'a fault of no message',
			fault('{ do: lose, to: jane, of: letter }'),
			'variations.0.faults.0: of is one of offer, answer, candidate'
		],
		[
			'a change that there is not',
			fault('{ do: change, to: jane, of: offer, change: all }'),
			'variations.0.faults.0: there is no ready-made change "all"'
		],
		[
			'a step that is moved and is none',
			fault('{ do: move, step: jane-waves, behind: jane-creates-answer }'),
			'There is no step "jane-waves" to move.'
		],
		[
			'nothing to be found',
			{ variations: 'variations: [{}]' },
			'there is nothing to be found in a variation without faults'
		],
		[
			'a fault where something is to be brought about',
			{ kind: 'kind: make', mend: '' },
			'something is to be brought about, and nothing is wrong with the call: it has no faults'
		],
		[
			'no word on mending',
			{ mend: '' },
			'mend says what mending is, where something is to be found, and only there'
		],
		['four hints', { hints: 'hints: [a, b, c, d]' }, 'there are more than 3 hints'],
		[
			'a lesson that there is not',
			{ more: 'lesson: waving' },
			'there is no lesson "waving" in content/'
		],
		[
			'a beginning at no step',
			{ more: 'opens: jane-waves' },
			'there is no step "jane-waves" in the lesson "call"'
		],
		[
			'a beginning at a step of another lesson',
			{ more: 'lesson: trickle\nopens: jane-sends-answer' },
			'there is no step "jane-sends-answer" in the lesson "trickle"'
		]
	])('with %s fails, with file and reason', (_, changed, says) => {
		expect(faultsOfLevel(changed)).toEqual([`${FILE}: ${says}`]);
	});

	it('is the only one of its name in its topic', () => {
		const content = copyOfContent();
		content.write('levels/02-ice/98-extra.yaml', yamlOf({}));
		content.write(FILE, yamlOf({}));
		expect(faultsOf(content.folder)).toEqual(['levels/02-ice: two levels are called "ice/extra"']);
	});

	it('is of a topic, which has a title', () => {
		const content = copyOfContent();
		content.remove('levels/02-ice/topic.yaml');
		expect(faultsOf(content.folder)).toEqual([
			'levels/02-ice/topic.yaml: is missing; it gives the topic its title'
		]);
	});
});

describe('the levels of this site', () => {
	const { topics } = read('content');
	const levels = topics.flatMap((topic) => topic.levels);
	const files = readdirSync('content/levels', { recursive: true, encoding: 'utf8' })
		.filter((path) => path.endsWith('.yaml'))
		.map((path) => join('content/levels', path));

	it('are read without a fault: sixteen at least, in four topics', () => {
		expect(topics).toHaveLength(4);
		expect(levels.length).toBeGreaterThanOrEqual(16);
		for (const { levels } of topics) expect(levels.length).toBeGreaterThan(2);
	});

	it('are each called by another name, and have hints', () => {
		expect(new Set(levels.map(({ title }) => title)).size).toBe(levels.length);
		for (const { slug, hints } of levels) expect(hints.length, slug).toBeGreaterThan(0);
	});

	it('name a peer only where each variation has one', () => {
		for (const { slug, variations, told, task, hints } of levels) {
			if (!/\{(peer|other)\}/.test([told, task, ...hints].join())) continue;
			expect(
				variations.every(({ peer }) => peer !== undefined),
				slug
			).toBe(true);
		}
	});

	it.each(files)('%s cites by their names documents that the references have', (file) => {
		const referenced = new Set(linksIn(slideText('references')).map(({ url }) => documentAt(url)));
		for (const { text, url } of linksIn(readFileSync(file, 'utf8'))) {
			if (url.startsWith('/')) continue;
			expect(referenced, url).toContain(documentAt(url));
			const [, number, section] = /rfc(\d+)\.html(?:#section-([\d.]+))?$/.exec(url) ?? [];
			if (number !== undefined) expect(text).toBe(`RFC ${number} §${section}`);
		}
	});
});
