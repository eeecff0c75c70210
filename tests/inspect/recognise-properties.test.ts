import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { recognise } from '../../src/lib/inspect';
import { costOfLength } from '../tools/growth';
import { fixture } from './fixtures';
import { CANDIDATE, OFFER, TRACE } from './to-recognise';

describe('recognising', () => {
	const piece = fc.oneof(
		fc.string({ unit: 'binary', maxLength: 20 }),
		fc.constantFrom(
			...['v=0', '\r\n', '\n', '\\r\\n', '\\', '"', "'", '{', '}', '[', ']', ',', ':', 'a=', 'm='],
			...['"sdp":', '"type":"offer"', 'candidate:', CANDIDATE, 'v=0\\r\\no=-', 'v=0\r\n', '\ufeff'],
			...['RTCStatsDump\n', '["create","PC_0",{},1]', '{"PeerConnections":{', '"__proto__":'],
			...['{"format":"parley-trace"', '"updateLog":[', '"candidate":"candidate:1 1 u']
		)
	);

	it('never throws, and says something of every text', () => {
		fc.assert(
			fc.property(fc.array(piece, { maxLength: 30 }), (pieces) => {
				expect(recognise(pieces.join('')).sentence).toMatch(/\S.*\.$/s);
			}),
			{ numRuns: 2000 }
		);
	});

	it('never throws on JSON of any form', () => {
		const key = fc.constantFrom('PeerConnections', 'peerConnections', 'sdp', 'type', 'candidate');
		const value = fc.letrec((tie) => ({
			json: fc.oneof(
				{ depthSize: 'medium' },
				fc.constantFrom(null, 1, 'offer', 'v=0\r\n', CANDIDATE, 'updateLog', 'create'),
				fc.array(tie('json'), { maxLength: 5 }),
				fc.dictionary(
					fc.oneof(key, fc.constantFrom('updateLog', 'stats', 'a-b', 'x')),
					tie('json'),
					{
						maxKeys: 5
					}
				)
			)
		})).json;
		fc.assert(
			fc.property(value, (json) => {
				expect(recognise(JSON.stringify(json)).sentence).not.toBe('');
			}),
			{ numRuns: 1000 }
		);
	});

	it('never throws on a real text with a part taken out', () => {
		const texts = [OFFER, JSON.stringify({ type: 'offer', sdp: OFFER }), TRACE].concat(
			fixture('rtcstats-js-5.txt')
		);
		fc.assert(
			fc.property(fc.constantFrom(...texts), fc.nat(), fc.nat(200), (text, at, length) => {
				const from = at % text.length;
				expect(recognise(text.slice(0, from) + text.slice(from + length)).sentence).not.toBe('');
			}),
			{ numRuns: 500 }
		);
	});

	it('finds parts that are verbatim where it says they stand', () => {
		fc.assert(
			fc.property(fc.array(fc.oneof(piece, fc.constant(OFFER)), { maxLength: 12 }), (pieces) => {
				const text = pieces.join('');
				const found = recognise(text);
				if (!('descriptions' in found)) return;
				for (const { sdp, start, end, verbatim } of found.descriptions) {
					if (verbatim && start !== null) expect(text.slice(start, end!)).toBe(sdp);
				}
			})
		);
	});

	it.each([
		'v=0\r\n',
		'v=0\\r\\n',
		'v=0\\n"',
		'\\',
		'{',
		'[1,',
		'"',
		'a=b\n',
		'candidate:',
		' ',
		'offer ',
		`${CANDIDATE}\n`,
		'candidate:1 1 udp ',
		'["a","b",1]\n',
		'v=',
		'\\nv=0\\n',
		'x\n\n\n',
		'v=0↵',
		'> v=0\n> o=- 1 2 IN IP4 192.0.2.1\n',
		'v=0\no=- 1 2 IN IP4 192.0.2.1\n\n\n\n\n',
		"'v=0\\r\\n' +\n",
		'eyJ0eXBlIjogIm9mZmVyIiwgInNkcCI6ICJ2PTBc\n',
		'%0A',
		'a=mid:0\n',
		'candidate:a…',
		'{"sdp":"v=0\\no=- 1 2 IN IP4 192.0.2.1\\na=mid:0\\n"}',
		'v=0\no=- 1 2 IN IP4 192.0.2.1\n...\n+a=mid:0 # x\n',
		'v=0 \no=- 1 2 IN IP4 192.0.2.1 \nword \n',
		"CandidatePair(('1', 1) -> ('1', 1)) State.A ",
		'{"log":"v=0"}\n',
		'v=0 o=- 1 2 IN IP4 192.0.2.1 s=- ',
		'SIP/2.0 200\nv=0\no=- 1 2 IN IP4 192.0.2.1\n',
		'1.1:1/udp(host)\t',
		'<div>v=0</div><div>o=- 1 2 IN IP4 192.0.2.1</div>',
		'<div>v=0</div>\n<div>o=- 1 2 IN IP4 192.0.2.1</div>\nv=0\n',
		'v<b>',
		'<span>a</span>',
		'<!--'
	])('takes time in proportion to the length of a text of %j', (unit) => {
		const repeated = (length: number) => unit.repeat(Math.ceil(length / unit.length));
		expect(costOfLength(repeated, 16_000, recognise)).toBeLessThan(8);
	});
});
