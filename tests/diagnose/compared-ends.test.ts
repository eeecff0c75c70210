import { describe, expect, it } from 'vitest';
import { compareSessions } from '../../src/lib/diagnose';
import type { PeerName, TraceEntry } from '../../src/lib/trace';
import { good, withoutCandidates } from './compared-calls';
import type { MadeCall } from './made-call';

/** What one end of a call has recorded. */
function endOf({ entries }: MadeCall, peer: PeerName): TraceEntry[] {
	const own = entries.filter((one) => one.peer === null || one.peer === peer);
	const place = new Map(own.map(({ seq }, index) => [seq, index]));
	return own.map(({ call, ...one }, seq) => ({
		...one,
		seq,
		...(call !== undefined && { call: place.get(call)! })
	}));
}

describe('the ends of a call', () => {
	it('of one recording alone are compared with those of the same role', () => {
		const comparison = compareSessions(endOf(good(), 'jane'), good().entries);
		expect(comparison.first).toBeNull();
		expect(comparison.one.peers).toEqual({ answerer: 'jane' });
		expect(comparison.other.peers).toEqual({ answerer: 'jane' });
		expect(new Set(comparison.rows.map(({ role }) => role))).toEqual(new Set(['answerer']));
	});

	it('are matched by their role, whatever they are called', () => {
		const jane = endOf(good(), 'jane').map((one) => ({
			...one,
			peer: one.peer && ('john' as const)
		}));
		const comparison = compareSessions(jane, good().entries);
		expect(comparison.one.peers).toEqual({ answerer: 'john' });
		expect(comparison.first).toBeNull();
	});

	it('are compared with each other where each recording has one', () => {
		const comparison = compareSessions(endOf(good(), 'john'), endOf(good(), 'jane'));
		expect(comparison.one.peers).toEqual({ end: 'john' });
		expect(comparison.other.peers).toEqual({ end: 'jane' });
		expect(comparison.first).toBeNull();
		const broken = compareSessions(endOf(good(), 'john'), endOf(withoutCandidates(), 'jane'));
		expect(broken.first?.sentence).toBe(
			'From 15 ms after the offer the calls differ: the first adds a candidate of the other side, the second never does.'
		);
	});
});
