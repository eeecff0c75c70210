import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { readDeck } from '../../src/lib/deck/read-deck';
import { copyOfContent, faultsOf, forgetFolders, read, STEPS_OF } from './content';

afterEach(forgetFolders);

describe('lessons', () => {
	const LESSON = 'title: L\nsummary: S.\nminutes: 3\n';

	/** The faults of a lesson of one slide, whose `lesson.yaml` is this. */
	function faultsOfLesson(yaml: string, folder = '99-extra') {
		const content = copyOfContent();
		mkdirSync(join(content.folder, folder, '01-act'), { recursive: true });
		content.write(`${folder}/lesson.yaml`, yaml);
		content.write(`${folder}/01-act/act.yaml`, 'title: A\nshort: A\nminutes: 1\n');
		content.write(`${folder}/01-act/01-idea.md`, '---\ntitle: I\n---\n\nText.\n');
		return { faults: faultsOf(content.folder), folder: content.folder };
	}

	it('are each a folder, in the order of their numbers; their names stand before those of their slides', () => {
		const { faults, folder } = faultsOfLesson(LESSON);
		expect(faults).toEqual([]);
		const { lessons } = read(folder);
		expect(lessons[0]!.slug).toBe('call');
		expect(lessons.at(-1)).toMatchObject({ slug: 'extra', title: 'L', summary: 'S.', minutes: 3 });
		expect(lessons.at(-1)!.slides[0]).toMatchObject({ slug: 'extra/idea', step: null, steps: 0 });
	});

	it('begin where they say, with what was performed until then', () => {
		const { folder } = faultsOfLesson(`${LESSON}begins: call/john-creates-offer\nwire: flow\n`);
		const { course, slides } = read(folder).lessons.at(-1)!;
		expect(course).toMatchObject({ lesson: 'extra', begins: 4, wire: 'flow' });
		expect(course.steps.at(-1)).toMatchObject({
			id: 'john-creates-offer',
			title: 'John creates an offer',
			performers: ['john']
		});
		expect(slides[0]!.steps).toBe(4);
	});

	it('may have no number, and stand behind the others then', () => {
		const { folder } = faultsOfLesson(LESSON, 'extra');
		expect(read(folder).lessons.at(-1)!.slug).toBe('extra');
	});

	it.each([
		['no title', 'summary: S.\nminutes: 3', '99-extra/lesson.yaml: title is missing'],
		['an unknown key', `${LESSON}colour: red`, '99-extra/lesson.yaml: unknown key "colour"'],
		[
			'a wire that there is not',
			`${LESSON}wire: hold`,
			'99-extra/lesson.yaml: wire must be held or flow'
		],
		[
			'a beginning that is none',
			`${LESSON}begins: later`,
			'99-extra/lesson.yaml: begins is "later", which is neither fresh nor <lesson>/<step>'
		],
		[
			'a beginning at no step',
			`${LESSON}begins: call/john-waves`,
			'the lesson "extra": The lesson "extra" begins at "john-waves", which is no step.'
		]
	])('with a fault are found, with file and reason: %s', (_, yaml, says) => {
		expect(faultsOfLesson(yaml).faults).toEqual([says]);
	});

	it('are not called like a slide of the first one', () => {
		expect(faultsOfLesson(LESSON, '09-architecture').faults).toEqual([
			'the lesson "architecture" is called like a slide of the lesson "call"'
		]);
	});

	it('have a folder where they have steps', () => {
		expect(() => readDeck('content', { ...STEPS_OF, extra: [] })).toThrow(
			'src/lib/steps/extra: there is no lesson "extra" in content/'
		);
	});
});
