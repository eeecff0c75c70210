import { describe, expect, it } from 'vitest';
import { diagnose } from '../../src/lib/diagnose';
import { recognise } from '../../src/lib/inspect';
import { telephonesIn } from '../../src/lib/inspect/telephone-leg';
import { mattersIn } from './concluded';
import { sdp } from './fixtures';

const OFFER = sdp('chromium-offer-gathered');
const ANSWER = sdp('chromium-answer-gathered');
const FIRST = [OFFER, ANSWER].map((text) =>
	text
		.split(/^m=/m)
		.slice(0, 2)
		.join('m=')
		.replace(/^(a=group:BUNDLE) .*/m, '$1 0')
) as [string, string];

/** What a telephone, or a gateway to one, says. */
const plain = (author: number) =>
	[
		'v=0',
		`o=pbx ${author} ${author} IN IP4 192.0.2.1`,
		's=PBX',
		'c=IN IP4 192.0.2.1',
		't=0 0',
		'm=audio 4000 RTP/AVP 0 101',
		'a=rtpmap:0 PCMU/8000',
		'a=rtpmap:101 telephone-event/8000',
		''
	].join('\r\n');

interface Headers {
	readonly call?: string;
	readonly from?: string;
	readonly branch?: string;
}

function sip(line: string, body: string, { call = 'a', from = 'f', branch = 'b' }: Headers = {}) {
	const isResponse = line.startsWith('SIP');
	return [
		isResponse ? line : `${line} sip:jane@example.org SIP/2.0`,
		`Via: SIP/2.0/WSS 192.0.2.5;branch=z9hG4bK${branch}`,
		`From: <sip:john@example.org>;tag=${from}`,
		`To: <sip:jane@example.org>${isResponse ? ';tag=t' : ''}`,
		`Call-ID: ${call}`,
		'CSeq: 1 INVITE',
		'Content-Type: application/sdp',
		'',
		body
	].join('\r\n');
}

/** A call through a gateway, with what tells its two sides apart. */
const gateway = (own: Headers, other: Headers) =>
	[
		sip('INVITE', FIRST[0], own),
		sip('INVITE', plain(7), other),
		sip('SIP/2.0 200 OK', plain(8), other),
		sip('SIP/2.0 200 OK', FIRST[1], own)
	].join('\r\n');

const rtpengine = (command: string, body: string, at: number) =>
	`Jan 1 00:00:0${at} sbc rtpengine[7]: DEBUG: [abc]: Dump for '${command}': { "sdp": "${body.replaceAll('\r\n', '#015#012')}", "call-id": "abc", "command": "${command}" }`;

function read(text: string) {
	const found = recognise(text);
	if (!('exchanges' in found)) throw new Error(found.sentence);
	return { exchanges: found.exchanges, telephones: [...telephonesIn(found)] };
}

const sides = {
	exchanges: [
		[0, 3],
		[1, 2]
	],
	telephones: [1, 2]
};

describe('of a call through a gateway the side of the telephone is told from that of the browser', () => {
	it.each<[what: string, text: string]>([
		['call-ids of two', gateway({ call: 'a' }, { call: 'b' })],
		['one call-id and two branches', gateway({ branch: 'one' }, { branch: 'two' })],
		['one call-id and two tags', gateway({ from: 'one' }, { from: 'two' })],
		['nothing but what they say', gateway({}, {})],
		[
			'a log of what was rewritten',
			[
				rtpengine('offer', FIRST[0], 0),
				rtpengine('offer', plain(7), 1),
				rtpengine('answer', plain(8), 2),
				rtpengine('answer', FIRST[1], 3)
			].join('\n')
		]
	])('by %s', async (_, text) => {
		expect(read(text)).toEqual(sides);
		expect(await mattersIn(text)).toEqual([]);
	});

	it('but not where the browser is answered by it', () => {
		const text = [sip('INVITE', FIRST[0]), sip('SIP/2.0 200 OK', plain(8))].join('\r\n');
		expect(read(text)).toEqual({ exchanges: [[0, 1]], telephones: [] });
		const later = gateway({ call: 'a' }, { call: 'b' }).concat(
			'\r\n',
			sip('INVITE', FIRST[0].replace(/^(o=\S+ \S+) \S+/m, '$1 9'), { call: 'c' }),
			'\r\n',
			sip('SIP/2.0 200 OK', plain(9), { call: 'c' })
		);
		expect(read(later).telephones).toEqual([1, 2]);
	});

	it('nor where ICE and DTLS were taken out of what is for browsers', () => {
		const stripped = [7, 8].map((author) => plain(author).replace('RTP/AVP', 'UDP/TLS/RTP/SAVPF'));
		const text = [...FIRST, ...stripped].join('\r\n');
		expect(read(text)).toMatchObject({ telephones: [] });
	});

	it('nor where no browser is in the text', () => {
		const text = [sip('INVITE', plain(7)), sip('SIP/2.0 200 OK', plain(8))].join('\r\n');
		expect(read(text)).toEqual({ exchanges: [[0, 1]], telephones: [] });
	});
});

describe('of the side of the telephone', () => {
	const given = (text: string, of: string, isTelephone: boolean) => ({
		sdp: text,
		of,
		isTelephone
	});
	const look = (isTelephone: boolean) =>
		diagnose({
			kind: 'exchange',
			offer: given(plain(7), 'offer', isTelephone),
			answer: given(plain(8), 'answer', isTelephone)
		});

	it('nothing is said but that it is the telephone’s', () => {
		const { findings, verdict } = look(true);
		expect(findings.map(({ id, severity }) => [id, severity])).toEqual([
			['sdp.telephone-leg', 'worth knowing']
		]);
		expect(verdict).toBeNull();
	});

	it('it is said that no browser takes it, where a browser is given it, and nothing twice', () => {
		const { findings, verdict } = look(false);
		expect(verdict?.isGood).toBe(false);
		expect(findings[0]).toMatchObject({ id: 'sdp.not-for-browsers', severity: 'breaks the call' });
		const said = findings.map(({ id, claim }) => `${id} ${claim}`);
		expect(said).toEqual([...new Set(said)]);
		expect(findings.filter(({ id }) => id === 'sdp.no-mid')).toHaveLength(1);
	});
});
