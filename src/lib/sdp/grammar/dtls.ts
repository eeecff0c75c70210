import type { Rules } from '../rule';
import { rfc } from '../spec';
import { standard, WEBRTC } from '../usage';
import { clip, quote } from '../words';

/** What each role means for the DTLS handshake (RFC 4145, 4; RFC 5763, 5). */
const ROLES: ReadonlyMap<string, string> = new Map([
	[
		'actpass',
		'This side leaves it to the answerer to choose who will be the DTLS client: the answer says active or passive.'
	],
	[
		'active',
		'This side will be the DTLS client: it sends the ClientHello (the other side must be passive).'
	],
	[
		'passive',
		'This side will be the DTLS server: it waits for the ClientHello of the other side, which must be active.'
	],
	['holdconn', 'No connection is to be made for now.']
]);

const SETUP_SPEC = rfc(5763, '5');
const HOLDCONN_SPEC = rfc(4145, '4');

/** Bytes of a digest, by the name of its hash function (RFC 8122, 5). */
const HASHES: ReadonlyMap<string, number> = new Map([
	['sha-1', 20],
	['sha-224', 28],
	['sha-256', 32],
	['sha-384', 48],
	['sha-512', 64],
	['md5', 16],
	['md2', 16]
]);

const FORBIDDEN = new Set(['md5', 'md2']);
const WEAK = new Set(['sha-1', ...FORBIDDEN]);

/** DTLS: the handshake that makes the keys, and what proves who made it. */
export const dtls: Rules = {
	fingerprint: {
		sample:
			'a=fingerprint:sha-256 FE:0D:02:8B:CB:A4:B7:EF:26:74:70:8C:B1:AF:62:36:23:27:8A:E1:83:E6:7D:21:F0:90:60:65:22:29:CA:A0',
		about: 'The hash of this side’s certificate',
		shape: '{hash-func} {fingerprint}',
		level: 'both',
		spec: rfc(8122, '5'),
		usage: WEBRTC,
		fields: {
			'hash-func': (value) =>
				WEAK.has(value.toLowerCase())
					? `${clip(value)}: a hash that is no longer safe.`
					: `The hash function, ${clip(value)}.`,
			fingerprint: 'The hash of the certificate, byte by byte.'
		},
		explain: (fields) =>
			`In the DTLS handshake this side must show the certificate with this ${clip(fields.get('hash-func'))} hash; with any other no connection is made.`,
		check: (fields) => {
			const value = fields.get('fingerprint');
			if (!/^[0-9A-Fa-f]{2}(:[0-9A-Fa-f]{2}){0,63}$/.test(value)) {
				return 'A fingerprint is a row of bytes in hexadecimal, with colons between them.';
			}
			const bytes = HASHES.get(fields.get('hash-func').toLowerCase());
			if (bytes === undefined)
				return `${quote(fields.get('hash-func'))} is no known hash function.`;
			if (FORBIDDEN.has(fields.get('hash-func').toLowerCase())) {
				return `${fields.get('hash-func').toUpperCase()} must not be used for fingerprints any more (RFC 8122, 5).`;
			}
			if (value !== value.toUpperCase()) {
				return 'The digits of a fingerprint are written in capital letters (RFC 8122, 5).';
			}
			return value.length === bytes * 3 - 1
				? null
				: `A ${fields.get('hash-func')} hash has ${bytes} bytes, this one has ${(value.length + 1) / 3}.`;
		},
		identity: ['hash-func', 'fingerprint']
	},
	setup: {
		sample: 'a=setup:actpass',
		about: 'The DTLS role of this side',
		shape: '{role}',
		level: 'both',
		spec: (fields) => (fields.get('role') === 'holdconn' ? HOLDCONN_SPEC : SETUP_SPEC),
		usage: WEBRTC,
		fields: { role: (value) => ROLES.get(value) ?? 'A role that RFC 4145 does not define.' },
		explain: (fields) =>
			ROLES.get(fields.get('role')) ??
			`A DTLS role named ${quote(fields.get('role'))}, which does not exist.`,
		check: (fields) =>
			ROLES.has(fields.get('role'))
				? null
				: 'The role must be actpass, active, passive or holdconn.'
	},
	connection: {
		sample: 'a=connection:new',
		about: 'Whether a new connection is made',
		shape: '{conn-value}',
		level: 'both',
		spec: rfc(4145, '5'),
		usage: standard('SIP; browsers do not write it'),
		explain: (fields) =>
			fields.get('conn-value') === 'existing'
				? 'The connection that exists goes on being used.'
				: 'A new connection is to be made.',
		fields: { 'conn-value': 'new or existing.' },
		check: (fields) =>
			['new', 'existing'].includes(fields.get('conn-value'))
				? null
				: 'The value must be new or existing.'
	},
	'tls-id': {
		sample: 'a=tls-id:abc3de65cddef001be82abc3de65cddef001be82',
		about: 'The name of the DTLS association',
		shape: '{tls-id-value}',
		level: 'both',
		spec: rfc(8842, '4'),
		usage: standard('JSEP; browsers do not write it yet'),
		fields: { 'tls-id-value': 'A random name: when it changes, a new DTLS handshake follows.' },
		explain: () => 'This names the DTLS association; a new value asks for a new handshake.',
		check: (fields) =>
			/^[A-Za-z0-9+/_-]{20,255}$/.test(fields.get('tls-id-value'))
				? null
				: 'The name must have 20 to 255 letters, digits and + / - _.'
	},
	identity: {
		sample: 'a=identity:eyJpZHAiOnsiZG9tYWluIjoiZXhhbXBsZS5vcmcifX0=',
		about: 'Who this side is, by the word of an identity provider',
		shape: '{assertion}[ {extension*}]',
		level: 'session',
		spec: rfc(8827, '5'),
		usage: standard('WebRTC; of the browsers only Firefox ever wrote it'),
		fields: {
			assertion: 'What the identity provider says, in base64, with the name of the provider.',
			extension: 'What else the provider needs to be told.'
		},
		explain: () => 'An identity provider vouches for the owner of the fingerprint (base64).'
	}
};
