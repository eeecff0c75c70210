import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { hold, idle } from '../../src/lib/state/idle';

// Where there is no `requestIdleCallback`, as in Node, the next task is taken for an idle moment.
beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

/** An idle moment that is asked for now. */
function asked() {
	const one = { has: false };
	void idle().then(() => (one.has = true));
	return one;
}

it('an idle moment comes where nobody holds it', async () => {
	const one = asked();
	await vi.advanceTimersByTimeAsync(0);
	expect(one.has).toBe(true);
});

it('an idle moment is kept from others until all who hold it let it go', async () => {
	const [first, second] = [hold(), hold()];
	const one = asked();
	await vi.advanceTimersByTimeAsync(100);
	first();
	await vi.advanceTimersByTimeAsync(100);
	expect(one.has).toBe(false);
	second();
	await vi.advanceTimersByTimeAsync(0);
	expect(one.has).toBe(true);
});

it('an idle moment comes after a while, however long it is held', async () => {
	const release = hold();
	const one = asked();
	await vi.advanceTimersByTimeAsync(999);
	expect(one.has).toBe(false);
	await vi.advanceTimersByTimeAsync(2);
	expect(one.has).toBe(true);
	release();
});

it('letting go twice does not let go what another holds', async () => {
	const [first, second] = [hold(), hold()];
	first();
	first();
	const one = asked();
	await vi.advanceTimersByTimeAsync(100);
	expect(one.has).toBe(false);
	second();
	await vi.advanceTimersByTimeAsync(0);
	expect(one.has).toBe(true);
});
