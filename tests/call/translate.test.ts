import { describe, expect, it } from 'vitest';
import { eventOf } from '../../src/lib/call/translate';
import type { Json, TraceEntry } from '../../src/lib/trace';

/** A call that was recorded with these arguments. */
const call = (name: string, data: Json): TraceEntry => ({
	seq: 0,
	at: 0,
	attempt: 1,
	peer: 'john',
	kind: 'call',
	name,
	data
});

describe('an entry of the trace, to the machine of its peer,', () => {
	it.each([
		['setLocalDescription', 'offer', 'local.offer.set'],
		['setLocalDescription', 'answer', 'local.answer.set'],
		['setRemoteDescription', 'offer', 'remote.offer.set'],
		['setRemoteDescription', 'answer', 'remote.answer.set'],
		['setLocalDescription', 'pranswer', 'local.pranswer.set'],
		['setRemoteDescription', 'pranswer', 'remote.pranswer.set'],
		['setLocalDescription', 'rollback', 'offer.rolled.back'],
		['setRemoteDescription', 'rollback', 'offer.rolled.back']
	])('that is the result of %s(%s) means %s', (name, type, means) => {
		expect(eventOf({ kind: 'result', name }, call(name, { type, sdp: '' }))).toEqual({
			type: means
		});
	});

	it.each([
		['stable', 'local.offer.set'],
		['have-local-offer', 'local.offer.set'],
		['have-remote-offer', 'local.answer.set'],
		['have-local-pranswer', 'local.answer.set']
	] as const)('that sets what is not named, in %s, means %s', (before, means) => {
		const name = 'setLocalDescription';
		expect(eventOf({ kind: 'result', name }, call(name, null), before)).toEqual({ type: means });
	});

	it.each([
		['RTCPeerConnection', 'connection.created'],
		['close', 'connection.closed']
	])('that is the result of %s means %s', (name, means) => {
		expect(eventOf({ kind: 'result', name }, call(name, null))).toEqual({ type: means });
	});

	it.each(['connecting', 'connected', 'disconnected', 'failed'])(
		'that shows connectionState %s means just that',
		(connectionState) => {
			expect(
				eventOf({ kind: 'changed', name: 'connectionState', data: { connectionState } }, undefined)
			).toEqual({ type: `connection.${connectionState}` });
		}
	);

	it.each([
		['a state that is new', { kind: 'changed', name: 's', data: { connectionState: 'new' } }],
		['a state that is closed', { kind: 'changed', name: 's', data: { connectionState: 'closed' } }],
		['another state', { kind: 'changed', name: 's', data: { signalingState: 'stable' } }],
		['a call', { kind: 'call', name: 'setLocalDescription' }],
		['an error', { kind: 'error', name: 'setLocalDescription' }],
		['an offer that is created', { kind: 'result', name: 'createOffer' }],
		['a candidate', { kind: 'event', name: 'icecandidate', data: { candidate: null } }]
	] as const)('means nothing where it is %s', (_, entry) => {
		expect(eventOf(entry, call('any', { type: 'offer' }))).toBeNull();
	});
});
