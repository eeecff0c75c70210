import type { Fields } from '../fields';
import type { Line } from '../line';
import type { Rules } from '../rule';
import { rfc } from '../spec';
import { readRest } from '../shape';
import { WEBRTC } from '../usage';
import { clip, count, listValues, quote } from '../words';

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
			if (word !== '') fields.problem = 'Each list of streams needs send or recv in front of it.';
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

/** The ids behind `send` or `recv`. */
function idsOf(fields: Fields, direction: string): string[] {
	const ids: string[] = [];
	let inside = false;
	for (let index = 0; index < fields.length; index++) {
		const name = fields.nameAt(index);
		if (name === 'direction') inside = fields.at(index) === direction;
		else if (inside && name === 'rid-id') ids.push(fields.at(index));
	}
	return ids;
}

function explainSimulcast(fields: Fields): string {
	const send = idsOf(fields, 'send');
	const receive = idsOf(fields, 'recv');
	const parts = [
		send.length > 0
			? `sends the same picture in ${count(send.length, 'version')}, ${listValues(send)}`
			: '',
		receive.length > 0
			? `is ready to receive ${count(receive.length, 'version')}, ${listValues(receive)}`
			: ''
	].filter((part) => part !== '');
	return `This side ${parts.join(' and ')}: simulcast.`;
}

function ridMeaning(value: string, line: Line): string {
	return line.section.hasRid(value)
		? `The version that a=rid:${clip(value)} describes.`
		: `No a=rid line describes ${clip(value)}.`;
}

/** Simulcast: one picture in several sizes (RFC 8851, RFC 8853). */
export const simulcast: Rules = {
	rid: {
		sample: 'a=rid:q send',
		about: 'One version of the picture, by name',
		shape: '{rid-id} {rid-dir}[ {rid-param*}]',
		level: 'media',
		spec: rfc(8851, '4'),
		usage: WEBRTC,
		fields: {
			'rid-id': 'The name that RTP packets carry in a header extension.',
			'rid-dir': (value) =>
				value === 'send' ? 'This side sends it.' : 'This side can receive it.',
			'rid-param': 'Limits for this version: pt, max-width, max-height, max-fps, max-br, …'
		},
		explain: (fields) => {
			const verb = fields.get('rid-dir') === 'send' ? 'sends' : 'is ready to receive';
			const limits = fields.get('rid-param');
			return `This side ${verb} a version of the picture called ${quote(fields.get('rid-id'))}${limits === '' ? '' : `, limited by ${clip(limits)}`}.`;
		},
		check: (fields) =>
			['send', 'recv'].includes(fields.get('rid-dir'))
				? null
				: 'The direction must be send or recv.',
		identity: ['rid-id']
	},
	simulcast: {
		sample: 'a=simulcast:send q;h;f',
		about: 'The versions of the picture that are sent at once',
		shape: readSimulcast,
		level: 'media',
		spec: rfc(8853, '5.1'),
		usage: WEBRTC,
		fields: {
			direction: (value) =>
				value === 'send' ? 'What this side sends.' : 'What this side can receive.',
			'rid-id': ridMeaning,
			paused: 'The stream begins paused.'
		},
		explain: explainSimulcast,
		check: (fields, line) => {
			const stray = fields.all('rid-id').find((id) => !line.section.hasRid(id));
			return stray === undefined || line.section.index === -1
				? null
				: `No a=rid line describes ${quote(stray)}.`;
		}
	}
};
