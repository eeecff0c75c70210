import { describe, expect, it } from 'vitest';
import { readable } from '../../src/lib/ui/panel/message';

describe('a signaling message', () => {
	it('is read line by line where it carries a description', () => {
		const sdp = 'v=0\r\ns=-\r\n';
		expect(readable({ description: { type: 'offer', sdp } })).toBe(sdp);
	});

	it.each([
		[{ candidate: { candidate: 'candidate:1', sdpMid: '0' } }],
		[{ candidate: null }],
		[{ bye: true }],
		[{ description: null }]
	])('is read as the JSON that it is otherwise: %j', (message) => {
		expect(JSON.parse(readable(message))).toEqual(message);
	});
});
