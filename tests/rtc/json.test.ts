import { expect, it } from 'vitest';
import { toJson, trackJson } from '../../src/lib/rtc/json';

it.each([
	['nothing', undefined, null],
	['null', null, null],
	['text', 'video', 'video'],
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
