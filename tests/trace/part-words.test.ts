import { describe, expect, it } from 'vitest';
import type { Json } from '../../src/lib/trace';
import { isSummedUp, partCallWords, partEventWords } from '../../src/lib/trace/part-words';

const place = { transceiver: 0, mid: '0' };
const chat = { channel: 0, label: 'chat', id: 1 };

describe('a call on a part of the connection', () => {
	it.each<[name: string, args: Json, words: string | null]>([
		['createDataChannel', { label: 'chat', init: null }, "createDataChannel('chat')"],
		['channel.send', { ...chat, type: 'string', size: 5, text: 'Hello' }, "channel.send('Hello')"],
		['channel.send', { ...chat, type: 'Blob', size: 4 }, null],
		['channel.close', chat, null],
		[
			'transceiver.direction',
			{ ...place, value: 'recvonly' },
			"transceiver.direction = 'recvonly'"
		],
		['track.enabled', { kind: 'video', value: false }, 'track.enabled = false'],
		[
			'receiver.jitterBufferTarget',
			{ ...place, value: null },
			'receiver.jitterBufferTarget = null'
		],
		['dtmf.insertDTMF', { ...place, tones: '12' }, "dtmf.insertDTMF('12')"],
		['replaceTrack', { ...place, kind: null, id: null, was: 'a' }, 'replaceTrack(null)'],
		['replaceTrack', { ...place, kind: 'video', id: 'b', was: 'a' }, null],
		['createOffer', null, null]
	])('%s with %j', (name, args, words) => {
		expect(partCallWords(name, args)).toBe(words);
	});
});

describe('an event of a part of the connection', () => {
	it.each<[name: string, data: Json, words: string | null]>([
		['datachannel', chat, 'datachannel chat'],
		['datachannel', {}, 'datachannel'],
		['channel.open', chat, 'channel.open chat'],
		['channel.message', { ...chat, type: 'ArrayBuffer', size: 3 }, 'channel.message ArrayBuffer'],
		[
			'channel.message',
			{ ...chat, type: 'string', size: 40, text: 'A text that is longer than a line' },
			'channel.message A text that is longer t…'
		],
		['dtls.statechange', { mids: ['0'], state: 'connected' }, 'dtls.statechange connected'],
		['dtmf.tonechange', { ...place, tone: '1' }, 'dtmf.tonechange 1'],
		['dtmf.tonechange', { ...place, tone: '' }, 'dtmf.tonechange'],
		['stream.removetrack', { stream: 's', kind: 'video', id: 'v' }, 'stream.removetrack video'],
		['mute', { kind: 'video', side: 'remote' }, null]
	])('%s with %j', (name, data, words) => {
		expect(partEventWords(name, data)).toBe(words);
	});

	it('is summed up by the connection where it is of an ICE transport’s state', () => {
		const names = ['ice.statechange', 'ice.gatheringstatechange', 'dtls.statechange'];
		expect(names.map(isSummedUp)).toEqual([true, true, false]);
	});
});
