import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
	EMPTY_VIEW,
	fold,
	reduce,
	type AttemptReason,
	type PeerName,
	type TraceEntry
} from '../../src/lib/trace';
import { candidate, NO_STATS, Recording, shortCall } from './recording';

/** Makes every write to an object, however deep, an error. */
function frozen<T>(value: T): T {
	if (typeof value === 'object' && value !== null && !Object.isFrozen(value)) {
		Object.freeze(value);
		Object.values(value).forEach(frozen);
	}
	return value;
}

type Scene = (one: Recording) => unknown;

const peer = fc.constantFrom<PeerName>('john', 'jane');
const port = fc.integer({ min: 1, max: 3 });
const id = fc.constantFrom('a', 'b', 'c');
const call = fc.constantFrom(
	'RTCPeerConnection',
	'getUserMedia',
	'addTrack',
	'addIceCandidate',
	'createOffer',
	'close'
);
const error = { name: 'OperationError', message: 'no' };
const argsOf = (name: string) =>
	name === 'addIceCandidate' ? candidate(1) : { kind: 'audio', id: 't', label: 'l' };
const lastCall = (one: Recording) =>
	one.entries.findLast((entry) => entry.kind === 'call' && entry.attempt === one.trace.attempt);

/** Anything that may be recorded, in any order. */
const scene: fc.Arbitrary<Scene> = fc.oneof(
	fc
		.constantFrom<AttemptReason>('restart', 'lost', 'retry')
		.map((reason) => (one: Recording) => one.attempt(reason)),
	id.map((step) => (one: Recording) => one.begin(step)),
	id.map((step) => (one: Recording) => one.end(step)),
	id.map((step) => (one: Recording) => one.fail(step, error)),
	fc.tuple(peer, call).map(
		([who, name]) =>
			(one: Recording) =>
				one.call(who, name, argsOf(name))
	),
	fc.constant((one: Recording) => {
		const pending = lastCall(one);
		if (pending) one.result(pending.peer!, pending.name, pending.seq);
	}),
	fc.constant((one: Recording) => {
		const pending = lastCall(one);
		if (pending) one.error(pending.peer!, pending.name, pending.seq, error);
	}),
	fc.tuple(peer, port).map(
		([who, at]) =>
			(one: Recording) =>
				one.event(who, 'icecandidate', { candidate: candidate(at) })
	),
	fc.tuple(peer, port).map(
		([who, at]) =>
			(one: Recording) =>
				one.sent(who, at, { candidate: candidate(at) })
	),
	fc.tuple(peer, port).map(
		([who, at]) =>
			(one: Recording) =>
				one.delivered(who, at)
	),
	fc.tuple(peer, fc.constantFrom('new', 'checking', 'connected')).map(
		([who, value]) =>
			(one: Recording) =>
				one.changed(who, { iceConnectionState: value })
	),
	peer.map((who) => (one: Recording) => one.stats(who, NO_STATS)),
	peer.map((who) => (one: Recording) => one.lost(who, 'The browser gave up.'))
);

const recorded = fc.array(scene, { maxLength: 40 }).map((scenes) => {
	const one = new Recording();
	one.attempt();
	for (const happens of scenes) happens(one);
	return one.entries;
});

describe('folding a trace entry by entry', () => {
	it('gives at every length what reducing that prefix gives', () => {
		fc.assert(
			fc.property(recorded, (entries) => {
				let view = EMPTY_VIEW;
				for (const [index, entry] of entries.entries()) {
					view = fold(view, entry);
					expect(view).toEqual(reduce(entries.slice(0, index + 1)));
				}
			}),
			{ numRuns: 60 }
		);
	});

	it('never changes the view of a shorter prefix, nor an entry', () => {
		fc.assert(
			fc.property(recorded, (entries) => {
				let view = frozen(structuredClone(EMPTY_VIEW));
				for (const entry of entries) view = frozen(fold(view, frozen(entry)));
			})
		);
	});

	it('leaves the view of nothing as it was', () => {
		frozen(EMPTY_VIEW);
		expect(() => reduce(shortCall().entries)).not.toThrow();
		expect(reduce([])).toBe(EMPTY_VIEW);
	});

	it('is possible from a copy that went through a file', () => {
		const { entries } = shortCall();
		const copy = JSON.parse(JSON.stringify(entries)) as TraceEntry[];
		expect(reduce(copy)).toEqual(reduce(entries));
	});
});

describe('a view after one more entry', () => {
	/** The views before and after the last thing that is recorded. */
	function around(last: Scene) {
		const one = shortCall();
		one.attempt();
		one.begin('john-creates-offer');
		one.done('john', 'createOffer');
		one.event('john', 'icecandidate', { candidate: candidate(1) });
		one.sent('john', 1, { candidate: candidate(1) });
		const before = reduce(one.entries);
		last(one);
		return { before, after: fold(before, one.entries.at(-1)!) };
	}

	it('shares the other peer, the wire and the steps with the view before', () => {
		const { before, after } = around((one) => one.changed('john', { signalingState: 'stable' }));
		expect(after.peers.john).not.toBe(before.peers.john);
		expect(after.peers.jane).toBe(before.peers.jane);
		expect(after.wire).toBe(before.wire);
		expect(after.steps).toBe(before.steps);
		expect(after.calls).toBe(before.calls);
	});

	it('shares the histories of the states that did not change', () => {
		const { before, after } = around((one) => one.changed('john', { signalingState: 'stable' }));
		const { states } = after.peers.john;
		expect(states.signalingState).not.toBe(before.peers.john.states.signalingState);
		expect(states.connectionState).toBe(before.peers.john.states.connectionState);
		expect(after.peers.john.localCandidates).toBe(before.peers.john.localCandidates);
		expect(after.peers.john.milestones).toBe(before.peers.john.milestones);
	});

	it('shares both peers where the entry says nothing of them', () => {
		for (const last of [
			(one: Recording) => one.event('john', 'negotiationneeded'),
			(one: Recording) => one.call('john', 'createOffer'),
			(one: Recording) => one.begin('john-sends-offer'),
			(one: Recording) => one.sent('john', 2, { bye: true }),
			(one: Recording) => one.lost('john', 'The browser gave up.')
		]) {
			const { before, after } = around(last);
			expect(after.peers).toBe(before.peers);
		}
	});

	it('shares the messages that were not delivered by it', () => {
		const { before, after } = around((one) => one.sent('john', 2, { bye: true }));
		expect(after.wire[0]).toBe(before.wire[0]);
		expect(after.wire).toHaveLength(before.wire.length + 1);
	});
});
