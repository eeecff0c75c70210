import { describe, expect, it } from 'vitest';
import { changeNamed } from '../../src/lib/breaks';
import { judge, type LevelFault, type Pointed } from '../../src/lib/levels';
import { reduce, type PeerName, type TraceEntry } from '../../src/lib/trace';
import { altered, before, reworded, until } from '../predict/recorded';

type Entries = readonly TraceEntry[];

/** A call that somebody looks at: it was recorded as it should be, and each test says what is wrong with it. */
const CALL = before('john-hangs-up');

const judged = (pointed: Pointed, faults: readonly LevelFault[], entries: Entries = CALL) =>
	judge(pointed, { view: reduce(entries), entries }, faults);

const ofOffer = (change: string): LevelFault => ({ do: 'change', to: 'jane', of: 'offer', change });

/** A line of the offer, as it was written or as a change has made it. */
function lineOfOffer(side: 'local' | 'remote', begins: string, change?: string): Pointed {
	const written = reduce(until('john-sets-local-description')).peers.john.descriptions
		.pendingLocalDescription!.sdp;
	const sdp = change === undefined ? written : changeNamed(change).change(written)!;
	const lines = sdp.split('\r\n');
	const at = lines.findIndex((line) => line.startsWith(begins));
	const peer = side === 'local' ? 'john' : 'jane';
	return { at: 'line', peer, side, number: at + 1, text: lines[at]! };
}

const entryOf = (
	kind: string,
	name: string,
	peer: PeerName | null,
	is: (entry: TraceEntry) => boolean = () => true
): Pointed => {
	const found = CALL.find(
		(entry) => entry.kind === kind && entry.name === name && entry.peer === peer && is(entry)
	)!;
	return { at: 'entry', seq: found.seq };
};

/** A message by what it carries: the first one. */
const messageTo = (to: PeerName, has: string): Pointed => {
	const { sent } = reduce(CALL).wire.find(
		(one) => one.to === to && JSON.stringify(one.message).includes(has)
	)!;
	return { at: 'message', sent };
};

const stepOf = (id: string): Pointed => ({
	at: 'entry',
	seq: CALL.find(({ kind, data }) => kind === 'step' && (data as { id?: string }).id === id)!.seq
});

describe('a description that was changed', () => {
	const digit = [ofOffer('fingerprint-digit')];

	it('is proved by the line as it was taken, and not as it was written', () => {
		expect(judged(lineOfOffer('remote', 'a=fingerprint', 'fingerprint-digit'), digit)).toBe(
			'right'
		);
		expect(judged(lineOfOffer('local', 'a=fingerprint'), digit)).toBe('original');
	});

	it('is nearly proved by another of its lines, the message, and the call that took it', () => {
		expect(judged(lineOfOffer('remote', 'a=setup'), digit)).toBe('near');
		expect(judged(messageTo('jane', '"type":"offer"'), digit)).toBe('near');
		expect(judged(entryOf('call', 'setRemoteDescription', 'jane'), digit)).toBe('near');
	});

	it('is not proved by the other description, by the one that was not carried, nor by another call', () => {
		const line = lineOfOffer('local', 'a=fingerprint') as Extract<Pointed, { at: 'line' }>;
		expect(judged({ ...line, peer: 'jane' }, digit)).toBe('wrong');
		expect(judged({ ...line, side: 'remote' }, digit)).toBe('wrong');
		expect(judged(entryOf('call', 'setRemoteDescription', 'john'), digit)).toBe('wrong');
		expect(judged(messageTo('john', '"type":"answer"'), digit)).toBe('wrong');
	});

	it('is proved by a line that it has lost', () => {
		const lost = [ofOffer('no-rtcp-mux')];
		expect(judged(lineOfOffer('local', 'a=rtcp-mux'), lost)).toBe('right');
		expect(judged(lineOfOffer('local', 'a=fingerprint'), lost)).toBe('near');
	});

	it('is proved by the m= lines where the sections stand in another order, and by nothing else', () => {
		const order = [ofOffer('m-lines-swapped')];
		expect(judged(lineOfOffer('remote', 'm=video', 'm-lines-swapped'), order)).toBe('right');
		expect(judged(lineOfOffer('remote', 'a=mid:0', 'm-lines-swapped'), order)).toBe('near');
		expect(judged(lineOfOffer('local', 'm=video'), order)).toBe('original');
	});
});

describe('a candidate that was changed', () => {
	const port: LevelFault[] = [
		{ do: 'change', to: 'jane', of: 'candidate', change: 'another-port' }
	];

	it('is proved by its message, by the call that added it, and by its line in the description', () => {
		expect(judged(messageTo('jane', 'candidate:'), port)).toBe('right');
		expect(judged(entryOf('call', 'addIceCandidate', 'jane'), port)).toBe('right');
		const line = { at: 'line', peer: 'jane', side: 'remote', number: 9 } as const;
		expect(judged({ ...line, text: 'a=candidate:1 1 udp 1 192.0.2.1 9 typ host' }, port)).toBe(
			'right'
		);
	});

	it('is nearly proved by a candidate as it was written, and not by one of the other side', () => {
		const text = 'a=candidate:1 1 udp 1 192.0.2.1 5000 typ host';
		const line = { at: 'line', number: 9, text } as const;
		expect(judged({ ...line, peer: 'john', side: 'local' }, port)).toBe('near');
		expect(judged({ ...line, peer: 'jane', side: 'local' }, port)).toBe('wrong');
		expect(judged(messageTo('john', 'candidate:'), port)).toBe('wrong');
		expect(judged(entryOf('call', 'addIceCandidate', 'john'), port)).toBe('wrong');
	});
});

describe('a message that was lost', () => {
	const lost: LevelFault[] = [{ do: 'lose', to: 'jane', of: 'offer' }];
	/** The call as it waits for it. */
	const waits = CALL.slice(
		0,
		CALL.findIndex(({ kind, peer }) => kind === 'delivered' && peer === 'jane')
	);

	it('is proved by itself once somebody waits for it', () => {
		const sent = CALL.find(({ kind, peer }) => kind === 'sent' && peer === 'john')!;
		const early = CALL.slice(0, sent.seq + 1).concat(
			CALL.filter(
				({ kind, name, seq }) => kind === 'step' && name === 'end' && seq > sent.seq
			).slice(0, 1)
		);
		expect(judged(messageTo('jane', '"type":"offer"'), lost, early)).toBe('early');
	});

	it('is proved by itself, and nearly by the step that waits for it', () => {
		expect(judged(messageTo('jane', '"type":"offer"'), lost, waits)).toBe('right');
		expect(judged(entryOf('sent', 'description', 'john'), lost, waits)).toBe('right');
		expect(judged(stepOf('jane-sets-remote-description'), lost, waits)).toBe('near');
	});

	it('is not proved by another step, nor by a message that was taken', () => {
		expect(judged(stepOf('john-creates-offer'), lost, waits)).toBe('wrong');
		expect(judged(messageTo('jane', '"type":"offer"'), lost)).toBe('wrong');
	});
});

describe('a connection that was made with another configuration', () => {
	const relay: LevelFault[] = [
		{ do: 'configure', peer: 'jane', configuration: { iceTransportPolicy: 'relay' } }
	];

	it('is proved by how it was made, and nearly by what was gathered', () => {
		expect(judged(entryOf('call', 'RTCPeerConnection', 'jane'), relay)).toBe('right');
		expect(judged(entryOf('event', 'icecandidate', 'jane'), relay)).toBe('near');
	});

	it('is not proved by the other one', () => {
		expect(judged(entryOf('call', 'RTCPeerConnection', 'john'), relay)).toBe('wrong');
		expect(judged(entryOf('event', 'icecandidate', 'john'), relay)).toBe('wrong');
	});
});

describe('a step that came too late', () => {
	const late: LevelFault[] = [
		{ do: 'move', step: 'jane-adds-tracks', behind: 'jane-creates-answer' }
	];

	it('is proved by itself and what was done in it, and nearly by the one that came first', () => {
		expect(judged(stepOf('jane-adds-tracks'), late)).toBe('right');
		expect(judged(entryOf('call', 'addTrack', 'jane'), late)).toBe('right');
		expect(judged(entryOf('call', 'createAnswer', 'jane'), late)).toBe('near');
	});

	it('is nearly proved by the direction that came of it', () => {
		const line = { at: 'line', peer: 'jane', side: 'local', number: 9 } as const;
		expect(judged({ ...line, text: 'a=recvonly' }, late)).toBe('near');
		expect(judged({ ...line, text: 'a=rtcp-mux' }, late)).toBe('wrong');
	});

	it('is not proved by what the other one did', () => {
		expect(judged(entryOf('call', 'addTrack', 'john'), late)).toBe('wrong');
	});
});

describe('several faults', () => {
	it('are each proved by its own, and the best counts', () => {
		const faults = [
			ofOffer('fingerprint-digit'),
			{ do: 'change', to: 'john', of: 'candidate', change: 'another-port' } as const
		];
		expect(judged(messageTo('john', 'candidate:'), faults)).toBe('right');
		expect(judged(messageTo('jane', '"type":"offer"'), faults)).toBe('near');
		expect(judged(messageTo('jane', 'candidate:'), faults)).toBe('wrong');
	});

	it('are none where a change changes nothing of the message', () => {
		const entries = altered(CALL, (entry) => reworded(entry, 'a=rtcp-mux\\r\\n', ''));
		const message = messageTo('jane', '"type":"offer"');
		expect(judged(message, [ofOffer('no-rtcp-mux')], entries)).toBe('wrong');
	});
});
