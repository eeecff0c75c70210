import { describe, expect, it } from 'vitest';
import { piecesOf } from '../../src/lib/ui/panel/breaks';

describe('where a line of a long text may break', () => {
	it('is between the bytes of a fingerprint, in the letters of either browser', () => {
		expect(piecesOf('a=fingerprint:sha-256 0A:1B:C2')).toEqual([
			'a=fingerprint:sha-256 0A:',
			'1B:',
			'C2'
		]);
		expect(piecesOf('sha-256 0a:1b')).toEqual(['sha-256 0a:', '1b']);
	});

	it('is in no other place of what has colons', () => {
		for (const text of ['fd00::2:43544', 'a=rtpmap:96 VP8/90000', 'v=0', '']) {
			expect(piecesOf(text)).toEqual([text]);
		}
	});
});
