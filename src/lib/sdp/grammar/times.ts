import type { Fields } from '../fields';
import type { Rules } from '../rule';
import { rfc } from '../spec';
import { isWhole } from '../syntax';
import { SDP, WEBRTC } from '../usage';
import { clip, count, listValues, quote } from '../words';

/** Seconds between the beginnings of 1900 and of 1970 (RFC 8866, 5.9). */
const FROM_1900_TO_1970 = 2208988800;

/** `2018-01-08 10:00 UTC`; what is no time as it is. */
function moment(value: string): string {
	if (!isWhole(value) || value.length > 11) return clip(value);
	const at = new Date((Number(value) - FROM_1900_TO_1970) * 1000).toISOString();
	return `${at.slice(0, 10)} ${at.slice(11, 16)} UTC`;
}

function timeMeaning(zero: string) {
	return (value: string) =>
		value === '0' ? `0 ${zero}.` : `Seconds since 1900: ${moment(value)}.`;
}

function explainTimes(start: string, stop: string): string {
	if (start === '0' && stop === '0') {
		return 'The session is not bound to a time: it begins now and ends when somebody ends it.';
	}
	const end = stop === '0' ? 'and has no end' : `and ends at ${moment(stop)}`;
	return `The session begins ${start === '0' ? 'at once' : `at ${moment(start)}`} ${end}.`;
}

/** A time that is no 0 has ten digits at least, or it would be before 1931 (RFC 8866, 9). */
const isTime = (value: string) => isWhole(value) && value.length >= 10 && !value.startsWith('0');

const UNITS: ReadonlyMap<string, readonly [name: string, seconds: number]> = new Map([
	['d', ['day', 86400]],
	['h', ['hour', 3600]],
	['m', ['minute', 60]],
	['s', ['second', 1]]
]);

const unitOf = (value: string) => UNITS.get(value.charAt(value.length - 1));

/** Whether a text is a length of time: seconds, or a number with a unit (`typed-time` of RFC 8866, 9). */
function isLength(value: string): boolean {
	return isWhole(unitOf(value) === undefined ? value : value.slice(0, -1));
}

/** Seconds of a length of time. */
function secondsOf(value: string): number {
	const unit = unitOf(value);
	return unit === undefined ? Number(value) : Number(value.slice(0, -1)) * unit[1];
}

/** `7d` and `604800` → `7 days`; what is no length of time as it is. */
function lengthInWords(value: string): string {
	if (!isLength(value)) return clip(value);
	const unit = unitOf(value);
	if (unit !== undefined && unit[1] > 1) return count(Number(value.slice(0, -1)), unit[0]);
	const seconds = secondsOf(value);
	for (const [name, size] of UNITS.values()) {
		// 90000 seconds are 25 hours, not a day and a bit; 90 are no minutes.
		if (size > 1 && seconds > 0 && seconds % size === 0) return count(seconds / size, name);
	}
	return `${seconds} s`;
}

const noLength = (value: string) =>
	`${quote(value)} is no length of time: seconds, or a number with d, h, m or s.`;

/** Reads words with single spaces between them into fields, each named by its position. */
function readWords(fields: Fields, from: number, name: (index: number) => string): void {
	const { text } = fields;
	let at = from;
	for (let index = 0; at < text.length;) {
		const space = text.indexOf(' ', at);
		const end = space === -1 ? text.length : space;
		if (end > at) fields.add(name(index++), at, end);
		at = end + 1;
	}
}

function readRepeats(fields: Fields, from: number): void {
	readWords(fields, from, (index) => ['repeat-interval', 'active-duration'][index] ?? 'offset');
	for (const name of ['repeat-interval', 'active-duration', 'offset']) {
		if (!fields.has(name)) fields.problem ??= `The ${name} is missing.`;
	}
	for (let index = 0; index < fields.length && fields.problem === null; index++) {
		if (!isLength(fields.at(index))) fields.problem = noLength(fields.at(index));
	}
	if (fields.problem === null && secondsOf(fields.at(0)) === 0) {
		fields.problem = 'The interval must be longer than 0.';
	}
}

function readZones(fields: Fields, from: number): void {
	readWords(fields, from, (index) => (index % 2 === 0 ? 'adjustment-time' : 'offset'));
	if (fields.length === 0 || fields.length % 2 === 1) {
		fields.problem = 'The changes come in pairs: when, and by how much.';
	}
	for (let index = 0; index < fields.length && fields.problem === null; index++) {
		const value = fields.at(index);
		if (index % 2 === 0) {
			if (!isTime(value)) {
				fields.problem = `${quote(value)} is no time: a time has ten digits at least.`;
			}
		} else if (!isLength(value.startsWith('-') ? value.slice(1) : value)) {
			fields.problem = noLength(value);
		}
	}
}

function checkTimes(fields: Fields): string | null {
	const start = fields.get('start-time');
	const stop = fields.get('stop-time');
	const odd = [start, stop].find((time) => time !== '0' && !isTime(time));
	if (odd !== undefined) {
		return `${quote(odd)} is no time: a time has ten digits at least, or is 0.`;
	}
	return stop !== '0' && Number(stop) < Number(start) ? 'The session ends before it begins.' : null;
}

/** When a session takes place: of these lines, WebRTC needs `t=0 0` only (RFC 8866, 5.9 to 5.11). */
export const times: Rules = {
	t: {
		sample: 't=0 0',
		about: 'When the session begins and ends',
		shape: '{start-time} {stop-time}',
		level: 'session',
		spec: rfc(8866, '5.9'),
		usage: WEBRTC,
		fields: {
			'start-time': timeMeaning('means at once'),
			'stop-time': timeMeaning('means without end')
		},
		explain: (fields) => explainTimes(fields.get('start-time'), fields.get('stop-time')),
		check: checkTimes
	},
	r: {
		sample: 'r=604800 3600 0 90000',
		about: 'How the session repeats',
		shape: readRepeats,
		level: 'session',
		spec: rfc(8866, '5.10'),
		usage: SDP,
		fields: {
			'repeat-interval': (value) => `After how long it begins again: ${lengthInWords(value)}.`,
			'active-duration': (value) => `How long it lasts each time: ${lengthInWords(value)}.`,
			offset: (value) =>
				`How long after the start time it begins in each interval: ${lengthInWords(value)}.`
		},
		explain: (fields) => {
			const offsets = fields
				.all('offset')
				.slice(0, 12)
				.map((offset) => `after ${lengthInWords(offset)}`);
			return `The session repeats every ${lengthInWords(fields.get('repeat-interval'))} and lasts ${lengthInWords(fields.get('active-duration'))}; in each interval it begins ${listValues(offsets)}.`;
		}
	},
	z: {
		sample: 'z=2882844526 -1h 2898848070 0',
		about: 'Changes of the time zone',
		shape: readZones,
		level: 'session',
		spec: rfc(8866, '5.11'),
		usage: SDP,
		fields: {
			'adjustment-time': (value) => `When the clock changes: ${moment(value)}.`,
			offset: (value) => `By how much it differs from then on: ${clip(value)}.`
		},
		explain: (fields) => {
			const changes = fields.length / 2;
			return `The clocks change ${changes === 1 ? 'once' : `${changes} times`} while the session repeats: its times move with them.`;
		}
	}
};
