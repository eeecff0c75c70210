import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Presses, type Position } from '../../src/lib/tabs/presses';

const at = (at: number, cursor: number | null = null): Position => ({ at, cursor });

/** A walk that takes a step for each press that still means something, and the presses that were heard. */
function walkFrom(start = 0) {
	const presses = new Presses();
	let present = at(start);
	return {
		present: () => present.at,
		/** The walk goes on by itself. */
		goOn: () => (present = at(present.at + 1)),
		press(tab: string, seen: number, step = 1) {
			if (!presses.mean(tab, at(seen), present)) return false;
			const from = present;
			present = at(from.at + step);
			presses.led(tab, at(seen), from, present);
			return true;
		}
	};
}

describe('presses in the tabs that follow a walk', () => {
	it('count, where what was seen is what there is', () => {
		const walk = walkFrom();
		expect([walk.press('a', 0), walk.press('b', 1), walk.press('a', 2)]).toEqual([
			true,
			true,
			true
		]);
	});

	it('of two tabs at once count once', () => {
		const walk = walkFrom();
		expect([walk.press('a', 0), walk.press('b', 0)]).toEqual([true, false]);
	});

	it('of one tab in a row all count, though no answer was seen, or that to a part of them', () => {
		const walk = walkFrom();
		const seen = [0, 0, 0, 1, 2, 2, 5];
		expect(seen.map((one) => walk.press('a', one))).toEqual(seen.map(() => true));
		expect(walk.present()).toBe(7);
	});

	it('of one tab no longer count, once another tab has pressed between them', () => {
		const walk = walkFrom();
		walk.press('a', 0);
		walk.press('b', 1);
		expect([walk.press('a', 0), walk.press('a', 1)]).toEqual([false, false]);
		expect(walk.press('a', 2)).toBe(true);
	});

	it('no longer count, once the walk has gone on by itself', () => {
		const walk = walkFrom();
		walk.press('a', 0);
		walk.goOn();
		expect([walk.press('a', 0), walk.press('a', 1)]).toEqual([false, false]);
	});

	it('back and on again count, wherever the same moment was passed before', () => {
		const walk = walkFrom(3);
		expect([walk.press('a', 3), walk.press('a', 3, -1), walk.press('a', 3)]).toEqual([
			true,
			true,
			true
		]);
		expect(walk.present()).toBe(4);
		expect(walk.press('b', 3)).toBe(false);
	});

	it('mean an entry of the trace as well as a moment', () => {
		const presses = new Presses();
		expect(presses.mean('a', at(2, 7), at(2))).toBe(false);
		expect(presses.mean('a', at(2, 7), at(2, 7))).toBe(true);
	});

	it('of one tab alone count, however late it sees what they led to', () => {
		fc.assert(
			fc.property(fc.array(fc.nat(4), { maxLength: 40 }), (behind) => {
				const walk = walkFrom();
				let seen = 0;
				for (const late of behind) {
					// What is seen never goes back, and is never of the future.
					seen = Math.max(seen, walk.present() - late);
					expect(walk.press('a', seen)).toBe(true);
				}
				expect(walk.present()).toBe(behind.length);
			})
		);
	});
});
