import { isMaskedId } from '../../ice';
import type { Fields } from '../fields';
import type { Rules } from '../rule';
import { rfc } from '../spec';
import { SDP, WEBRTC, legacy } from '../usage';
import { clip, quote } from '../words';
import { ADDRESS_TYPE, addressMeaning, announcedAddress } from './address';
import { isWhole } from './number';

/** What browsers write into o=, so that it tells nothing (RFC 9429, 5.2.1). */
const TELLS_NOTHING = new Set(['0.0.0.0', '127.0.0.1', '::', '::1']);

/** A check: the field is there, for a shape of its own would not miss it. */
function present(field: string, what: string) {
	return (fields: Fields) => (fields.get(field).trim() === '' ? `The ${what} is missing.` : null);
}

/** What was masked in copying is no fault. */
const isNumber = (text: string) => isWhole(text) || isMaskedId(text);
const checkOrigin = announcedAddress('unicast-address');

/** How k= gave a key (RFC 4566, 5.12). */
const KEY_METHODS: ReadonlyMap<string, string> = new Map([
	['clear', 'The key follows as it is.'],
	['base64', 'The key follows in base64.'],
	['uri', 'The key is to be fetched from a URI.'],
	['prompt', 'The user is to be asked for the key.']
]);

/** The lines of the session part (RFC 8866, 5). */
export const session: Rules = {
	v: {
		sample: 'v=0',
		about: 'The version of SDP',
		shape: '{proto-version}',
		level: 'session',
		spec: rfc(8866, '5.1'),
		usage: WEBRTC,
		fields: {
			'proto-version': (value) =>
				value === '0' ? 'The only version there is: 0.' : 'A version that does not exist.'
		},
		explain: (fields) => {
			const version = fields.get('proto-version');
			return version === '0'
				? 'This is SDP, version 0: the only version there has ever been.'
				: `This says version ${quote(version)} of SDP, which does not exist: there is 0 only.`;
		},
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
				value === '-' ? 'No user name.' : `Who made it, the user or the software: ${quote(value)}.`,
			'sess-id': 'A random number; it stays the same as long as the connection lives.',
			'sess-version': 'Grows when a new description for the same connection differs.',
			...ADDRESS_TYPE,
			'unicast-address': (value, line) =>
				TELLS_NOTHING.has(value)
					? 'A placeholder: a real address here would tell where the user is.'
					: addressMeaning(value, line)
		},
		explain: (fields) => {
			const name = fields.get('username');
			const maker = name === '-' ? '' : `, made by ${quote(name)}`;
			const address = fields.get('unicast-address');
			const where = TELLS_NOTHING.has(address)
				? 'the address is a placeholder'
				: `it was made at ${clip(address)}`;
			return `Session ${clip(fields.get('sess-id'))}, version ${clip(fields.get('sess-version'))} of its description${maker}; ${where}.`;
		},
		check: (fields) =>
			isNumber(fields.get('sess-id')) && isNumber(fields.get('sess-version'))
				? checkOrigin(fields)
				: 'The session id and version must be numbers.'
	},
	s: {
		sample: 's=-',
		about: 'The name of the session',
		shape: '{session-name*}',
		level: 'session',
		spec: rfc(8866, '5.3'),
		usage: WEBRTC,
		fields: {
			'session-name': (value) =>
				value === '-' || value.trim() === ''
					? 'A dash or a space stands for no name.'
					: 'The name, for people to read.'
		},
		explain: (fields) => {
			const name = fields.get('session-name').trim();
			return name === '-' || name === ''
				? 'The session has no name; the line must be there all the same.'
				: `The session is called ${quote(name)}.`;
		},
		check: (fields) =>
			fields.has('session-name')
				? null
				: 'The name may not be empty: a dash or a space stands for none.'
	},
	u: {
		sample: 'u=https://example.com/call',
		about: 'A link to more information',
		shape: '{uri}',
		level: 'session',
		spec: rfc(8866, '5.5'),
		usage: SDP,
		fields: { uri: 'Where to read more.' },
		explain: (fields) => `More about the session is said to be at ${clip(fields.get('uri'))}.`
	},
	e: {
		sample: 'e=jane@example.com (Jane)',
		about: 'An e-mail address',
		shape: '{email-address*}',
		level: 'session',
		spec: rfc(8866, '5.6'),
		usage: SDP,
		fields: { 'email-address': 'The address, with or without a name.' },
		explain: (fields) =>
			`Whom to write to about the session: ${clip(fields.get('email-address')) || 'nobody'}.`,
		check: present('email-address', 'address')
	},
	p: {
		sample: 'p=+1 617 555-6011',
		about: 'A phone number',
		shape: '{phone-number*}',
		level: 'session',
		spec: rfc(8866, '5.6'),
		usage: SDP,
		fields: { 'phone-number': 'The number, with or without a name.' },
		explain: (fields) =>
			`Whom to call about the session: ${clip(fields.get('phone-number')) || 'nobody'}.`,
		check: present('phone-number', 'number')
	},
	i: {
		sample: 'i=A call between John and Jane',
		about: 'A title for people to read',
		shape: '{text*}',
		level: 'both',
		spec: rfc(8866, '5.4'),
		usage: SDP,
		fields: { text: 'The title.' },
		explain: (fields) => `A title: ${quote(fields.get('text'))}.`,
		check: present('text', 'title')
	},
	k: {
		sample: 'k=clear:secret',
		about: 'An encryption key',
		shape: '{method}[:{encryption-key*}]',
		level: 'both',
		spec: rfc(8866, '5.12'),
		usage: legacy('SDP before 2006; since RFC 8866 nobody may use it'),
		fields: {
			method: (value) => KEY_METHODS.get(value) ?? 'A way that SDP never had.',
			'encryption-key': 'The key, or where it is, for everybody to read.'
		},
		explain: (fields) =>
			fields.get('method') === 'prompt'
				? 'The user is to be asked for an encryption key: obsolete, and not to be used.'
				: 'An encryption key in the open: obsolete, and not to be used.'
	}
};
