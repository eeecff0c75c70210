import type { Fields } from '../fields';
import type { Line } from '../description';
import type { Rules } from '../rule';
import { rfc } from '../spec';
import { isReal, isWhole } from '../syntax';
import { standard } from '../usage';
import { capital, clip, list, quote } from '../words';
import { payloadTypeMeaning, repetition } from './payload-type';

/** `97 send [x=1280,y=720] recv *`: directions, each followed by sizes or `*` (RFC 6236, 3.1.1). */
function readSizes(fields: Fields, from: number): void {
	const { text } = fields;
	let at = from;
	let listed = true;
	while (at < text.length) {
		const space = text.indexOf(' ', at);
		const end = space === -1 ? text.length : space;
		const word = text.slice(at, end);
		if (word === 'send' || word === 'recv') {
			if (!listed) fields.problem ??= 'The sizes are missing.';
			listed = false;
			fields.add('direction', at, end);
		} else if (word !== '' && fields.length === 0) fields.add('payload-type', at, end);
		else if (word !== '') {
			if (!fields.has('direction')) {
				fields.problem ??= 'Each list of sizes needs send or recv before it.';
			}
			listed = true;
			fields.add('set', at, end);
		}
		at = end + 1;
	}
	if (fields.length === 0) fields.problem = 'The payload-type is missing.';
	else if (!fields.has('direction')) fields.problem ??= 'The direction is missing.';
	else if (!listed) fields.problem ??= 'The sizes are missing.';
}

/** `[x=[48:1920],y=720,q=0.6]` → `x` and `[48:1920]`, `y` and `720`, …; commas in brackets do not separate. */
function partsOf(set: string): [name: string, value: string][] {
	const parts: [string, string][] = [];
	let depth = 0;
	let begin = 1;
	for (let at = 1; at < set.length; at++) {
		const sign = set.charAt(at);
		const isLast = at === set.length - 1;
		if ((sign === ',' && depth === 0) || isLast) {
			const part = set.slice(begin, isLast && sign !== ']' ? at + 1 : at);
			const equals = part.indexOf('=');
			parts.push(equals === -1 ? [part, ''] : [part.slice(0, equals), part.slice(equals + 1)]);
			begin = at + 1;
		} else if (sign === '[') depth += 1;
		else if (sign === ']') depth -= 1;
	}
	return parts;
}

/** The numbers of `720`, `[480,800]`, `[48:1920]`, `[320:16:640]` or `[0.9-1.1]`. */
function numbersIn(value: string): { numbers: string[]; sign: string } {
	if (!value.startsWith('[') || !value.endsWith(']')) return { numbers: [value], sign: '' };
	const inner = value.slice(1, -1);
	const sign = [',', ':', '-'].find((each) => inner.includes(each)) ?? '';
	return { numbers: sign === '' ? [inner] : inner.split(sign), sign };
}

/** `48 to 1920`, `320 to 640 in steps of 16`, `480 or 800`. */
function rangeInWords(value: string): string {
	const { numbers, sign } = numbersIn(value);
	const shown = numbers.slice(0, 6).map(clip);
	if (sign === ',') return shown.join(' or ');
	return shown.length === 3
		? `${shown[0]} to ${shown[2]} in steps of ${shown[1]}`
		: shown.join(' to ');
}

function sizeInWords(set: string): string {
	if (set === '*') return 'any size';
	const parts = new Map(partsOf(set.slice(0, 400)));
	const [x = '', y = ''] = [parts.get('x'), parts.get('y')];
	const plain = isWhole(x) && isWhole(y);
	const size = [x, y].map(rangeInWords).join(plain ? '×' : ' × ');
	const more: string[] = [];
	const [sar, par, q] = [parts.get('sar'), parts.get('par'), parts.get('q')];
	if (sar !== undefined) more.push(`pixel aspect ratio ${rangeInWords(sar)}`);
	if (par !== undefined) more.push(`picture aspect ratio ${rangeInWords(par)}`);
	if (q !== undefined) more.push(`preference ${clip(q)}`);
	return more.length === 0 ? size : `${size} (${more.join(', ')})`;
}

/** What this side does with the sizes behind `send` or `recv`. */
function clauseOf(fields: Fields, direction: string): string {
	const sets: string[] = [];
	let inside = false;
	for (let index = 0; index < fields.length && sets.length < 8; index++) {
		const name = fields.nameAt(index);
		if (name === 'direction') inside = fields.at(index) === direction;
		else if (inside && name === 'set') sets.push(sizeInWords(fields.at(index)));
	}
	if (sets.length === 0) return '';
	const any = sets.length === 1 && sets[0] === 'any size';
	const what = any ? 'any size' : `pictures of ${list(sets).replace(' and ', ' or ')}`;
	return direction === 'send' ? `sends ${what}` : `is ready to receive ${what}`;
}

const isPositive = (value: string) => isReal(value) && Number(value) > 0;

function setProblem(set: string): string | null {
	if (set === '*') return null;
	if (!set.startsWith('[')) return `${quote(set)} is no size: [x=…,y=…], or * for any.`;
	const parts = partsOf(set);
	// The bracket at the end closes the first one only where no other bracket is open.
	if (!set.endsWith(']') || set.split('[').length !== set.split(']').length) {
		return 'A size ends with ].';
	}
	if (parts[0]?.[0] !== 'x' || parts[1]?.[0] !== 'y') return 'A size needs x and y.';
	for (const [name, value] of parts) {
		if (name === 'q') {
			if (!isReal(value) || Number(value) > 1) {
				return 'In a size, q must be a number from 0 to 1.';
			}
			continue;
		}
		const { numbers } = numbersIn(value);
		const fits =
			name === 'x' || name === 'y'
				? (each: string) => isWhole(each) && isPositive(each)
				: isPositive;
		if (!numbers.every(fits)) {
			return `In a size, ${clip(name)} must be a number, or numbers in brackets.`;
		}
	}
	return null;
}

function check(fields: Fields, line: Line): string | null {
	const { section } = line;
	const payloadType = fields.get('payload-type');
	const directions = fields.all('direction');
	if (new Set(directions).size !== directions.length) {
		return 'There may be one list for send and one for recv.';
	}
	for (let index = 0; index < fields.length; index++) {
		const problem = fields.nameAt(index) === 'set' ? setProblem(fields.at(index)) : null;
		if (problem !== null) return problem;
	}
	const known =
		payloadType === '*' ||
		!section.isRtp ||
		section.codecs.has(payloadType) ||
		section.isRejected ||
		section.lists(payloadType);
	if (!known) return `The section has no payload type ${quote(payloadType)}.`;
	return repetition(payloadType, line);
}

/** The sizes of pictures (RFC 6236). */
export const imageattr: Rules = {
	imageattr: {
		sample: 'a=imageattr:97 send [x=1280,y=720] recv *',
		about: 'The picture sizes that are wanted',
		shape: readSizes,
		level: 'media',
		spec: rfc(6236, '3.1'),
		usage: standard('JSEP; of the browsers only Firefox reads it'),
		fields: {
			'payload-type': (value, line) =>
				value === '*' ? 'All payload types.' : payloadTypeMeaning(value, line),
			direction: (value) =>
				value === 'send'
					? 'The sizes that this side sends.'
					: 'The sizes that this side can receive.',
			set: (value) => `${capital(sizeInWords(value))}.`
		},
		explain: (fields, line) => {
			const payloadType = fields.get('payload-type');
			const codec = line.section.codecs.get(payloadType);
			const subject =
				payloadType === '*'
					? 'All payload types'
					: codec === undefined
						? `Payload type ${clip(payloadType)}`
						: `${clip(codec.name)} (${clip(payloadType)})`;
			const clauses = ['send', 'recv']
				.map((direction) => clauseOf(fields, direction))
				.filter((clause) => clause !== '');
			return `${subject}: this side ${clauses.join('; it ')}.`;
		},
		check,
		identity: ['payload-type']
	}
};
