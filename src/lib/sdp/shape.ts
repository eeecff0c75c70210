import { emptyProblem } from './attribute-name';
import type { Fields } from './fields';

/**
 * Reads a line's value, from an offset on, into fields. What it cannot read it leaves to
 * `readRest`, and says why in `fields.problem`. Never throws.
 */
export type Reader = (fields: Fields, from: number) => void;

/**
 * One step through a line. Each has all properties, used or not: steps of one form are read fastest.
 *
 * - `literal`: these characters;
 * - `word`: a run of characters up to a space or a stop;
 * - `words`: words with single spaces between them, at least one;
 * - `rest`: everything up to the end, spaces included;
 * - `optional`: further steps, where what they begin with is there.
 */
interface Step {
	readonly kind: 'literal' | 'word' | 'words' | 'rest' | 'optional';
	/** The characters of a literal, the name of a field. */
	readonly text: string;
	readonly steps: readonly Step[];
	/** What an optional step can begin with; empty where that is a word. */
	readonly first: string;
	/** The character codes that end a word. */
	readonly stops: readonly number[];
}

function step(kind: Step['kind'], text: string, steps: readonly Step[] = []): Step {
	return { kind, text, steps, first: '', stops: [] };
}

/** The characters that steps can begin with and that therefore end the word in front of them. */
function firstOf(steps: readonly Step[]): string {
	const [first, ...others] = steps;
	if (first === undefined) return '';
	if (first.kind === 'literal') return first.text.charAt(0);
	return first.kind === 'optional' ? firstOf(first.steps) + firstOf(others) : '';
}

/** The same text in the copy that the engine keeps for property names: comparing it is one look. */
function asKey(text: string): string {
	return Object.keys({ [text]: true })[0] ?? text;
}

const KINDS = new Map<string | undefined, Step['kind']>([
	['...', 'words'],
	['*', 'rest']
]);

/** `{name}`, `{name...}`, `{name*}`, `[` optional `]`, anything else as it is written. */
const PIECE = /\{([^}.*]+)(\.\.\.|\*)?\}|\[|\]|[^{}[\]]+/g;

function parseShape(shape: string): Step[] {
	const stack: Step[][] = [[]];
	for (const [piece, name, repeat] of shape.matchAll(PIECE)) {
		const steps = stack.at(-1) ?? [];
		if (piece === '[') {
			const inner: Step[] = [];
			steps.push(step('optional', '', inner));
			stack.push(inner);
		} else if (piece === ']') stack.pop();
		else if (name === undefined) steps.push(step('literal', piece));
		else steps.push(step(KINDS.get(repeat) ?? 'word', asKey(name)));
	}
	return setStops(stack[0] ?? [], '');
}

/** A word ends at a space, at what comes next in its own group, and at what follows the group. */
function setStops(steps: readonly Step[], after: string): Step[] {
	return steps.map((step, index) => {
		const next = firstOf(steps.slice(index + 1)) + after;
		return {
			...step,
			steps: setStops(step.steps, next),
			first: firstOf(step.steps),
			stops: [...next].map((sign) => sign.charCodeAt(0)).filter((code) => code !== SPACE)
		};
	});
}

const SPACE = 32;

/** Where the word ends that begins at an offset: at the end of the text, or at one of the stops. */
function wordEnd(text: string, from: number, stops: readonly number[]): number {
	// A word has few stops, and most have one or two: comparing numbers is what makes this fast.
	const [first = SPACE, second = SPACE] = stops;
	let end = from;
	while (end < text.length) {
		const code = text.charCodeAt(end);
		if (code === SPACE || code === first || code === second) break;
		if (stops.length > 2 && stops.includes(code)) break;
		end += 1;
	}
	return end;
}

const TWO_SPACES = 'There are two spaces where one should be.';
const SPACE_AT_END = 'There is a space at the end of the line, where nothing may stand.';

function readWords(fields: Fields, name: string, from: number): number {
	const { text } = fields;
	let at = from;
	while (at < text.length) {
		const space = text.indexOf(' ', at);
		const end = space === -1 ? text.length : space;
		if (end > at) fields.add(name, at, end);
		else fields.flaw ??= TWO_SPACES;
		at = end + 1;
	}
	if (at === text.length && at > from) fields.flaw ??= SPACE_AT_END;
	if (fields.nameAt(fields.length - 1) !== name) fields.problem = `The ${name} is missing.`;
	return text.length;
}

/** Whether an optional part is there. One that begins with a word is there when anything is. */
function begins({ first }: Step, text: string, at: number): boolean {
	return at < text.length && (first === '' || first.includes(text.charAt(at)));
}

const named = (sign: string) => (sign === ' ' ? 'a space' : `“${sign}”`);

/** Why a word was not found: the line ends there, or goes on behind another space. */
function missing(name: string, text: string, at: number): string {
	const isThere = text.charCodeAt(at) === SPACE && text.slice(at).trim() !== '';
	return isThere ? `There is a space where the ${name} should be.` : `The ${name} is missing.`;
}

/** Why a literal was not found: the line ends there, or goes on otherwise. */
function problemAt(text: string, at: number, literal: Step, steps: readonly Step[]): string {
	const next = steps
		.slice(steps.indexOf(literal))
		.find(({ kind }) => kind.startsWith('word') || kind === 'rest');
	return at >= text.length && next !== undefined
		? `The ${next.text} is missing.`
		: `There is ${named(text.charAt(at))} where ${named(literal.text)} should be.`;
}

/** Where reading stopped; `fields.problem` tells whether it stopped too early. */
function run(steps: readonly Step[], fields: Fields, from: number): number {
	const { text } = fields;
	let at = from;
	for (const step of steps) {
		if (step.kind === 'literal') {
			if (!text.startsWith(step.text, at)) {
				fields.problem = problemAt(text, at, step, steps);
				return at;
			}
			at += step.text.length;
		} else if (step.kind === 'word') {
			const end = wordEnd(text, at, step.stops);
			if (end === at) {
				fields.problem = missing(step.text, text, at);
				return at;
			}
			fields.add(step.text, at, end);
			at = end;
		} else if (step.kind === 'words') at = readWords(fields, step.text, at);
		else if (step.kind === 'rest') {
			if (at < text.length) fields.add(step.text, at, text.length);
			at = text.length;
		} else if (begins(step, text, at)) at = run(step.steps, fields, at);
		if (fields.problem !== null) return at;
	}
	return at;
}

/** Keeps what no step has read: it becomes a field of its own, so that no part of the line is lost. */
export function readRest(fields: Fields, from: number): void {
	const { text } = fields;
	if (from >= text.length) return;
	let at = from;
	while (at < text.length && text.charCodeAt(at) === SPACE) at += 1;
	if (at < text.length) {
		fields.problem ??= 'There is more on the line than belongs there.';
		fields.add('unread', at, text.length);
	} else fields.flaw ??= SPACE_AT_END;
}

/** An attribute without a value ends with its name. */
function readNothing(fields: Fields, from: number): void {
	fields.flaw = emptyProblem(fields.text);
	readRest(fields, from);
}

/**
 * Compiles a line's shape, for example `{port}[ {nettype} {addrtype} {connection-address}]`.
 * The names are those of the specification's grammar.
 */
export function compileShape(shape: string): Reader {
	if (shape === '') return readNothing;
	const steps = parseShape(shape);
	return (fields, from) => readRest(fields, run(steps, fields, from));
}
