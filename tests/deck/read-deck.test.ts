import { renameSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { DeckError } from '../../src/lib/deck/read-deck';
import { TABLE } from '../steps/table';
import { copyOfContent, faultsOf, forgetFolders, read } from './content';

afterEach(forgetFolders);

const SLUGS = {
	opening: ['what-is-webrtc', 'architecture', 'vocabulary', 'what-an-app-does', 'john-and-jane'],
	'john-prepares': ['john-creates-peer-connection', 'john-gets-media', 'john-adds-tracks'],
	'john-offers': ['john-creates-offer', 'john-sets-local-description', 'john-sends-offer'],
	'jane-answers': [
		'jane-creates-peer-connection',
		'jane-sets-remote-description',
		'jane-gets-media',
		'jane-adds-tracks',
		'jane-creates-answer',
		'jane-sets-local-description',
		'jane-sends-answer'
	],
	'john-accepts': ['john-sets-remote-description'],
	ice: [
		'candidates-appear',
		'john-sends-candidate',
		'jane-adds-candidate',
		'jane-sends-candidate',
		'john-adds-candidate',
		'remaining-candidates',
		'connected'
	],
	'in-the-call': ['media-flows', 'john-hangs-up'],
	code: ['show-me-the-code', 'where-next', 'references', 'thanks']
};

/** A slide of an idea, which no step needs. */
const IDEA = '01-call/01-opening/01-what-is-webrtc.md';
const OFFER = '01-call/03-john-offers/01-john-creates-offer.md';

describe('the slides as they are', () => {
	const { lessons, notes } = read('content');
	const { acts, slides } = lessons[0]!;

	it('stand in eight acts, in the order of the talk', () => {
		expect(acts.map(({ slug }) => slug)).toEqual(Object.keys(SLUGS));
	});

	it('are thirty-two, in the order of the talk', () => {
		expect(slides.map(({ act, slug }) => [act, slug])).toEqual(
			Object.entries(SLUGS).flatMap(([act, slugs]) => slugs.map((slug) => [act, slug]))
		);
		expect(slides).toHaveLength(32);
	});

	it('are numbered from 1, and know their files', () => {
		expect(slides.map(({ number }) => number)).toEqual(slides.map((_, index) => index + 1));
		expect(slides[8]!.file).toBe('01-call/03-john-offers/01-john-creates-offer.md');
	});

	it('explain each step on the slide that is named like it', () => {
		const explaining = slides.filter(({ step }) => step !== null);
		expect(explaining.map(({ step }) => step)).toEqual(TABLE.map(([id]) => id));
		for (const { slug, step } of explaining) expect(slug).toBe(step);
	});

	it('have titles, each of its own', () => {
		for (const { title } of slides) expect(title.trim()).not.toBe('');
		expect(new Set(slides.map(({ title }) => title)).size).toBe(slides.length);
	});

	it('have speaker notes', () => {
		for (const { slug } of slides) expect(notes[slug], slug).toMatch(/\S/);
	});

	it('know how many steps are performed when they are opened', () => {
		const steps = Object.fromEntries(slides.map(({ slug, steps }) => [slug, steps]));
		expect(steps).toMatchObject({
			'john-and-jane': 0,
			'john-creates-peer-connection': 0,
			'john-creates-offer': 3,
			'candidates-appear': 14,
			connected: 19,
			thanks: 20
		});
	});
});

describe('a fault of the content', () => {
	const faults: [
		what: string,
		damage: (content: ReturnType<typeof copyOfContent>) => void,
		says: string[]
	][] = [
		['no title', ({ matter }) => matter(IDEA, 'notes: n'), [`${IDEA}: title is missing`]],
		['an empty title', ({ matter }) => matter(IDEA, 'title: ""'), [`${IDEA}: title is empty`]],
		['a blank title', ({ matter }) => matter(IDEA, 'title: "  "'), [`${IDEA}: title is empty`]],
		[
			'an unknown key',
			({ matter }) => matter(IDEA, 'title: T\ncolour: red'),
			[`${IDEA}: unknown key "colour"`]
		],
		[
			'words for the stage that are none',
			({ matter }) => matter(IDEA, 'title: T\nstage:\n  line: ""\n  colour: red'),
			[`${IDEA}: stage: line is empty`, `${IDEA}: unknown key "stage.colour"`]
		],
		[
			'a line of the stage that is code alone',
			({ matter }) => matter(IDEA, 'title: T\nstage:\n  line: "`active = true`"'),
			[`${IDEA}: stage: line is shorter than 15 characters, and is to describe the page as well`]
		],
		[
			'an unknown step',
			({ matter }) => matter(IDEA, 'title: T\nstep: john-waves'),
			[`${IDEA}: there is no step "john-waves" in src/lib/steps/call`]
		],
		[
			'a step without a slide',
			({ remove }) => remove(OFFER),
			['src/lib/steps/call/john-creates-offer.ts: the step has no slide']
		],
		[
			'two slides for a step',
			({ matter }) => matter(IDEA, 'title: T\nstep: john-creates-offer'),
			[`${IDEA} and ${OFFER}: two slides for the step "john-creates-offer"`]
		],
		[
			'steps out of their order',
			({ folder }) =>
				renameSync(
					join(folder, '01-call/03-john-offers/02-john-sets-local-description.md'),
					join(folder, '01-call/03-john-offers/04-john-sets-local-description.md')
				),
			[
				'01-call/03-john-offers/03-john-sends-offer.md: the step "john-sends-offer" stands where "john-sets-local-description" is performed'
			]
		],
		[
			'two slides with one slug',
			({ write }) => write('01-call/08-code/05-architecture.md', '---\ntitle: Again\n---\n'),
			[
				'01-call/08-code/05-architecture.md: its slug "architecture" is already that of 01-call/01-opening/02-architecture.md'
			]
		],
		[
			'no front matter',
			({ write }) => write(IDEA, 'Only text.\n'),
			[`${IDEA}: has no front matter; it begins with --- and gives a title`]
		],
		[
			'front matter that never ends',
			({ write }) => write(IDEA, '---\ntitle: T\n\nText.\n'),
			[`${IDEA}: has no front matter; it begins with --- and gives a title`]
		],
		[
			'an act without its file',
			({ remove }) => remove('01-call/06-ice/act.yaml'),
			['01-call/06-ice/act.yaml: is missing; it gives the act its title']
		],
		[
			'an act without a short title',
			({ write }) => write('01-call/06-ice/act.yaml', 'title: ICE\nminutes: 9\n'),
			['01-call/06-ice/act.yaml: short is missing']
		],
		[
			'an act with an unknown key',
			({ write }) =>
				write('01-call/06-ice/act.yaml', 'title: ICE\nshort: ICE\nminutes: 9\nlong: no\n'),
			['01-call/06-ice/act.yaml: unknown key "long"']
		],
		[
			'an act without planned minutes',
			({ write }) => write('01-call/06-ice/act.yaml', 'title: ICE\nshort: ICE\n'),
			['01-call/06-ice/act.yaml: minutes is missing']
		],
		[
			'notes that are no text',
			({ matter }) => matter(IDEA, 'title: T\nnotes: [1, 2]'),
			[`${IDEA}: notes must be text`]
		],
		[
			'a step that is no text',
			({ matter }) => matter(IDEA, 'title: T\nstep: 7'),
			[`${IDEA}: step must be the id of a step`]
		]
	];

	it.each(faults)('is found, with file and reason: %s', (_, damage, says) => {
		const content = copyOfContent();
		damage(content);
		expect(faultsOf(content.folder)).toEqual(says);
	});

	it('is found, with file and reason: front matter that is not YAML', () => {
		const content = copyOfContent();
		content.matter(IDEA, 'title: "never closed');
		const [fault, ...others] = faultsOf(content.folder);
		expect(fault).toMatch(
			/^01-call\/01-opening\/01-what-is-webrtc\.md: the front matter is not YAML: \S.*$/
		);
		expect(others).toEqual([]);
	});

	it('is found, with file and reason: a key that is there twice', () => {
		const content = copyOfContent();
		content.matter(IDEA, 'title: One\ntitle: Two');
		expect(faultsOf(content.folder).join()).toMatch(/01-what-is-webrtc\.md: .*not YAML/);
	});

	it('is not called missing where a title is there and is no text', () => {
		const content = copyOfContent();
		content.matter(IDEA, 'title: 2026');
		const [fault] = faultsOf(content.folder);
		expect(fault).toMatch(/^01-call\/01-opening\/01-what-is-webrtc\.md: title/);
		expect(fault).not.toMatch(/missing/);
	});

	it('is explained where the front matter is text or a list instead of keys', () => {
		const content = copyOfContent();
		content.matter(IDEA, 'only words');
		const [fault] = faultsOf(content.folder);
		expect(fault).toMatch(/^01-call\/01-opening\/01-what-is-webrtc\.md: /);
		expect(fault).toMatch(/keys|title|object/i);
	});

	it('of a step’s slide does not make its step one without a slide', () => {
		const content = copyOfContent();
		content.matter(OFFER, 'title: T\nstep: john-creates-offer\ncolour: red');
		expect(faultsOf(content.folder)).toEqual([`${OFFER}: unknown key "colour"`]);
	});

	it('does not hide the others: all are named at once', () => {
		const content = copyOfContent();
		content.matter(IDEA, 'title: ""');
		content.remove('01-call/06-ice/act.yaml');
		content.matter('01-call/01-opening/02-architecture.md', 'colour: red');
		expect(faultsOf(content.folder)).toEqual([
			`${IDEA}: title is empty`,
			'01-call/01-opening/02-architecture.md: title is missing',
			'01-call/01-opening/02-architecture.md: unknown key "colour"',
			'01-call/06-ice/act.yaml: is missing; it gives the act its title'
		]);
	});

	it('is thrown with all of them in its message', () => {
		const content = copyOfContent();
		content.matter(IDEA, 'title: ""');
		content.remove('01-call/06-ice/act.yaml');
		const reading = () => read(content.folder);
		expect(reading).toThrow(DeckError);
		expect(reading).toThrow(
			`The slides in content/ have faults:\n  ${IDEA}: title is empty\n  01-call/06-ice/act.yaml: is missing; it gives the act its title`
		);
	});
});

describe('a content folder', () => {
	it('may hold other files, which are no slides', () => {
		const content = copyOfContent();
		content.write('README.md', 'How to write a slide.');
		content.write('01-call/01-opening/drawing.svg', '<svg/>');
		content.write('01-call/01-opening/notes.md', 'No number, no slide.');
		expect(faultsOf(content.folder)).toEqual([]);
	});

	it('may be written on Windows', () => {
		const content = copyOfContent();
		content.write(IDEA, content.read(IDEA).replaceAll('\n', '\r\n'));
		expect(faultsOf(content.folder)).toEqual([]);
	});

	it('is read in the order of its numbers, not of their digits', () => {
		const content = copyOfContent();
		content.write('01-call/08-code/10-epilogue.md', '---\ntitle: Epilogue\n---\n');
		expect(read(content.folder).lessons[0]!.slides.at(-1)!.slug).toBe('epilogue');
	});
});
