import { describe, expect, it } from 'vitest';
import { lastMember } from '../../src/lib/ui/ladder/row';
import { spokenWords } from '../../src/lib/ui/ladder/row-phrases';
import { OFFER, rowsOf, Story } from './trace';

describe('a call', () => {
	it('is pending until its result joins it', () => {
		const story = new Story();
		const call = story.call('john', 'createOffer');
		expect(rowsOf(story)).toMatchObject([{ kind: 'call', status: 'pending', members: [call] }]);

		story.result('john', 'createOffer', call);
		expect(rowsOf(story)).toMatchObject([
			{ status: 'resolved', took: 10, label: 'createOffer()', members: [call, call + 1] }
		]);
	});

	it('is selected by its result', () => {
		const [row] = rowsOf(new Story().does('john', 'createOffer'));
		expect(lastMember(row!)).toBe(1);
	});

	it('that fails carries the name of its error', () => {
		const story = new Story();
		story.error('jane', 'createAnswer', story.call('jane', 'createAnswer'));
		const [row] = rowsOf(story);
		expect(row).toMatchObject({ status: 'rejected', error: { name: 'InvalidStateError' } });
		expect(spokenWords(row!, {})).toBe(
			'Jane calls createAnswer, rejected after 10 ms: InvalidStateError, Called in wrong state.'
		);
	});

	it('is read aloud with who, what and how long', () => {
		const [row] = rowsOf(new Story().does('john', 'createOffer'));
		expect(spokenWords(row!, {})).toBe('John calls createOffer, resolved after 10 ms');
	});

	it('shows the argument that tells it from its like', () => {
		const story = new Story()
			.does('john', 'setLocalDescription', { type: 'offer', sdp: 'v=0' })
			.does('john', 'addTrack', { kind: 'video', id: '1', label: '' })
			.does('john', 'addIceCandidate', null)
			.does('john', 'addIceCandidate', { candidate: '', sdpMid: '0' })
			.does('john', 'addIceCandidate', { candidate: 'candidate:1', sdpMid: '0' })
			.does('john', 'RTCPeerConnection');
		expect(rowsOf(story).map(({ label }) => label)).toEqual([
			'setLocalDescription(offer)',
			'addTrack(video)',
			'addIceCandidate(null)',
			"addIceCandidate({candidate: '', …})",
			'addIceCandidate(candidate)',
			'new RTCPeerConnection()'
		]);
	});
});

describe('a part of the connection', () => {
	const place = { transceiver: 0, mid: '0' };

	it('is written as in code, and without what tells it apart where there is no room', () => {
		const rows = rowsOf(
			new Story()
				.does('john', 'transceiver.direction', { ...place, value: 'recvonly' })
				.does('john', 'channel.send', { channel: 0, type: 'string', size: 5, text: 'Hello' })
		);
		expect(rows.map(({ label, short }) => [label, short])).toEqual([
			["transceiver.direction = 'recvonly'", 'transceiver.direction'],
			["channel.send('Hello')", 'channel.send()']
		]);
		expect(spokenWords(rows[0]!, {})).toMatch(/^John calls transceiver\.direction, resolved/);
	});

	it('is said once: what the connection sums up has no row, and parts no candidates', () => {
		const story = new Story().candidates('john', 2);
		story.event('john', 'ice.gatheringstatechange', { mids: ['0'], state: 'complete' });
		story.candidates('john', 1).event('john', 'dtls.statechange', { mids: ['0'], state: 'new' });
		expect(rowsOf(story).map(({ label }) => label)).toEqual([
			'icecandidate ×3',
			'dtls.statechange new'
		]);
	});
});

describe('gathered candidates', () => {
	it('of one peer in one step are one row with their number', () => {
		const rows = rowsOf(new Story().step('john-sets-local-description').candidates('john', 12));
		expect(rows).toHaveLength(2);
		expect(rows[1]).toMatchObject({ label: 'icecandidate ×12', count: 12 });
		expect(rows[1]!.members).toHaveLength(12);
	});

	it('are not parted by what the other peer does', () => {
		const story = new Story().candidates('john', 2).event('jane', 'track').candidates('john', 1);
		expect(rowsOf(story).map(({ label }) => label)).toEqual(['icecandidate ×3', 'track']);
	});

	it('are parted by a step, and by anything else of the same peer', () => {
		const story = new Story().candidates('john', 2).step('john-sends-offer').candidates('john', 1);
		story.event('john', 'negotiationneeded').candidates('john', 3);
		expect(rowsOf(story).flatMap((row) => (row.kind === 'event' ? row.label : []))).toEqual([
			'icecandidate ×2',
			'icecandidate',
			'negotiationneeded',
			'icecandidate ×3'
		]);
	});

	it('show the end of gathering without counting it', () => {
		const story = new Story().candidates('john', 2);
		story.event('john', 'icecandidate', { candidate: null });
		expect(rowsOf(story)).toMatchObject([
			{ label: 'icecandidate ×2, end of gathering', count: 2, ends: true }
		]);
	});

	it('may end by an event of its own', () => {
		const last = new Story().event('john', 'icecandidate', { candidate: { candidate: '' } });
		expect(rowsOf(last)).toMatchObject([{ label: 'icecandidate: end of candidates', count: 0 }]);
		const story = new Story().event('john', 'icecandidate', { candidate: null });
		expect(rowsOf(story)).toMatchObject([{ label: 'icecandidate: end of gathering', count: 0 }]);
	});
});

describe('a message', () => {
	it('waits until it is delivered', () => {
		const [sent] = rowsOf(new Story().sent('john', 1, OFFER));
		expect(sent).toMatchObject({ kind: 'sent', message: 'offer' });
		expect(sent).not.toHaveProperty('delivered');
		expect(spokenWords(sent!, {})).toBe('John sends offer to Jane, waiting for Jane');
	});

	it('leads from the row that sent it to the row that received it', () => {
		const story = new Story().sent('john', 1, OFFER).wait(1000).delivered('jane', 1);
		const [sent, delivered] = rowsOf(story);
		expect(sent).toMatchObject({ delivered: 1 });
		expect(delivered).toMatchObject({ peer: 'jane', message: 'offer', sent: 0, waited: 1010 });
		expect(spokenWords(delivered!, {})).toBe('Jane receives offer from John after 1.0 s');
	});

	it('that is altered on its way has a row at whom it is for', () => {
		const story = new Story().sent('jane', 1, OFFER).altered('john', 1, OFFER);
		const [, row] = rowsOf(story);
		expect(row).toMatchObject({ kind: 'altered', peer: 'john', label: 'offer is altered: 1 line' });
		expect(spokenWords(row!, {})).toBe('On the way from Jane to John: offer is altered: 1 line');
	});

	it('is not mistaken for one with the same number from the other peer', () => {
		const story = new Story().sent('john', 1, OFFER).sent('jane', 1, { bye: true });
		const rows = rowsOf(story.delivered('john', 1));
		expect(rows[0]).not.toHaveProperty('delivered');
		expect(rows[1]).toMatchObject({ message: 'bye', delivered: 2 });
	});

	it.each([
		[{ description: { type: 'answer', sdp: '' } }, 'answer'],
		[{ candidate: { candidate: 'candidate:1' } }, 'candidate'],
		[{ candidate: null }, 'end of candidates'],
		[{ candidate: { candidate: '', sdpMid: '0' } }, 'end of candidates'],
		[{ bye: true }, 'bye']
	])('%j is called %s', (message, words) => {
		expect(rowsOf(new Story().sent('john', 1, message))).toMatchObject([{ message: words }]);
	});
});

describe('changed attributes', () => {
	it('have a row for each state, and none for descriptions', () => {
		const story = new Story().changed('john', {
			signalingState: 'have-local-offer',
			iceGatheringState: 'gathering',
			pendingLocalDescription: { type: 'offer', sdp: 'v=0' }
		});
		expect(rowsOf(story).map(({ label }) => label)).toEqual([
			'signalingState → have-local-offer',
			'iceGatheringState → gathering'
		]);
	});

	it('are one row where many states have the same value', () => {
		const story = new Story().changed('john', {
			signalingState: 'stable',
			iceGatheringState: 'new',
			iceConnectionState: 'new',
			connectionState: 'new'
		});
		expect(rowsOf(story).map(({ label, short }) => short ?? label)).toEqual([
			'signaling → stable',
			'3 states → new'
		]);
		expect(rowsOf(story).map((row) => spokenWords(row, {}))).toEqual([
			'John: signalingState becomes stable',
			'John: iceGatheringState, iceConnectionState, connectionState become new'
		]);
	});
});

describe('getStats', () => {
	it('has a row for the first selected pair and the first frame of each peer alone', () => {
		const story = new Story().attempt().stats('john', false, 0).stats('john', true, 0);
		story.stats('john', true, 1).stats('john', true, 9).stats('jane', true, 3);
		expect(rowsOf(story).map(({ peer, label }) => [peer, label])).toEqual([
			[null, 'Fresh peers · attempt 1'],
			['john', 'pair selected'],
			['john', 'first frame decoded'],
			['jane', 'pair selected'],
			['jane', 'first frame decoded']
		]);
	});
});

describe('attempts', () => {
	it('before the last are marked as earlier', () => {
		const story = new Story().attempt().does('john', 'RTCPeerConnection').attempt('restart');
		expect(rowsOf(story.step('john-gets-media')).map(({ earlier }) => earlier)).toEqual([
			true,
			true,
			false,
			false
		]);
	});

	it('say why, and count their entries', () => {
		const story = new Story().attempt().does('john', 'RTCPeerConnection').attempt('lost');
		expect(rowsOf(story).filter(({ kind }) => kind === 'attempt')).toMatchObject([
			{ attempt: 1, count: 3, reason: 'start' },
			{ attempt: 2, count: 1, reason: 'lost' }
		]);
	});

	it('do not share calls, messages or milestones', () => {
		const story = new Story().attempt().stats('john', true, 0).sent('john', 1, OFFER);
		story.attempt('lost').sent('john', 1, OFFER).delivered('jane', 1).stats('john', true, 0);
		const rows = rowsOf(story);
		expect(rows.filter(({ kind }) => kind === 'milestone')).toHaveLength(2);
		expect(rows.filter((row) => row.kind === 'sent' && row.delivered !== undefined)).toHaveLength(
			1
		);
	});
});

it('each row has a key of its own, and keeps it when entries are added', () => {
	const story = new Story().attempt().step('john-creates-peer-connection');
	story.does('john', 'RTCPeerConnection').changed('john', {
		signalingState: 'stable',
		iceGatheringState: 'new'
	});
	const before = rowsOf(story).map(({ key }) => key);
	expect(new Set(before).size).toBe(before.length);
	story.stats('john', true, 5).candidates('john', 3);
	expect(
		rowsOf(story)
			.map(({ key }) => key)
			.slice(0, before.length)
	).toEqual(before);
});
