import { CODECS } from '../codecs/catalogue';
import type { Codec } from '../codecs/codec';
import {
	knowsParameter,
	parameterClause,
	parameterMeaning,
	parameterProblem
} from '../codecs/parameters';
import { redClause, redProblem } from '../codecs/red';
import type { Fields } from '../fields';
import type { Line } from '../line';
import type { Rules } from '../rule';
import { rfc } from '../spec';
import { SDP, vendor } from '../usage';
import { clip, listValues, quote } from '../words';
import { payloadTypeMeaning, repetition } from './payload-type';

const findCodec = (fields: Fields, { section }: Line) => section.codecs.get(fields.get('format'));
const codecOf = (fields: Fields, line: Line) => fields.noted(findCodec, line);

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

/** The clauses of an a=fmtp line, one for each parameter. */
function clauses(fields: Fields, line: Line): string[] {
	const codec = codecOf(fields, line);
	const found: string[] = [];
	const bare: string[] = [];
	// More than a dozen would be no sentence.
	for (let index = 1; index < fields.length && found.length < 12 && bare.length < 12; index++) {
		if (fields.nameAt(index) === 'parameter') {
			const value = fields.nameAt(index + 1) === 'value' ? fields.at(index + 1) : '';
			found.push(parameterClause(codec, fields.at(index), value, line));
		} else if (fields.nameAt(index - 1) !== 'parameter') bare.push(fields.at(index));
	}
	return bare.length === 0 ? found : [...found, bareClause(bare, line, codec)];
}

function valueMeaning(value: string, line: Line, fields: Fields, index: number): string {
	const codec = codecOf(fields, line);
	return fields.nameAt(index - 1) === 'parameter'
		? parameterMeaning(codec, fields.at(index - 1), value, line)
		: bareMeaning(value, line, codec);
}

/** What is wrong with the payload type that apt names: the one whose packets are sent again. */
function aptProblem(apt: string, line: Line): string | null {
	const repaired = line.section.codecs.get(apt);
	if (repaired === undefined) {
		return `apt names payload type ${quote(apt)}, which the section does not have.`;
	}
	return repaired.key === 'rtx'
		? `apt names payload type ${quote(apt)}, which is a retransmission itself.`
		: null;
}

/** What is wrong with the first value that is wrong. */
function valueProblem(fields: Fields, line: Line, codec: Codec): string | null {
	for (let index = 1; index < fields.length; index++) {
		if (fields.nameAt(index) !== 'parameter') {
			const problem = codec.key === 'red' ? redProblem(fields.at(index), line) : null;
			if (problem !== null) return problem;
			continue;
		}
		const name = fields.at(index);
		const hasValue = fields.nameAt(index + 1) === 'value';
		const value = hasValue ? fields.at(index + 1) : '';
		const problem = name === 'apt' ? aptProblem(value, line) : parameterProblem(codec, name, value);
		if (problem !== null) return problem;
		if (hasValue) index += 1;
	}
	return null;
}

function checkParameters(fields: Fields, line: Line): string | null {
	const { section } = line;
	const format = fields.get('format');
	const codec = codecOf(fields, line);
	if (codec === undefined) {
		// Formats of a rejected stream mean nothing (RFC 3264, 6); of others the m= line tells what is missing.
		return !section.isRtp || section.isRejected || section.lists(format)
			? null
			: `The section has no payload type ${quote(format)}.`;
	}
	return valueProblem(fields, line, codec) ?? repetition(format, line, 'format');
}

/** The parameters of codecs. */
export const formatParameters: Rules = {
	fmtp: {
		sample: 'a=fmtp:111 minptime=10;useinbandfec=1',
		about: "A codec's parameters",
		shape: readFormatParameters,
		level: 'media',
		spec: (fields, line) => CODECS.get(codecOf(fields, line)?.key ?? '')?.spec ?? rfc(8866, '6.15'),
		usage: (fields, line) => {
			const names = fields.all('parameter');
			const codec = codecOf(fields, line);
			if (names.some((name) => name.startsWith('x-google-'))) return vendor('Chromium');
			return names.every((name) => knowsParameter(codec, name))
				? (CODECS.get(codec?.key ?? '')?.usage ?? SDP)
				: SDP;
		},
		fields: {
			format: payloadTypeMeaning,
			parameter: (value, line, fields) =>
				knowsParameter(codecOf(fields, line), value)
					? 'The name of a parameter.'
					: 'A parameter that is not known for this codec.',
			value: valueMeaning
		},
		explain: (fields, line) => {
			const codec = codecOf(fields, line);
			const format = clip(fields.get('format'));
			const subject =
				codec === undefined ? `Payload type ${format}` : `${clip(codec.name)} (${format})`;
			return `${subject}: ${clauses(fields, line).join('; ')}.`;
		},
		check: checkParameters,
		identity: ['format']
	}
};
