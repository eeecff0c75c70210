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
		[' send rid=a;b', 'sends the same picture in 2 versions: a and b'],
		[
			' send rid=a,c;b paused=c recv rid=x',
			'sends the same picture in 2 versions: a (or c, paused at first) and b; it is ready to receive it in 1 version: x'
		]
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
		['send q', 'No a=rid line describes “q”.'],
		['send x', 'a=rid:x is for recv, not for send.'],
		['recv a', 'a=rid:a is for send, not for recv.'],
		['send a send b', 'There may be one list for send and one for recv.'],
		['send ;', 'A name is missing in the list of streams.'],
		['send a;;b', 'A name is missing in the list of streams.'],
		['send a;', 'A name is missing in the list of streams.'],
		['send ,a', 'A name is missing in the list of streams.'],
		['send a,', 'A name is missing in the list of streams.'],
		['send ~', 'A name is missing in the list of streams.'],
		['send a;~', 'A name is missing in the list of streams.'],
		['send a~b', 'A name may have letters, digits, - and _ only, unlike “a~b”.'],
		['send a b', 'Each list of streams needs send or recv before it.'],
		['send  a', 'The list of streams is missing.'],
		['send', 'The list of streams is missing.'],
		['', 'The direction is missing.'],
		['send rid=', 'A name is missing in the list of streams.'],
		['send pt=98', 'The section has no payload type “98”.'],
		['send pt=x', 'The section has no payload type “x”.']
	])('%s: %s', (value, problem) => {
		const found = line(`a=simulcast:${value}`);
		expect(found.problem).toBe(problem);
		expect(tokenFaults(found)).toEqual([]);
		expect(uncovered(found)).toBe('');
		expect(found.explanation).not.toMatch(/side \.|: \.|; \.|side {2}/);
	});

	it('knows the form of the drafts, where payload types told the versions apart', () => {
		const found = line('a=simulcast:send pt=96;97 recv pt=96');
		expect(found).toMatchObject({
			problem: null,
			explanation:
				'Simulcast: this side sends the same picture in 2 versions: payload type 96 (VP8) and payload type 97 (H264); it is ready to receive it in 1 version: payload type 96 (VP8).',
			usage: { kind: 'legacy' }
		});
		expect(meaningOf('a=simulcast:send pt=96', '96')).toBe('Payload type 96: VP8.');
		expect(meaningOf('a=simulcast:send pt=96', 'pt')).toBe(
			'What the names are, as drafts of RFC 8853 wrote it: payload types.'
		);
		expect(meaningOf('a=simulcast:send rid=a', 'rid')).toBe(
			'What the names are, as drafts of RFC 8853 wrote it: those of a=rid lines.'
		);
	});

	it('may stand in a section once', () => {
		expect(
			annotate(
				['m=video 9 RTP/AVPF 31', 'a=rid:a send', 'a=simulcast:send a', 'a=simulcast:send a'].join(
					'\n'
				)
			).lines.map(({ problem }) => problem)
		).toEqual([null, null, null, 'The section has an a=simulcast line already.']);
	});
});

describe('a=rid', () => {
	it('puts each restriction into words', () => {
		expect(
			line('a=rid:q send pt=97;max-width=1280;max-height=720;max-fps=30;max-br=2500000').explanation
		).toBe(
			'This side sends a version of the picture called “q”: only as payload type 97 (H264); at most 1280 pixels wide; at most 720 pixels high; at most 30 frames per second; at most 2.5 Mbit/s.'
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
		['a recv', 'The section has more than one version called “a”.'],
		['q send pt=97,99', 'The section has no payload type “99”.'],
		['q send max-fps=30;pt=97', 'pt must be the first of the restrictions.'],
		['q send pt=', 'pt has no value.'],
		['q send pt', 'pt has no value.'],
		['q send pt=96,', 'The section has no payload type “”.'],
		['q send max-width=abc', 'max-width must be a whole number, not “abc”.'],
		['q send max-width=', 'max-width has no value.'],
		['q send max-width=12.5', 'max-width must be a whole number, not “12.5”.'],
		['q send max-br=-1', 'max-br must be a whole number, not “-1”.'],
		['q send max-bpp=x', 'max-bpp must be a number, not “x”.'],
		['q send depend=', 'depend has no value.'],
		[
			'q send depend=a,b(',
			'depend must be names of versions with commas between them, not “a,b(”.'
		],
		['q send depend=zz', 'No a=rid line describes “zz”.'],
		['q send max-fps=30;;max-fs=1', 'A restriction is missing between two signs.'],
		['q send max-fps=30;', 'A restriction is missing between two signs.'],
		['q send ;', 'A restriction is missing between two signs.'],
		['q send max-fps=30;max-fps=15', 'max-fps is given twice.'],
		['q send =1', 'A restriction has no name.']
	])('%s: %s', (value, problem) => {
		const found = line(`a=rid:${value}`);
		expect(found.problem).toBe(problem);
		expect(tokenFaults(found)).toEqual([]);
		expect(uncovered(found)).toBe('');
		expect(found.explanation).not.toMatch(/payload type \.|undefined|NaN/);
	});

	it.each([
		'q send max-width',
		'q send max-width;max-height=720',
		'q send max-bpp=0.5',
		'q send max-fr=30',
		'q send depend=a,b',
		'q send x=y z'
	])('finds nothing wrong with %s', (value) => {
		expect(line(`a=rid:${value}`).problem).toBeNull();
	});

	it('says of a restriction without a value that it has none', () => {
		expect(line('a=rid:q send pt=').explanation).toBe(
			'This side sends a version of the picture called “q”: pt without a value.'
		);
		expect(line('a=rid:q send max-width').explanation).toBe(
			'This side sends a version of the picture called “q”: max-width without a value.'
		);
	});
});
