import { describe, expect, it } from 'vitest';
import { recognise } from '../../src/lib/inspect';
import { costOfLength } from '../tools/growth';
import { findingsOf } from './concluded';
import { sdp } from './fixtures';

const OFFER = sdp('chromium-offer-gathered');
const ANSWER = sdp('firefox-answer-gathered');

const linesOf = (text: string) => text.replace(/\r\n?/g, '\n').trimEnd().split('\n');
const plain = (text: string) => linesOf(text).join('\n');

function readBack(text: string): string[] {
	const found = recognise(text);
	if (!('descriptions' in found)) return [];
	expect([text, found.unused, found.candidates]).toEqual([text, [], []]);
	return found.descriptions.map((one) => plain(one.sdp));
}

const numbered = (text: string, blank = '') =>
	linesOf(text)
		.map((line, at) => `${at + 1}\n${line}\n${blank}`)
		.join('');
const entries = (text: string) =>
	linesOf(text)
		.map((line, at) => `[ 11-03 10:14:22.${100 + at}  4120: 4188 D/Rtc ]\n${line}\n\n`)
		.join('');

describe('a description is read with a row of others between its lines', () => {
	it.each([
		['the numbers of lines of a page', numbered],
		['numbers with blank lines', (text: string) => numbered(text, '\n')],
		['heads of entries of logcat -v long', entries]
	])('%s', (_, wrap) => {
		expect(readBack(wrap(OFFER))).toEqual([plain(OFFER)]);
		expect(readBack(`offer\n${wrap(OFFER)}\nanswer\n${wrap(ANSWER)}`)).toEqual([
			plain(OFFER),
			plain(ANSWER)
		]);
	});

	it('but not with what people write between them', () => {
		const text = linesOf(OFFER)
			.map((line) => `${line}\nand then it says\n`)
			.join('');
		expect(recognise(text)).not.toMatchObject({ descriptions: [{ whole: true }] });
	});

	it('in time in proportion to the length', () => {
		for (const unit of ['v=0\n1\n', 'v=0\n1\na=mid:0\n2\n']) {
			expect(costOfLength((count) => unit.repeat(count), 500, recognise)).toBeLessThan(8);
		}
	});
});

describe('blanks at which a page does not break', () => {
	const hard = (text: string) => text.replaceAll(' ', '\u00a0');

	it('are blanks where there are no others', async () => {
		expect(readBack(hard(plain(OFFER)))).toEqual([plain(OFFER)]);
		expect(await findingsOf(hard(plain(OFFER)))).toEqual(await findingsOf(plain(OFFER)));
	});

	it('are a fault where a program wrote one', async () => {
		const one = plain(OFFER).replace('a=rtpmap:111 opus', 'a=rtpmap:111\u00a0opus');
		expect((await findingsOf(one)).map(({ id }) => id)).toContain('sdp.not-ascii');
	});
});

it('what matters of servers or candidates stands behind what breaks the call', async () => {
	const open = ANSWER.replaceAll(/a=setup:\w+/g, 'a=setup:actpass');
	const text = (answer: string) =>
		JSON.stringify({
			iceServers: [{ urls: 'stun:stun.example.org' }],
			offer: { type: 'offer', sdp: sdp('firefox-offer-gathered') },
			answer: { type: 'answer', sdp: answer }
		});
	expect((await findingsOf(text(open)))[0]).toMatchObject({ id: 'answer.setup-open' });
	expect((await findingsOf(text(ANSWER)))[0]).toMatchObject({ id: 'servers.no-turn' });
});
