import { expect, it } from 'vitest';
import { oneByOne } from '../../src/lib/ui/inspect/one-by-one';

/** Resolves once a timer that is set now has had its turn. */
const timer = () => new Promise<void>((resolve) => setTimeout(resolve));

it('what comes in many pieces is taken in order, and leaves turns to timers', async () => {
	const taken: number[] = [];
	let takenAtTimer = -1;
	await new Promise<void>((resolve) => {
		const hand = oneByOne<number>((piece) => {
			const begin = performance.now();
			while (performance.now() - begin < 2);
			taken.push(piece);
			if (taken.length === 50) resolve();
		});
		for (let piece = 0; piece < 50; piece++) hand(piece);
		void timer().then(() => (takenAtTimer = taken.length));
	});
	expect(taken).toEqual(Array.from({ length: 50 }, (_, at) => at));
	expect(takenAtTimer).toBeGreaterThan(0);
	expect(takenAtTimer).toBeLessThan(50);
});

it('a piece that is not taken keeps back none of the others', async () => {
	const taken: string[] = [];
	const hand = oneByOne<string>((piece) => {
		if (piece === 'bad') throw new Error('It cannot be read.');
		taken.push(piece);
	});
	expect(() => hand('bad')).toThrow('It cannot be read.');
	hand('first');
	hand('last');
	await expect.poll(() => taken).toEqual(['first', 'last']);
});

it('what comes later, when all was taken, is taken too', async () => {
	const taken: number[] = [];
	const hand = oneByOne<number>((piece) => taken.push(piece));
	hand(1);
	hand(2);
	await expect.poll(() => taken).toEqual([1, 2]);
	await timer();
	hand(3);
	await expect.poll(() => taken).toEqual([1, 2, 3]);
});
