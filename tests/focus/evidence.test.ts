import { describe, expect, it } from 'vitest';
import { prefixAfter, reduce, type TraceEntry } from '../../src/lib/trace';
import { evidenceOf, reachedWords } from '../../src/lib/ui/focus/evidence';
import { entries } from './recorded';

/** What is told by so many entries, as `label: John, Jane`. */
function told(length: number, all: readonly TraceEntry[] = entries) {
	return evidenceOf(reduce(all.slice(0, length)), all).map(
		({ label, peers: { john, jane } }) =>
			`${label}: ${[john, jane].map((one) => (one ? reachedWords(one) : '–')).join(', ')}`
	);
}

describe('the evidence of a connection', () => {
	it('counts from the first check, in the order of time, and says what is known only by then', () => {
		expect(told(entries.length)).toMatchInlineSnapshot(`
			[
			  "Checks began: < 1 ms, < 1 ms",
			  "A pair works: < 1 ms, < 1 ms",
			  "A pair was selected: ≤ 4 ms, ≤ 4 ms",
			  "DTLS is done: ≤ 4 ms, ≤ 4 ms",
			  "Connected: 4 ms, 4 ms",
			  "First frame decoded: ≤ 554 ms, ≤ 553 ms",
			]
		`);
	});

	it('has nothing while no check was sent, however long somebody reads', () => {
		const lines = told(prefixAfter(entries, 1, 15));
		expect(lines).toHaveLength(6);
		for (const line of lines) expect(line).toMatch(/: –, –$/);
	});

	it('does not count what was read before the checks', () => {
		const later = entries.map((entry) =>
			entry.seq < 101 ? entry : { ...entry, at: entry.at + 60_000 }
		);
		expect(told(later.length, later)).toEqual(told(entries.length));
	});

	// webrtc-pc, 4.3.3: connected says that DTLS is done, whatever was polled afterwards.
	it('never has DTLS done after connected', () => {
		for (let length = 100; length <= entries.length; length += 1) {
			const all = evidenceOf(reduce(entries.slice(0, length)), entries);
			for (const peer of ['john', 'jane'] as const) {
				const after = (name: string) => all.find((one) => one.name === name)!.peers[peer]?.after;
				const connected = after('connected');
				if (connected === undefined) continue;
				expect(after('dtls')).toBeLessThanOrEqual(connected);
				expect(after('selected')).toBeLessThanOrEqual(connected);
			}
		}
	});
});
