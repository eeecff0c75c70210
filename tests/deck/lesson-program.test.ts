import { Linter } from 'eslint';
import globals from 'globals';
import { describe, expect, it } from 'vitest';
import { lessons, slides } from '../../src/lib/deck';
import { operationsOf } from '../../src/lib/deck/code';
import { lessonProgram } from '../../src/lib/deck/lesson-program';
import { ALL_PROGRAMS } from '../../src/lib/deck/program';

const PATTERN = { john: 'pattern', jane: 'pattern' } as const;

/** The code without white space at the beginning of its lines. */
const flat = (code: string) => code.replace(/^\s+/gm, '');

const AsyncFunction = (async () => {}).constructor as new (code: string) => unknown;

describe.each(lessons)('the program of the lesson $slug', (lesson) => {
	const html = lessonProgram(lesson, PATTERN);
	const { steps, begins } = lesson.course;
	const [, performed, runtime] =
		/<script type="module">\n([\s\S]*?)<\/script>[\s\S]*<script>\n([\s\S]*?)<\/script>/.exec(html)!;

	it('is JavaScript that a browser can read', () => {
		// A module is strict code that may await at its top, as an async function is.
		expect(() => new AsyncFunction(`'use strict';\n${performed}`)).not.toThrow();
		expect(() => new Function(runtime!)).not.toThrow();
	});

	it('depends on nothing', () => {
		expect(performed! + runtime!).not.toMatch(/\b(import|export|require)\b/);
		expect(html).not.toMatch(/\b(src|href)=/);
		expect(html).not.toMatch(/https?:/);
	});

	it('has everything that it calls by name', () => {
		const code = `${runtime}\nasync () => {\n${performed}\n};`;
		const said = new Linter().verify(code, {
			languageOptions: { globals: globals.browser },
			rules: { 'no-undef': 'error' }
		});
		expect(said.map(({ line, message }) => `${line}: ${message}`)).toEqual([]);
	});

	it('has no types and no tabs left', () => {
		expect(performed! + runtime!).not.toMatch(/\t|: (MediaStream|string|number|Promise|Person)\b/);
	});

	it('has the code of each step under the title of its slide, in their order', () => {
		let at = 0;
		for (const { id } of steps) {
			const { title } = slides.find(({ step }) => step === id)!;
			at = performed!.indexOf(`title: '${title}'`, at);
			expect(at, id).toBeGreaterThan(0);
			for (const { source, code } of operationsOf(id)) {
				if (source === null || source === 'pattern') {
					expect(flat(performed!.slice(at))).toContain(flat(code));
				}
			}
			at += 1;
		}
	});

	it('performs at once what the lesson builds on', () => {
		const [before, own] = performed!.split('\nconst lesson = [\n');
		expect(before!.split('title: ')).toHaveLength(begins + 1);
		expect(own!.split('title: ')).toHaveLength(steps.length - begins + 1);
	});
});

it('there is one of each lesson, and of the call one with the camera as well', () => {
	expect([...ALL_PROGRAMS.keys()]).toEqual([
		'test-pattern',
		'camera',
		...lessons.slice(1).map(({ slug }) => slug)
	]);
});

it('the programs of the lessons have the picture that is sent, and only those that show one have videos', () => {
	const programOf = (slug: string) => ALL_PROGRAMS.get(slug)!();
	expect(programOf('glare')).toContain('function testPattern(');
	expect(programOf('glare')).toContain('<video ');
	expect(programOf('dtls')).not.toContain('function testPattern(');
	expect(programOf('dtls')).not.toContain('<video ');
});
