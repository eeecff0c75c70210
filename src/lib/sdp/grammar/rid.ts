import type { Fields } from '../fields';
import type { Line } from '../description';
import type { Rules } from '../rule';
import { rfc } from '../spec';
import { isReal, isWhole, isWordOf } from '../syntax';
import { WEBRTC } from '../usage';
import { bitrate, capital, clip, listValues, quote } from '../words';

interface Restriction {
	/** What it asks for, as a clause. */
	readonly says: (value: string, line: Line) => string;
	/** Whether there is such a value; a restriction may also stand without one (RFC 8851, 10). */
	readonly takes: (value: string) => boolean;
	/** Completes "It must be …". */
	readonly wants: string;
}

const wholeNumber = (says: Restriction['says']): Restriction => ({
	says,
	takes: isWhole,
	wants: 'a whole number'
});

/** By name (RFC 8851, 5). */
const RESTRICTIONS: ReadonlyMap<string, Restriction> = new Map([
	['pt', { says: codecsClause, takes: () => true, wants: 'payload types' }],
	['max-width', wholeNumber((value) => `at most ${clip(value)} pixels wide`)],
	['max-height', wholeNumber((value) => `at most ${clip(value)} pixels high`)],
	['max-fps', wholeNumber((value) => `at most ${clip(value)} frames per second`)],
	['max-fs', wholeNumber((value) => `at most ${clip(value)} pixels in a frame`)],
	['max-br', wholeNumber((value) => `at most ${bitrate(Number(value))}`)],
	['max-pps', wholeNumber((value) => `at most ${clip(value)} pixels per second`)],
	[
		'max-bpp',
		{ says: (value) => `at most ${clip(value)} bits per pixel`, takes: isReal, wants: 'a number' }
	],
	[
		'depend',
		{
			says: (value) => `decodable only together with ${clip(value)}`,
			takes: (value) => value.split(',').every(isRidId),
			wants: 'names of versions with commas between them'
		}
	]
]);

/** A rid-id (RFC 8851, 10). */
const isRidId = (id: string) => isWordOf(id, '-_');

function codecsClause(value: string, line: Line): string {
	const names = value.split(',').map((payloadType) => {
		const codec = line.section.codecs.get(payloadType);
		return codec === undefined ? payloadType : `${payloadType} (${codec.name})`;
	});
	return `only as payload type ${listValues(names)}`;
}

function restriction(name: string, value: string, line: Line): string {
	if (value === '') return `${clip(name)} without a value`;
	const known = RESTRICTIONS.get(name);
	return known?.takes(value) === true ? known.says(value, line) : `${clip(name)} ${quote(value)}`;
}

/** `q send pt=97;max-width=1280`: name, direction, and what restricts the version. */
function readRid(fields: Fields, from: number): void {
	const { text } = fields;
	const idEnd = text.indexOf(' ', from);
	if (from >= text.length || idEnd === from) {
		fields.problem = 'The rid-id is missing.';
		if (from < text.length) fields.add('unread', from, text.length);
		return;
	}
	fields.add('rid-id', from, idEnd === -1 ? text.length : idEnd);
	const next = idEnd === -1 ? text.length : idEnd + 1;
	const space = text.indexOf(' ', next);
	const end = space === -1 ? text.length : space;
	if (end > next) fields.add('rid-dir', next, end);
	else fields.problem = 'The rid-dir is missing.';
	readRestrictions(fields, end);
}

function readRestrictions(fields: Fields, from: number): void {
	const { text } = fields;
	let at = from + 1;
	// A semicolon at the end asks for one more.
	while (from < text.length && at <= text.length) {
		const semicolon = text.indexOf(';', at);
		const stop = semicolon === -1 ? text.length : semicolon;
		while (at < stop && text.charAt(at) === ' ') at += 1;
		const equals = text.indexOf('=', at);
		const middle = equals === -1 || equals > stop ? stop : equals;
		if (middle > at) fields.add('rid-param', at, middle);
		else {
			fields.problem ??=
				stop === at ? 'A restriction is missing between two signs.' : 'A restriction has no name.';
		}
		if (middle + 1 < stop) fields.add('rid-param-value', middle + 1, stop);
		at = stop + 1;
	}
}

/** The value behind the name of a restriction. */
function valueAt(fields: Fields, index: number): string {
	return fields.nameAt(index + 1) === 'rid-param-value' ? fields.at(index + 1) : '';
}

/** The restrictions as clauses. */
function restrictions(fields: Fields, line: Line): string[] {
	const found: string[] = [];
	// More than a dozen would be no sentence.
	for (let index = 0; index < fields.length && found.length < 12; index++) {
		if (fields.nameAt(index) !== 'rid-param') continue;
		found.push(restriction(fields.at(index), valueAt(fields, index), line));
	}
	return found;
}

/** What is wrong with one restriction; null where nothing is. */
function restrictionProblem(fields: Fields, index: number, line: Line): string | null {
	const name = fields.at(index);
	const value = valueAt(fields, index);
	const known = RESTRICTIONS.get(name);
	if (known === undefined) return null;
	if (value === '') {
		const sign = fields.text.charAt(fields.endAt(index));
		return sign === '=' || name === 'pt' || name === 'depend' ? `${name} has no value.` : null;
	}
	if (!known.takes(value)) return `${name} must be ${known.wants}, not ${quote(value)}.`;
	if (name === 'depend') {
		const stray = value.split(',').find((id) => !line.section.rids.has(id));
		return stray === undefined ? null : `No a=rid line describes ${quote(stray)}.`;
	}
	if (name !== 'pt') return null;
	// The formats come first, or the grammar has no place for them.
	if (index > 2) return 'pt must be the first of the restrictions.';
	const stray = value.split(',').find((payloadType) => !line.section.codecs.has(payloadType));
	return stray === undefined ? null : `The section has no payload type ${quote(stray)}.`;
}

const idOf = ({ fields }: Line) => fields.get('rid-id');

function check(fields: Fields, line: Line): string | null {
	const id = fields.get('rid-id');
	if (!isRidId(id)) return 'The name may have letters, digits, - and _ only.';
	if (!['send', 'recv'].includes(fields.get('rid-dir'))) {
		return 'The direction must be send or recv.';
	}
	if (line.section.count('rid', id, idOf) > 1) {
		return `The section has more than one version called ${quote(id)}.`;
	}
	const seen = new Set<string>();
	for (let index = 2; index < fields.length; index++) {
		if (fields.nameAt(index) !== 'rid-param') continue;
		const name = fields.at(index);
		if (seen.has(name)) return `${clip(name)} is given twice.`;
		seen.add(name);
		const problem = restrictionProblem(fields, index, line);
		if (problem !== null) return problem;
	}
	return null;
}

/** One version of a stream, by name, with what restricts it (RFC 8851). */
export const rid: Rules = {
	rid: {
		sample: 'a=rid:q send',
		about: 'One version of the picture, by name',
		shape: readRid,
		level: 'media',
		spec: rfc(8851, '4'),
		usage: WEBRTC,
		fields: {
			'rid-id': 'The name that RTP packets carry in a header extension.',
			'rid-dir': (value) =>
				value === 'send'
					? 'This side sends it.'
					: value === 'recv'
						? 'This side can receive it.'
						: 'A direction that RFC 8851 does not define.',
			'rid-param': (value) =>
				RESTRICTIONS.has(value)
					? 'The name of a restriction.'
					: 'A restriction that RFC 8851 does not define.',
			'rid-param-value': (value, line, fields, index) =>
				`${capital(restriction(fields.at(index - 1), value, line))}.`
		},
		explain: (fields, line) => {
			const verb = fields.get('rid-dir') === 'send' ? 'sends' : 'is ready to receive';
			const limits = restrictions(fields, line);
			return `This side ${verb} a version of the picture called ${quote(fields.get('rid-id'))}${limits.length === 0 ? '' : `: ${limits.join('; ')}`}.`;
		},
		check,
		identity: ['rid-id']
	}
};
