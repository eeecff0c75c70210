import { describe, expect, it, onTestFinished } from 'vitest';
import { errorData, tracedAsync, tracedSync, undisturbed } from '../../src/lib/rtc/record';
import { sink } from './sink';

describe('an error as JSON', () => {
	it.each([
		[
			'a DOMException',
			new DOMException('wrong', 'InvalidStateError'),
			'InvalidStateError',
			'wrong'
		],
		['an error', new TypeError('wrong'), 'TypeError', 'wrong'],
		['text that was thrown', 'wrong', 'Error', 'wrong'],
		['nothing that was thrown', undefined, 'Error', 'undefined']
	])('has the browser’s own words for %s', (_, error, name, message) => {
		expect(errorData(error)).toEqual({ name, message });
	});
});

describe('a traced call that settles later', () => {
	it('records the call with its arguments before it runs, and then its result', async () => {
		const { entries, record } = sink();
		let recordedBefore: readonly string[] = [];
		const value = await tracedAsync(
			record,
			'createOffer',
			{ iceRestart: true },
			() => {
				recordedBefore = entries.map(({ kind }) => kind);
				return Promise.resolve('the offer');
			},
			(offer) => ({ offer })
		);
		expect(value).toBe('the offer');
		expect(recordedBefore).toEqual(['call']);
		expect(entries).toEqual([
			{ kind: 'call', name: 'createOffer', data: { iceRestart: true } },
			{ kind: 'result', name: 'createOffer', call: 0, data: { offer: 'the offer' } }
		]);
	});

	it('keeps nothing of the value where nothing is asked for', async () => {
		const { entries, record } = sink();
		await tracedAsync(record, 'setLocalDescription', null, () => Promise.resolve({ big: 1 }));
		expect(entries[1]).toEqual({
			kind: 'result',
			name: 'setLocalDescription',
			call: 0,
			data: null
		});
	});

	it('records the error, and throws the very same', async () => {
		const { entries, record } = sink();
		const error = new DOMException('not now', 'InvalidStateError');
		const call = tracedAsync(record, 'createAnswer', null, () => Promise.reject(error));
		await expect(call).rejects.toBe(error);
		expect(entries).toEqual([
			{ kind: 'call', name: 'createAnswer', data: null },
			{
				kind: 'error',
				name: 'createAnswer',
				call: 0,
				data: { name: 'InvalidStateError', message: 'not now' }
			}
		]);
	});

	it('rejects where the call throws at once', async () => {
		const { record, entries } = sink();
		const call = tracedAsync(record, 'createOffer', null, () => {
			throw new TypeError('at once');
		});
		await expect(call).rejects.toThrow('at once');
		expect(entries.map(({ kind }) => kind)).toEqual(['call', 'error']);
	});

	it('ties each result to its own call where two are under way', async () => {
		const { record, entries } = sink();
		let release = () => {};
		const first = new Promise<void>((resolve) => (release = resolve));
		const calls = [
			tracedAsync(record, 'addIceCandidate', 1, () => first),
			tracedAsync(record, 'addIceCandidate', 2, () => Promise.resolve())
		];
		await calls[1];
		release();
		await calls[0];
		expect(entries.map(({ kind, call }) => [kind, call])).toEqual([
			['call', undefined],
			['call', undefined],
			['result', 1],
			['result', 0]
		]);
	});
});

describe('a traced call that returns at once', () => {
	it('records the call and its result', () => {
		const { entries, record } = sink();
		const value = tracedSync(
			record,
			'addTrack',
			{ kind: 'audio' },
			() => 'sender',
			() => ({ id: 1 })
		);
		expect(value).toBe('sender');
		expect(entries).toEqual([
			{ kind: 'call', name: 'addTrack', data: { kind: 'audio' } },
			{ kind: 'result', name: 'addTrack', call: 0, data: { id: 1 } }
		]);
	});

	it('records the error, and throws the very same', () => {
		const { entries, record } = sink();
		const error = new DOMException('twice', 'InvalidAccessError');
		expect(() =>
			tracedSync(record, 'addTrack', null, () => {
				throw error;
			})
		).toThrow(error);
		expect(entries[1]).toEqual({
			kind: 'error',
			name: 'addTrack',
			call: 0,
			data: { name: 'InvalidAccessError', message: 'twice' }
		});
	});
});

describe('a record that fails', () => {
	it('is told to the console, and the call is made as if nothing was recorded', () => {
		const told: unknown[] = [];
		const own = Reflect.get(globalThis, 'reportError') as unknown;
		Reflect.set(globalThis, 'reportError', (error: unknown) => told.push(error));
		onTestFinished(() => void Reflect.set(globalThis, 'reportError', own));
		const full = new Error('full');
		let taken = 0;
		const record = undisturbed(() => {
			taken += 1;
			throw full;
		});
		expect(tracedSync(record, 'addTrack', null, () => 'sender')).toBe('sender');
		// What settles a call that is not there would be of no call.
		expect([taken, told]).toEqual([1, [full]]);
	});
});
