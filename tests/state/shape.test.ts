import { describe, expect, it } from 'vitest';
import {
	isBoolean,
	isIn,
	isListOf,
	isOneOf,
	isRecordOf,
	isString,
	isWith
} from '../../src/lib/state/shape';

describe('a shape', () => {
	it.each([
		['a text', isString, ['', 'a'], [1, null, undefined, []]],
		['yes or no', isBoolean, [true, false], [0, 'true', null]],
		['a number between two', isIn(1, 3), [1, 2.5, 3], [0.9, 3.1, NaN, '2', null]],
		['one of a few', isOneOf('a', 2), ['a', 2], ['b', '2', null, ['a']]],
		['a list', isListOf(isString), [[], ['a']], [['a', 1], 'a', { 0: 'a' }, null]],
		['a record', isRecordOf(isIn(0, 9)), [{}, { a: 1 }], [{ a: 10 }, [1], null, 'a']],
		[
			'an object with members',
			isWith({ a: isString, b: isBoolean }),
			[
				{ a: '', b: true },
				{ a: '', b: false, c: 1 }
			],
			[{ a: '' }, { a: '', b: null }, [], null]
		]
	])('%s takes what is of it, and nothing else', (_, is, good: unknown[], bad: unknown[]) => {
		expect(good.map((value) => is(value))).toEqual(good.map(() => true));
		expect(bad.map((value) => is(value))).toEqual(bad.map(() => false));
	});
});
