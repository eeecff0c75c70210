import { describe, expect, it } from 'vitest';
import { EMPTY_VIEW, reduce, stateOf, stepsDone } from '../../src/lib/trace';
import { candidate, NO_STATS, Recording, shortCall, viewOf } from './recording';

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
