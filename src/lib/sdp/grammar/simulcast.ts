import type { Fields } from '../fields';
import type { Line } from '../description';
import type { Rules } from '../rule';
import { rfc } from '../spec';
import { readRest } from '../shape';
import { isWordOf } from '../syntax';
import { legacy, WEBRTC } from '../usage';
import { clip, count, list, quote } from '../words';
import { payloadTypeMeaning } from './payload-type';

const DRAFT = legacy('Firefox before 2019, after drafts of RFC 8853');

/** What the names are that drafts of RFC 8853 announced so: `send rid=q;h`, `send pt=96;97`. */
const DRAFT_NAMES: ReadonlyMap<string, string> = new Map([
	['rid', 'those of a=rid lines'],
	['pt', 'payload types'],
	['paused', 'those of the streams that are paused at first']
]);

/** `send q;h,~f recv a`: directions, each followed by streams of alternatives. */
function readSimulcast(fields: Fields, from: number): void {
	const { text } = fields;
	let at = from;
	while (at < text.length) {
		while (text.charAt(at) === ' ') at += 1;
		const space = text.indexOf(' ', at);
		const end = space === -1 ? text.length : space;
		const word = text.slice(at, end);
		if (word.startsWith('paused=') && fields.has('format')) {
			at = readPaused(fields, at, end);
			continue;
		}
		if (word !== 'send' && word !== 'recv') {
			if (word !== '') fields.problem ??= 'Each list of streams needs send or recv before it.';
			break;
		}
		fields.add('direction', at, end);
		at = end;
		const next = readStreams(fields, end + 1);
		if (next === -1) break;
		at = next;
	}
	if (fields.length === 0) fields.problem ??= 'The direction is missing.';
	readRest(fields, at);
}

/** Reads `q;h,~f` up to the next space; -1 where the list is missing. */
function readStreams(fields: Fields, from: number): number {
	const { text } = fields;
	const space = text.indexOf(' ', from);
	const end = from >= text.length ? from : space === -1 ? text.length : space;
	if (end <= from) {
		fields.problem ??= 'The list of streams is missing.';
		return -1;
	}
	let at = from;
	let name = 'rid-id';
	const equals = text.indexOf('=', from);
	const kind = equals === -1 || equals > end ? '' : text.slice(from, equals);
	if (kind === 'rid' || kind === 'pt') {
		fields.add('format', from, equals);
		if (kind === 'pt') name = 'fmt';
		at = equals + 1;
	}
	// A sign at the end asks for one more name.
	while (at <= end) {
		let stop = at;
		while (stop < end && text.charAt(stop) !== ';' && text.charAt(stop) !== ',') stop += 1;
		// RFC 8853 puts "~" in front of a stream that begins paused.
		const paused = text.charAt(at) === '~' && at < stop;
		if (paused) fields.add('paused', at, at + 1);
		const begin = at + (paused ? 1 : 0);
		if (stop > begin) fields.add(name, begin, stop);
		else fields.problem ??= 'A name is missing in the list of streams.';
		at = stop + 1;
	}
	return end;
}

/** `paused=q,f`: how drafts of RFC 8853 said which streams begin paused. */
function readPaused(fields: Fields, from: number, end: number): number {
	const { text } = fields;
	let at = from + 'paused'.length;
	fields.add('format', from, at);
	at += 1;
	while (at <= end) {
		let stop = at;
		while (stop < end && text.charAt(stop) !== ';' && text.charAt(stop) !== ',') stop += 1;
		if (stop > at) fields.add('paused-id', at, stop);
		else fields.problem ??= 'A name is missing in the list of streams.';
		at = stop + 1;
	}
	return end;
}

/** One of the streams behind `send` or `recv`: what it may be, by preference (RFC 8853, 5.1). */
export type Stream = readonly { readonly id: string; readonly paused: boolean }[];

const isName = (name: string) => name === 'rid-id' || name === 'fmt';

/** The sign in front of a name and its `~`. */
function separatorBefore(fields: Fields, index: number): string {
	const paused = fields.nameAt(index - 1) === 'paused';
	return fields.text.charAt(fields.startAt(index) - (paused ? 2 : 1));
}

/** The streams behind `send` or `recv`: `;` separates them, `,` separates what each may be. */
export function streamsOf(fields: Fields, direction: string): Stream[] {
	const streams: { id: string; paused: boolean }[][] = [];
	const listed = fields.has('paused-id') ? new Set(fields.all('paused-id')) : null;
	let inside = false;
	for (let index = 0; index < fields.length; index++) {
		const name = fields.nameAt(index);
		if (name === 'direction') inside = fields.at(index) === direction;
		if (!inside || !isName(name)) continue;
		const id = fields.at(index);
		const paused = fields.nameAt(index - 1) === 'paused' || (listed?.has(id) ?? false);
		const alternative = { id, paused };
		if (separatorBefore(fields, index) === ',') streams.at(-1)?.push(alternative);
		else streams.push([alternative]);
	}
	return streams;
}

/** `q, h (or g) and f (paused at first)`: the streams by name. */
function names(streams: readonly Stream[], nameOf: (id: string) => string): string {
	const named = streams.slice(0, 7).map((stream) =>
		stream
			.slice(0, 7)
			.map(({ id, paused }, at) => {
				if (at === 0) return `${nameOf(id)}${paused ? ' (paused at first)' : ''}`;
				return `(or ${nameOf(id)}${paused ? ', paused at first' : ''})`;
			})
			.join(' ')
	);
	return list(named, 6, streams.length);
}

function explainSimulcast(fields: Fields, { section }: Line): string {
	const nameOf = (id: string): string => {
		if (!fields.has('fmt')) return clip(id);
		const codec = section.codecs.get(id);
		return `payload type ${clip(id)}${codec === undefined ? '' : ` (${clip(codec.name)})`}`;
	};
	const send = streamsOf(fields, 'send');
	const receive = streamsOf(fields, 'recv');
	const parts = [
		send.length > 0
			? `sends the same picture in ${count(send.length, 'version')}: ${names(send, nameOf)}`
			: '',
		receive.length > 0
			? `is ready to receive it in ${count(receive.length, 'version')}: ${names(receive, nameOf)}`
			: ''
	].filter((part) => part !== '');
	return `Simulcast: this side ${parts.join('; it ')}.`;
}

/** The direction that a=rid must have for a name to stand here. */
function directionAt(fields: Fields, index: number): string {
	for (let at = index; at >= 0; at--) {
		if (fields.nameAt(at) === 'direction') return fields.at(at);
	}
	return '';
}

function ridMeaning(value: string, line: Line, fields: Fields, index: number): string {
	if (!line.section.rids.has(value)) return `No a=rid line describes ${clip(value)}.`;
	return separatorBefore(fields, index) === ','
		? `The version that a=rid:${clip(value)} describes, in case the one before it is not wanted.`
		: `The version that a=rid:${clip(value)} describes.`;
}

/** What is wrong with a name; null where nothing is. */
function nameProblem(fields: Fields, index: number, line: Line): string | null {
	const id = fields.at(index);
	const { section } = line;
	if (fields.nameAt(index) === 'fmt') {
		return section.codecs.has(id) ? null : `The section has no payload type ${quote(id)}.`;
	}
	if (!isWordOf(id, '-_')) {
		return `A name may have letters, digits, - and _ only, unlike ${quote(id)}.`;
	}
	const described = section.rids.get(id);
	if (described === undefined) return `No a=rid line describes ${quote(id)}.`;
	const wanted = directionAt(fields, index);
	return described === wanted
		? null
		: `a=rid:${clip(id)} is for ${clip(described)}, not for ${wanted}.`;
}

function check(fields: Fields, line: Line): string | null {
	const directions = fields.all('direction');
	if (new Set(directions).size !== directions.length) {
		return 'There may be one list for send and one for recv.';
	}
	if (line.section.index === -1) return null;
	for (let index = 0; index < fields.length; index++) {
		const problem = isName(fields.nameAt(index)) ? nameProblem(fields, index, line) : null;
		if (problem !== null) return problem;
	}
	return line.section.attribute('simulcast') === line
		? null
		: 'The section has an a=simulcast line already.';
}

/** Simulcast: one picture in several sizes (RFC 8853). */
export const simulcast: Rules = {
	simulcast: {
		sample: 'a=simulcast:send q;h;f',
		about: 'The versions of the picture that are sent at once',
		shape: readSimulcast,
		level: 'media',
		spec: rfc(8853, '5.1'),
		usage: (fields) => (fields.has('format') ? DRAFT : WEBRTC),
		fields: {
			direction: (value) =>
				value === 'send' ? 'What this side sends.' : 'What this side can receive.',
			format: (value) =>
				`What the names are, as drafts of RFC 8853 wrote it: ${DRAFT_NAMES.get(value) ?? clip(value)}.`,
			'rid-id': ridMeaning,
			fmt: payloadTypeMeaning,
			'paused-id': 'The stream is paused at first: it is sent only when the receiver asks for it.',
			paused: 'The stream is paused at first: it is sent only when the receiver asks for it.'
		},
		explain: explainSimulcast,
		check
	}
};
