import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { reduce } from '../../src/lib/trace';
import { Lists } from '../../src/lib/trace/lists';
import { Views } from '../../src/lib/trace/views';
import { candidate, Recording, shortCall } from './recording';

describe('the lists of what is folded in one go', () => {
	it('leave a list alone that somebody else has', () => {
		const shared = Object.freeze([1, 2]);
		expect(new Lists().append(shared, 3)).toEqual([1, 2, 3]);
		expect(new Lists().replaceAt(shared, 0, () => 9)).toEqual([9, 2]);
		expect(shared).toEqual([1, 2]);
	});

	it('copy a list once, and have it grow from then on', () => {
		const lists = new Lists();
		const first = lists.append([1], 2);
		expect(lists.append(first, 3)).toBe(first);
		expect(
			lists.replaceLast(
				first,
				(one) => one < 3,
				() => 0
			)
		).toBe(first);
		expect(first).toEqual([1, 0, 3]);
	});

	it('replace nothing where nothing fits', () => {
		expect(
			new Lists().replaceLast(
				[1, 2],
				(one) => one > 2,
				() => 0
			)
		).toEqual([1, 2]);
	});
});

describe('a fold of many entries', () => {
	/** Far more than a fold that copies its lists each time would be done with. */
	const MANY = 100_000;

	it('costs what they are, not the square of it', () => {
		const one = new Recording();
		one.attempt();
		one.event('john', 'icecandidate', { candidate: candidate(1) });
		const [attempt, gathered] = one.entries;
		const entries = [
			attempt!,
			...Array.from({ length: MANY }, (_, n) => ({ ...gathered!, seq: n + 1 }))
		];
		expect(reduce(entries).peers.john.localCandidates).toHaveLength(MANY);
		expect(new Views().of(entries, MANY + 1).length).toBe(MANY + 1);
	});

	it('changes no view that was given before, however the trace is moved through', () => {
		const { entries } = shortCall();
		fc.assert(
			fc.property(fc.array(fc.nat(entries.length), { minLength: 1 }), (lengths) => {
				const views = new Views();
				const given = lengths.map((length) => views.of(entries, length));
				expect(given).toEqual(lengths.map((length) => reduce(entries.slice(0, length))));
			}),
			{ numRuns: 40 }
		);
	});
});
