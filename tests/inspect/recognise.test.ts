import { describe, expect, it } from 'vitest';
import { recognise, type Recognised } from '../../src/lib/inspect';
import { callWithSecrets } from '../trace-file/samples';
import { findingsOf } from './concluded';
import { fixture, sampleDump, sdp } from './fixtures';
import { CANDIDATE, OFFER, TRACE } from './to-recognise';

const ANSWER = sdp('firefox-answer-gathered');

type Kind = Recognised['kind'];

/** What was recognised, where it has to be of a kind. */
function recognised<K extends Kind>(text: string, kind: K): Extract<Recognised, { kind: K }> {
	const found = recognise(text);
	expect([found.kind, found.sentence]).toEqual([kind, found.sentence]);
	return found as Extract<Recognised, { kind: K }>;
}

describe('an offer and its answer are recognised', () => {
	it('as two lines of JSON, whichever member stands first', () => {
		const line = (type: string, text: string) => JSON.stringify({ sdp: text, type });
		const { offer, answer } = recognised(
			`${line('offer', OFFER)}\n${line('answer', ANSWER)}\n`,
			'exchange'
		);
		expect([offer.sdp, answer.sdp]).toEqual([OFFER, ANSWER]);
	});
});

describe('a description is recognised', () => {
	it('as it is, byte for byte', () => {
		for (const name of ['chromium-offer-gathered', 'jsep-offer', 'safari-offer', 'sfu-answer']) {
			const text = sdp(name);
			const { descriptions, candidates } = recognised(text, 'description');
			expect(descriptions.map((one) => one.sdp)).toEqual([text]);
			expect(descriptions[0]).toMatchObject({ start: 0, end: text.length, verbatim: true });
			expect(candidates).toEqual([]);
		}
	});

	it.each([
		['with line feeds alone', OFFER.replaceAll('\r\n', '\n')],
		['with space around it', `\n\n  ${OFFER}\n`]
	])('%s, unchanged', (_, text) => {
		const { descriptions } = recognised(text, 'description');
		expect(text).toContain(descriptions[0]!.sdp);
		expect(descriptions[0]!.sdp).toBe(text.trim().concat(text.includes('\r\n') ? '\r\n' : '\n'));
	});

	const json = JSON.stringify({ type: 'offer', sdp: OFFER });
	it.each([
		['with written out line endings', OFFER.replaceAll('\r\n', '\\r\\n')],
		['as a JSON text', JSON.stringify(OFFER)],
		['as a JavaScript string', `'${OFFER.replaceAll('\r\n', '\\r\\n')}'`],
		['as a JavaScript declaration', `const sdp = "${OFFER.replaceAll('\r\n', '\\r\\n')}";`],
		['as an RTCSessionDescription', json],
		['as JSON in a text of JSON', JSON.stringify({ message: json })],
		['as JSON in JSON in a log', `12:00:01 ws> ${JSON.stringify(json)}`],
		[
			'in a signaling message',
			JSON.stringify({ to: 'jane', description: { type: 'offer', sdp: OFFER } })
		],
		['under the name of its type', JSON.stringify({ offer: OFFER })],
		['in a line of a log', `[12:00:01] INFO createOffer type: offer, sdp: ${OFFER}`],
		['in a line of a log, written out', `INFO offer "${OFFER.replaceAll('\r\n', '\\r\\n')}" sent`],
		['in a log with lines around it', `connecting\nsetLocalDescription(offer)\n${OFFER}\ndone: 5`]
	])('%s', (_, text) => {
		const { descriptions, sentence } = recognised(text, 'description');
		expect(descriptions.map((one) => one.sdp)).toEqual([OFFER]);
		expect(descriptions[0]?.type).toBe('offer');
		expect(sentence).toBe('An offer.');
	});

	it('with its type, where setup says it and nothing else does', () => {
		expect(recognised(OFFER, 'description').descriptions[0]).toMatchObject({
			type: 'offer',
			stated: false
		});
		expect(recognised(ANSWER, 'description')).toMatchObject({
			sentence: 'An answer.',
			descriptions: [{ type: 'answer', stated: false }]
		});
	});

	it('in part, where some of its lines were copied', () => {
		const lines = OFFER.slice(OFFER.indexOf('m=audio'));
		const { descriptions, sentence } = recognised(lines, 'description');
		expect(descriptions[0]).toMatchObject({ sdp: lines, whole: false });
		expect(sentence).toBe('Some lines of a description.');
		expect(recognised('a=setup:actpass', 'description').descriptions).toHaveLength(1);
	});

	it('and nothing is concluded from what begins within a section', async () => {
		const within = OFFER.slice(OFFER.indexOf('a=mid:'));
		expect(recognised(within, 'description').descriptions[0]).toMatchObject({
			lost: 'begun within'
		});
		expect((await findingsOf(within)).map(({ id }) => id)).toEqual(['sdp.lost-in-copying']);
	});

	it('together with the candidates beside it', () => {
		const { candidates, sentence } = recognised(`${OFFER}\nlater: ${CANDIDATE}\n`, 'description');
		expect(candidates.map(({ text }) => text)).toEqual([CANDIDATE]);
		expect(sentence).toBe('An offer and one candidate.');
	});
});

describe('an offer and its answer are recognised', () => {
	it.each([
		['one after the other', `${OFFER}${ANSWER}`],
		['the answer first', `${ANSWER}\n\n${OFFER}`],
		['in a log', `John: offer\n${OFFER}\nJane: answer\n${ANSWER}`],
		[
			'in a list',
			JSON.stringify([
				{ type: 'offer', sdp: OFFER },
				{ type: 'answer', sdp: ANSWER }
			])
		],
		['by name', JSON.stringify({ offer: OFFER, answer: ANSWER })],
		[
			'a line of JSON each',
			`${JSON.stringify({ type: 'offer', sdp: OFFER })}\n${JSON.stringify({ type: 'answer', sdp: ANSWER })}`
		]
	])('%s', (_, text) => {
		const { offer, answer } = recognised(text, 'exchange');
		expect(offer.sdp).toBe(OFFER);
		expect(answer.sdp).toBe(ANSWER);
	});

	it('though neither says what it is', () => {
		const bare = (text: string) => text.replace(/a=setup:\w+\r\n/g, '');
		const { offer, answer } = recognised(bare(OFFER) + bare(ANSWER), 'exchange');
		expect([offer.sdp, answer.sdp]).toEqual([bare(OFFER), bare(ANSWER)]);
	});

	it('but two offers of one author are not, and a repeated one is shown once', () => {
		const later = OFFER.replace('a=setup:actpass\r\n', 'a=setup:actpass\r\na=ice-lite\r\n');
		const { sentence, descriptions } = recognised(OFFER + later + OFFER, 'description');
		expect(sentence).toBe('2 descriptions.');
		expect(descriptions.map(({ start }) => start)).toEqual([0, OFFER.length]);
	});
});

describe('candidates are recognised', () => {
	it.each([
		['candidate:…', CANDIDATE],
		['a=candidate:…', `a=${CANDIDATE}\r\n`],
		['an RTCIceCandidate', JSON.stringify({ candidate: CANDIDATE, sdpMid: '0', sdpMLineIndex: 0 })],
		['a signaling message', JSON.stringify({ candidate: { candidate: CANDIDATE, sdpMid: '0' } })],
		['a line of a log', `onicecandidate {"candidate":"${CANDIDATE}","sdpMid":"0"} after 5 ms`],
		['what webrtc-internals shows', `sdpMid: 0, sdpMLineIndex: 0, candidate: ${CANDIDATE}, url: `]
	])('as %s', (_, text) => {
		const { candidates, sentence } = recognised(text, 'candidates');
		expect(candidates.map((one) => one.text.replace(/^a=/, ''))).toEqual([CANDIDATE]);
		expect(candidates[0]?.problem).toBeNull();
		expect(sentence).toBe('One ICE candidate.');
	});

	it('with where they stand, unchanged', () => {
		const text = `first\n a=${CANDIDATE}\n${CANDIDATE.replace('50001', '50002')} \n`;
		const { candidates } = recognised(text, 'candidates');
		expect(candidates).toHaveLength(2);
		for (const one of candidates) expect(text.slice(one.start!, one.end!)).toBe(one.text);
	});

	it('with the section that they belong to', () => {
		const list = ['0', '1'].map((sdpMid, sdpMLineIndex) => {
			return { candidate: CANDIDATE, sdpMid, sdpMLineIndex };
		});
		const { candidates } = recognised(JSON.stringify(list), 'candidates');
		expect(candidates.map(({ sdpMid, sdpMLineIndex }) => [sdpMid, sdpMLineIndex])).toEqual([
			['0', 0],
			['1', 1]
		]);
	});

	it('though one is damaged, and that is said', () => {
		const { candidates, sentence } = recognised(
			`${CANDIDATE}\n${CANDIDATE.replace('50001', '99999')}`,
			'candidates'
		);
		expect(candidates.map(({ problem }) => problem === null)).toEqual([true, false]);
		expect(sentence).toBe('2 ICE candidates, of which 1 is damaged.');
	});
});

describe('a recording is recognised', () => {
	it('that is a Parley trace', () => {
		const { file, sentence } = recognised(TRACE, 'trace');
		expect(file.entries).toEqual(callWithSecrets().entries);
		expect(sentence).toBe(`A Parley trace with ${file.entries.length} entries.`);
	});

	it('that is a dump of webrtc-internals', () => {
		const { dump, sentence } = recognised(sampleDump(), 'webrtc-internals');
		expect(dump.connections).toHaveLength(2);
		expect(sentence).toBe('A dump of chrome://webrtc-internals with 2 connections.');
	});

	it('that is a dump of rtcstats, with what of it was skipped', () => {
		recognised(fixture('rtcstats-chromium-156.txt'), 'rtcstats');
		expect(recognised(fixture('rtcstats-js-5.txt'), 'rtcstats').sentence).toBe(
			'A dump of rtcstats with one connection. Skipped: 1 × lines that are no JSON.'
		);
	});

	const events = [
		['create', 'PC_0', {}, 1_500_000_000_000],
		['createOffer', 'PC_0', null, 1_500_000_000_010]
	];
	it.each([
		['lines', events.map((event) => JSON.stringify(event)).join('\n')],
		[
			'lines behind what is said of them',
			`{"userAgent":"x"}\n${events.map((event) => JSON.stringify(event)).join('\n')}\n`
		],
		['a list', JSON.stringify(events)],
		['an object', JSON.stringify({ peerConnections: { PC_0: [{ type: 'create', time: 1.5e12 }] } })]
	])('that is rtcstats as %s', (_, text) => {
		expect(recognised(text, 'rtcstats').dump.connections).toHaveLength(1);
	});
});

describe('what is not understood is told:', () => {
	it.each([
		['nothing', ' \n', 'There is nothing here. Expected is SDP, ICE candidates,'],
		['prose', 'hello there', 'not understood from line 1, column 1 on: "hello there". Expected'],
		[
			'SDP that ends in prose',
			'a=mid:0\r\na=sendrecv\r\nand so on',
			'from line 3, column 1 on: "and so on"'
		],
		['other JSON', '{"a":[1]}', 'This is JSON, but it holds no description'],
		['damaged JSON', '{"a":[1}', 'This looks like JSON. Expected is'],
		[
			'the place in damaged JSON',
			' {"a":[1}',
			'at line 1, column 9, where "," or "]" was expected'
		],
		['a cut trace', TRACE.slice(0, 300), 'This looks like a Parley trace. The text ends at line'],
		[
			'a damaged trace',
			TRACE.replace('"kind":"attempt"', '"kind":"x"'),
			'This is a Parley trace, but it is damaged. Entry 0'
		],
		[
			'a cut dump',
			sampleDump().slice(0, 5000),
			'This looks like a dump of webrtc-internals. The text ends'
		],
		['a compressed dump', '\u001f\ufffd\b\0', 'compressed (gzip)']
	])('%s', (_, text, sentence) => {
		expect(recognised(text, 'unknown').sentence).toContain(sentence);
	});

	it('with the place', () => {
		expect(recognised('a=mid:0\nx', 'unknown').offset).toBe(8);
		expect(recognised(' {"a":[1}', 'unknown').offset).toBe(8);
	});
});
