import { describe, expect, it } from 'vitest';
import { annotate } from '../../src/lib/sdp';

const inSection = (text: string) => annotate(`m=audio 9 RTP/AVP 0\n${text}`).lines[1];
const bytes = (amount: number) => Array<string>(amount).fill('AB').join(':');

describe('a fingerprint', () => {
	it.each([
		[`md5 ${bytes(16)}`, 'MD5 must not be used for fingerprints any more (RFC 8122, 5).'],
		[`MD2 ${bytes(16)}`, 'MD2 must not be used for fingerprints any more (RFC 8122, 5).'],
		[
			`sha-256 ${bytes(32).toLowerCase()}`,
			'The digits of a fingerprint are written in capital letters (RFC 8122, 5).'
		],
		[`sha-256 ${bytes(31)}`, 'A sha-256 hash has 32 bytes, this one has 31.'],
		[
			`sha-256 ${bytes(32).replaceAll(':', '')}`,
			'A fingerprint is a row of bytes in hexadecimal, with colons between them.'
		],
		[`sha256 ${bytes(32)}`, '“sha256” is no known hash function.']
	])('%s', (value, problem) => {
		expect(inSection(`a=fingerprint:${value}`)?.problem).toBe(problem);
	});

	it.each([`sha-1 ${bytes(20)}`, `SHA-256 ${bytes(32)}`, `sha-512 ${bytes(64)}`])('%s', (value) => {
		expect(inSection(`a=fingerprint:${value}`)?.problem).toBeNull();
	});

	it('claims no more than it proves', () => {
		expect(inSection(`a=fingerprint:sha-256 ${bytes(32)}`)?.explanation).toBe(
			'In the DTLS handshake this side must show the certificate with this sha-256 hash; with any other no connection is made.'
		);
	});
});

describe('the name and the password of ICE', () => {
	it.each([
		[
			'a=ice-ufrag:abcd',
			'There is a username fragment and no password (a=ice-pwd): each stream needs both.'
		],
		[
			'a=ice-pwd:abcdefghijklmnopqrstuv',
			'There is a password and no username fragment (a=ice-ufrag): each stream needs both.'
		]
	])('%s alone', (text, problem) => {
		expect(inSection(text)?.problem).toBe(problem);
	});

	it('may stand one in the session and one in the section', () => {
		const { lines } = annotate(
			'a=ice-pwd:abcdefghijklmnopqrstuv\nm=audio 9 RTP/AVP 0\na=ice-ufrag:abcd'
		);
		expect(lines.map(({ problem }) => problem)).toEqual([null, null, null]);
	});

	it.each([
		['a=ice-ufrag:abc', 'The username fragment must have 4 to 256 characters.'],
		[
			'a=ice-ufrag:ab-cd',
			'The username fragment may not have “-” in it: only letters, digits, + and /.'
		],
		[`a=ice-pwd:${'a'.repeat(21)}`, 'The password must have 22 to 256 characters.'],
		[
			`a=ice-pwd:${'a'.repeat(22)}=`,
			'The password may not have “=” in it: only letters, digits, + and /.'
		],
		['a=ice-pacing:x', 'The pacing must be a number.']
	])('%s', (text, problem) => {
		const where = text.startsWith('a=ice-pacing') ? annotate(text).lines[0] : inSection(text);
		expect(where?.problem).toBe(problem);
	});
});

describe('where things are defined', () => {
	it.each([
		['a=rtcp-mux', 'RFC 5761', '5.1.1'],
		['a=rtcp-mux-only', 'RFC 8858', '3'],
		['a=end-of-candidates', 'RFC 8840', '8.1'],
		['a=rtcp-rsize', 'RFC 5506', '5'],
		['a=ice-ufrag:abcd', 'RFC 8839', '5.4'],
		['a=candidate:1 1 udp 1 192.0.2.1 5 typ host', 'RFC 8839', '5.1']
	])('%s: %s, %s', (text, document, section) => {
		expect(inSection(text)?.spec).toMatchObject({ document, section });
	});
});
