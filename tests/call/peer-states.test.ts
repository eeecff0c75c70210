import { describe, expect, it } from 'vitest';
import { peer, type Word } from './played-peer';

/** What leads a peer to each state of `signalingState`. */
const WAY_TO: Record<string, Word[]> = {
	absent: [],
	stable: ['connection.created'],
	'have-local-offer': ['connection.created', 'local.offer.set'],
	'have-remote-offer': ['connection.created', 'remote.offer.set'],
	'have-local-pranswer': ['connection.created', 'remote.offer.set', 'local.pranswer.set'],
	'have-remote-pranswer': ['connection.created', 'local.offer.set', 'remote.pranswer.set'],
	closed: ['connection.created', 'connection.closed']
};

const SIGNALING: [from: string, word: Word, to: string][] = [
	['absent', 'connection.created', 'stable'],
	['stable', 'local.offer.set', 'have-local-offer'],
	['stable', 'remote.offer.set', 'have-remote-offer'],
	['have-local-offer', 'remote.answer.set', 'stable'],
	['have-remote-offer', 'local.answer.set', 'stable'],
	['have-local-offer', 'remote.pranswer.set', 'have-remote-pranswer'],
	['have-remote-offer', 'local.pranswer.set', 'have-local-pranswer'],
	['have-local-pranswer', 'local.answer.set', 'stable'],
	['have-remote-pranswer', 'remote.answer.set', 'stable'],
	['have-local-offer', 'offer.rolled.back', 'stable'],
	['have-remote-offer', 'offer.rolled.back', 'stable'],
	['have-local-offer', 'remote.offer.set', 'have-remote-offer'],
	['have-local-pranswer', 'connection.closed', 'closed'],
	['have-remote-pranswer', 'connection.closed', 'closed'],
	['stable', 'connection.closed', 'closed'],
	['have-local-offer', 'connection.closed', 'closed'],
	['have-remote-offer', 'connection.closed', 'closed']
];

describe('the signaling of a peer', () => {
	it('is absent while there is no connection', () => {
		expect(peer().value.signaling).toBe('absent');
	});

	it.each(SIGNALING.map(([from, word, to]) => [`${from} → ${to}`, word, from, to] as const))(
		'%s by %s',
		(_, word, from, to) => {
			const one = peer();
			one.tell(...WAY_TO[from]!);
			expect(one.value.signaling).toBe(from);
			one.tell(word);
			expect(one.value.signaling).toBe(to);
		}
	);

	const words: Word[] = [
		'connection.created',
		'local.offer.set',
		'remote.offer.set',
		'local.answer.set',
		'remote.answer.set',
		'local.pranswer.set',
		'remote.pranswer.set',
		'offer.rolled.back'
	];
	const impossible = Object.keys(WAY_TO).flatMap((from) =>
		words
			.filter((word) => !SIGNALING.some(([state, name]) => state === from && name === word))
			.map((word) => [from, word] as const)
	);
	it.each(impossible)('%s stays by %s', (from, word) => {
		const one = peer();
		one.tell(...WAY_TO[from]!, word);
		expect(one.value.signaling).toBe(from);
	});
});

const CONNECTION_WAY: Record<string, Word[]> = {
	new: [],
	connecting: ['connection.connecting'],
	connected: ['connection.connecting', 'connection.connected'],
	disconnected: ['connection.connecting', 'connection.connected', 'connection.disconnected'],
	failed: ['connection.connecting', 'connection.failed']
};

const CONNECTION: [from: string, word: Word, to: string][] = [
	['new', 'connection.connecting', 'connecting'],
	['new', 'connection.connected', 'connected'],
	['new', 'connection.failed', 'failed'],
	['connecting', 'connection.connected', 'connected'],
	['connecting', 'connection.failed', 'failed'],
	['connected', 'connection.disconnected', 'disconnected'],
	['connected', 'connection.connecting', 'connecting'],
	['connected', 'connection.failed', 'failed'],
	['disconnected', 'connection.connected', 'connected'],
	['disconnected', 'connection.connecting', 'connecting'],
	['disconnected', 'connection.failed', 'failed'],
	['failed', 'connection.connected', 'connected'],
	['failed', 'connection.connecting', 'connecting'],
	['new', 'connection.closed', 'closed'],
	['connecting', 'connection.closed', 'closed'],
	['connected', 'connection.closed', 'closed'],
	['disconnected', 'connection.closed', 'closed'],
	['failed', 'connection.closed', 'closed']
];

describe('the connection of a peer', () => {
	it.each(CONNECTION.map(([from, word, to]) => [`${from} → ${to}`, word, from, to] as const))(
		'%s by %s',
		(_, word, from, to) => {
			const one = peer();
			one.tell('connection.created', ...CONNECTION_WAY[from]!);
			expect(one.value.connection).toBe(from);
			one.tell(word);
			expect(one.value.connection).toBe(to);
		}
	);

	it.each(['connection.connecting', 'connection.connected', 'connection.failed'] as const)(
		'closed stays by %s, which may be read late',
		(word) => {
			const one = peer();
			one.tell('connection.created', 'connection.closed', word);
			expect(one.value.connection).toBe('closed');
			expect(one.reports).toEqual([]);
		}
	);

	it.each(['connecting', 'connected', 'disconnected'])(
		'that is lost while %s is reported',
		(from) => {
			const one = peer('jane');
			one.tell('connection.created', ...CONNECTION_WAY[from]!, 'connection.failed');
			expect(one.reports).toEqual([{ type: 'peer.lost', peer: 'jane' }]);
		}
	);

	it('that is lost is reported once', () => {
		const one = peer();
		one.tell('connection.failed', 'connection.failed');
		expect(one.reports).toHaveLength(1);
	});

	it('that is only disconnected is not reported', () => {
		const one = peer();
		one.tell('connection.connected', 'connection.disconnected');
		expect(one.reports).toEqual([]);
	});
});
