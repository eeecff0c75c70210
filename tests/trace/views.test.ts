import { describe, expect, it } from 'vitest';
import { EMPTY_VIEW, reduce } from '../../src/lib/trace';
import { Views } from '../../src/lib/trace/views';
import { shortCall } from './recording';

describe('the views of a trace', () => {
	const { entries } = shortCall();

	it('are those of its prefixes, in whatever order they are asked for', () => {
		const views = new Views();
		for (const length of [5, 3, entries.length, 0, entries.length, 7]) {
			expect(views.of(entries, length)).toEqual(reduce(entries.slice(0, length)));
		}
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

	it('of nothing are empty', () => {
		expect(new Views().of([], 0)).toEqual(EMPTY_VIEW);
	});
});
