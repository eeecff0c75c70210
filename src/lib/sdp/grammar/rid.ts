import type { Fields } from '../fields';
import type { Line } from '../line';
import type { Rules } from '../rule';
import { rfc } from '../spec';
import { WEBRTC } from '../usage';
import { bitrate, capital, clip, listValues, quote } from '../words';

/** What a restriction asks for, as a clause; the values are numbers, but for pt and depend (RFC 8851, 5). */
const RESTRICTIONS: ReadonlyMap<string, (value: string, line: Line) => string> = new Map([
	['pt', codecsClause],
	['max-width', (value) => `at most ${clip(value)} pixels wide`],
	['max-height', (value) => `at most ${clip(value)} pixels high`],
	['max-fps', (value) => `at most ${clip(value)} frames per second`],
	['max-fs', (value) => `at most ${clip(value)} pixels in a frame`],
	['max-br', (value) => `at most ${bitrate(Number(value))}`],
	['max-pps', (value) => `at most ${clip(value)} pixels per second`],
	['max-bpp', (value) => `at most ${clip(value)} bits per pixel`],
	['depend', (value) => `decodable only together with ${clip(value)}`]
]);

const NUMBER = /^\d{1,15}(\.\d{1,15})?$/;

function codecsClause(value: string, line: Line): string {
	const names = value.split(',').map((payloadType) => {
		const codec = line.section.codecs.get(payloadType);
		return codec === undefined ? payloadType : `${payloadType} (${codec.name})`;
	});
	return `only as payload type ${listValues(names)}`;
}

function restriction(name: string, value: string, line: Line): string {
	const clause = RESTRICTIONS.get(name);
	const isReadable = name === 'pt' || name === 'depend' || NUMBER.test(value);
	return clause !== undefined && isReadable
		? clause(value, line)
		: `${clip(name)} ${value === '' ? 'without a value' : quote(value)}`;
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
	let at = from;
	while (at < text.length) {
		const semicolon = text.indexOf(';', at);
		const stop = semicolon === -1 ? text.length : semicolon;
		while (at < stop && text.charAt(at) === ' ') at += 1;
		const equals = text.indexOf('=', at);
		const middle = equals === -1 || equals > stop ? stop : equals;
		if (middle > at) fields.add('rid-param', at, middle);
		if (middle + 1 < stop) fields.add('rid-param-value', middle + 1, stop);
		at = stop + 1;
	}
}

/** The value of a restriction; empty where it is not given. */
function valueOf(fields: Fields, name: string): string {
	for (let index = 0; index < fields.length; index++) {
		if (fields.nameAt(index) === 'rid-param' && fields.at(index) === name)
			return valueAt(fields, index);
	}
	return '';
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

function check(fields: Fields, line: Line): string | null {
	const id = fields.get('rid-id');
	if (!/^[A-Za-z0-9_-]+$/.test(id)) return 'The name may have letters, digits, - and _ only.';
	if (!['send', 'recv'].includes(fields.get('rid-dir'))) {
		return 'The direction must be send or recv.';
	}
	if (line.section.count('rid', 'rid-id', id) > 1) {
		return `The section has more than one version called ${quote(id)}.`;
	}
	const stray = valueOf(fields, 'pt')
		.split(',')
		.find((payloadType) => payloadType !== '' && !line.section.codecs.has(payloadType));
	return stray === undefined ? null : `The section has no payload type ${quote(stray)}.`;
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
