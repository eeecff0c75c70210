import { describe, expect, it } from 'vitest';
import { TheirEnd } from '../../src/lib/call/their-end';
import type { Json } from '../../src/lib/trace';

const after = (...calls: readonly (readonly [name: string, data?: Json])[]) => {
	const end = new TheirEnd();
	for (const [name, data] of calls) end.follow({ kind: 'call', name, data });
	return end.isTold;
};
const CANDIDATE = { candidate: 'candidate:1 1 udp 1 192.0.2.1 9 typ host' };

describe('the end of the other side’s candidates', () => {
	it.each<[string, Json | undefined]>([
		['null', null],
		['nothing at all', undefined],
		['an empty candidate', { candidate: '', sdpMid: '0' }]
	])('is told by %s', (_, data) => {
		expect(after(['setRemoteDescription'], ['addIceCandidate', data])).toBe(true);
	});

	it('is not told by a candidate, and stays told where one comes after it', () => {
		expect(after(['addIceCandidate', CANDIDATE])).toBe(false);
		expect(after(['addIceCandidate', null], ['addIceCandidate', CANDIDATE])).toBe(true);
	});

	it('is not told of another description', () => {
		expect(after(['addIceCandidate', null], ['setRemoteDescription'])).toBe(false);
	});
});
