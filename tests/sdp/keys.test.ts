import { describe, expect, it } from 'vitest';
import { tokenFaults, uncovered } from './cover';
import { lastOf } from './in-section';

const KEY = 'WVNfX19zZW1jdGwgKCkgewkyMjA7fQp9CnVubGVz';
const LONG_KEY = 'YWJjZGVmZ2hpamtsbW5vcHFyc3R1dnd4eXphYmNkZWZnaGlqa2xtbm9wcXJzdA==';
const SECTION = ['m=audio 9 RTP/SAVP 0'];
const line = (value: string) => lastOf([...SECTION, `a=crypto:${value}`]);

describe('a=crypto', () => {
	it('tells lifetime and MKI, which belong to the key, from the session parameters', () => {
		const found = line(
			`1 AES_CM_128_HMAC_SHA1_80 inline:${KEY}|2^20|1:4 KDR=24 UNENCRYPTED_SRTCP FEC_ORDER=FEC_SRTP WSH=64`
		);
		expect(found.problem).toBeNull();
		expect(found.tokens.slice(2).map(({ name, value, meaning }) => [name, value, meaning])).toEqual(
			[
				['tag', '1', 'The number of this proposal.'],
				[
					'crypto-suite',
					'AES_CM_128_HMAC_SHA1_80',
					'Cipher and authentication: AES_CM_128_HMAC_SHA1_80.'
				],
				['key-method', 'inline', 'The key follows here.'],
				[
					'key-salt',
					KEY,
					'The key and its salt, in base64: whoever reads the description can decrypt the media.'
				],
				['lifetime', '2^20', 'The key is good for at most 2^20 packets.'],
				['mki', '1', 'The name of the key in each packet (MKI), 1.'],
				['mki-length', '4', 'The name takes 4 bytes in each packet.'],
				['session-param', 'KDR=24', 'A new session key is derived after 2^24 packets.'],
				['session-param', 'UNENCRYPTED_SRTCP', 'RTCP is not encrypted.'],
				[
					'session-param',
					'FEC_ORDER=FEC_SRTP',
					'The sender adds error correction before it encrypts.'
				],
				[
					'session-param',
					'WSH=64',
					'Packets up to 64 behind the newest are told from repeated ones.'
				]
			]
		);
		expect(uncovered(found)).toBe('');
		expect(tokenFaults(found)).toEqual([]);
		expect(found.explanation).toBe(
			'An SRTP key for AES_CM_128_HMAC_SHA1_80, readable by whoever sees this description; browsers refuse it and use DTLS. RTCP is not encrypted.'
		);
	});

	it.each([
		`1 AES_CM_128_HMAC_SHA1_32 inline:${KEY}`,
		`1 AES_CM_128_HMAC_SHA1_32 inline:${KEY}|1:4`,
		`1 AES_CM_128_HMAC_SHA1_32 inline:${KEY}|2^20`,
		`1 AES_CM_128_HMAC_SHA1_32 inline:${KEY}|1048576`,
		`1 AES_CM_128_HMAC_SHA1_80 inline:${KEY}|2^20|1:4;inline:${KEY}|2^20|2:4`,
		`1 F8_128_HMAC_SHA1_80 inline:${KEY}`,
		`1 AES_256_CM_HMAC_SHA1_80 inline:${LONG_KEY}`,
		`1 AES_CM_128_HMAC_SHA1_80 inline:${KEY} UNAUTHENTICATED_SRTP UNENCRYPTED_SRTP`,
		`1 NEW_SUITE_1 inline:anything`,
		`1 AES_CM_128_HMAC_SHA1_80 inline:${KEY} -NEW=1`
	])('finds nothing wrong with %s', (value) => {
		expect(line(value).problem).toBeNull();
		expect(uncovered(line(value))).toBe('');
		expect(tokenFaults(line(value))).toEqual([]);
	});

	it.each([
		['x foo bar', 'A key is written as its method, a colon, and the key: inline:….'],
		['x foo inline:bar', 'The tag must be a number without zeros in front of it.'],
		[
			'01 AES_CM_128_HMAC_SHA1_80 inline:x',
			'The tag must be a number without zeros in front of it.'
		],
		[
			'1234567890 AES_CM_128_HMAC_SHA1_80 inline:x',
			'The tag must be a number without zeros in front of it.'
		],
		['1 foo bar', 'A key is written as its method, a colon, and the key: inline:….'],
		['1 foo :x', 'A key is written as its method, a colon, and the key: inline:….'],
		['1 foo inline:', 'A key is written as its method, a colon, and the key: inline:….'],
		['1 AES-128 inline:x', 'The name of a crypto-suite has letters, digits and _ only.'],
		[
			`1 AES_CM_128_HMAC_SHA1_80 inline:${KEY.slice(4)}`,
			'AES_CM_128_HMAC_SHA1_80 needs a key of 30 bytes, this one has 27.'
		],
		[
			`1 AEAD_AES_256_GCM inline:${KEY}`,
			'AEAD_AES_256_GCM needs a key of 44 bytes, this one has 30.'
		],
		['1 AES_CM_128_HMAC_SHA1_80 inline:not*base64', 'The key is not in base64.'],
		[
			`1 AES_CM_128_HMAC_SHA1_80 inline:${KEY}|2^x`,
			'The lifetime must be a number of packets, or 2^ and its power.'
		],
		[
			`1 AES_CM_128_HMAC_SHA1_80 inline:${KEY}|2^49`,
			'The lifetime of a key is at most 2^48 packets.'
		],
		[
			`1 AES_CM_128_HMAC_SHA1_80 inline:${KEY}|x:4`,
			'The MKI must be a number, and its length 1 to 128.'
		],
		[
			`1 AES_CM_128_HMAC_SHA1_80 inline:${KEY}|1:0`,
			'The MKI must be a number, and its length 1 to 128.'
		],
		[
			`1 AES_CM_128_HMAC_SHA1_80 inline:${KEY}|1:129`,
			'The MKI must be a number, and its length 1 to 128.'
		],
		[`1 AES_CM_128_HMAC_SHA1_80 inline:${KEY} KDR=25`, 'KDR must be a number from 0 to 24.'],
		[`1 AES_CM_128_HMAC_SHA1_80 inline:${KEY} WSH=32`, 'WSH must be a number, 64 at least.'],
		[
			`1 AES_CM_128_HMAC_SHA1_80 inline:${KEY} FEC_ORDER=X`,
			'FEC_ORDER must be FEC_SRTP or SRTP_FEC.'
		],
		['1 AES_CM_128_HMAC_SHA1_80', 'The key-params is missing.']
	])('%s: %s', (value, problem) => {
		expect(line(value).problem).toBe(problem);
		expect(uncovered(line(value))).toBe('');
		expect(tokenFaults(line(value))).toEqual([]);
	});

	it('finds two keys with one number', () => {
		const text = `a=crypto:1 AES_CM_128_HMAC_SHA1_80 inline:${KEY}`;
		expect(lastOf([...SECTION, text, text]).problem).toBe(
			'The section has a key with the number 1 already.'
		);
	});
});
