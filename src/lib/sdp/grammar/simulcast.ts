import type { Fields } from '../fields';
import type { Line } from '../line';
import type { Rules } from '../rule';
import { rfc } from '../spec';
import { readRest } from '../shape';
import { legacy, WEBRTC } from '../usage';
import { clip, count, list, quote } from '../words';

const DRAFT = legacy('Firefox before 2019, after drafts of RFC 8853');

/** `send q;h,~f recv a`: directions, each followed by streams of alternatives. */
function readSimulcast(fields: Fields, from: number): void {
	const { text } = fields;
	let at = from;
	while (at < text.length) {
		while (text.charAt(at) === ' ') at += 1;
		const space = text.indexOf(' ', at);
		const end = space === -1 ? text.length : space;
		const word = text.slice(at, end);
		if (word !== 'send' && word !== 'recv') {
			if (word !== '') fields.problem = 'Each list of streams needs send or recv before it.';
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
		fields.problem = 'The list of streams is missing.';
		return -1;
	}
	let at = from;
	if (text.startsWith('rid=', at)) {
		fields.add('format', at, at + 3);
		at += 4;
	}
	while (at < end) {
		let stop = at;
		while (stop < end && text.charAt(stop) !== ';' && text.charAt(stop) !== ',') stop += 1;
		// RFC 8853 puts "~" in front of a stream that begins paused.
		const paused = text.charAt(at) === '~';
		if (paused) fields.add('paused', at, at + 1);
		if (stop > at + (paused ? 1 : 0)) fields.add('rid-id', at + (paused ? 1 : 0), stop);
		at = stop + 1;
	}
	return end;
}

/** One of the streams behind `send` or `recv`: what it may be, by preference (RFC 8853, 5.1). */
export type Stream = readonly { readonly id: string; readonly paused: boolean }[];

/** The sign in front of a name and its `~`. */
function separatorBefore(fields: Fields, index: number): string {
	const paused = fields.nameAt(index - 1) === 'paused';
	return fields.text.charAt(fields.startAt(index) - (paused ? 2 : 1));
}

/** The streams behind `send` or `recv`: `;` separates them, `,` separates what each may be. */
export function streamsOf(fields: Fields, direction: string): Stream[] {
	const streams: { id: string; paused: boolean }[][] = [];
	let inside = false;
	for (let index = 0; index < fields.length; index++) {
		const name = fields.nameAt(index);
		if (name === 'direction') inside = fields.at(index) === direction;
		if (!inside || name !== 'rid-id') continue;
		const alternative = { id: fields.at(index), paused: fields.nameAt(index - 1) === 'paused' };
		if (separatorBefore(fields, index) === ',') streams.at(-1)?.push(alternative);
		else streams.push([alternative]);
	}
	return streams;
}

/** `q, h (or g) and f (paused at first)`: the streams by name. */
function names(streams: readonly Stream[]): string {
	const named = streams.slice(0, 7).map((stream) =>
		stream
			.slice(0, 7)
			.map(({ id, paused }, at) => {
				if (at === 0) return `${clip(id)}${paused ? ' (paused at first)' : ''}`;
				return `(or ${clip(id)}${paused ? ', paused at first' : ''})`;
			})
			.join(' ')
	);
	return list(named, 6, streams.length);
}

function explainSimulcast(fields: Fields): string {
	const send = streamsOf(fields, 'send');
	const receive = streamsOf(fields, 'recv');
	const parts = [
		send.length > 0
			? `sends the same picture in ${count(send.length, 'version')}: ${names(send)}`
			: '',
		receive.length > 0
			? `is ready to receive it in ${count(receive.length, 'version')}: ${names(receive)}`
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

function check(fields: Fields, line: Line): string | null {
	const directions = fields.all('direction');
	if (new Set(directions).size !== directions.length) {
		return 'There may be one list for send and one for recv.';
	}
	if (line.section.index === -1) return null;
	for (let index = 0; index < fields.length; index++) {
		if (fields.nameAt(index) !== 'rid-id') continue;
		const id = fields.at(index);
		const described = line.section.rids.get(id);
		if (described === undefined) return `No a=rid line describes ${quote(id)}.`;
		const wanted = directionAt(fields, index);
		if (described !== wanted)
			return `a=rid:${clip(id)} is for ${clip(described)}, not for ${wanted}.`;
	}
	return null;
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
			format: 'What the names are, as drafts of RFC 8853 wrote it.',
			'rid-id': ridMeaning,
			paused: 'The stream is paused at first: it is sent only when the receiver asks for it.'
		},
		explain: explainSimulcast,
		check
	}
};
