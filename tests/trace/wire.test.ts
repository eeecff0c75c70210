import { describe, expect, it } from 'vitest';
import { candidate, viewOf } from './recording';

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
