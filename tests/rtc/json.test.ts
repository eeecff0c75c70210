import { expect, it } from 'vitest';
import { payloadJson, toJson, trackJson } from '../../src/lib/rtc/json';

it.each([
	['nothing', undefined, null],
	['null', null, null],
	['text', 'video', 'video'],
	['a function', () => {}, null],
	['a dictionary', { direction: 'recvonly', streams: undefined }, { direction: 'recvonly' }],
	['an object with toJSON()', { toJSON: () => ({ type: 'offer' }) }, { type: 'offer' }]
])('%s becomes plain JSON', (_, value, json) => {
	expect(toJson(value)).toEqual(json);
});

it('a track becomes its kind, id and label', () => {
	const track = { kind: 'video', id: 'v', label: 'Camera', stop() {} };
	expect(trackJson(track as unknown as MediaStreamTrack)).toEqual({
		kind: 'video',
		id: 'v',
		label: 'Camera'
	});
});

it.each<[unknown, { type: string; size: number; text?: string }]>([
	['', { type: 'string', size: 0, text: '' }],
	['ß', { type: 'string', size: 2, text: 'ß' }],
	['x'.repeat(81), { type: 'string', size: 81, text: `${'x'.repeat(80)}…` }],
	[5, { type: 'string', size: 1, text: '5' }],
	[new Blob(['four']), { type: 'Blob', size: 4 }],
	[new ArrayBuffer(3), { type: 'ArrayBuffer', size: 3 }],
	[new Uint8Array(8).subarray(2, 4), { type: 'Uint8Array', size: 2 }],
	[new DataView(new ArrayBuffer(6)), { type: 'DataView', size: 6 }]
])('of %j on a channel, type, bytes and the beginning of a text are kept', (payload, json) => {
	expect(payloadJson(payload)).toEqual(json);
});
