import { CODECS } from '../codecs/catalogue';
import type { Codec } from '../codecs/codec';
import type { Parameter } from '../codecs/parameter';
import {
	findParameter,
	parameterClause,
	parameterMeaning,
	parameterProblem
} from '../codecs/parameters';
import { redClause, redProblem } from '../codecs/red';
import type { Fields } from '../fields';
import type { Line } from '../description';
import type { Rules } from '../rule';
import { rfc } from '../spec';
import type { Usage } from '../types';
import { SDP, vendor } from '../usage';
import { clip, listValues, quote } from '../words';
import { payloadTypeMeaning, repetition } from './payload-type';

const FMTP_SPEC = rfc(8866, '6.15');
const CHROMIUM = vendor('Chromium');

/** What a line's words are about: looked up once, for each of them is asked for several times. */
interface Found {
	readonly codec: Codec | undefined;
	/** What is known of the parameter at each position of the fields. */
	readonly parameters: readonly (Parameter | undefined)[];
}

function find(fields: Fields, { section }: Line): Found {
	const codec = section.codecs.get(fields.get('format'));
	const parameters = new Array<Parameter | undefined>(fields.length);
	for (let index = 1; index < fields.length; index++) {
		if (fields.nameAt(index) === 'parameter') {
			parameters[index] = findParameter(codec, fields.at(index));
		}
	}
	return { codec, parameters };
}

const foundIn = (fields: Fields, line: Line) => fields.noted(find, line);

/** `111 minptime=10;useinbandfec=1`, `63 111/111`, `101 0-15`, `96 a=b; c=d`. */
function readFormatParameters(fields: Fields, from: number): void {
	const { text } = fields;
	const space = text.indexOf(' ', from);
	const end = space === -1 ? text.length : space;
	if (end === from) {
		fields.problem = 'The format is missing.';
		if (end < text.length) fields.add('unread', end, text.length);
		return;
	}
	fields.add('format', from, end);
	let at = end + 1;
	while (at < text.length) {
		const semicolon = text.indexOf(';', at);
		const stop = semicolon === -1 ? text.length : semicolon;
		while (at < stop && text.charAt(at) === ' ') at += 1;
		readParameter(fields, at, stop);
		at = stop + 1;
	}
	if (fields.length === 1) fields.problem = 'The parameters are missing.';
}

const EQUALS = '='.charCodeAt(0);
const SPACE = ' '.charCodeAt(0);

/** Where the words end: in front of spaces at the end. */
function wordsEnd(text: string, from: number, to: number): number {
	let end = to;
	while (end > from && text.charCodeAt(end - 1) === SPACE) end -= 1;
	return end;
}

/** One `name=value`, or a value alone, whose pieces `/` separates. */
function readParameter(fields: Fields, from: number, to: number): void {
	if (from >= to) return;
	let equals = from;
	while (equals < to && fields.text.charCodeAt(equals) !== EQUALS) equals += 1;
	if (equals > from && equals < to) {
		fields.add('parameter', from, equals);
		const end = wordsEnd(fields.text, equals + 1, to);
		if (end > equals + 1) fields.add('value', equals + 1, end);
		return;
	}
	const last = wordsEnd(fields.text, from, to);
	let at = from;
	while (at < last) {
		const slash = fields.text.indexOf('/', at);
		const end = slash === -1 || slash > last ? last : slash;
		if (end > at) fields.add('value', at, end);
		at = end + 1;
	}
}

/** What a value that has no name says: RED's payload types, the events of telephone-event. */
function bareMeaning(value: string, line: Line, codec: Codec | undefined): string {
	const name = codec?.key;
	if (name === 'red') {
		const inner = line.section.describe(value);
		return `A block of payload type ${clip(value)}${inner === null ? '' : `, ${inner}`}.`;
	}
	return name === 'telephone-event' ? 'The telephone events that can be received.' : 'A value.';
}

function bareClause(values: readonly string[], line: Line, codec: Codec | undefined): string {
	const name = codec?.key;
	if (name === 'red') return redClause(values, line);
	if (name === 'telephone-event' && values[0] === '0-15') {
		return 'the keys 0 to 9, *, # and A to D can be received';
	}
	return name === 'telephone-event'
		? `the events ${listValues(values)} can be received`
		: listValues(values);
}

/** The value behind a parameter's name; empty where there is none. */
const valueAt = (fields: Fields, index: number) =>
	fields.nameAt(index + 1) === 'value' ? fields.at(index + 1) : '';

/** The clauses of an a=fmtp line, one for each parameter. */
function clauses(fields: Fields, line: Line): string[] {
	const { codec, parameters } = foundIn(fields, line);
	const found: string[] = [];
	const bare: string[] = [];
	// More than a dozen would be no sentence.
	for (let index = 1; index < fields.length && found.length < 12 && bare.length < 12; index++) {
		if (fields.nameAt(index) === 'parameter') {
			const name = fields.at(index);
			found.push(parameterClause(parameters[index], name, valueAt(fields, index), line));
		} else if (fields.nameAt(index - 1) !== 'parameter') bare.push(fields.at(index));
	}
	return bare.length === 0 ? found : [...found, bareClause(bare, line, codec)];
}

function valueMeaning(value: string, line: Line, fields: Fields, index: number): string {
	const { codec, parameters } = foundIn(fields, line);
	return fields.nameAt(index - 1) === 'parameter'
		? parameterMeaning(parameters[index - 1], fields.at(index - 1), value, line)
		: bareMeaning(value, line, codec);
}

/** What is wrong with the first value that is wrong. */
function valueProblem(fields: Fields, line: Line, { codec, parameters }: Found): string | null {
	const isRed = codec?.key === 'red';
	for (let index = 1; index < fields.length; index++) {
		let problem: string | null = null;
		if (fields.nameAt(index) === 'parameter') {
			const name = fields.at(index);
			problem = parameterProblem(parameters[index], name, valueAt(fields, index), line);
		} else if (isRed && fields.nameAt(index - 1) !== 'parameter') {
			problem = redProblem(fields.at(index), line);
		}
		if (problem !== null) return problem;
	}
	return null;
}

/** Whether all parameters are known, and whether one of them is Chromium's own. */
function usageOf(fields: Fields, line: Line): Usage {
	const { codec, parameters } = foundIn(fields, line);
	let known = true;
	for (let index = 1; index < fields.length; index++) {
		if (fields.nameAt(index) !== 'parameter') continue;
		if (fields.text.startsWith('x-google-', fields.startAt(index))) return CHROMIUM;
		known &&= parameters[index] !== undefined || fields.at(index) === 'apt';
	}
	return known ? (CODECS.get(codec?.key ?? '')?.usage ?? SDP) : SDP;
}

function checkParameters(fields: Fields, line: Line): string | null {
	const { section } = line;
	const format = fields.get('format');
	const found = foundIn(fields, line);
	if (found.codec === undefined) {
		// Formats of a rejected stream mean nothing (RFC 3264, 6); of others the m= line tells what is missing.
		return !section.isRtp || section.isRejected || section.lists(format)
			? null
			: `The section has no payload type ${quote(format)}.`;
	}
	return valueProblem(fields, line, found) ?? repetition(format, line);
}

/** The parameters of codecs. */
export const formatParameters: Rules = {
	fmtp: {
		sample: 'a=fmtp:111 minptime=10;useinbandfec=1',
		about: 'A codec’s parameters',
		shape: readFormatParameters,
		level: 'media',
		spec: (fields, line) => CODECS.get(foundIn(fields, line).codec?.key ?? '')?.spec ?? FMTP_SPEC,
		usage: usageOf,
		fields: {
			format: payloadTypeMeaning,
			parameter: (value, line, fields, index) =>
				foundIn(fields, line).parameters[index] !== undefined || value === 'apt'
					? 'The name of a parameter.'
					: 'A parameter that is not known for this codec.',
			value: valueMeaning
		},
		explain: (fields, line) => {
			const { codec } = foundIn(fields, line);
			const format = clip(fields.get('format'));
			const subject =
				codec === undefined ? `Payload type ${format}` : `${clip(codec.name)} (${format})`;
			return `${subject}: ${clauses(fields, line).join('; ')}.`;
		},
		check: checkParameters,
		identity: ['format']
	}
};
