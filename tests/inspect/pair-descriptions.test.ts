import { describe, expect, it } from 'vitest';
import { recognise } from '../../src/lib/inspect';
import { pairDescriptions } from '../../src/lib/inspect/pair-descriptions';

/** Descriptions in words: a type, and the session id of its author. */
function paired(words: string) {
	return pairDescriptions(
		words.split(' ').map((word) => {
			const [type, author] = word.split(':');
			const sdp = `v=0\r\no=- ${author} 2 IN IP4 127.0.0.1\r\ns=-\r\n`;
			return { type: type === '?' ? null : (type as 'offer' | 'answer' | 'pranswer'), sdp };
		})
	);
}

describe('each offer is paired with the answer that follows it', () => {
	it.each([
		['offer:1 answer:2', [[0, 1]]],
		[
			'offer:1 answer:2 offer:1 answer:2',
			[
				[0, 1],
				[2, 3]
			]
		],
		[
			'offer:1 answer:2 offer:2 answer:1',
			[
				[0, 1],
				[2, 3]
			]
		],
		['offer:1 offer:1 answer:2', [[1, 2]]],
		['offer:1 pranswer:2 answer:2', [[0, 2]]],
		['offer:1 pranswer:2', [[0, 1]]],
		['answer:2 offer:1', [[1, 0]]],
		['answer:2 offer:1 answer:2', [[1, 2]]],
		['answer:2 offer:2 offer:1', [[2, 0]]],
		['offer:1 answer:2 answer:3', [[0, 1]]],
		['?:1 ?:2', [[0, 1]]],
		['?:1 answer:2', [[0, 1]]],
		['offer:1 ?:2', [[0, 1]]],
		['?:1 ?:2 ?:3', []],
		['offer:1', []],
		['answer:1 answer:2', []]
	])('%s', (words, exchanges) => {
		expect(paired(words).exchanges).toEqual(exchanges);
	});
});

it('of an offer that is told again in part the whole is answered', () => {
	const origin = (author: number) => `v=0\r\no=- ${author} 2 IN IP4 127.0.0.1\r\ns=-\r\n`;
	const [whole, part] = ['a=group:BUNDLE 0\r\nm=audio 9 X 0\r\n', 'm=audio 9 X 0\r\n'].map(
		(lines) => ({ type: 'offer' as const, sdp: origin(1) + lines })
	);
	const answer = { type: 'answer' as const, sdp: origin(2) };
	expect(pairDescriptions([whole!, part!, answer]).exchanges).toEqual([[0, 2]]);
	expect(pairDescriptions([part!, whole!, answer]).exchanges).toEqual([[1, 2]]);
});

describe('two offers that cross', () => {
	it('are glare where two authors made them, and no answer stands between', () => {
		const crossed = [0, 1];
		expect(paired('offer:1 offer:2')).toEqual({ exchanges: [], glare: true, crossed });
		expect(paired('offer:1 offer:2 answer:1')).toEqual({
			exchanges: [[1, 2]],
			glare: true,
			crossed
		});
	});

	it('are none where both are answered: these are two calls', () => {
		expect(paired('offer:1 offer:2 answer:3 answer:4')).toMatchObject({
			glare: false,
			crossed: null
		});
	});

	it.each(['offer:1 offer:1', 'offer:1 answer:2 offer:2 answer:1', 'answer:1 offer:2', 'offer:1'])(
		'are none in %s',
		(words) => {
			expect(paired(words).glare).toBe(false);
		}
	);
});

it('two offers of two browsers that somebody compares are no glare, unless it is told which way they went', () => {
	const offer = (author: number) =>
		`v=0\no=- ${author} 2 IN IP4 127.0.0.1\ns=-\nt=0 0\na=setup:actpass\nm=audio 9 UDP/TLS/RTP/SAVPF 0\n`;
	const read = (one: string, other: string) =>
		recognise(`${one}\n${offer(1)}\n${other}\n${offer(2)}`);
	const compared = read('Offer of Chrome (works):', 'Offer of Firefox (no video):');
	expect(compared).toMatchObject({ glare: false, crossed: null });
	expect(read('const chromeOffer = `', '`;\nconst firefoxOffer = `')).toMatchObject({
		glare: false
	});
	expect(read('Offer of Chrome:', 'Another offer of Chrome:')).toMatchObject({ glare: true });
	expect(
		read('Chrome, setLocalDescription, offer', 'Firefox, setLocalDescription, offer')
	).toMatchObject({ glare: true });
});

it('fragments of Trickle ICE offer and answer nothing', () => {
	const fragment = (ufrag: string) =>
		`a=group:BUNDLE 0\r\nm=audio 9 UDP/TLS/RTP/SAVPF 111\r\na=mid:0\r\na=ice-ufrag:${ufrag}\r\na=ice-pwd:P2uYro0UCOQ4zxjKXaWCBui1\r\na=candidate:1 1 udp 2122260223 192.0.2.1 61764 typ host\r\na=end-of-candidates\r\n`;
	const two = ['EsAw', 'b/Xy'].map((ufrag) => ({ type: null, sdp: fragment(ufrag) }));
	expect(pairDescriptions(two).exchanges).toEqual([]);
	const text = `PATCH /resource/1 HTTP/1.1\nContent-Type: application/trickle-ice-sdpfrag\n\n${fragment('EsAw')}\nHTTP/1.1 200 OK\nContent-Type: application/trickle-ice-sdpfrag\n\n${fragment('b/Xy')}`;
	expect(recognise(text)).toMatchObject({
		sentence: '2 fragments of Trickle ICE.',
		exchanges: [],
		unused: []
	});
});
