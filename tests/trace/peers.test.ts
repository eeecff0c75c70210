import { describe, expect, it } from 'vitest';
import { stateOf } from '../../src/lib/trace';
import { viewOf, type Recording } from './recording';

describe('a peer', () => {
	it('exists once its connection is made, and the other does not', () => {
		const view = viewOf((one) => one.done('john', 'RTCPeerConnection'));
		expect(view.peers.john.exists).toBe(true);
		expect(view.peers.jane.exists).toBe(false);
	});

	it('does not exist yet while the constructor runs', () => {
		expect(viewOf((one) => one.call('john', 'RTCPeerConnection')).peers.john.exists).toBe(false);
	});

	it.each(['getUserMedia', 'testPattern'])('has media once %s gave a stream', (name) => {
		expect(viewOf((one) => one.done('jane', name)).peers.jane.hasMedia).toBe(true);
		expect(viewOf((one) => one.call('jane', name)).peers.jane.hasMedia).toBe(false);
	});

	it('lists the tracks that it sends, as they were handed to addTrack', () => {
		const track = { kind: 'audio', id: 't', label: 'Microphone' };
		const view = viewOf((one) => one.done('john', 'addTrack', track));
		expect(view.peers.john.localTracks).toEqual([{ ...track, seq: 2 }]);
	});

	it('does not list a track that was refused', () => {
		const view = viewOf((one) => {
			const call = one.call('john', 'addTrack', { kind: 'audio', id: 't', label: '' });
			one.error('john', 'addTrack', call, { name: 'InvalidAccessError', message: 'twice' });
		});
		expect(view.peers.john.localTracks).toEqual([]);
	});

	const track = (kind: string, side = 'local') => ({
		kind,
		id: `${side} ${kind}`,
		label: '',
		side
	});

	it('has no source for a track that ended or is muted, until it is unmuted', () => {
		const seen = (record: (one: Recording) => void) =>
			viewOf(record).peers.john.interruptions.map(({ kind, event }) => `${kind} ${event}`);
		expect(
			seen((one) => {
				one.event('john', 'mute', track('video'));
				one.event('john', 'mute', track('audio'));
			})
		).toEqual(['video mute', 'audio mute']);
		expect(
			seen((one) => {
				one.event('john', 'mute', track('video'));
				one.event('john', 'unmute', track('video'));
			})
		).toEqual([]);
		expect(
			seen((one) => {
				one.event('john', 'mute', track('video'));
				one.event('john', 'ended', track('video'));
				one.event('john', 'unmute', track('video'));
			})
		).toEqual(['video ended']);
		expect(
			seen((one) => {
				one.event('john', 'mute', track('video', 'remote'));
				one.event('john', 'ended', null);
				one.event('john', 'ended', { side: 'local', kind: {}, id: 7 });
			})
		).toEqual([]);
	});

	it('sends the tracks that took the place of others, and has a source again', () => {
		const { john } = viewOf((one) => {
			one.done('john', 'getUserMedia', null, { tracks: [{ ...track('video'), muted: true }] });
			one.done('john', 'addTrack', track('audio'));
			one.done('john', 'addTrack', track('video'));
			one.event('john', 'ended', track('video'));
			one.done('john', 'testPattern', 'John', { tracks: [] });
			one.done('john', 'replaceTrack', { ...track('video'), id: 'pattern' });
		}).peers;
		expect(john.interruptions).toEqual([]);
		expect(john.localTracks.map(({ id }) => id)).toEqual(['local audio', 'pattern']);
	});

	it('has no source for a track that the camera gives muted', () => {
		const { john } = viewOf((one) => {
			const tracks = [track('audio'), { ...track('video'), muted: true }];
			one.done('john', 'getUserMedia', null, { tracks });
		}).peers;
		expect(john.interruptions).toMatchObject([{ kind: 'video', event: 'mute' }]);
	});

	it('lists the tracks that arrive', () => {
		const track = { kind: 'video', id: 't', label: 'remote', mid: '0', streams: ['s'] };
		const view = viewOf((one) => one.event('jane', 'track', track));
		expect(view.peers.jane.remoteTracks).toEqual([{ ...track, seq: 1 }]);
	});

	it('that is closed has no media any more, and keeps what it was', () => {
		const view = viewOf((one) => {
			one.done('john', 'RTCPeerConnection');
			one.done('john', 'testPattern');
			one.done('john', 'close');
		});
		expect(view.peers.john).toMatchObject({ exists: true, closed: true, hasMedia: false });
	});

	it('is not changed by events and calls of which nothing is shown', () => {
		const before = viewOf(() => {}).peers.john;
		const after = viewOf((one) => {
			one.event('john', 'negotiationneeded');
			one.done('john', 'createOffer');
			one.done('john', 'addTransceiver');
		}).peers.john;
		expect(after).toEqual(before);
	});
});

describe('a state', () => {
	it('has a history with the step by which each value came', () => {
		const view = viewOf((one) => {
			one.changed('john', { signalingState: 'stable' });
			one.begin('john-sets-local-description');
			one.changed('john', { signalingState: 'have-local-offer' });
		});
		expect(view.peers.john.states.signalingState).toEqual([
			{ value: 'stable', seq: 1, at: 1001 },
			{ value: 'have-local-offer', seq: 3, at: 1003, step: 'john-sets-local-description' }
		]);
		expect(stateOf(view.peers.john, 'signalingState')).toBe('have-local-offer');
	});

	it('stays as it was where others change', () => {
		const view = viewOf((one) => {
			one.changed('john', { signalingState: 'stable', iceGatheringState: 'new' });
			one.changed('john', { iceGatheringState: 'gathering' });
		});
		expect(view.peers.john.states.signalingState).toHaveLength(1);
		expect(view.peers.john.states.iceGatheringState).toHaveLength(2);
		expect(view.peers.jane.states.iceGatheringState).toEqual([]);
	});
});

describe('a description', () => {
	const offer = { type: 'offer', sdp: 'v=0\r\n' };

	it('is what the browser gives at the moment', () => {
		const view = viewOf((one) => one.changed('john', { pendingLocalDescription: offer }));
		expect(view.peers.john.descriptions).toEqual({
			currentLocalDescription: null,
			pendingLocalDescription: offer,
			currentRemoteDescription: null,
			pendingRemoteDescription: null
		});
	});

	it('moves from pending to current, and the pending one is null again', () => {
		const view = viewOf((one) => {
			one.changed('john', { pendingLocalDescription: offer });
			one.changed('john', { pendingLocalDescription: null, currentLocalDescription: offer });
		});
		expect(view.peers.john.descriptions).toMatchObject({
			currentLocalDescription: offer,
			pendingLocalDescription: null
		});
	});

	const answer = { type: 'answer', sdp: 'v=0\r\n' };
	const stood = (one: Recording) => {
		one.changed('john', { pendingLocalDescription: offer });
		one.changed('john', {
			pendingLocalDescription: null,
			currentLocalDescription: offer,
			currentRemoteDescription: answer
		});
	};

	it('replaces none where it is the first', () => {
		expect(viewOf(stood).peers.john.replaced).toBeNull();
	});

	it('of an exchange takes the place of those by which the connection stood', () => {
		const view = viewOf((one) => {
			stood(one);
			one.changed('john', { pendingRemoteDescription: { ...offer, sdp: 'v=0\r\ns=-\r\n' } });
			one.changed('john', {
				pendingRemoteDescription: null,
				currentLocalDescription: { ...answer },
				currentRemoteDescription: { ...offer, sdp: 'v=0\r\ns=-\r\n' }
			});
		});
		expect(view.peers.john.replaced).toEqual({ offer, answer });
	});

	it('replaces nothing when candidates are written into it, or an offer is taken back', () => {
		const view = viewOf((one) => {
			stood(one);
			one.changed('john', {
				currentLocalDescription: { ...offer, sdp: 'v=0\r\na=candidate\r\n' },
				currentRemoteDescription: { ...answer, sdp: 'v=0\r\na=candidate\r\n' }
			});
			one.changed('john', { pendingLocalDescription: offer });
			one.changed('john', { pendingLocalDescription: null });
		});
		expect(view.peers.john.replaced).toBeNull();
	});
});
