import type { Rules } from '../rule';
import { rfc } from '../spec';
import { SDP, WEBRTC, legacy } from '../usage';
import { clip, quote } from '../words';
import { addressTypeMeaning, NETWORK_TYPE_MEANING } from './address';

const DIGITS = /^\d+$/;

/** The lines of the session part (RFC 8866, 5). */
export const session: Rules = {
	v: {
		sample: 'v=0',
		about: 'The version of SDP',
		shape: '{proto-version}',
		level: 'session',
		spec: rfc(8866, '5.1'),
		usage: WEBRTC,
		fields: { 'proto-version': 'The only version there is: 0.' },
		explain: () => 'This is SDP, version 0: the only version there has ever been.',
		check: (fields) => (fields.get('proto-version') === '0' ? null : 'The version must be 0.')
	},
	o: {
		sample: 'o=- 8501929167667718650 2 IN IP4 127.0.0.1',
		about: 'The origin: who made this description and which version of it this is',
		shape: '{username} {sess-id} {sess-version} {nettype} {addrtype} {unicast-address}',
		level: 'session',
		spec: rfc(8866, '5.2'),
		usage: WEBRTC,
		fields: {
			username: (value) =>
				value === '-'
					? 'No user name.'
					: `The name that the software gives itself: ${quote(value)}.`,
			'sess-id': 'A random number; it stays the same as long as the connection lives.',
			'sess-version': 'Grows when a new description for the same connection differs.',
			nettype: NETWORK_TYPE_MEANING,
			addrtype: addressTypeMeaning,
			'unicast-address': 'A placeholder: a real address here would tell where the user is.'
		},
		explain: (fields) => {
			const name = fields.get('username');
			const maker = name === '-' ? '' : `, made by ${quote(name)}`;
			return `Session ${clip(fields.get('sess-id'))}, version ${clip(fields.get('sess-version'))} of its description${maker}; the address is a placeholder.`;
		},
		check: (fields) =>
			DIGITS.test(fields.get('sess-id')) && DIGITS.test(fields.get('sess-version'))
				? null
				: 'The session id and version must be numbers.'
	},
	s: {
		sample: 's=-',
		about: 'The name of the session',
		shape: '{session-name*}',
		level: 'session',
		spec: rfc(8866, '5.3'),
		usage: WEBRTC,
		fields: { 'session-name': 'A dash stands for no name.' },
		explain: (fields) => {
			const name = fields.get('session-name').trim();
			return name === '-' || name === ''
				? 'The session has no name; the line must be there all the same.'
				: `The session is called ${quote(name)}.`;
		}
	},
	u: {
		sample: 'u=https://example.com/call',
		about: 'A link to more information',
		shape: '{uri}',
		level: 'session',
		spec: rfc(8866, '5.5'),
		usage: SDP,
		explain: (fields) => `More about the session is said to be at ${clip(fields.get('uri'))}.`
	},
	e: {
		sample: 'e=jane@example.com (Jane)',
		about: 'An e-mail address',
		shape: '{email-address*}',
		level: 'session',
		spec: rfc(8866, '5.6'),
		usage: SDP,
		explain: (fields) => `Whom to write to about the session: ${clip(fields.get('email-address'))}.`
	},
	p: {
		sample: 'p=+1 617 555-6011',
		about: 'A phone number',
		shape: '{phone-number*}',
		level: 'session',
		spec: rfc(8866, '5.6'),
		usage: SDP,
		explain: (fields) => `Whom to call about the session: ${clip(fields.get('phone-number'))}.`
	},
	t: {
		sample: 't=0 0',
		about: 'When the session begins and ends',
		shape: '{start-time} {stop-time}',
		level: 'session',
		spec: rfc(8866, '5.9'),
		usage: WEBRTC,
		fields: {
			'start-time': 'Seconds since 1900; 0 means at once.',
			'stop-time': 'Seconds since 1900; 0 means never.'
		},
		explain: (fields) =>
			fields.get('start-time') === '0' && fields.get('stop-time') === '0'
				? 'The session is not bound to a time: it begins now and ends when somebody ends it.'
				: `The session lasts from ${clip(fields.get('start-time'))} to ${clip(fields.get('stop-time'))}, in seconds since 1900.`,
		check: (fields) =>
			DIGITS.test(fields.get('start-time')) && DIGITS.test(fields.get('stop-time'))
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
		explain: () => 'When repeated sessions have to reckon with a change of the clock.'
	},
	i: {
		sample: 'i=A call between John and Jane',
		about: 'A title for people to read',
		shape: '{text*}',
		level: 'both',
		spec: rfc(8866, '5.4'),
		usage: SDP,
		explain: (fields) => `A title: ${quote(fields.get('text'))}.`
	},
	k: {
		sample: 'k=clear:secret',
		about: 'An encryption key',
		shape: '{method}[:{encryption-key*}]',
		level: 'both',
		spec: rfc(8866, '5.12'),
		usage: legacy('SDP before 2006; nobody may use it any more'),
		explain: () => 'An encryption key in the open: obsolete, and not to be used.'
	}
};
