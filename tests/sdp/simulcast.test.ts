import { describe, expect, it } from 'vitest';
import { annotate } from '../../src/lib/sdp';
import { tokenFaults, uncovered } from './cover';

/** The last of some lines behind the head of a section with four versions. */
function line(text: string) {
	const found = annotate(
		[
			'm=video 9 UDP/TLS/RTP/SAVPF 96 97',
			'a=rtpmap:96 VP8/90000',
			'a=rtpmap:97 H264/90000',
			...['a send', 'b send', 'c send', 'x recv'].map((rid) => `a=rid:${rid}`),
			text
		].join('\n')
	).lines.at(-1);
	if (found === undefined) throw new Error('There is no line.');
	return found;
}

const meaningOf = (text: string, value: string) =>
	line(text).tokens.find((token) => token.value === value)?.meaning;

describe('a=simulcast', () => {
	it.each([
		['send a;b;c', 'sends the same picture in 3 versions: a, b and c'],
		['send a,b;c', 'sends the same picture in 2 versions: a (or b) and c'],
		['send a;~b', 'sends the same picture in 2 versions: a and b (paused at first)'],
		['send a,~b', 'sends the same picture in 1 version: a (or b, paused at first)'],
		[
			'send a;b recv x',
			'sends the same picture in 2 versions: a and b; it is ready to receive it in 1 version: x'
		],
		[' send rid=a;b', 'sends the same picture in 2 versions: a and b']
	])('%s: this side %s', (value, sentence) => {
		expect(line(`a=simulcast:${value}`)).toMatchObject({
			problem: null,
			explanation: `Simulcast: this side ${sentence}.`
		});
		expect(tokenFaults(line(`a=simulcast:${value}`))).toEqual([]);
		expect(uncovered(line(`a=simulcast:${value}`))).toBe('');
	});

	it('tells an alternative from a version of its own', () => {
		expect(meaningOf('a=simulcast:send a,~b;c', 'b')).toMatch(/in case the one before it is not/);
		expect(meaningOf('a=simulcast:send a,~b;c', 'c')).toBe('The version that a=rid:c describes.');
		expect(meaningOf('a=simulcast:send a,~b;c', '~')).toMatch(/^The stream is paused at first/);
	});

	it.each([
		['send q', 'No a=rid line describes "q".'],
		['send x', 'a=rid:x is for recv, not for send.'],
		['recv a', 'a=rid:a is for send, not for recv.'],
		['send a send b', 'There may be one list for send and one for recv.']
	])('%s: %s', (value, problem) => {
		expect(line(`a=simulcast:${value}`).problem).toBe(problem);
	});
});

describe('a=rid', () => {
	it('puts each restriction into words', () => {
		expect(
			line('a=rid:q send pt=97;max-width=1280;max-height=720;max-fps=30;max-br=2500000').explanation
		).toBe(
			'This side sends a version of the picture called "q": only as payload type 97 (H264); at most 1280 pixels wide; at most 720 pixels high; at most 30 frames per second; at most 2.5 Mbit/s.'
		);
		expect(meaningOf('a=rid:q send max-width=1280', '1280')).toBe('At most 1280 pixels wide.');
	});

	it('covers every restriction with tokens', () => {
		const found = line('a=rid:q recv pt=96,97; max-fs=1;odd;max-br=');
		expect(tokenFaults(found)).toEqual([]);
		expect(uncovered(found)).toBe('');
		expect(found.explanation).toMatch(/; odd without a value; max-br without a value\.$/);
	});

	it.each([
		['q', 'The rid-dir is missing.'],
		['', 'The rid-id is missing.'],
		['q both', 'The direction must be send or recv.'],
		['~q send', 'The name may have letters, digits, - and _ only.'],
		['a recv', 'The section has more than one version called "a".'],
		['q send max-fps=30;pt=97,99', 'The section has no payload type "99".']
	])('%s: %s', (value, problem) => {
		expect(line(`a=rid:${value}`).problem).toBe(problem);
	});
});
