import { describe, expect, it } from 'vitest';
import { annotate } from '../../src/lib/sdp';
import { reduce, type Json, type RtpStats } from '../../src/lib/trace';
import { inOrder } from '../../src/lib/ui/focus/encodings';
import { rowsOf } from '../../src/lib/ui/focus/rows';
import { sentenceOf } from '../../src/lib/ui/focus/sentence';
import { Recording } from '../trace/recording';

const transceivers = (...encodings: { [name: string]: Json }[]) => ({
	transceivers: [
		{
			transceiver: 0,
			kind: 'video',
			mid: null,
			direction: 'sendonly',
			currentDirection: null,
			track: 't',
			stopped: false,
			encodings
		}
	]
});
const Q = { rid: 'q', active: true, scaleResolutionDownBy: 4 };
const F = { rid: 'f', active: true, scaleResolutionDownBy: 1 };
const OFF = { ...F, active: false };

/** A step in which a sender’s encodings read otherwise than they did. */
function rowsFrom(before: readonly { [name: string]: Json }[], now: typeof before) {
	const one = new Recording();
	one.attempt();
	one.begin('earlier');
	one.changed('john', transceivers(...before));
	one.end('earlier');
	one.begin('lesson/x');
	one.changed('john', transceivers(...now));
	one.end('lesson/x');
	const { entries } = one;
	const view = reduce(entries);
	return rowsOf({ slug: 'lesson/x', step: 'lesson/x', annotate, view, entries }).map(
		({ peer, text, note }) => [peer, text, note]
	);
}

describe('the encodings that a step has changed', () => {
	it('are told by name, with their size', () => {
		expect(rowsFrom([], [Q, F])).toEqual([
			['john', 'q: scaleResolutionDownBy 4', '1/4 of the width and of the height.'],
			['john', 'f: scaleResolutionDownBy 1', 'The whole picture.']
		]);
	});

	it('are told of where one is sent no more, and where one is gone', () => {
		expect(rowsFrom([F], [OFF])).toEqual([
			['john', 'f: scaleResolutionDownBy 1, active false', 'It is not sent.']
		]);
		expect(rowsFrom([Q, F], [Q])).toEqual([
			['john', 'q: scaleResolutionDownBy 4', '1/4 of the width and of the height.'],
			['john', 'f: removed', 'The sender makes it no more.']
		]);
	});

	it('are nothing where they read as before', () => {
		expect(rowsFrom([Q, F], [Q, F])).toEqual([]);
	});
});

const stream = (mid: string, rid: string, more: Partial<RtpStats> = {}): RtpStats => ({
	kind: 'video',
	mid,
	codec: 'video/VP8',
	packets: 10,
	bytes: 1000,
	frames: 5,
	framesPerSecond: 20,
	frameWidth: null,
	frameHeight: null,
	packetsLost: null,
	jitter: null,
	ssrc: rid.charCodeAt(0),
	quality: { rid, active: true },
	...more
});

describe('several streams', () => {
	it('stand by section and by size, without those that were never sent', () => {
		const never = { packets: 0, quality: { rid: 'h', active: false } };
		const all = [
			stream('1', 'f'),
			stream('1', 'q', { frameWidth: 320 }),
			stream('0', 'h', never),
			stream('0', 'q', { frameWidth: 320 })
		];
		expect(inOrder(all).map(({ mid, quality }) => [mid, quality?.rid])).toEqual([
			['0', 'q'],
			['1', 'q'],
			['1', 'f']
		]);
	});

	/** What is told of John’s streams by two reports, a second apart. */
	function told(...more: readonly RtpStats[]) {
		const one = new Recording();
		one.attempt();
		for (const bytes of [1000, 26_000]) {
			const f = stream('0', 'f', { bytes, frameWidth: 1280, frameHeight: 720 });
			const outbound = [f, ...more];
			const stats = { at: one.now, pairs: [], selected: null, dtls: null, inbound: [], outbound };
			one.stats('john', stats as unknown as { [name: string]: Json });
			one.after(999);
		}
		const { entries } = one;
		const view = reduce(entries);
		return rowsOf({ slug: 'media-flows', step: null, annotate, view, entries });
	}

	it('are told with what each costs now, where it has a name', () => {
		expect(told()).toEqual([
			{ peer: 'john', text: 'f: 1280 × 720', note: '10 packets sent, 200 kbit/s now.' }
		]);
	});

	it('are told by section, where names stand in more than one', () => {
		expect(told(stream('1', 'q')).map(({ text }) => text)).toEqual([
			'mid 0, f: 1280 × 720',
			'mid 1, q'
		]);
	});
});

it('a transceiver that only sends is said to send, in how many versions', () => {
	const one = new Recording();
	one.attempt();
	one.begin('lesson/x');
	const init = { direction: 'sendonly', sendEncodings: [Q, F] };
	one.done('john', 'addTransceiver', { track: { kind: 'video', id: 't', label: '' }, init });
	one.end('lesson/x');
	const { entries } = one;
	expect(sentenceOf(reduce(entries), entries, 'lesson/x')!.did).toBe(
		'John will send video, in 2 versions: a transceiver for it.'
	);
});
