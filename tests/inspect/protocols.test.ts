import { gzipSync, deflateSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { recognise } from '../../src/lib/inspect';
import { costOfLength } from '../tools/growth';
import { sdp } from './fixtures';

const OFFER = sdp('chromium-offer-created');
const ANSWER = sdp('firefox-answer-created');
/** Without what tells by itself whether a description offers or answers. */
const bare = (text: string) => text.replace(/a=setup:\w+\r\n/g, '');
const linesOf = (text: string) => text.trimEnd().split('\r\n');
const plain = (text: string) => text.replaceAll('\r\n', '\n').trimEnd();

/** Each description that is read, with its type. */
function readBack(text: string) {
	const found = recognise(text);
	if (!('descriptions' in found)) throw new Error(found.sentence);
	return found.descriptions.map((one) => [one.type, plain(one.sdp)]);
}

describe('over HTTP a client posts its offer, and the response answers:', () => {
	const [offer, answer] = [bare(OFFER), bare(ANSWER)];
	const both = [
		['offer', plain(offer)],
		['answer', plain(answer)]
	];

	it('as messages', () => {
		expect(
			readBack(
				`POST /whip HTTP/1.1\r\nContent-Type: application/sdp\r\n\r\n${offer}\r\nHTTP/1.1 201 Created\r\nContent-Type: application/sdp\r\n\r\n${answer}`
			)
		).toEqual(both);
	});

	it('as curl shows them', () => {
		expect(
			readBack(
				`> POST /whip HTTP/2\n> content-type: application/sdp\n>\n${offer}< HTTP/2 201\n< content-type: application/sdp\n<\n${answer}* Connection #0 left intact\n`
			)
		).toEqual(both);
	});

	it('and of another message nothing is known by that', () => {
		const text = (head: string) => `${head}\r\nContent-Type: application/sdp\r\n\r\n${offer}`;
		for (const head of ['PATCH /whip/1 HTTP/1.1', 'HTTP/1.1 406 Not Acceptable']) {
			expect(readBack(text(head))).toEqual([[null, plain(offer)]]);
		}
	});
});

describe('a packet as Wireshark shows it is read', () => {
	const NAMES: Readonly<Record<string, string>> = {
		v: 'Session Description Protocol Version (v)',
		o: 'Owner/Creator, Session Id (o)',
		s: 'Session Name (s)',
		t: 'Time Description, active time (t)',
		c: 'Connection Information (c)',
		m: 'Media Description, name and address (m)',
		a: 'Media Attribute (a)'
	};
	const tree = (text: string, head: string) =>
		[
			head,
			'    Message Body',
			'        Session Description Protocol',
			...linesOf(text).flatMap((line) => [
				`            ${NAMES[line.charAt(0)]}: ${line.slice(2)}`,
				...(line.startsWith('o=') ? ['                Owner Username: -'] : [])
			])
		].join('\n');

	it('line by line, without what stands beneath each', () => {
		expect(
			readBack(
				`${tree(bare(OFFER), '    Request-Line: INVITE sip:jane@example.org SIP/2.0')}\n${tree(bare(ANSWER), '    Status-Line: SIP/2.0 200 OK\n    CSeq: 1 INVITE')}\n`
			)
		).toEqual([
			['offer', plain(bare(OFFER))],
			['answer', plain(bare(ANSWER))]
		]);
	});

	it('in a time that grows with its length', () => {
		const text = `${tree(OFFER, '')}\n`;
		expect(costOfLength((count) => text.repeat(count), 2, recognise)).toBeLessThan(6);
	});
});

describe('a log in JSON that has a line in each entry is read', () => {
	const lines = linesOf(OFFER);

	it.each([
		['as Docker writes it', (line: string) => ({ log: `${line}\r\n`, stream: 'stdout' })],
		['with tags in front', (line: string) => ({ level: 30, msg: `[5] DEBUG ${line}`, pid: 7 })],
		['deeper within', (line: string) => ({ _source: { message: line, host: { name: 'a' } } })]
	])('%s', (_, entry) => {
		const entries = lines.map((line) => entry(line));
		const expected = [['offer', plain(OFFER)]];
		expect(readBack(entries.map((one) => JSON.stringify(one)).join('\n'))).toEqual(expected);
		expect(readBack(JSON.stringify(entries))).toEqual(expected);
	});

	it('and no list of other things is one', () => {
		const list = lines.map((line, at) => ({ [`name${at}`]: line }));
		expect(recognise(JSON.stringify(list)).kind).toBe('unknown');
	});
});

describe('what is compressed is named as such', () => {
	it.each([
		['gzip', gzipSync],
		['zlib', deflateSync]
	])('%s', (_, pack) => {
		const code = pack(JSON.stringify({ type: 'offer', sdp: OFFER })).toString('base64');
		expect(recognise(code)).toMatchObject({
			kind: 'unknown',
			sentence: expect.stringContaining('compressed') as string
		});
	});
});
