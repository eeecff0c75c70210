import { expect } from 'vitest';
import { computePriority, parseCandidate, splitPriority } from '../../../src/lib/ice';
import { connected, HANG_UP, kinds, type Seen } from './look';

/** The type preference of what is learned from the peer (RFC 8445, 5.1.2.2). */
const PEER_REFLEXIVE = 110;

/** What is seen of the lesson “A check, byte by byte”. */
export const BYTES: Seen = {
	'john-reads-statistics': [
		'a candidate that was never signaled, with the priority that her check says, and no address',
		async (two) => {
			await connected(two);
			const { john, jane } = two;
			expect(kinds(two.waiting('john'))).not.toContain('candidate');
			const found = ([...john.report.values()] as Record<string, unknown>[]).filter(
				({ type }) => type === 'remote-candidate'
			);
			expect(found.length).toBeGreaterThan(0);
			expect(new Set(found.map(({ candidateType }) => candidateType))).toEqual(new Set(['prflx']));
			const said = jane.pc.localDescription!.sdp.match(/candidate:.*/g)!.map((line) => {
				const split = splitPriority(parseCandidate(line).candidate!.priority);
				return computePriority({ ...split, typePreference: PEER_REFLEXIVE });
			});
			for (const { priority, address } of found) {
				expect(said).toContain(priority);
				expect(`${address}`).not.toMatch(/\d+\.\d+\.\d+\.\d+|^[0-9a-f]+:/);
			}
		}
	],
	'john-hangs-up': HANG_UP
};
