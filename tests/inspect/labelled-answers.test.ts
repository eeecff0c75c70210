import { describe, expect, it } from 'vitest';
import { costOfLength } from '../tools/growth';
import { recognise } from '../../src/lib/inspect';
import { findDissected } from '../../src/lib/inspect/unwrap/dissected';
import { mattersIn } from './concluded';
import { sdp } from './fixtures';
import { DUMPS, STREAMS } from './hex-writers';

const OFFER = sdp('chromium-offer-gathered');
/** What answers it, of another agent. */
const ANSWER = OFFER.replace(/^o=.*/m, 'o=- 7712000000000000001 2 IN IP4 127.0.0.1')
	.replace(/a=ice-ufrag:\S+/g, 'a=ice-ufrag:Zx9q')
	.replace(/a=ice-pwd:\S+/g, 'a=ice-pwd:mN8bVcXzLkJhGfDsA2468013')
	.replace(/(a=fingerprint:\S+) (\S+):(\w\w)/g, '$1 $3:$2')
	.replace(/^a=candidate:.*\r\n/gm, '')
	.replaceAll('a=setup:actpass', 'a=setup:active');
/** The same, as nothing in it tells that it is an answer: it leaves the DTLS role open. */
const OPEN = ANSWER.replaceAll('a=setup:active', 'a=setup:actpass');

/** What matters where the second is heard to be the answer, and where it is not. */
const [HEARD, CROSSED] = [['answer.setup-open'], ['negotiation.glare']];
const bytesOf = (text: string) => new TextEncoder().encode(text);

describe('above hex dumps a line tells which is the answer', () => {
	const dumps = Object.entries({ ...DUMPS, ...STREAMS });
	it.each(dumps)('%s', async (_, dump) => {
		const both = (one: string, other: string, second: string) =>
			`${one}\n${dump(bytesOf(OFFER))}\n${other}\n${dump(bytesOf(second))}`;
		expect(await mattersIn(both('Offer', 'Answer', OPEN))).toEqual(HEARD);
		expect(await mattersIn(both('$ xxd offer.sdp', '$ xxd answer.sdp', OPEN))).toEqual(HEARD);
		expect(await mattersIn(both('Offer', 'Answer', ANSWER))).toEqual([]);
		expect(await mattersIn(both('Offer', 'Offer', OPEN))).toEqual(CROSSED);
	});

	it('and none does where two offers really cross', async () => {
		for (const dump of Object.values(DUMPS)) {
			const both = dump(bytesOf(OFFER)) + '\n' + dump(bytesOf(OPEN));
			expect(await mattersIn(both)).toEqual(CROSSED);
		}
	});
});

describe('above lines of a log a line tells which is the answer, however long what the log puts in front', () => {
	const logs: Readonly<Record<string, string>> = {
		'Logcat of Android Studio':
			'2025-03-30 15:02:24.001  2268-2615  WebRtcClient            com.example.app                      D  ',
		'Spring Boot':
			'2025-03-30 15:02:24.100  INFO 1 --- [nio-8080-exec-1] c.e.rtc.signaling.SignalingService : ',
		GStreamer:
			'0:00:03.123456789 12345 0x7f3c0c0 INFO webrtcbin gstwebrtcbin.c:3000:_create_sdp:<sendrecv> ',
		'one that no list has':
			'{prod/eu-central/media-7} ¦ 2025-03-30T15:02:24Z ¦ session 9f31 ¦ participant john.doe ¦ signalling ¦ '
	};
	const log = (prefix: string, ...texts: string[]) =>
		texts.flatMap((text) => text.trimEnd().split(/\r?\n/)).map((line) => `${prefix}${line}\n`);

	it.each(Object.entries(logs))('%s', async (_, prefix) => {
		for (const [one, other] of [
			['Local offer:', 'Remote answer:'],
			['offer', 'answer'],
			['got remote offer', 'sending answer']
		] as const) {
			expect(await mattersIn(log(prefix, one, OFFER, other, OPEN).join(''))).toEqual(HEARD);
		}
	});

	it.each(Object.entries(logs))('and none does where two offers cross: %s', async (_, prefix) => {
		const texts = ['Local offer:', OFFER, 'Remote offer:', OPEN];
		expect(await mattersIn(log(prefix, ...texts).join(''))).toEqual(CROSSED);
		// Too far above to be of it.
		const far = ['Ready to answer the phone.', 'x'.repeat(120)];
		expect(await mattersIn(log(prefix, OFFER, ...far, OPEN).join(''))).toEqual(CROSSED);
	});

	it('though only the first line of each has that in front', async () => {
		for (const prefix of Object.values(logs)) {
			const text = `${prefix}offer\n${prefix}${OFFER}${prefix}answer\n${prefix}${OPEN}`;
			expect(await mattersIn(text)).toEqual(HEARD);
		}
	});

	it('in linear time', () => {
		const make = (length: number) =>
			`${logs['Spring Boot']}v=0\n`.repeat(Math.ceil(length / 90)).slice(0, length);
		expect(costOfLength(make, 20_000, (text) => recognise(text))).toBeLessThan(8);
	});
});

describe('a member beside a description tells that it is the answer', () => {
	const both = (one: object, other: object) =>
		`${JSON.stringify({ time: '2025-03-30T15:02:24Z', ...one })}\n${JSON.stringify(other)}\n`;
	const code = (text: string) => Buffer.from(text).toString('base64');

	it.each([
		['a message', { msg: 'remote offer', sdp: OFFER }, { msg: 'local answer', sdp: OPEN }],
		['one behind', { sdp: OFFER, msg: 'Got offer' }, { sdp: OPEN, msg: 'Sending SDP answer:' }],
		['a topic', { topic: 'cam/offer', payload: OFFER }, { topic: 'cam/answer', payload: OPEN }],
		[
			'a topic of what is encoded',
			{ topic: 'x/offer', payload: code(OFFER) },
			{ topic: 'x/answer', payload: code(OPEN) }
		],
		[
			'a label of what is deeper',
			{ event: 'webrtc:offer', data: { n: 1, body: { sdp: OFFER } } },
			{ event: 'webrtc:answer', data: { n: 2, body: { sdp: OPEN } } }
		],
		['a file', { file: 'offer.sdp', text: OFFER }, { file: 'answer.sdp', text: OPEN }]
	])('%s', async (_, one, other) => {
		expect(await mattersIn(both(one, other))).toEqual(HEARD);
	});

	it.each([
		['both offer', { msg: 'local offer', sdp: OFFER }, { msg: 'remote offer', sdp: OPEN }],
		['it is prose', { msg: 'offer', sdp: OFFER }, { msg: 'please answer the phone', sdp: OPEN }],
		['it is waited for', { sdp: OFFER }, { msg: 'waiting for remote answer', sdp: OPEN }],
		['it failed', { sdp: OFFER }, { msg: 'Failed to set remote answer', sdp: OPEN }],
		['it is a state', { sdp: OFFER }, { expects: 'remote answer', sdp: OPEN }],
		['it is a place', { sdp: OFFER }, { caller: 'rtc/answer', url: '/rtc/answer', sdp: OPEN }],
		['two differ', { sdp: OFFER }, { msg: 'remote offer', topic: 'a/answer', sdp: OPEN }],
		['two are beneath', {}, { msg: 'local answer', all: [{ sdp: OFFER }, { sdp: OPEN }] }]
	])('and does not where %s', async (_, one, other) => {
		expect(await mattersIn(both(one, other))).toEqual(CROSSED);
	});

	it('in linear time, however deep the labels are', () => {
		const make = (depth: number) =>
			'{"msg":"local answer","topic":"a/b/c/d/e/f","in":'.repeat(depth) + '1' + '}'.repeat(depth);
		expect(costOfLength(make, 200, recognise)).toBeLessThan(8);
	});
});

describe('in an archive of requests the response to an offer is the answer', () => {
	const body = (text: string, mimeType = 'application/sdp') => ({ mimeType, text });
	const archive = (method: string, status: number, postData: object) => {
		const request = { method, url: 'https://media.example.org/whip', postData };
		const entry = { request, response: { status, content: body(OPEN) } };
		return JSON.stringify({ log: { version: '1.2', entries: [entry] } });
	};

	it.each([200, 201])('that is %i', async (status) => {
		expect(await mattersIn(archive('POST', status, body(OFFER)))).toEqual(HEARD);
		const typed = body(OFFER, 'application/sdp; charset=utf-8');
		expect(await mattersIn(archive('POST', status, typed))).toEqual(HEARD);
	});

	it('and no other', async () => {
		expect(await mattersIn(archive('POST', 406, body(OFFER)))).not.toEqual(HEARD);
		expect(await mattersIn(archive('GET', 200, body(OFFER)))).toEqual(CROSSED);
		expect(await mattersIn(archive('POST', 201, body(OFFER, 'text/plain')))).toEqual(CROSSED);
	});
});

describe('a packet of SIP is headed by what it is, as Wireshark shows it', () => {
	const NAMES: Readonly<Record<string, string>> = {
		v: 'Session Description Protocol Version',
		o: 'Owner/Creator, Session Id',
		s: 'Session Name',
		t: 'Time Description, active time',
		m: 'Media Description, name and address',
		c: 'Connection Information',
		a: 'Media Attribute'
	};
	const shown = (text: string) =>
		text.trimEnd().replace(/^(\w)=(.*?)\r?$/gm, (_, letter: string, value: string) => {
			return `            ${NAMES[letter]} (${letter}): ${value}`;
		});
	const packet = (heading: string, text: string, ...head: string[]) =>
		[`Session Initiation Protocol (${heading})`, ...head, '    Message Body', shown(text), ''].join(
			'\n'
		);

	it('and a response answers a request', async () => {
		expect(await mattersIn(packet('INVITE', OFFER) + packet('200', OPEN))).toEqual(HEARD);
		expect(await mattersIn(packet('INVITE', OFFER) + packet('200', ANSWER))).toEqual([]);
	});

	it('and two requests are two offers', async () => {
		const both = packet('INVITE', OFFER) + packet('INVITE', OPEN);
		expect(await mattersIn(both)).not.toEqual(HEARD);
	});

	it('and its head is no other message', async () => {
		const invite = packet(
			'INVITE',
			OFFER,
			'    Request-Line: INVITE sip:jane@example.org SIP/2.0',
			'        CSeq: 1 INVITE'
		);
		const ok = packet('200', OPEN, '    Status-Line: SIP/2.0 200 OK', '        CSeq: 1 INVITE');
		expect(await mattersIn(invite + ok)).toEqual(HEARD);
	});

	it('in linear time', () => {
		const rows = `${packet('200', 'v=0')}    SIP/2.0 ABC ${'AAA '.repeat(40)}\n`;
		const make = (length: number) => rows.repeat(Math.ceil(length / rows.length)).slice(0, length);
		expect(costOfLength(make, 20_000, findDissected)).toBeLessThan(8);
	});
});
