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
