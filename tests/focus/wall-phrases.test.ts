import { describe, expect, it } from 'vitest';
import { briefly, elide, wordsOfState } from '../../src/lib/ui/focus/wall-phrases';

describe('a line that is too long', () => {
	it('is cut between its words, and says so', () => {
		expect(elide('m=video 9 UDP 96 97 98', 16)).toBe('m=video 9 UDP\u00a0…');
	});
	it('is cut behind a colon where it has no words', () => {
		expect(elide('a=fingerprint:AB:CD:EF:01', 20)).toBe('a=fingerprint:AB:…');
	});
	it('is never longer than there is room for', () => {
		for (const text of ['x'.repeat(40), 'a b '.repeat(10), 'candidate:12 1 udp 21221 192.0.2.2']) {
			expect(elide(text, 20).length).toBeLessThanOrEqual(20);
		}
	});
	it('is left alone where it fits', () => {
		expect(elide('a=mid:0', 7)).toBe('a=mid:0');
	});
});

describe('an explanation in brief', () => {
	it('is its first clause, as a sentence', () => {
		expect(briefly('This side leaves it; another does not.')).toBe('This side leaves it.');
		expect(briefly('Short: and whole.')).toBe('Short: and whole.');
		expect(briefly(`The first part: ${'and so on, '.repeat(12)}.`)).toBe('The first part.');
	});
});

describe('a state in words', () => {
	it('is a sentence for a value of the specification, and nothing for another', () => {
		expect(wordsOfState('signalingState', 'stable')).toBe('No offer is pending.');
		expect(wordsOfState('connectionState', 'sleepy')).toBe('');
	});

	// webrtc-pc, 5.6: all pairs are checked, and one of them works; nobody compared them.
	it('says of completed that nothing is left to check, not that the best path was found', () => {
		expect(wordsOfState('iceConnectionState', 'completed')).toBe(
			'A path works, and nothing is left to check.'
		);
	});

	// RFC 8828: a browser does not use every address, and does not show every one that it uses.
	it('says of complete that gathering is over, not that all addresses were found', () => {
		expect(wordsOfState('iceGatheringState', 'complete')).toBe('It looks for no more addresses.');
	});
});
