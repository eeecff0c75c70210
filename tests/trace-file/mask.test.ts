import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseCandidate } from '../../src/lib/ice';
import { annotate } from '../../src/lib/sdp';
import { reduce, type Json } from '../../src/lib/trace';
import { parseTraceFile, writeTraceFile } from '../../src/lib/trace/file';
import { isMaskedPassword, mask, Masker } from '../../src/lib/trace/mask';
import { costOfLength } from '../tools/growth';
import { Recording } from '../trace/recording';
import { callWithSecrets, CANDIDATE } from './samples';

/** One text with everything masked. */
function maskText(text: string, masker = new Masker()): string {
	masker.learn(text);
	return masker.text(text);
}

const SECRETS = [
	'10.1.2.3',
	'84.112.9.7',
	'84.112.9.1',
	'172.20.1.9',
	'fd00:1:2::3',
	'6a5b8386-6203-4e67-979c-eed3f7e382d4',
	'x9Kd',
	'Zp0+kk/1Qb7xYH2sTfR4vL9w',
	'anna',
	'a secret'
];

/** The masked data of one recorded event. */
function masked(data: Json): Json | undefined {
	const one = new Recording();
	one.event('john', 'anything', data);
	return mask(one.entries)[0]?.data;
}

describe('a masked trace', () => {
	const { entries } = callWithSecrets();
	const result = mask(entries);
	const text = JSON.stringify(result);

	it.each(SECRETS)('does not say %s anywhere', (secret) => {
		expect(JSON.stringify(entries)).toContain(secret);
		expect(text).not.toContain(secret);
	});

	it('is a trace that can be written, read and shown', () => {
		const parsed = parseTraceFile(
			writeTraceFile(result, { exportedAt: '2026-11-23T10:00:00Z', masked: true })
		);
		expect(parsed.ok && reduce(parsed.file.entries).calls.length).toBe(
			reduce(entries).calls.length
		);
	});

	it('leaves the trace that it was made of as it was', () => {
		expect(entries).toEqual(callWithSecrets().entries);
	});

	it('lets a credential be followed from the description to the candidate', () => {
		const { john } = reduce(result).peers;
		const candidate = john.localCandidates[0]?.candidate;
		const sdp = john.descriptions.pendingLocalDescription!.sdp;
		expect(candidate?.usernameFragment).toMatch(/^[A-Za-z0-9+/]{4}$/);
		expect(sdp).toContain(`a=ice-ufrag:${candidate?.usernameFragment}\r\n`);
		expect(candidate?.candidate).toContain(` ufrag ${candidate?.usernameFragment} `);
	});

	it('lets an address be followed from the description to the pair and to what was said', () => {
		const { peers, lost } = reduce(result);
		const sdp = peers.john.descriptions.pendingLocalDescription!.sdp;
		const [, host] = /candidate:1 1 udp \d+ (\S+)/.exec(sdp)!;
		expect(sdp).toContain(`c=IN IP4 ${host}\r\n`);
		expect(sdp).toContain(`raddr ${host} `);
		expect(peers.john.stats?.pairs[0]?.local.address).toBe(host);
		const [, reflexive] = /candidate:3 1 udp \d+ (\S+)/.exec(sdp)!;
		expect(lost?.explanation).toBe(`The browser gave ${reflexive} up.`);
	});

	it('keeps placeholders, ports, priorities and all that tells nothing', () => {
		const sdp = reduce(result).peers.john.descriptions.pendingLocalDescription!.sdp;
		expect(sdp).toContain('o=- 4611731400430051336 2 IN IP4 127.0.0.1\r\n');
		expect(sdp).toContain('a=rtcp:9 IN IP4 0.0.0.0\r\n');
		expect(sdp).toContain('m=audio 50001 UDP/TLS/RTP/SAVPF 111\r\n');
		expect(sdp).toContain('a=fingerprint:sha-256 AB:CD:EF:01');
		expect(sdp).toMatch(/a=candidate:3 1 udp 1686052607 \S+ 50003 typ srflx raddr \S+ rport 50001/);
	});

	it('has descriptions and candidates without a fault', () => {
		const { john } = reduce(result).peers;
		const description = annotate(john.descriptions.pendingLocalDescription!.sdp);
		expect(description.lines.flatMap((line) => line.problem ?? [])).toEqual([]);
		expect(parseCandidate(john.localCandidates[0]!.candidate!.candidate).problem).toBeNull();
	});

	it('has other fingerprints where that was asked for, of the same length and one for one', () => {
		const again = JSON.stringify(mask(entries, { fingerprints: true }));
		expect(again).not.toContain('AB:CD:EF:01:23');
		const found = again.match(/sha-256 [0-9A-F:]+/g)!;
		expect(new Set(found).size).toBe(1);
		expect(found[0]).toHaveLength('sha-256 '.length + 32 * 3 - 1);
	});
});

describe('masking', () => {
	it('makes passwords of which one can tell that they are none', () => {
		const password = 'Zp0+kk/1Qb7xYH2sTfR4vL9w';
		expect(isMaskedPassword(password)).toBe(false);
		const masked = maskText(`a=ice-pwd:${password}`).split(':')[1]!;
		expect(isMaskedPassword(masked)).toBe(true);
	});

	it.each([
		['IP4:192.168.1.5:57121/UDP', /^IP4:192\.0\.2\.1:57121\/UDP$/],
		['192.168.1.5-192.168.1.6', /^192\.0\.2\.1-192\.0\.2\.2$/],
		['Lost 10.0.0.1.', /^Lost 192\.0\.2\.1\.$/],
		['[fe80::1]:4000', /^\[2001:db8::1\]:4000$/],
		['stun:2001:470::7', /^stun:2001:db8::1$/],
		['fe80::1%eth0 and FE80:0::1', /^2001:db8::1%eth0 and 2001:db8::1$/],
		['::ffff:192.168.1.5', /^2001:db8::1$/],
		['2001:470:0:0:0:0:0:7', /^2001:db8::1$/],
		['Annas-MacBook.local:5353', /^[0-9a-f-]{36}\.local:5353$/],
		['{"host_candidate":"192.168.1.x:5000"}', /192\.0\.2\.x:5000/],
		['[2001:470:7:x:x:x:x:x]', /^\[2001:db8:1:x:x:x:x:x\]$/]
	])('of %s hides the address and nothing else', (text, expected) => {
		expect(maskText(text)).toMatch(expected);
	});

	it.each([
		'0.0.0.0:9',
		'127.0.0.1',
		'::',
		'::1',
		'[0:0:0:x:x:x:x:x]:40475 of 0.0.0.x',
		'at 12:34:56.789',
		'1.2.3',
		'1.2.3.4.5',
		'256.1.1.1',
		'Chrome/156.0.0.0 Safari/537.36',
		'std::string',
		'a=extmap:3 http://www.ietf.org/id/draft-holmer-rmcat-transport-wide-cc-extensions-01',
		'a=fmtp:96 profile-level-id=42e01f;apt=97',
		'UDP/TLS/RTP/SAVPF'
	])('leaves %s as it is', (text) => {
		expect(maskText(text)).toBe(text);
	});

	it('knows a credential again where nothing names it', () => {
		const text = masked(['a=ice-ufrag:37p0', 'STUN username 37p0:other', 'a37p0']) as string[];
		const [, ufrag] = /ice-ufrag:(.{4})$/.exec(text[0]!)!;
		expect(text).toEqual([`a=ice-ufrag:${ufrag}`, `STUN username ${ufrag}:other`, 'a37p0']);
	});

	it('does not take a word for a credential, though it is spelled like one', () => {
		const candidate = CANDIDATE.candidate.replace('x9Kd', 'host');
		const result = masked({ candidate, usernameFragment: 'host' }) as { [name: string]: string };
		expect(result.candidate).toContain(' typ host ');
		expect(result.candidate).toContain(` ufrag ${result.usernameFragment} `);
		expect(result.usernameFragment).not.toBe('host');
	});

	it('finds credentials in JSON within a text', () => {
		const json = JSON.stringify({ usernameFragment: 'Ab3d' });
		expect(masked([json, JSON.stringify(json)])).not.toEqual(
			expect.arrayContaining([expect.stringContaining('Ab3d')])
		);
	});

	it('never gives an address that is an original of another', () => {
		const addresses = ['192.0.2.2', '10.0.0.1', '192.0.2.1', '2001:db8::1', '2001:db8::2'];
		const result = masked(addresses) as string[];
		expect(new Set([...result, ...addresses]).size).toBe(10);
	});

	it('keeps its choices while a masker lives, for a session that goes on', () => {
		const masker = new Masker();
		const first = maskText('10.0.0.1', masker);
		expect(maskText('10.0.0.2', masker)).not.toBe(first);
		expect(maskText('from 10.0.0.1', masker)).toBe(`from ${first}`);
	});

	it.each(['a:', '::', '1.', 'a-', 'ab.', 'ufrag ', '10.0.0.1 ', 'fe80::1 '])(
		'takes time in proportion to the length of a text of %j',
		(unit) => {
			const repeated = (length: number) => unit.repeat(length);
			expect(costOfLength(repeated, 1_000, (text) => maskText(text))).toBeLessThan(8);
		}
	);
});

describe('whatever is masked', () => {
	const ipv4 = fc.ipV4().filter((ip) => !/^(0\.0\.0\.0|127\.)/.test(ip));
	const ipv6 = fc
		.array(fc.integer({ min: 1, max: 0xffff }), { minLength: 8, maxLength: 8 })
		.map((groups) => groups.map((group) => group.toString(16)).join(':'));
	const name = fc.uuid().map((uuid) => `${uuid}.local`);
	const ice = fc.constantFrom(
		...'abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789+/'
	);
	const ufrag = fc.string({ unit: ice, minLength: 4, maxLength: 8 });
	const pwd = fc.string({ unit: ice, minLength: 22, maxLength: 30 });
	const line = fc.oneof(
		ipv4.map((ip) => ({ secret: ip, text: (mask: string) => `c=IN IP4 ${mask}` })),
		ipv6.map((ip) => ({ secret: ip, text: (mask: string) => `c=IN IP6 ${mask}` })),
		fc.oneof(ipv4, ipv6, name).map((ip) => ({
			secret: ip,
			text: (mask: string) => `a=candidate:1 1 udp 21 ${mask} 5000 typ host generation 0`
		})),
		ufrag.map((secret) => ({ secret, text: (mask: string) => `a=ice-ufrag:${mask}` })),
		pwd.map((secret) => ({ secret, text: (mask: string) => `a=ice-pwd:${mask}` }))
	);

	it('has no original left, the same mask for the same value, and others for others', () => {
		fc.assert(
			fc.property(fc.array(line, { minLength: 1, maxLength: 30 }), (lines) => {
				const originals = lines.map(({ secret, text }) => text(secret));
				// Every value comes twice: once where it was drawn, and once more at the end.
				const result = masked([...originals, ...originals]) as string[];
				const masks = new Map<string, string>();
				for (const [index, text] of result.entries()) {
					const one = lines[index % lines.length]!;
					const [before, after] = one.text('\0').split('\0') as [string, string];
					expect(text.startsWith(before) && text.endsWith(after)).toBe(true);
					const mask = text.slice(before.length, text.length - after.length);
					expect(mask).not.toBe(one.secret);
					expect(masks.get(one.secret) ?? mask).toBe(mask);
					masks.set(one.secret, mask);
				}
				const secrets = new Set(masks.keys());
				const chosen = new Set(masks.values());
				expect(chosen.size).toBe(secrets.size);
				for (const mask of chosen) expect(secrets.has(mask)).toBe(false);
			})
		);
	});

	it('is unchanged where there is nothing to hide', () => {
		const word = fc.constantFrom(
			'a=sendrecv',
			'x',
			' ',
			'\r\n',
			':',
			'.',
			'-',
			'%',
			'"',
			'z7',
			'ü'
		);
		fc.assert(
			fc.property(fc.array(word, { maxLength: 40 }), (words) => {
				const text = words.join('').replace(/:+/g, ':');
				expect(maskText(text)).toBe(text);
			})
		);
	});
});
