import { describe, expect, it } from 'vitest';
import { recognise, type Recognised } from '../../src/lib/inspect';
import { costOfLength } from '../tools/growth';
import { headOf, mattersIn } from './concluded';
import { sdp } from './fixtures';

const linesOf = (text: string) => text.replace(/\r\n?/g, '\n').trimEnd().split('\n');
const OFFER = linesOf(sdp('chromium-offer-gathered'));
const ANSWER = linesOf(sdp('firefox-answer-gathered'));
type Parts = Extract<Recognised, { descriptions: unknown }>;

function partsOf(text: string): Parts {
	const found = recognise(text);
	if (!('descriptions' in found)) throw new Error(found.sentence);
	return found;
}

const read = (text: string) => partsOf(text).descriptions.map((one) => linesOf(one.sdp));
const put = (lines: readonly string[], at: number, ...between: string[]) => [
	...lines.slice(0, at),
	...between,
	...lines.slice(at)
];

const FOREIGN: readonly (readonly string[])[] = [
	['10:22:01 INFO something else happened here'],
	['app.js:12 track added'],
	['ICE gathering state: gathering'],
	['--'],
	['(continued)'],
	['```', '```'],
	['```', '', '```'],
	['[12:04 PM] bob'],
	['', '[12:04 PM] bob', ''],
	['bob  12:04 PM', 'here is the rest'],
	['10:22:01 INFO one', '10:22:01 INFO two', '10:22:02 WARN three']
];

describe('a description goes on behind lines of others that have no prefix', () => {
	it.for(FOREIGN)('%s', async (foreign) => {
		const middle = Math.floor(OFFER.length / 2);
		const text = [
			'Offer:',
			...put(OFFER, 20, ...foreign),
			'',
			'Answer:',
			...put(ANSWER, 20, ...foreign),
			''
		].join('\n');
		expect(read(text)).toEqual([OFFER, ANSWER]);
		const { unused, candidates, notes } = partsOf(text);
		expect([unused, candidates]).toEqual([[], []]);
		const line = 22 + foreign.findIndex((one) => one !== '');
		expect(notes).toMatchObject([{ id: 'remarks', line }]);
		expect(notes[0]!.sentence).toContain(` lines ${line}, `);
		const plain = ['Offer:', ...OFFER, '', 'Answer:', ...ANSWER, ''].join('\n');
		expect(await mattersIn(text)).toEqual(await mattersIn(plain));
		expect(read(put(OFFER, middle, ...foreign).join('\n'))).toEqual([OFFER]);
	});

	it('wherever one stands, but in front of candidates that may be of another', () => {
		const [foreign] = FOREIGN[0]!;
		const isLoose = (line: string) => /^a=(?:candidate|end-of-candidates)/.test(line);
		for (let at = 1; at < OFFER.length; at += 1) {
			const rest = OFFER.slice(at);
			if (rest.every(isLoose)) continue;
			expect([at, read(put(OFFER, at, foreign!).join('\n'))]).toEqual([at, [OFFER]]);
		}
	});

	it('and a candidate that is told between is found', () => {
		const candidate = 'candidate:1 1 udp 2122260223 192.0.2.9 50001 typ host';
		const found = partsOf(put(OFFER, 30, `10:22:01 got ${candidate}`).join('\n'));
		expect(found.descriptions.map((one) => linesOf(one.sdp))).toEqual([OFFER]);
		expect(found.candidates.map(({ text }) => text)).toEqual([candidate]);
		expect(found.unused).toEqual([]);
	});

	it('as often as they come', async () => {
		const text = OFFER.flatMap((line, at) =>
			at % 6 === 5 ? [line, `10:22:${10 + (at % 50)} INFO tick`] : [line]
		).join('\n');
		expect(read(text)).toEqual([OFFER]);
		const head = await headOf(text);
		expect('conclusions' in head && head.conclusions[0]!.verdict).toMatchObject({ isGood: true });
	});

	it('behind a heading between blank lines, where it announced a section that comes then', () => {
		const at = OFFER.findLastIndex((line) => line.startsWith('m='));
		expect(at).toBeGreaterThan(10);
		expect(read(put(OFFER, at, '', 'and the rest:', '').join('\n'))).toEqual([OFFER]);
	});
});

describe('it ends in front of what is not its own:', () => {
	const lost = (lines: readonly string[]) => lines.filter((line) => !line.startsWith('v='));

	it.for(['Answer:', 'Answer', '10:22:01 INFO answer', 'here is the other'])(
		'another one without its v=, behind “%s”',
		(heading) => {
			for (const blank of [[], ['']]) {
				const text = [...OFFER, ...blank, heading, ...lost(ANSWER)].join('\n');
				expect(read(text)[0]).toEqual(OFFER);
			}
		}
	);

	it('the section of another, behind what a person says of it', () => {
		const section = ANSWER.slice(ANSWER.findIndex((line) => line.startsWith('m=')));
		for (const words of ['and in the answer', 'while they send', 'Answer:'])
			expect(read([...OFFER, words, ...section].join('\n'))[0]).toEqual(OFFER);
	});

	it('lines that a person quotes behind it', () => {
		for (const quoted of ['a=setup:passive', 'a=mid:0', 'a=recvonly'])
			expect(read([...OFFER, 'it should say', quoted].join('\n'))[0]).toEqual(OFFER);
		const two = ['a=rtcp-fb:111 nack', 'a=rtcp-fb:111 ccm fir'];
		for (const words of [
			['', 'it should say', ''],
			['and not:'],
			['in the answer'],
			['the SDP has']
		])
			expect(read([...OFFER, ...words, ...two].join('\n'))[0]).toEqual(OFFER);
	});

	it('candidates that came one by one', () => {
		const candidates = [1, 2, 3].map(
			(at) => `a=candidate:${at} 1 udp 2122260223 192.0.2.${at} 50001 typ host`
		);
		const other = ['\n[12:05 PM] alice', '```\n\n```'];
		for (const words of [
			other,
			['then I get these'],
			['', 'ICE:', ''],
			['10:22:01 INFO gathering']
		]) {
			const found = partsOf([...OFFER, ...words, ...candidates, ''].join('\n'));
			expect(found.descriptions.map((one) => linesOf(one.sdp))).toEqual([OFFER]);
			expect(found.candidates.map(({ text }) => text)).toEqual(candidates);
		}
	});

	it('another whole one', () => {
		const text = [...OFFER.slice(0, 20), '10:22:01 INFO next', ...ANSWER].join('\n');
		expect(read(text)).toEqual([OFFER.slice(0, 20), ANSWER]);
	});

	it('a part of a description, where it is a part itself', () => {
		const [one, other] = [OFFER, ANSWER].map((lines) =>
			lines.slice(lines.findIndex((line) => line.startsWith('m='))).slice(0, 6)
		);
		const text = [...one!, 'and the other side has', ...other!].join('\n');
		expect(read(text)).toEqual([one, other]);
	});
});

it('lines of others are passed over in time in proportion to the length', () => {
	for (const unit of [
		'v=0\nno\na=mid:0\n',
		'a=ssrc:1 cname:a\na=ssrc:2 cname:b\na=ssrc:3 cname:c\nno\n',
		'no\n\n',
		'a=x\nno\n'
	]) {
		const text = (count: number) => `v=0\n${unit.repeat(count)}`;
		expect(costOfLength(text, 200, recognise)).toBeLessThan(8);
	}
	const text = (count: number) =>
		`v=0\n${Array.from({ length: count }, (_, at) => `a=ssrc:${at} a:b\na=ssrc:${at} c:d\nno\n`).join('')}`;
	expect(costOfLength(text, 200, recognise)).toBeLessThan(8);
});
