import type { Fields } from '../fields';
import type { Line } from '../description';
import type { Rules } from '../rule';
import { rfc } from '../spec';
import { isWhole } from '../syntax';
import { standard } from '../usage';
import { capital, clip, count, quote } from '../words';
import { wholeNumber } from './number';

/** SCTP has 65536 streams, and WebRTC keeps the last number for itself (RFC 8832, 5.1). */
const HIGHEST_STREAM = 65534;

interface Option {
	/** What the value says, as a clause without a full stop. */
	readonly says: (value: string) => string;
	readonly problem: (name: string, value: string) => string | null;
}

const isQuoted = (value: string) =>
	value.length >= 2 &&
	value.startsWith('"') &&
	value.endsWith('"') &&
	value.indexOf('"', 1) === value.length - 1;

const inQuotes = (name: string, value: string) =>
	isQuoted(value) ? null : `The ${name} must be in quotation marks.`;

const aNumber = (name: string, value: string) => {
	if (isWhole(value)) return null;
	return value === '' ? `${name} has no value.` : `${name} must be a number, not ${quote(value)}.`;
};

/** `chat`: what stands between the quotation marks. */
const unquoted = (value: string) => (isQuoted(value) ? value.slice(1, -1) : value);

/** The parameters of a=dcmap (RFC 8864, 5.1.2 to 5.1.7). */
const OPTIONS: ReadonlyMap<string, Option> = new Map([
	[
		'subprotocol',
		{
			says: (value) =>
				unquoted(value) === '' ? 'no subprotocol' : `subprotocol ${clip(unquoted(value))}`,
			problem: inQuotes
		}
	],
	[
		'label',
		{
			says: (value) => (unquoted(value) === '' ? 'no label' : `label ${quote(unquoted(value))}`),
			problem: inQuotes
		}
	],
	[
		'ordered',
		{
			says: (value) =>
				value === 'false' ? 'messages may overtake each other' : 'messages stay in order',
			problem: (name, value) =>
				value === 'true' || value === 'false'
					? null
					: `${name} must be true or false, not ${quote(value)}.`
		}
	],
	[
		'max-retr',
		{
			says: (value) =>
				isWhole(value)
					? `each is sent again at most ${count(Number(value), 'time')}`
					: `each is sent again ${quote(value)} times`,
			problem: aNumber
		}
	],
	[
		'max-time',
		{ says: (value) => `each is sent again for at most ${clip(value)} ms`, problem: aNumber }
	],
	['priority', { says: (value) => `priority ${clip(value)}`, problem: aNumber }]
]);

/** `0 subprotocol="MSRP";label="a;b"`: in quotation marks a semicolon does not separate. */
function readChannel(fields: Fields, from: number): void {
	const { text } = fields;
	const space = text.indexOf(' ', from);
	const idEnd = space === -1 ? text.length : space;
	if (idEnd > from) fields.add('dcmap-stream-id', from, idEnd);
	else fields.problem = 'The dcmap-stream-id is missing.';
	let at = idEnd + 1;
	while (at <= text.length && idEnd < text.length) {
		const end = optionEnd(text, at);
		const equals = text.indexOf('=', at);
		const middle = equals === -1 || equals > end ? end : equals;
		if (end === at) fields.problem ??= 'A parameter is missing between two signs.';
		if (middle > at) fields.add('dcmap-opt', at, middle);
		if (middle + 1 < end) fields.add('value', middle + 1, end);
		at = end + 1;
	}
}

/** Where a parameter ends: at a semicolon that no quotation marks hold. */
function optionEnd(text: string, from: number): number {
	let quoted = false;
	for (let at = from; at < text.length; at++) {
		const sign = text.charCodeAt(at);
		if (sign === 34) quoted = !quoted;
		else if (sign === 59 && !quoted) return at;
	}
	return text.length;
}

const valueAt = (fields: Fields, index: number) =>
	fields.nameAt(index + 1) === 'value' ? fields.at(index + 1) : '';

function optionClause(name: string, value: string): string {
	return OPTIONS.get(name)?.says(value) ?? `${clip(name)} is ${quote(value)}`;
}

function explainChannel(fields: Fields): string {
	const clauses: string[] = [];
	for (let index = 1; index < fields.length && clauses.length < 12; index++) {
		if (fields.nameAt(index) !== 'dcmap-opt') continue;
		clauses.push(optionClause(fields.at(index), valueAt(fields, index)));
	}
	const more = clauses.length === 0 ? '' : `: ${clauses.join('; ')}`;
	return `Data channel ${clip(fields.get('dcmap-stream-id'))} is agreed on here${more}.`;
}

const checkChannel = wholeNumber('dcmap-stream-id', 'stream', HIGHEST_STREAM);

function checkMap(fields: Fields): string | null {
	const problem = checkChannel(fields);
	if (problem !== null) return problem;
	const names: string[] = [];
	for (let index = 1; index < fields.length; index++) {
		if (fields.nameAt(index) !== 'dcmap-opt') continue;
		const name = fields.at(index);
		const option = OPTIONS.get(name);
		if (option === undefined) return `RFC 8864 does not define ${quote(name)}.`;
		const wrong = option.problem(name, valueAt(fields, index));
		if (wrong !== null) return wrong;
		names.push(name);
	}
	if (names.includes('max-retr') && names.includes('max-time')) {
		return 'A message can be limited by max-retr or by max-time, not by both.';
	}
	return null;
}

const around = (id: string, line: Line): string | null =>
	line.section.repeats(line) ? `Data channel ${clip(id)} is described twice.` : null;

/** Data channels that the description agrees on (RFC 8864). */
export const dataChannels: Rules = {
	dcmap: {
		sample: 'a=dcmap:0 subprotocol="MSRP";label="chat"',
		about: 'A data channel that is agreed on in the description',
		shape: readChannel,
		level: 'media',
		spec: rfc(8864, '5.1'),
		usage: standard('IMS; browsers open channels in-band (RFC 8832)'),
		explain: explainChannel,
		fields: {
			'dcmap-stream-id': 'The number of the SCTP stream that the channel uses in both directions.',
			'dcmap-opt': (value) =>
				OPTIONS.has(value)
					? 'The name of a parameter.'
					: 'A parameter that RFC 8864 does not define.',
			value: (value, _line, fields, index) =>
				`${capital(optionClause(fields.at(index - 1), value))}.`
		},
		check: checkMap,
		around,
		identity: ['dcmap-stream-id']
	},
	dcsa: {
		sample: 'a=dcsa:0 accept-types:text/plain',
		about: 'An attribute of one data channel',
		shape: '{stream-id} {attribute*}',
		level: 'media',
		spec: rfc(8864, '5.2'),
		usage: standard('IMS; browsers open channels in-band (RFC 8832)'),
		explain: (fields) =>
			`For data channel ${clip(fields.get('stream-id'))} this holds: ${quote(fields.get('attribute'))}.`,
		fields: {
			'stream-id': 'The number of the SCTP stream that the channel uses.',
			attribute: 'An attribute as the subprotocol of the channel defines it.'
		},
		check: wholeNumber('stream-id', 'stream', HIGHEST_STREAM),
		identity: ['stream-id', 'attribute']
	}
};
