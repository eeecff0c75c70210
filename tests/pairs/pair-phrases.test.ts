import { describe, expect, it } from 'vitest';
import { STATE_MEANINGS } from '../../src/lib/ui/ice/pair-phrases';

/** RFC 8445, 6.1.2.6, as webrtc-stats names them. */
const STANDARD = ['frozen', 'waiting', 'in-progress', 'succeeded', 'failed'];

describe('the state of a pair', () => {
	it.each(STANDARD)('%s is explained, and is of no browser alone', (state) => {
		expect(STATE_MEANINGS.get(state)).toMatch(/^[A-Z].*\.$/);
		expect(STATE_MEANINGS.get(state)).not.toMatch(/Firefox/);
	});

	it('is Firefox’s own where the standard has none of that name', () => {
		const others = [...STATE_MEANINGS.keys()].filter((state) => !STANDARD.includes(state));
		expect(others).toEqual(['cancelled']);
		for (const state of others) expect(STATE_MEANINGS.get(state)).toMatch(/Firefox alone/);
	});
});
