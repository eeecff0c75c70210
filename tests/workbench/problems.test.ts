import { describe, expect, it } from 'vitest';
import { textOf, type WireMessage } from '../../src/lib/breaks';
import { problemsOf } from '../../src/lib/ui/workbench/problems';

const OFFER: WireMessage = {
	description: { type: 'offer', sdp: 'v=0\r\no=- 1 2 IN IP4 127.0.0.1\r\ns=-\r\nt=0 0\r\n' }
};
const CANDIDATE: WireMessage = {
	candidate: {
		candidate: 'candidate:1 1 udp 2130706431 192.0.2.7 50000 typ host',
		sdpMid: '0',
		sdpMLineIndex: 0
	}
};

const problems = (message: WireMessage, change: (text: string) => string) => {
	const text = textOf(message)!;
	return problemsOf(message, text, change(text));
};

describe('what is wrong with a message that is edited', () => {
	it.each([OFFER, CANDIDATE])('is nothing as it was', (message) => {
		expect(problems(message, (text) => text)).toEqual([]);
	});

	it('is told of each line of a description, which can be sent all the same', () => {
		const found = problems(OFFER, (text) => text.replace('v=0', 'v=1').replace('t=0 0', 't=x'));
		expect(found.map(({ line, isFatal }) => [line, isFatal])).toEqual([
			[1, false],
			[4, false]
		]);
	});

	it('is told of the line of a candidate, which can be sent all the same', () => {
		const found = problems(CANDIDATE, (text) => text.replace(' typ host', ''));
		expect(found).toMatchObject([{ line: null, isFatal: false }]);
	});

	it('is nothing of a candidate that ends them', () => {
		expect(problems(CANDIDATE, (text) => text.replace(/candidate:1[^"]*/, ''))).toEqual([]);
	});

	it.each([
		['{', 'This is no JSON'],
		['"hello"', 'sent as a JSON object'],
		['{"candidate": 1}', '“candidate” must be a string.']
	])('is that %s cannot be sent as a candidate', (text, words) => {
		expect(problems(CANDIDATE, () => text)).toMatchObject([
			{ line: null, isFatal: true, words: expect.stringContaining(words) }
		]);
	});
});
