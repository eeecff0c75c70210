import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { patiently } from '../../src/lib/state/patiently';

/** What `online` is heard on, where there is no window. */
let heard: EventTarget;

beforeEach(() => {
	vi.useFakeTimers();
	heard = new EventTarget();
	vi.stubGlobal('addEventListener', heard.addEventListener.bind(heard));
	vi.stubGlobal('removeEventListener', heard.removeEventListener.bind(heard));
});
afterEach(() => {
	vi.useRealTimers();
	vi.unstubAllGlobals();
});

/** Something that fails so many times, and is waited for. */
function waited(failures: number, most?: number) {
	const abort = new AbortController();
	const waits = vi.fn();
	let attempts = 0;
	const load = vi.fn(() => {
		attempts += 1;
		return attempts > failures ? Promise.resolve('there') : Promise.reject(new Error('not there'));
	});
	const result = patiently(load, { first: 100, longest: 300, signal: abort.signal, waits, most });
	return { abort, waits, load, result };
}

describe('something that comes from the network', () => {
	it('is loaded once where it can be had', async () => {
		const { result, load, waits } = waited(0);
		await expect(result).resolves.toBe('there');
		expect(load).toHaveBeenCalledTimes(1);
		expect(waits).not.toHaveBeenCalled();
	});

	it('is asked for again after pauses that grow to the longest', async () => {
		const { result, load, waits } = waited(4);
		for (const [pause, attempts] of [
			[0, 1],
			[99, 1],
			[1, 2],
			[199, 2],
			[1, 3],
			[300, 4],
			[300, 5]
		] as const) {
			await vi.advanceTimersByTimeAsync(pause);
			expect(load).toHaveBeenCalledTimes(attempts);
		}
		await expect(result).resolves.toBe('there');
		expect(waits).toHaveBeenCalledTimes(4);
	});

	it('is given up after as many attempts as were asked for, with what the last one threw', async () => {
		const { result, load, waits } = waited(3, 3);
		const failed = expect(result).rejects.toThrow('not there');
		await vi.advanceTimersByTimeAsync(1000);
		await failed;
		expect(load).toHaveBeenCalledTimes(3);
		expect(waits).toHaveBeenCalledTimes(2);
	});

	it('is asked for at once when the network is back', async () => {
		const { result, load } = waited(1);
		await vi.advanceTimersByTimeAsync(1);
		expect(load).toHaveBeenCalledTimes(1);
		heard.dispatchEvent(new Event('online'));
		await expect(result).resolves.toBe('there');
	});

	it('is not asked for any more when nobody wants it', async () => {
		const { abort, result, load } = waited(Infinity);
		await vi.advanceTimersByTimeAsync(1);
		abort.abort(new Error('gone'));
		await expect(result).rejects.toThrow('gone');
		heard.dispatchEvent(new Event('online'));
		await vi.advanceTimersByTimeAsync(1000);
		expect(load).toHaveBeenCalledTimes(1);
	});
});
