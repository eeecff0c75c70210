import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { onceAFrame } from '../../src/lib/state/once-a-frame';

describe('what is put off', () => {
	const FRAME = 16;
	let times: number[];
	const frames = () => onceAFrame(() => times.push(Date.now()));

	beforeEach(() => {
		times = [];
		vi.useFakeTimers({ now: 0 });
		vi.stubGlobal('requestAnimationFrame', (run: () => void) => setTimeout(run, FRAME));
		vi.stubGlobal('cancelAnimationFrame', clearTimeout);
	});
	afterEach(() => {
		vi.useRealTimers();
		vi.unstubAllGlobals();
	});

	it('is done once with the next frame, however often it is asked for', () => {
		const { later } = frames();
		for (let count = 0; count < 5; count += 1) later();
		vi.runAllTimers();
		expect(times).toEqual([FRAME]);
	});

	it('waits where nobody is in a hurry, and is done once', () => {
		const { eventually } = frames();
		eventually();
		vi.advanceTimersByTime(100);
		eventually();
		vi.runAllTimers();
		expect(times).toEqual([250]);
	});

	it('goes with what is in a hurry, and is not done again', () => {
		const { later, eventually } = frames();
		eventually();
		vi.advanceTimersByTime(100);
		later();
		eventually();
		vi.runAllTimers();
		expect(times).toEqual([100 + FRAME]);
	});

	it('is done again for what is asked for afterwards', () => {
		const { later, eventually } = frames();
		later();
		vi.advanceTimersByTime(FRAME);
		eventually();
		vi.runAllTimers();
		expect(times).toEqual([FRAME, FRAME + 250]);
	});

	it('is not done once it is cancelled', () => {
		const { later, eventually, cancel } = frames();
		eventually();
		later();
		cancel();
		vi.runAllTimers();
		expect(times).toEqual([]);
	});
});
