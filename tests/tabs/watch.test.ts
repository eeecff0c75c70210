import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { Watch } from '../../src/lib/tabs/watch';

/** Milliseconds after which a tab that says nothing is known to be silent. */
const LONG = 6000;

/** A watch over some tabs and locks, and whom it has asked. */
function watching({
	tabs = ['a'] as string[],
	locks = [] as string[],
	held = () => Promise.resolve<ReadonlySet<string>>(new Set()),
	isSeen = true,
	before = 0
} = {}) {
	const asked: string[] = [];
	const changed = vi.fn();
	const watch = new Watch({
		tabs: () => tabs,
		locks: () => locks,
		held,
		isSeen: () => isSeen,
		before: () => before,
		ask: (tab) => asked.push(tab),
		changed
	});
	watch.begin();
	ends.push(() => watch.end());
	return { watch, asked, changed };
}

const ends: (() => void)[] = [];
beforeEach(() => vi.useFakeTimers());
afterEach(() => {
	for (const end of ends.splice(0)) end();
	vi.useRealTimers();
});

describe('the watch over other tabs', () => {
	it('asks a tab that says nothing, and tells when it does not answer', async () => {
		const { watch, asked, changed } = watching();
		await vi.advanceTimersByTimeAsync(2000);
		expect(asked).toContain('a');
		expect(watch.isSilent('a')).toBe(false);
		await vi.advanceTimersByTimeAsync(LONG);
		expect(watch.isSilent('a')).toBe(true);
		expect(changed).toHaveBeenCalled();
	});

	it('knows at once when it answers again', async () => {
		const { watch, changed } = watching();
		await vi.advanceTimersByTimeAsync(LONG);
		changed.mockClear();
		watch.heard('a');
		expect(watch.isSilent('a')).toBe(false);
		expect(changed).toHaveBeenCalledOnce();
	});

	it('asks with few others of a crowd, with more where nobody answers those, and then with all', async () => {
		const crowd = Array.from({ length: 40 }, (_, before) => watching({ before }));
		const whoAsked = () => crowd.filter(({ asked }) => asked.length > 0).length;
		const counts: number[] = [];
		for (let second = 1; second <= 4; second += 1) {
			await vi.advanceTimersByTimeAsync(1000);
			counts.push(whoAsked());
		}
		expect(counts).toEqual([0, 2, 8, 40]);
		expect(crowd.some(({ watch }) => watch.isSilent('a'))).toBe(false);
		await vi.advanceTimersByTimeAsync(1000);
		// Whoever asks last has asked twice before it calls anybody silent.
		expect(crowd.at(-1)!.asked).toHaveLength(2);
		expect(crowd.every(({ watch }) => watch.isSilent('a'))).toBe(true);
	});

	it('does not ask a tab that talks', async () => {
		const { watch, asked } = watching();
		for (let count = 0; count < 20; count += 1) {
			watch.heard('a');
			await vi.advanceTimersByTimeAsync(1000);
		}
		expect(asked).toEqual([]);
		expect(watch.isSilent('a')).toBe(false);
	});

	it('blames nobody where it stood still itself', async () => {
		const { watch } = watching();
		await vi.advanceTimersByTimeAsync(1000);
		vi.setSystemTime(Date.now() + 3_600_000);
		await vi.advanceTimersByTimeAsync(1000);
		expect(watch.isSilent('a')).toBe(false);
	});

	it('looks at nobody where nobody looks at it', async () => {
		const { watch, asked } = watching({ isSeen: false });
		await vi.advanceTimersByTimeAsync(3 * LONG);
		expect([watch.isSilent('a'), asked]).toEqual([false, []]);
	});

	it('finds locks that somebody holds who says nothing, and forgets them when they are free', async () => {
		const held = new Set(['seat/john', 'other']);
		const { watch } = watching({
			tabs: [],
			locks: ['seat/john', 'host'],
			held: () => Promise.resolve(held)
		});
		await vi.advanceTimersByTimeAsync(0);
		expect([watch.isHeld('seat/john'), watch.isHeld('host')]).toEqual([true, false]);
		expect(watch.isSilent('seat/john')).toBe(false);
		await vi.advanceTimersByTimeAsync(LONG);
		expect(watch.isSilent('seat/john')).toBe(true);
		held.clear();
		await vi.advanceTimersByTimeAsync(1000);
		expect([watch.isHeld('seat/john'), watch.isSilent('seat/john')]).toEqual([false, false]);
	});

	it.each([
		['refuses to say', () => Promise.reject(new DOMException('no', 'SecurityError'))],
		['never says', () => new Promise<never>(() => {})]
	])('goes on where the browser %s what is held', async (_, held) => {
		const { watch, asked } = watching({ locks: ['host'], held });
		await vi.advanceTimersByTimeAsync(LONG);
		expect([asked.length > 0, watch.isSilent('a'), watch.isHeld('host')]).toEqual([
			true,
			true,
			false
		]);
	});
});
