import { describe, expect, it } from 'vitest';
import { Queue } from '../../src/lib/signaling/queue';

/** How a promise stands once everything that was ready has run. */
async function standing(promise: Promise<unknown>): Promise<'settled' | 'waiting'> {
	const turns = new Promise<'waiting'>((resolve) => setTimeout(resolve, 0, 'waiting'));
	return Promise.race([promise.then(() => 'settled' as const), turns]);
}

describe('a queue', () => {
	it('gives what was pushed in the order in which it was pushed, once each', async () => {
		const queue = new Queue<number>();
		for (const item of [1, 2, 3]) queue.push(item);
		expect([await queue.next(), await queue.next(), await queue.next()]).toEqual([1, 2, 3]);
		expect(await standing(queue.next())).toBe('waiting');
	});

	it('lets a taker wait for what comes', async () => {
		const queue = new Queue<string>();
		const taken = queue.next();
		expect(await standing(taken)).toBe('waiting');
		queue.push('late');
		expect(await taken).toBe('late');
	});

	it('serves waiting takers in the order in which they came', async () => {
		const queue = new Queue<number>();
		const taken = [queue.next(), queue.next(), queue.next()];
		for (const item of [1, 2, 3]) queue.push(item);
		expect(await Promise.all(taken)).toEqual([1, 2, 3]);
	});

	it('is over once somebody has taken its end, and not before', async () => {
		const queue = new Queue<number | null>();
		queue.push(1);
		queue.push(null);
		expect(queue.isOver).toBe(false);
		expect(await queue.next()).toBe(1);
		expect(queue.isOver).toBe(false);
		expect(await queue.next()).toBeNull();
		expect(queue.isOver).toBe(true);
	});

	it('knows how many can be taken without waiting', async () => {
		const queue = new Queue<number>();
		expect(queue.length).toBe(0);
		queue.push(1);
		queue.push(2);
		expect(queue.length).toBe(2);
		await queue.next();
		expect(queue.length).toBe(1);
	});

	it('does not count what a waiting taker was given', async () => {
		const queue = new Queue<number>();
		const taken = queue.next();
		queue.push(1);
		await taken;
		expect(queue.length).toBe(0);
	});

	it('gives values that are false as it gives others', async () => {
		const queue = new Queue<number | string | undefined>();
		for (const item of [0, '', undefined]) queue.push(item);
		expect([await queue.next(), await queue.next(), await queue.next()]).toEqual([
			0,
			'',
			undefined
		]);
	});
});

describe('a taker that wants only some', () => {
	const even = (item: number | null) => item !== null && item % 2 === 0;

	it('gets the oldest of them, and the others stay in their order', async () => {
		const queue = new Queue<number>();
		for (const item of [1, 3, 4, 5, 6]) queue.push(item);
		expect(await queue.next(even)).toBe(4);
		expect([await queue.next(), await queue.next(), await queue.next()]).toEqual([1, 3, 5]);
		expect(queue.length).toBe(1);
	});

	it('waits for one, and lets others take what it does not want', async () => {
		const queue = new Queue<number>();
		const taken = queue.next(even);
		queue.push(1);
		expect(await standing(taken)).toBe('waiting');
		const other = queue.next();
		expect(await other).toBe(1);
		queue.push(2);
		expect(await taken).toBe(2);
		expect(queue.length).toBe(0);
	});

	it('does not keep from a later taker what it does not want', async () => {
		const queue = new Queue<number>();
		const [wanting, any] = [queue.next(even), queue.next()];
		queue.push(1);
		expect(await any).toBe(1);
		expect(await standing(wanting)).toBe('waiting');
	});

	it('gets the oldest of all where nothing more comes, before it asks or while it waits', async () => {
		const ended = new Queue<number | null>();
		for (const item of [1, 3, null]) ended.push(item);
		expect([await ended.next(even), await ended.next(even), await ended.next(even)]).toEqual([
			1,
			3,
			null
		]);
		const queue = new Queue<number | null>();
		const taken = [queue.next(even), queue.next(even)];
		for (const item of [1, null]) queue.push(item);
		expect(await Promise.all(taken)).toEqual([1, null]);
	});
});

describe('the null that ends a queue', () => {
	it('comes after everything that was pushed before it', async () => {
		const queue = new Queue<number | null>();
		queue.push(1);
		queue.push(null);
		expect([await queue.next(), await queue.next()]).toEqual([1, null]);
	});

	it('is given again to whoever asks again', async () => {
		const queue = new Queue<number | null>();
		queue.push(null);
		expect([await queue.next(), await queue.next(), await queue.next()]).toEqual([
			null,
			null,
			null
		]);
	});

	it('reaches a taker that waited for it, and those who ask later', async () => {
		const queue = new Queue<number | null>();
		const taken = queue.next();
		queue.push(null);
		expect([await taken, await queue.next()]).toEqual([null, null]);
	});

	it('reaches every taker that waits', async () => {
		const queue = new Queue<number | null>();
		const taken = [queue.next(), queue.next()];
		queue.push(null);
		expect(await Promise.all(taken.map(standing))).toEqual(['settled', 'settled']);
	});
});
