import { describe, expect, it } from 'vitest';
import { operationsOf } from '../../src/lib/deck/code';
import { PROGRAMS, program } from '../../src/lib/deck/program';
import { slides } from '../../src/lib/deck';
import type { Source } from '../../src/lib/steps/step';
import { STEPS } from '../call/course';

const SOURCES: Source[] = ['camera', 'pattern', 'none'];
const COMBINATIONS = SOURCES.flatMap((john) => SOURCES.map((jane) => [john, jane] as const));

/** What stands between the tags of the program's script. */
function scriptOf(html: string): string {
	const scripts = [...html.matchAll(/<script type="module">\n([\s\S]*?)<\/script>/g)];
	expect(scripts).toHaveLength(1);
	return scripts[0]![1]!;
}

/** The code without white space at the beginning of its lines. */
const flat = (code: string) => code.replace(/^\s+/gm, '');

const AsyncFunction = (async () => {}).constructor as new (code: string) => unknown;

describe.each(COMBINATIONS)('the program with John’s source %s and Jane’s %s', (john, jane) => {
	const html = program({ john, jane });
	const script = scriptOf(html);

	it('is JavaScript that a browser can read', () => {
		// A module is strict code that may await at its top, as an async function is.
		expect(() => new AsyncFunction(`'use strict';\n${script}`)).not.toThrow();
	});

	it('depends on nothing', () => {
		expect(script).not.toMatch(/\b(import|export|require)\b/);
		expect(html).not.toMatch(/\b(src|href)=/);
		expect(html).not.toMatch(/https?:/);
	});

	it.each(STEPS.map(({ id }) => id))('has the code of %s', (id) => {
		const sources = { john, jane };
		const operations = operationsOf(id).filter(
			({ peer, source }) => source === null || source === sources[peer]
		);
		expect(operations.length).toBeGreaterThan(0);
		for (const { code } of operations) expect(flat(script)).toContain(flat(code));
	});

	it('has the test pattern only where somebody sends it', () => {
		const sends = john === 'pattern' || jane === 'pattern';
		expect(script.includes('function testPattern(')).toBe(sends);
	});

	it('asks for the camera only where somebody sends it', () => {
		const asks = [john, jane].filter((source) => source === 'camera').length;
		expect(script.split('getUserMedia(').length - 1).toBe(asks);
	});
});

describe('the program', () => {
	const script = scriptOf(program(PROGRAMS['test-pattern']));

	it('tells the steps in their order, under the titles of their slides', () => {
		const titles = STEPS.map(({ id }) => slides.find(({ step }) => step === id)!.title);
		const places = titles.map((title) => script.indexOf(`\n// ${title}\n`));
		expect(places).not.toContain(-1);
		expect(places).toEqual(places.toSorted((a, b) => a - b));
	});

	it('hangs up when its button is pressed, and not before', () => {
		const calls = script.indexOf("element('hang-up').onclick");
		expect(calls).toBeGreaterThan(0);
		expect(script.indexOf('john.send({ bye: true })')).toBeGreaterThan(calls);
		expect(script.lastIndexOf('await jane.receive();')).toBeGreaterThan(calls);
	});

	it('is an HTML document of its own', () => {
		const html = program(PROGRAMS.camera);
		expect(html).toMatch(/^<!doctype html>\n<html lang="en">/);
		expect(html).toMatch(/<meta charset="utf-8">/);
		expect(html.match(/<video /g)).toHaveLength(2);
	});

	it('is offered with the test pattern, and with John’s camera', () => {
		expect(PROGRAMS).toEqual({
			'test-pattern': { john: 'pattern', jane: 'pattern' },
			camera: { john: 'camera', jane: 'pattern' }
		});
	});

	it('has no types and no tabs left', () => {
		expect(script).not.toMatch(/\t/);
		expect(script).not.toMatch(/: (MediaStream|string|number|Promise)\b/);
	});
});
