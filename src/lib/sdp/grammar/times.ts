import type { Rules } from '../rule';
import { rfc } from '../spec';
import { SDP, WEBRTC } from '../usage';
import { clip } from '../words';
import { isWhole } from './number';

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
		check: (fields) =>
			isWhole(fields.get('start-time')) && isWhole(fields.get('stop-time'))
				? null
				: 'Both times must be numbers.'
	},
	r: {
		sample: 'r=604800 3600 0 90000',
		about: 'How the session repeats',
		shape: '{repeat-interval} {active-duration} {offset...}',
		level: 'session',
		spec: rfc(8866, '5.10'),
		usage: SDP,
		fields: {
			'repeat-interval':
				'After how long it begins again: seconds, or a number followed by d, h, m or s.',
			'active-duration': 'How long it lasts each time.',
			offset: 'How long after the start time it begins in each interval.'
		},
		explain: (fields) =>
			`The session repeats every ${clip(fields.get('repeat-interval'))} and lasts ${clip(fields.get('active-duration'))} (seconds, unless a unit is given).`
	},
	z: {
		sample: 'z=2882844526 -1h 2898848070 0',
		about: 'Changes of the time zone',
		shape: '{adjustment...}',
		level: 'session',
		spec: rfc(8866, '5.11'),
		usage: SDP,
		fields: {
			adjustment: (value, _, fields, index) =>
				(index - fields.indexOf('adjustment')) % 2 === 0
					? `When the clock changes: ${moment(value)}.`
					: `By how much it differs from then on: ${clip(value)}.`
		},
		explain: (fields) => {
			const changes = fields.all('adjustment').length / 2;
			return `The clocks change ${Number.isInteger(changes) && changes === 1 ? 'once' : `${Math.ceil(changes)} times`} while the session repeats: its times move with them.`;
		}
	}
};
