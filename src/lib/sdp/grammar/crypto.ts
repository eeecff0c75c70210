import type { Fields } from '../fields';
import type { Line } from '../description';
import type { Rules } from '../rule';
import { readRest } from '../shape';
import { rfc } from '../spec';
import { isWhole, isWordOf } from '../syntax';
import { legacy } from '../usage';
import { amount, bytes, clip } from '../words';

/** Bytes of key and salt together, by crypto-suite (RFC 4568, 6.2; RFC 6188, 4; RFC 7714, 14.2). */
const KEY_LENGTHS: ReadonlyMap<string, number> = new Map([
	['AES_CM_128_HMAC_SHA1_80', 30],
	['AES_CM_128_HMAC_SHA1_32', 30],
	['F8_128_HMAC_SHA1_80', 30],
	['AES_192_CM_HMAC_SHA1_80', 38],
	['AES_192_CM_HMAC_SHA1_32', 38],
	['AES_256_CM_HMAC_SHA1_80', 46],
	['AES_256_CM_HMAC_SHA1_32', 46],
	['AEAD_AES_128_GCM', 28],
	['AEAD_AES_256_GCM', 44]
]);

/** Session parameters that are one word, and what they leave out (RFC 4568, 6.3.2). */
const LEFT_OUT: ReadonlyMap<string, string> = new Map([
	['UNENCRYPTED_SRTP', 'RTP is not encrypted.'],
	['UNENCRYPTED_SRTCP', 'RTCP is not encrypted.'],
	['UNAUTHENTICATED_SRTP', 'RTP is not authenticated.']
]);

const FEC_ORDERS: ReadonlyMap<string, string> = new Map([
	['FEC_SRTP', 'The sender adds error correction before it encrypts.'],
	['SRTP_FEC', 'The sender encrypts before it adds error correction.']
]);

/** `KDR=24`: its name and its value. */
function split(parameter: string): [name: string, value: string] {
	const equals = parameter.indexOf('=');
	return equals === -1
		? [parameter, '']
		: [parameter.slice(0, equals), parameter.slice(equals + 1)];
}

function sessionMeaning(parameter: string): string {
	const [name, value] = split(parameter);
	if (name === 'KDR') return `A new session key is derived after 2^${clip(value)} packets.`;
	if (name === 'FEC_ORDER') return FEC_ORDERS.get(value) ?? 'An order that is not known.';
	if (name === 'FEC_KEY') return 'The key of the stream that carries error correction.';
	if (name === 'WSH') {
		return `Packets up to ${clip(value)} behind the newest are told from repeated ones.`;
	}
	return LEFT_OUT.get(parameter) ?? 'A session parameter that is not known.';
}

function sessionProblem(parameter: string): string | null {
	const [name, value] = split(parameter);
	if (name === 'KDR') {
		return isWhole(value) && Number(value) <= 24 ? null : 'KDR must be a number from 0 to 24.';
	}
	if (name === 'WSH') {
		return isWhole(value) && Number(value) >= 64 ? null : 'WSH must be a number, 64 at least.';
	}
	return name === 'FEC_ORDER' && !FEC_ORDERS.has(value)
		? 'FEC_ORDER must be FEC_SRTP or SRTP_FEC.'
		: null;
}

/** Adds a field where there is something; gives back where the next one begins. */
function take(fields: Fields, name: string, from: number, end: number): number {
	if (end > from) fields.add(name, from, end);
	else fields.problem ??= `The ${name} is missing.`;
	return end + 1;
}

const wordEnd = (text: string, from: number) => {
	const space = text.indexOf(' ', from);
	return space === -1 ? text.length : space;
};

/** `1 SUITE inline:KEY|2^20|1:4 KDR=24`: what belongs to a key is in its own word (RFC 4568, 9.1). */
function readCrypto(fields: Fields, from: number): void {
	const { text } = fields;
	let at = take(fields, 'tag', from, wordEnd(text, from));
	at = take(fields, 'crypto-suite', at, wordEnd(text, Math.min(at, text.length)));
	if (fields.problem === null && at >= text.length) fields.problem = 'The key-params is missing.';
	if (fields.problem !== null) return readRest(fields, Math.min(at, text.length));
	const end = wordEnd(text, at);
	while (at < end) {
		const semicolon = text.indexOf(';', at);
		const stop = semicolon === -1 || semicolon > end ? end : semicolon;
		readKey(fields, at, stop);
		at = stop + 1;
	}
	at = end + 1;
	while (at < text.length) {
		const stop = wordEnd(text, at);
		if (stop > at) fields.add('session-param', at, stop);
		at = stop + 1;
	}
}

/** `inline:KEY|2^20|1:4`: lifetime and MKI may be missing, each of them. */
function readKey(fields: Fields, from: number, end: number): void {
	const { text } = fields;
	const colon = text.indexOf(':', from);
	if (colon <= from || colon + 1 >= end) {
		fields.problem ??= 'A key is written as its method, a colon, and the key: inline:….';
		if (end > from) fields.add('unread', from, end);
		return;
	}
	fields.add('key-method', from, colon);
	let at = colon + 1;
	for (let index = 0; at < end; index++) {
		const bar = text.indexOf('|', at);
		const stop = bar === -1 || bar > end ? end : bar;
		const length = text.indexOf(':', at);
		if (index === 0) {
			if (stop > at) fields.add('key-salt', at, stop);
		} else if (length !== -1 && length < stop) {
			if (length > at) fields.add('mki', at, length);
			if (stop > length + 1) fields.add('mki-length', length + 1, stop);
		} else if (stop > at) fields.add('lifetime', at, stop);
		at = stop + 1;
	}
}

const BASE64 = /^[A-Za-z0-9+/]+={0,2}$/;

/** What is wrong with a key; one of a suite or a method that nobody knows may be anything. */
function keyProblem(key: string, length: number | undefined, suite: string): string | null {
	if (length === undefined) return null;
	if (!BASE64.test(key)) return 'The key is not in base64.';
	const padding = key.endsWith('==') ? 2 : key.endsWith('=') ? 1 : 0;
	const own = Math.floor(((key.length - padding) * 3) / 4);
	return own === length ? null : `${suite} needs a key of ${length} bytes, this one has ${own}.`;
}

function lifetimeProblem(lifetime: string): string | null {
	const power = lifetime.startsWith('2^');
	const digits = power ? lifetime.slice(2) : lifetime;
	if (!isWhole(digits)) return 'The lifetime must be a number of packets, or 2^ and its power.';
	// RFC 3711, 9.2: no more packets of SRTP than that with one key.
	return Number(digits) > (power ? 48 : 2 ** 48)
		? 'The lifetime of a key is at most 2^48 packets.'
		: null;
}

function fieldProblem(name: string, value: string, fields: Fields): string | null {
	switch (name) {
		case 'key-salt': {
			const suite = fields.get('crypto-suite');
			return keyProblem(value, KEY_LENGTHS.get(suite), suite);
		}
		case 'lifetime':
			return lifetimeProblem(value);
		case 'mki':
			return isWhole(value) ? null : 'The MKI must be a number, and its length 1 to 128.';
		case 'mki-length':
			return isWhole(value) && Number(value) >= 1 && Number(value) <= 128
				? null
				: 'The MKI must be a number, and its length 1 to 128.';
		case 'session-param':
			return sessionProblem(value);
		default:
			return null;
	}
}

function check(fields: Fields): string | null {
	const tag = fields.get('tag');
	if (!isWhole(tag) || tag.length > 9 || (tag.length > 1 && tag.startsWith('0'))) {
		return 'The tag must be a number without zeros in front of it.';
	}
	if (!isWordOf(fields.get('crypto-suite'), '_')) {
		return 'The name of a crypto-suite has letters, digits and _ only.';
	}
	for (let index = 2; index < fields.length; index++) {
		const problem = fieldProblem(fields.nameAt(index), fields.at(index), fields);
		if (problem !== null) return problem;
	}
	return null;
}

const around = (tag: string, line: Line): string | null =>
	line.section.repeats(line) ? `The section has a key with the number ${clip(tag)} already.` : null;

/** Keys in the open: SDP security descriptions (RFC 4568). */
export const crypto: Rules = {
	crypto: {
		sample:
			'a=crypto:1 AES_CM_128_HMAC_SHA1_80 inline:WVNfX19zZW1jdGwgKCkgewkyMjA7fQp9CnVubGVz|2^20|1:4',
		about: 'An SRTP key in the open (SDES)',
		shape: readCrypto,
		level: 'media',
		spec: rfc(4568, '4'),
		usage: legacy('SIP phones and Chrome before 2014; JSEP forbids it'),
		fields: {
			tag: 'The number of this proposal.',
			'crypto-suite': (value) => `Cipher and authentication: ${clip(value)}.`,
			'key-method': (value) =>
				value === 'inline' ? 'The key follows here.' : 'A way to give a key that is not known.',
			'key-salt':
				'The key and its salt, in base64: whoever reads the description can decrypt the media.',
			lifetime: (value) => `The key is good for at most ${clip(value)} packets.`,
			mki: (value) => `The name of the key in each packet (MKI), ${clip(value)}.`,
			'mki-length': (value) => `The name takes ${amount(value, bytes)} in each packet.`,
			'session-param': sessionMeaning
		},
		explain: (fields) => {
			const open = fields.all('session-param').flatMap((name) => LEFT_OUT.get(name) ?? []);
			const more = open.length === 0 ? '' : ` ${[...new Set(open)].join(' ')}`;
			return `An SRTP key for ${clip(fields.get('crypto-suite'))}, readable by whoever sees this description; browsers refuse it and use DTLS.${more}`;
		},
		check,
		around,
		identity: ['tag']
	}
};
