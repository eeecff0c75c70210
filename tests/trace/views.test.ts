import { describe, expect, it } from 'vitest';
import { EMPTY_VIEW, reduce } from '../../src/lib/trace';
import { Views } from '../../src/lib/trace/views';
import { shortCall } from './recording';

describe('the views of a trace', () => {
	const { entries } = shortCall();
	const candidate = entries.find(({ name }) => name === 'icecandidate')!;
	/** A call that goes on and on to find candidates. */
	const lengthened = (length: number) =>
		Array.from({ length }, (_, seq) => entries[seq] ?? { ...candidate, seq });

	it('are those of its prefixes, in whatever order they are asked for', () => {
		const views = new Views();
		for (const length of [5, 3, entries.length, 0, entries.length, 7]) {
			expect(views.of(entries, length)).toEqual(reduce(entries.slice(0, length)));
		}
	});

	it('are those of its prefixes in a long trace too, wherever one looks back from', () => {
		const long = lengthened(3000);
		const views = new Views();
		for (const length of [2999, 40, 1700, 1699, 2500, 501, 500, 499, 1999, 3000, 2001]) {
			expect(views.of(long, length)).toEqual(reduce(long.slice(0, length)));
		}
	});

	it('of the past are not folded again from the beginning', () => {
		const long = lengthened(100_000);
		let read = 0;
		const counted = new Proxy(long, {
			get(target, key, receiver) {
				if (typeof key === 'string' && /^\d+$/.test(key)) read += 1;
				return Reflect.get(target, key, receiver) as unknown;
			}
		});
		const views = new Views();
		views.of(counted, 99_999);
		read = 0;
		for (const length of [10, 50_000, 20_000, 99_000, 3]) views.of(counted, length);
		expect(read).toBeLessThan(5 * 2000);
	});

	it('follow the trace as it grows', () => {
		const views = new Views();
		for (let length = 0; length <= entries.length; length += 1) {
			const grown = entries.slice(0, length);
			expect(views.of(grown, length)).toEqual(reduce(grown));
		}
	});

	it('are the same while nothing happens', () => {
		const views = new Views();
		expect(views.of(entries, 4)).toBe(views.of(entries, 4));
		expect(views.of(entries, entries.length)).toBe(views.of(entries, entries.length));
	});

	it('keep the newest one while another is looked back at', () => {
		const views = new Views();
		const head = views.of(entries, entries.length);
		views.of(entries, 4);
		expect(views.of(entries, entries.length)).toBe(head);
	});

	it('cost nothing any more once all was folded, a part at a time', () => {
		let read = 0;
		const counted = new Proxy(entries, {
			get(target, key, receiver) {
				if (typeof key === 'string' && /^\d+$/.test(key)) read += 1;
				return Reflect.get(target, key, receiver) as unknown;
			}
		});
		const views = new Views();
		const work = views.folding(counted);
		let parts = 0;
		while (!work.next().done) parts += 1;
		expect(parts).toBe(entries.length);
		read = 0;
		const all = views.of(counted, entries.length);
		expect(read).toBe(0);
		expect(all).toEqual(reduce(entries));
		expect(views.of(counted, 4)).toEqual(reduce(entries.slice(0, 4)));
	});

	it('of nothing are empty', () => {
		expect(new Views().of([], 0)).toEqual(EMPTY_VIEW);
	});
});
