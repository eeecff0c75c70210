import { describe, expect, it } from 'vitest';
import { EMPTY_VIEW, reduce, stateOf, stepsDone } from '../../src/lib/trace';
import { candidate, NO_STATS, Recording, shortCall } from './recording';

/** What is on the screen after a recording. */
function viewOf(record: (one: Recording) => void) {
	const one = new Recording();
	one.attempt();
	record(one);
	return reduce(one.entries);
}

describe('the view of a trace', () => {
	it('of no entries shows that nothing exists yet', () => {
		const view = reduce([]);
		expect(view).toEqual(EMPTY_VIEW);
		expect(view.length).toBe(0);
		expect(view.attempt).toBe(0);
		for (const peer of Object.values(view.peers)) {
			expect(peer).toMatchObject({ exists: false, closed: false, hasMedia: false, stats: null });
			expect(stateOf(peer, 'signalingState')).toBeUndefined();
		}
	});

	it('knows how many entries it is the view of', () => {
		const { entries } = shortCall();
		for (const length of entries.keys()) {
			expect(reduce(entries.slice(0, length)).length).toBe(length);
		}
	});
});

describe('an attempt', () => {
	it('has a number and a reason', () => {
		const one = new Recording();
		one.attempt('deep-link');
		expect(reduce(one.entries)).toMatchObject({ attempt: 1, reason: 'deep-link', because: null });
	});

	it('leaves everything of the one before behind', () => {
		const one = shortCall();
		one.attempt('restart');
		expect(reduce(one.entries)).toEqual({
			...EMPTY_VIEW,
			length: one.entries.length,
			attempt: 3,
			reason: 'restart'
		});
	});

	it('after a loss says what had been lost', () => {
		const one = new Recording();
		one.attempt();
		one.lost('jane', 'Firefox gave up.');
		expect(reduce(one.entries).lost).toEqual({
			seq: 1,
			peer: 'jane',
			explanation: 'Firefox gave up.'
		});
		one.attempt('lost');
		expect(reduce(one.entries)).toMatchObject({
			reason: 'lost',
			because: 'Firefox gave up.',
			lost: null
		});
	});

	it('carries what was lost into the next attempt and no further', () => {
		const one = new Recording();
		one.attempt();
		one.lost('jane', 'Firefox gave up.');
		one.attempt('lost');
		one.attempt('restart');
		expect(reduce(one.entries).because).toBeNull();
	});

	it('for another reason does not speak of a loss', () => {
		const one = new Recording();
		one.attempt();
		one.lost('jane', 'Firefox gave up.');
		one.attempt('run-to');
		expect(reduce(one.entries)).toMatchObject({ because: null, lost: null });
	});
});

describe('a step', () => {
	it('is pending once it is begun', () => {
		const view = viewOf((one) => one.begin('john-creates-offer'));
		expect(view.steps).toEqual([{ id: 'john-creates-offer', begin: 1, status: 'pending' }]);
		expect(stepsDone(view)).toBe(0);
	});

	it('is done once it is ended', () => {
		const view = viewOf((one) => {
			one.begin('john-creates-offer');
			one.end('john-creates-offer');
		});
		expect(view.steps).toEqual([{ id: 'john-creates-offer', begin: 1, status: 'done', end: 2 }]);
		expect(stepsDone(view)).toBe(1);
	});

	it('that failed says with which error, and is not counted', () => {
		const error = { name: 'NotAllowedError', message: 'Permission denied' };
		const view = viewOf((one) => {
			one.begin('john-gets-media');
			one.fail('john-gets-media', error);
		});
		expect(view.steps).toEqual([
			{ id: 'john-gets-media', begin: 1, status: 'failed', end: 2, error }
		]);
		expect(stepsDone(view)).toBe(0);
	});

	it('that is tried again stands beside its failure', () => {
		const view = viewOf((one) => {
			one.begin('john-gets-media');
			one.fail('john-gets-media', { name: 'NotAllowedError', message: 'no' });
			one.begin('john-gets-media');
			one.end('john-gets-media');
		});
		expect(view.steps.map(({ status }) => status)).toEqual(['failed', 'done']);
		expect(view.steps[1]).not.toHaveProperty('error');
	});
});

describe('a call', () => {
	it('is pending until it is settled', () => {
		const view = viewOf((one) => {
			one.begin('john-creates-offer');
			one.call('john', 'createOffer', { iceRestart: true });
		});
		expect(view.calls).toEqual([
			{
				seq: 2,
				peer: 'john',
				name: 'createOffer',
				step: 'john-creates-offer',
				at: 1002,
				args: { iceRestart: true },
				status: 'pending'
			}
		]);
	});

	it('without arguments has null for them', () => {
		expect(viewOf((one) => one.call('john', 'createOffer')).calls[0]!.args).toBeNull();
	});

	it('that is fulfilled has its result, and how long it took', () => {
		const view = viewOf((one) =>
			one.done('john', 'createOffer', null, { type: 'offer', sdp: 's' })
		);
		expect(view.calls).toMatchObject([
			{ status: 'resolved', result: { type: 'offer', sdp: 's' }, took: 1 }
		]);
		expect(view.calls[0]).not.toHaveProperty('error');
	});

	it('that is fulfilled with nothing has null for a result', () => {
		expect(viewOf((one) => one.done('john', 'close')).calls[0]).toHaveProperty('result', null);
	});

	it('that is rejected has its error', () => {
		const error = { name: 'InvalidStateError', message: 'no' };
		const view = viewOf((one) => {
			one.error('john', 'createAnswer', one.call('john', 'createAnswer'), error);
		});
		expect(view.calls).toMatchObject([{ status: 'rejected', error, took: 1 }]);
		expect(view.calls[0]).not.toHaveProperty('result');
	});

	it('is settled by its own result, in whatever order the results come', () => {
		const view = viewOf((one) => {
			const first = one.call('john', 'addIceCandidate', candidate(1));
			const second = one.call('jane', 'addIceCandidate', candidate(2));
			one.result('jane', 'addIceCandidate', second);
			one.error('john', 'addIceCandidate', first, { name: 'OperationError', message: 'no' });
		});
		expect(view.calls.map(({ peer, status }) => [peer, status])).toEqual([
			['john', 'rejected'],
			['jane', 'resolved']
		]);
	});
});

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

describe('the wire', () => {
	it('holds a message from when it is sent', () => {
		const view = viewOf((one) => one.sent('john', 1, { bye: true }));
		expect(view.wire).toEqual([
			{ id: 1, from: 'john', to: 'jane', message: { bye: true }, sent: 1, sentAt: 1001 }
		]);
	});

	it('has delivered a message once its receiver took it', () => {
		const view = viewOf((one) => {
			one.sent('jane', 1, { bye: true });
			one.delivered('john', 1, 'bye');
		});
		expect(view.wire).toMatchObject([
			{ from: 'jane', to: 'john', delivered: 2, deliveredAt: 1002 }
		]);
	});

	it('has what a message says since it was altered, and what it said before', () => {
		const answer = (sdp: string) => ({ description: { type: 'answer', sdp } });
		const view = viewOf((one) => {
			one.sent('jane', 1, answer('a'));
			one.altered('john', 1, answer('b'), { removed: ['a'], added: ['b'] });
			one.altered('john', 1, answer('c'), { removed: ['b'], added: ['c'] });
			one.delivered('john', 1, 'description');
		});
		expect(view.wire).toMatchObject([
			{
				message: answer('c'),
				altered: { seq: 3, sent: answer('a'), removed: ['b'], added: ['c'] },
				delivered: 4
			}
		]);
	});

	it('finds the candidate that a message was sent for, whatever became of it on its way', () => {
		const view = viewOf((one) => {
			one.event('john', 'icecandidate', { candidate: candidate(1) });
			one.sent('john', 1, { candidate: candidate(1) });
			one.altered('jane', 1, { candidate: candidate(9) }, { removed: ['1'], added: ['9'] });
			one.delivered('jane', 1);
		});
		expect(view.peers.john.localCandidates).toMatchObject([{ sent: 2, delivered: 4 }]);
	});

	it('tells messages of equal number apart by who sent them', () => {
		const view = viewOf((one) => {
			one.sent('john', 1, { bye: true });
			one.sent('jane', 1, { bye: true });
			one.delivered('john', 1, 'bye');
		});
		expect(view.wire.map(({ from, delivered }) => [from, delivered])).toEqual([
			['john', undefined],
			['jane', 3]
		]);
	});

	it('keeps the messages in the order in which they were sent', () => {
		const view = viewOf((one) => {
			for (const id of [1, 2, 3]) one.sent('john', id, { candidate: candidate(id) });
			one.delivered('jane', 1);
		});
		expect(view.wire.map(({ id, delivered }) => [id, delivered !== undefined])).toEqual([
			[1, true],
			[2, false],
			[3, false]
		]);
	});
});

describe('a candidate that was gathered', () => {
	it('is listed as it appears, neither sent nor delivered', () => {
		const view = viewOf((one) => one.event('john', 'icecandidate', { candidate: candidate(1) }));
		expect(view.peers.john.localCandidates).toEqual([
			{ seq: 1, at: 1001, candidate: candidate(1) }
		]);
	});

	it('is followed to the wire and to its receiver', () => {
		const view = viewOf((one) => {
			one.event('john', 'icecandidate', { candidate: candidate(1) });
			one.event('john', 'icecandidate', { candidate: candidate(2) });
			one.sent('john', 1, { candidate: candidate(1) });
			one.sent('john', 2, { candidate: candidate(2) });
			one.delivered('jane', 1);
		});
		expect(view.peers.john.localCandidates).toMatchObject([
			{ candidate: candidate(1), sent: 3, delivered: 5 },
			{ candidate: candidate(2), sent: 4 }
		]);
		expect(view.peers.john.localCandidates[1]).not.toHaveProperty('delivered');
		expect(view.peers.jane.localCandidates).toEqual([]);
	});

	it('is followed once for each time that it appeared', () => {
		const view = viewOf((one) => {
			one.event('john', 'icecandidate', { candidate: candidate(1) });
			one.event('john', 'icecandidate', { candidate: candidate(1) });
			one.sent('john', 1, { candidate: candidate(1) });
		});
		expect(view.peers.john.localCandidates.map(({ sent }) => sent)).toEqual([3, undefined]);
	});

	it('may be the end of candidates', () => {
		const view = viewOf((one) => {
			one.event('john', 'icecandidate', { candidate: null });
			one.sent('john', 1, { candidate: null });
			one.delivered('jane', 1);
		});
		expect(view.peers.john.localCandidates).toEqual([
			{ seq: 1, at: 1001, candidate: null, sent: 2, delivered: 3 }
		]);
	});

	it('is not touched by a message that is no candidate', () => {
		const view = viewOf((one) => {
			one.event('john', 'icecandidate', { candidate: candidate(1) });
			one.sent('john', 1, { bye: true });
			one.delivered('jane', 1, 'bye');
		});
		expect(view.peers.john.localCandidates[0]).not.toHaveProperty('sent');
	});
});

describe('a candidate that was given to a peer', () => {
	it('is listed while the browser decides', () => {
		const view = viewOf((one) => one.call('jane', 'addIceCandidate', candidate(1)));
		expect(view.peers.jane.remoteCandidates).toEqual([
			{ seq: 1, at: 1001, candidate: candidate(1) }
		]);
	});

	it('is added, or refused', () => {
		const view = viewOf((one) => {
			one.done('jane', 'addIceCandidate', candidate(1));
			const call = one.call('jane', 'addIceCandidate', candidate(2));
			one.error('jane', 'addIceCandidate', call, { name: 'OperationError', message: 'no' });
		});
		expect(view.peers.jane.remoteCandidates.map(({ added }) => added)).toEqual([true, false]);
	});

	it('may be the end of candidates', () => {
		const view = viewOf((one) => one.done('jane', 'addIceCandidate', null));
		expect(view.peers.jane.remoteCandidates).toMatchObject([{ candidate: null, added: true }]);
	});
});

describe('statistics', () => {
	it('are those that were reported last', () => {
		const view = viewOf((one) => {
			one.stats('john', { ...NO_STATS, at: 1 });
			one.stats('john', { ...NO_STATS, at: 2 });
		});
		expect(view.peers.john.stats).toEqual({ ...NO_STATS, at: 2 });
		expect(view.peers.jane.stats).toBeNull();
	});
});

describe('a milestone', () => {
	const end = { type: 'host', address: '192.0.2.1', port: 1, protocol: 'udp' };
	const video = { kind: 'video', frames: 1 };
	it.each<[string, (one: Recording) => void]>([
		['gathering', (one) => one.changed('john', { iceGatheringState: 'gathering' })],
		['checking', (one) => one.changed('john', { iceConnectionState: 'checking' })],
		['iceConnected', (one) => one.changed('john', { iceConnectionState: 'connected' })],
		['iceConnected', (one) => one.changed('john', { iceConnectionState: 'completed' })],
		['connected', (one) => one.changed('john', { connectionState: 'connected' })],
		[
			'selected',
			(one) =>
				one.stats('john', {
					...NO_STATS,
					selected: { id: 'p', local: end, remote: end, roundTripTime: null }
				})
		],
		[
			'dtls',
			(one) =>
				one.stats('john', {
					...NO_STATS,
					dtls: { state: 'connected', role: null, cipher: null, srtp: null }
				})
		],
		['firstFrame', (one) => one.stats('john', { ...NO_STATS, inbound: [video] })]
	])('%s is reached by the entry that shows it first, and only then', (name, reach) => {
		const view = viewOf((one) => {
			one.changed('john', { signalingState: 'stable' });
			reach(one);
			reach(one);
		});
		expect(view.peers.john.milestones).toEqual({ [name]: 2 });
		expect(view.peers.jane.milestones).toEqual({});
	});

	it.each([
		['sound that arrives', [{ kind: 'audio', frames: null }]],
		['a stream without a frame yet', [{ kind: 'video', frames: 0 }]],
		['a browser that counts no frames', [{ kind: 'video', frames: null }]]
	])('of the first frame is not reached by %s', (_, inbound) => {
		const view = viewOf((one) => one.stats('john', { ...NO_STATS, inbound }));
		expect(view.peers.john.milestones).toEqual({});
	});

	it('of DTLS is not reached while the handshake runs', () => {
		const dtls = { state: 'connecting', role: null, cipher: null, srtp: null };
		const view = viewOf((one) => one.stats('john', { ...NO_STATS, dtls }));
		expect(view.peers.john.milestones).toEqual({});
	});
});
