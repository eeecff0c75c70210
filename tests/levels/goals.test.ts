import { describe, expect, it } from 'vitest';
import { GOALS } from '../../src/lib/levels';
import { PEER_NAMES, type PeerName, type TraceEntry } from '../../src/lib/trace';
import { NAMES } from '../../src/lib/trace/names';
import { altered, before, beside, RECORDED, reworded } from '../predict/recorded';
import { and, changed, missing, reached, type Entries } from './reached';

/** The recorded call as it was gone through by Next alone, before somebody hung up. */
const CALL = before('john-hangs-up');

const without = (entries: Entries, is: (entry: TraceEntry) => boolean) =>
	altered(entries, (entry) => (is(entry) ? [] : entry));

/** The candidates that a peer adds, but for the first so many. */
const withoutAdded = (entries: Entries, peer: PeerName, kept = 0) => {
	const calls = entries.filter(
		(entry) =>
			entry.kind === 'call' &&
			entry.name === 'addIceCandidate' &&
			entry.peer === peer &&
			(entry.data as { candidate?: string } | null)?.candidate
	);
	const gone = new Set(calls.slice(kept).map(({ seq }) => seq));
	return without(entries, ({ seq, call }) => gone.has(seq) || gone.has(call ?? -1));
};

describe('a goal', () => {
	it.each(Object.keys(GOALS).filter((name) => !['connected', 'both-pictures'].includes(name)))(
		'“%s” is not reached by Next alone in the first call',
		(name) => {
			for (const peer of PEER_NAMES) expect(reached(name, CALL, { peer })).toBeNull();
		}
	);

	it.each(Object.keys(GOALS))('“%s” is not reached where nothing has happened', (name) => {
		expect(reached(name, RECORDED.slice(0, 1))).toBeNull();
	});

	it.each(Object.keys(GOALS))('“%s” says what is missing where nothing has happened', (name) => {
		const said = missing(name, RECORDED.slice(0, 1), { isGoneThrough: false });
		expect(said.length).toBeGreaterThan(0);
		for (const one of said) expect(one).toMatch(/^[A-Zs].*\.( \| \S.*\S)?$/);
		expect(said.filter((one) => one.endsWith('lost'))).toEqual([]);
	});
});

describe('that both are connected', () => {
	it('is reached by the recorded call, and proved by the later of the two', () => {
		const { proof, seq } = reached('connected', CALL)!;
		expect(proof).toBe('Both are connected.');
		expect(CALL[seq]).toMatchObject({ kind: 'changed', data: { connectionState: 'connected' } });
		expect(reached('connected', CALL.slice(0, seq))).toBeNull();
	});

	it('is not reached while there are steps to go, nor once a connection is down', () => {
		expect(reached('connected', CALL, { isGoneThrough: false })).toBeNull();
		expect(
			reached('connected', and(CALL, changed('jane', { connectionState: 'failed' })))
		).toBeNull();
	});

	it('says of each what it is instead', () => {
		const failed = and(CALL, changed('jane', { connectionState: 'failed' }));
		expect(missing('connected', failed)).toEqual([
			'Both are connected. | John connected, Jane failed'
		]);
		expect(missing('connected', RECORDED.slice(0, 1), { isGoneThrough: false })).toEqual([
			'Every step is gone through.',
			'Both are connected. | John without a connection, Jane without a connection'
		]);
	});
});

describe('that each sees the other', () => {
	it('is reached once each has decoded a picture', () => {
		expect(reached('both-pictures', CALL)!.proof).toBe(
			'Both are connected, and each sees the other.'
		);
	});

	it.each(PEER_NAMES)('is not reached where %s has none', (name) => {
		const none = without(CALL, ({ kind, peer }) => kind === 'stats' && peer === name);
		expect(reached('both-pictures', none)).toBeNull();
		expect(missing('both-pictures', none)).toEqual([
			expect.stringContaining(`${NAMES[name]} sees nothing`)
		]);
	});
});

describe('an answer that only receives', () => {
	const answeredBy = (pattern: RegExp, direction: string) =>
		altered(CALL, (entry) =>
			entry.kind === 'changed' && entry.peer === 'jane'
				? reworded(entry, pattern, direction)
				: entry
		);

	it('is reached where each section says so', () => {
		const { proof } = reached('answer-recvonly', answeredBy(/a=sendrecv/, 'a=recvonly'))!;
		expect(proof).toBe('Jane’s answer says recvonly in each section, and she sees John.');
	});

	it('is not reached where it says something else, or where she sees nobody', () => {
		expect(reached('answer-recvonly', answeredBy(/a=sendrecv/, 'a=inactive'))).toBeNull();
		const unseen = without(
			answeredBy(/a=sendrecv/, 'a=recvonly'),
			({ kind, peer }) => kind === 'stats' && peer === 'jane'
		);
		expect(reached('answer-recvonly', unseen)).toBeNull();
		expect(missing('answer-recvonly', unseen)).toEqual(['She sees John.']);
		expect(missing('answer-recvonly', CALL)).toEqual([
			'Jane’s answer says recvonly in each section. | sendrecv, sendrecv'
		]);
	});
});

describe('one candidate', () => {
	it('is enough, and proves it, where no other was given', () => {
		const one = withoutAdded(withoutAdded(CALL, 'jane', 1), 'john');
		expect(reached('one-candidate', one)!.proof).toBe(
			'Both are connected, and one candidate was given to one of them.'
		);
	});

	it('is not all where another one was given, or none', () => {
		expect(reached('one-candidate', withoutAdded(CALL, 'john'))).toBeNull();
		const none = withoutAdded(withoutAdded(CALL, 'jane'), 'john');
		expect(reached('one-candidate', none)).toBeNull();
		expect(missing('one-candidate', none)).toEqual([
			'One candidate was given, to one of them. | no candidates'
		]);
	});

	it('cannot be alone any more once there was a second one', () => {
		const two = withoutAdded(withoutAdded(CALL, 'jane', 2), 'john');
		expect(missing('one-candidate', two)).toEqual([
			'One candidate was given, to one of them. | two candidates | lost'
		]);
	});

	it('is not all where a description brought more', () => {
		const one = withoutAdded(withoutAdded(CALL, 'jane', 1), 'john');
		const told = altered(one, (entry) =>
			entry.kind === 'call' && entry.name === 'setRemoteDescription'
				? reworded(
						entry,
						/a=mid:0/,
						String.raw`a=mid:0\r\na=candidate:1 1 udp 1 192.0.2.1 9 typ host`
					)
				: entry
		);
		expect(reached('one-candidate', told)).toBeNull();
	});
});

describe('a pair that ends at a peer-reflexive candidate', () => {
	const seen = altered(CALL, (entry) =>
		entry.kind === 'stats' && entry.peer === 'john'
			? reworded(entry, '"remote":{"type":"host"', '"remote":{"type":"prflx"')
			: entry
	);

	it('is reached by whoever was told of no candidate', () => {
		const { proof } = reached('reflexive', withoutAdded(seen, 'john'), { peer: 'john' })!;
		expect(proof).toBe(
			'John’s pair ends at a peer-reflexive candidate, and nobody had told John an address of Jane’s.'
		);
	});

	it('is not reached by the other one, nor where one was told of that is still called so', () => {
		expect(reached('reflexive', withoutAdded(seen, 'john'), { peer: 'jane' })).toBeNull();
		expect(reached('reflexive', seen, { peer: 'john' })).toBeNull();
		expect(missing('reflexive', withoutAdded(seen, 'john', 1), { peer: 'john' })).toEqual([
			'Nobody has told John an address of Jane’s. | one candidate told | lost'
		]);
		expect(missing('reflexive', withoutAdded(CALL, 'john'), { peer: 'john' })).toEqual([
			'John’s pair ends at a peer-reflexive candidate. | at one of type host'
		]);
	});
});

describe('a refusal that does no harm', () => {
	const end = CALL.at(-1)!;
	const call = beside(end, {
		kind: 'call',
		name: 'setRemoteDescription',
		peer: 'john',
		data: { type: 'answer', sdp: '' }
	});
	const refusal = (name: string) =>
		altered(CALL, (entry) =>
			entry === end
				? [
						entry,
						call,
						beside(end, {
							kind: 'error',
							name: 'setRemoteDescription',
							peer: 'john',
							call: call.seq,
							data: { name, message: '' }
						})
					]
				: entry
		);

	it('is reached where it was for the state', () => {
		expect(reached('refused-and-connected', refusal('InvalidStateError'))!.proof).toBe(
			'setRemoteDescription failed with InvalidStateError, and both are connected.'
		);
	});

	it('is not reached where it was for what the description says', () => {
		expect(reached('refused-and-connected', refusal('InvalidAccessError'))).toBeNull();
		expect(missing('refused-and-connected', refusal('InvalidAccessError'))).toEqual([
			'setRemoteDescription has failed with InvalidStateError. | with InvalidAccessError'
		]);
	});
});

describe('a path without keys', () => {
	const failed = altered(CALL, (entry) =>
		entry.kind === 'changed' ? reworded(entry, '"connected"', '"failed"') : entry
	);
	const noKeys = altered(CALL, (entry) =>
		entry.kind === 'changed'
			? reworded(entry, '"connectionState":"connected"', '"connectionState":"failed"')
			: entry
	);

	it('is reached where the connection failed, and ICE did not', () => {
		expect(reached('path-without-keys', noKeys)!.proof).toBe(
			'Both had a pair that works, and the connection failed.'
		);
	});

	it('is not reached where ICE failed', () => {
		expect(reached('path-without-keys', failed)).toBeNull();
		expect(missing('path-without-keys', failed)).toEqual([
			'ICE has connected at both, and has failed at neither. | John failed, Jane failed | lost'
		]);
	});
});
