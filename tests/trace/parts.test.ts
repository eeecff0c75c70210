import { describe, expect, it } from 'vitest';
import { reduce, type Json, type TransceiverState } from '../../src/lib/trace';
import { Recording } from './recording';

const view = (tell: (one: Recording) => void) => {
	const one = new Recording();
	one.attempt();
	tell(one);
	return reduce(one.entries).peers.john;
};

const track = (id: string, kind = 'video') => ({ kind, id, label: '' });
const sent = (tell: (one: Recording) => void) => view(tell).localTracks.map(({ id }) => id);

describe('the tracks that a peer sends', () => {
	it('are those of its transceivers as well', () => {
		expect(
			sent((one) => {
				one.done('john', 'addTransceiver', { track: track('a'), init: null });
				one.done('john', 'addTransceiver', { track: 'audio', init: null });
			})
		).toEqual(['a']);
	});

	it('are not those that were removed', () => {
		expect(
			sent((one) => {
				one.done('john', 'addTrack', track('a'));
				one.done('john', 'addTrack', track('b'));
				one.done('john', 'removeTrack', { transceiver: 0, mid: '0', ...track('a') });
				one.done('john', 'removeTrack', { transceiver: 0, mid: '0' });
			})
		).toEqual(['b']);
	});

	it('give way to what takes the place of one of them, or to nothing', () => {
		const place = { transceiver: 1, mid: '1' };
		const nothing = { kind: null, id: null, label: null };
		const both = (one: Recording) => {
			one.done('john', 'addTrack', track('a'));
			one.done('john', 'addTrack', track('b'));
			one.done('john', 'replaceTrack', { ...place, ...track('c'), was: 'b' });
		};
		expect(sent(both)).toEqual(['a', 'c']);
		expect(
			sent((one) => {
				both(one);
				one.done('john', 'replaceTrack', { ...place, ...nothing, was: 'c' });
			})
		).toEqual(['a']);
	});

	it.each<Json>([null, 'video', [], {}, { kind: 5, id: {} }])(
		'are none where %j was recorded of one',
		(data) => {
			for (const name of ['addTrack', 'addTransceiver', 'removeTrack', 'replaceTrack']) {
				expect(sent((one) => one.done('john', name, data))).toEqual([]);
			}
		}
	);
});

describe('the transceivers of a peer', () => {
	const state = (change: Partial<TransceiverState> = {}): TransceiverState => ({
		transceiver: 0,
		kind: 'audio',
		mid: null,
		direction: 'sendrecv',
		currentDirection: null,
		track: null,
		stopped: false,
		...change
	});
	const read = (one: Recording, ...transceivers: TransceiverState[]) =>
		one.changed('john', { transceivers: transceivers as unknown as Json });

	it('are none before anything was read of them', () => {
		expect(view((one) => one.changed('john', { signalingState: 'stable' })).transceivers).toEqual(
			[]
		);
	});

	it('are as they were read last, and a change of a state leaves them', () => {
		const { transceivers } = view((one) => {
			read(one, state());
			read(one, state({ mid: '0', currentDirection: 'sendonly' }), state({ transceiver: 1 }));
			one.changed('john', { signalingState: 'stable' });
		});
		expect(transceivers).toMatchObject([
			{ mid: '0', currentDirection: 'sendonly' },
			{ transceiver: 1, mid: null }
		]);
	});
});

describe('the data channels of a peer', () => {
	const chat = { channel: 0, label: 'chat', id: null };
	const open = { ...chat, id: 1 };
	const channels = (tell: (one: Recording) => void) =>
		view((one) => {
			one.done('john', 'createDataChannel', { label: 'chat', init: null }, chat);
			tell(one);
		}).channels;

	it('are there from when they were made or announced', () => {
		const announced = { channel: 1, label: 'moves', id: 3, ordered: false };
		const [first, second] = channels((one) => one.event('john', 'datachannel', announced));
		expect(first).toMatchObject({ channel: 0, label: 'chat', id: null, state: 'connecting' });
		expect(second).toMatchObject({ channel: 1, label: 'moves', id: 3, state: 'connecting' });
	});

	it('open with the number that both know, and count what goes through them', () => {
		const [one] = channels((one) => {
			one.event('john', 'channel.open', open);
			one.done('john', 'channel.send', { ...open, type: 'string', size: 5, text: 'Hello' });
			const refused = one.call('john', 'channel.send', { ...open, type: 'Blob', size: 5 });
			one.error('john', 'channel.send', refused, { name: 'TypeError', message: 'too long' });
			one.event('john', 'channel.message', { ...open, type: 'Blob', size: 2 });
			one.event('john', 'channel.message', { ...open, type: 'Blob', size: 2 });
		});
		expect(one).toMatchObject({ id: 1, state: 'open', sent: 1, received: 2 });
	});

	it.each<[state: string, tell: (one: Recording) => void]>([
		['closing', (one) => one.done('john', 'channel.close', open)],
		['closing', (one) => one.event('john', 'channel.closing', open)],
		['closed', (one) => one.event('john', 'channel.close', open)],
		['closed', (one) => one.done('john', 'close')]
	])('are %s from then on', (state, tell) => {
		const [one] = channels((one) => {
			one.event('john', 'channel.open', open);
			tell(one);
		});
		expect(one).toMatchObject({ state });
	});

	it('are untouched by what names none of them, and by what names one that never was', () => {
		const entries = (one: Recording) => {
			one.event('john', 'channel.open');
			one.event('john', 'channel.open', { ...open, channel: 7 });
			one.event('john', 'datachannel', { label: 'of another recorder' });
			one.done('john', 'createDataChannel', { label: 'refused' });
		};
		expect(channels(entries)).toMatchObject([{ state: 'connecting' }]);
	});
});
