import { readFileSync } from 'node:fs';
import ts from 'typescript';
import { describe, expect, it } from 'vitest';
import { cutOperations } from '../../src/lib/deck/cut';
import { performers } from '../../src/lib/steps/step';
import { STEPS } from '../call/course';

const read = (id: string) => readFileSync(`src/lib/steps/call/${id}.ts`, 'utf8');

/** A step's file with these members. */
const file = (members: string, before = '') =>
	`import type { Step } from './step';\n${before}\nexport const one: Step = {\n\tid: 'one',\n${members}\n};\n`;

/** The code without its white space, to be found again in a file. */
const squeezed = (text: string) => text.replace(/\s+/g, '');

describe('the code that is cut from the file of a step', () => {
	it.each(STEPS.map(({ id }) => id))('%s: is there, word for word', (id) => {
		for (const { code } of cutOperations(read(id))) {
			expect(squeezed(read(id))).toContain(squeezed(code));
			expect(code.trim()).not.toBe('');
		}
	});

	it.each(STEPS.map(({ id }) => id))('%s: is that of its performers', (id) => {
		const step = STEPS.find((one) => one.id === id)!;
		const cuts = cutOperations(read(id));
		expect([...new Set(cuts.map(({ peer }) => peer))]).toEqual(performers(step));
		for (const peer of performers(step)) {
			const sources = cuts.filter((cut) => cut.peer === peer).map(({ source }) => source);
			expect(sources).toEqual(
				typeof step[peer] === 'object' ? ['camera', 'pattern', 'none'] : [null]
			);
		}
	});

	it.each(STEPS.map(({ id }) => id))('%s: stands at the left margin, without tabs', (id) => {
		for (const { code } of cutOperations(read(id))) {
			expect(code).toMatch(/^\S/);
			expect(code).toMatch(/\S$/);
			expect(code).not.toMatch(/\t/);
		}
	});

	it.each(STEPS.map(({ id }) => id))('%s: is plain JavaScript', (id) => {
		for (const { code } of cutOperations(read(id))) {
			const { diagnostics } = ts.transpileModule(`async function run() {\n${code}\n}`, {
				fileName: 'step.js',
				reportDiagnostics: true,
				compilerOptions: { allowJs: true, target: ts.ScriptTarget.ES2022 }
			});
			expect(diagnostics).toEqual([]);
		}
	});

	it('is that of the constant which a property names', () => {
		expect(cutOperations(read('john-adds-tracks'))[0]!.code).toBe(
			'for (const track of john.stream.getTracks()) {\n  john.pc.addTrack(track, john.stream);\n}'
		);
	});

	it('says of each step of both who does what', () => {
		expect(
			cutOperations(read('john-hangs-up')).map(({ peer, code }) => [peer, code.split('\n')[0]])
		).toEqual([
			['john', 'john.send({ bye: true });'],
			['jane', 'await jane.receive();']
		]);
	});
});

describe('a file that is written otherwise', () => {
	it('keeps comments and empty lines within an operation', () => {
		const [cut] = cutOperations(
			file('\tjohn({ john }) {\n\t\t// First.\n\t\tjohn.a();\n\n\t\tjohn.b();\n\t}')
		);
		expect(cut!.code).toBe('// First.\njohn.a();\n\njohn.b();');
	});

	it('keeps the indentation within an operation', () => {
		const [cut] = cutOperations(
			file('\tjohn() {\n\t\tif (a) {\n\t\t\tb({\n\t\t\t\tc\n\t\t\t});\n\t\t}\n\t}')
		);
		expect(cut!.code).toBe('if (a) {\n  b({\n    c\n  });\n}');
	});

	it('may have its operation as an arrow function with a body', () => {
		const [cut] = cutOperations(file('\tjohn: ({ john }) => {\n\t\tjohn.a();\n\t}'));
		expect(cut!.code).toBe('john.a();');
	});

	it('may have its operation on one line', () => {
		const [cut] = cutOperations(file('\tjohn({ john }) { john.a(); }'));
		expect(cut!.code).toBe('john.a();');
	});

	it('never loses a letter of an arrow function without braces', () => {
		const cut = () => cutOperations(file('\tjohn: ({ john }) => john.pc.close()'))[0]!.code;
		let code: string;
		try {
			code = cut();
		} catch (error) {
			// To refuse it is as good, as long as it says why.
			expect(String(error)).toMatch(/not a function with a body/);
			return;
		}
		expect(code).toContain('john.pc.close()');
	});

	it('may have an operation in which there is nothing to do', () => {
		const [cut] = cutOperations(file('\tjohn() {}'));
		expect(cut!.code).toBe('');
	});

	it('may have a template that holds braces and words of its own', () => {
		const [cut] = cutOperations(file('\tjohn() {\n\t\tlog(`john: {${1}}`);\n\t}'));
		expect(cut!.code).toBe('log(`john: {${1}}`);');
	});

	it('may have other constants before the step', () => {
		const before = 'const options = { john: 1 };\nconst add = () => {\n\tgo();\n};\n';
		const cuts = cutOperations(file('\tjohn: add', before));
		expect(cuts).toEqual([{ peer: 'john', source: null, code: 'go();' }]);
	});

	it('names Jane’s operation after John’s, however they are ordered', () => {
		const cuts = cutOperations(file('\tjane() {\n\t\tb();\n\t},\n\tjohn() {\n\t\ta();\n\t}'));
		expect(cuts.map(({ peer }) => peer)).toEqual(['john', 'jane']);
	});

	it.each([
		['an empty file', ''],
		['a file without a step', 'export const nothing = 1;\n'],
		['a step in which nobody does anything', file("\tneeds: 'stable'")]
	])('is refused: %s', (_, text) => {
		expect(() => cutOperations(text)).toThrow('No operation of John or Jane was found');
	});

	it('is refused, with the words in question, where an operation is no function', () => {
		expect(() => cutOperations(file('\tjohn: elsewhere'))).toThrow(
			'john: elsewhere is not a function with a body.'
		);
	});
});
