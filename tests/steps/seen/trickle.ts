import { expect } from 'vitest';
import {
	HANG_UP,
	PATIENCE,
	connected,
	everyEventFired,
	hasCandidates,
	kinds,
	lines,
	pairs,
	sends,
	signaling,
	type Seen
} from './look';

/** What is seen of the lesson “Trickle at once”. */
export const TRICKLE: Seen = {
	'john-sends-each-candidate': [
		'nothing is sent, for nothing is gathered yet',
		(two) => {
			expect(two.john.pc.iceGatheringState).toBe('new');
			expect(two.waiting('jane')).toEqual([]);
		}
	],
	'john-creates-offer': [
		'a text without one candidate, and nothing has changed',
		({ john }) => {
			expect(hasCandidates(john.offer.sdp!)).toBe(false);
			expect(lines(john.offer.sdp!, 'a=ice-options:trickle')).not.toEqual([]);
			expect([john.pc.signalingState, john.pc.iceGatheringState]).toEqual(['stable', 'new']);
		}
	],
	'john-sets-local-description': [
		'candidates run onto the wire, and are written into the description',
		async (two) => {
			const { pc, offer } = two.john;
			expect(pc.signalingState).toBe('have-local-offer');
			await expect.poll(() => pc.iceGatheringState, PATIENCE).toBe('complete');
			await expect.poll(() => kinds(two.waiting('jane')).at(-1)).toBe('candidate');
			expect(new Set(kinds(two.waiting('jane')))).toEqual(new Set(['candidate']));
			expect(two.announced.john.every(({ written }) => written)).toBe(true);
			expect(pc.localDescription!.sdp.length).toBeGreaterThan(offer.sdp!.length);
		}
	],
	'john-sends-offer': [
		'the offer that is sent has candidates, and the credentials of the one that was created',
		(two) => {
			const wire = two.waiting('jane');
			expect(kinds(wire).lastIndexOf('candidate')).toBe(wire.length - 2);
			const { type, sdp } = wire.at(-1)!.description;
			expect([type, sdp]).toEqual(['offer', two.john.pc.localDescription!.sdp]);
			expect(hasCandidates(sdp!)).toBe(true);
			for (const line of ['a=ice-ufrag', 'a=ice-pwd', 'a=fingerprint', 'a=mid']) {
				expect(lines(sdp!, line)).toEqual(lines(two.john.offer.sdp!, line));
			}
		}
	],
	'jane-creates-peer-connection': [
		'she is in stable, and all still waits for her',
		(two) => {
			expect(signaling(two)).toEqual(['have-local-offer', 'stable']);
			expect(kinds(two.waiting('jane'))).toContain('description');
		}
	],
	'jane-adds-candidate-too-early': [
		'it is refused, no state has changed, and she has kept it',
		(two) => {
			expect(two.logs.jane).toEqual(['refused: InvalidStateError']);
			expect(two.jane.pc.remoteDescription).toBeNull();
			expect(two.jane.early).toHaveLength(1);
		}
	],
	'jane-sets-remote-description': [
		'the offer has passed the candidates, which still wait; those in it are known',
		(two) => {
			expect(two.jane.pc.signalingState).toBe('have-remote-offer');
			expect(new Set(kinds(two.waiting('jane')))).toEqual(new Set(['candidate']));
			expect(hasCandidates(two.jane.pc.remoteDescription!.sdp)).toBe(true);
			expect(two.count('jane', 'track')).toBe(sends(two.sources.john) ? 2 : 0);
		}
	],
	'jane-adds-candidates': [
		'all are taken, and nothing is tried yet',
		async (two) => {
			await expect.poll(() => two.waiting('jane'), PATIENCE).toEqual([]);
			await expect.poll(() => two.count('jane', 'added')).toBeGreaterThan(1);
			expect(two.jane.early).toEqual([]);
			expect(two.jane.pc.iceConnectionState).toBe('new');
			expect(two.jane.pc.iceGatheringState).toBe('new');
		}
	],
	'jane-gets-media': [
		'no state has changed',
		({ jane }) => expect(jane.pc.signalingState).toBe('have-remote-offer')
	],
	'jane-adds-tracks': [
		'the transceivers of the offer are taken, and no event fires',
		async (two) => {
			expect(two.jane.pc.getTransceivers()).toHaveLength(2);
			await everyEventFired();
			expect(two.count('jane', 'negotiationneeded')).toBe(0);
		}
	],
	'jane-creates-answer': [
		'a text without one candidate',
		({ jane }) => {
			expect(hasCandidates(jane.answer.sdp!)).toBe(false);
			expect(jane.pc.iceGatheringState).toBe('new');
		}
	],
	'john-adds-candidates': [
		'nothing is added yet: there is nothing on the wire for him',
		(two) => {
			expect(two.waiting('john')).toEqual([]);
			expect(two.john.pc.signalingState).toBe('have-local-offer');
		}
	],
	'jane-answers': [
		'both are stable and, with no other step, connected; each candidate makes a pair once',
		async (two) => {
			expect(signaling(two)).toEqual(['stable', 'stable']);
			await connected(two);
			await expect.poll(() => two.john.pc.iceGatheringState, PATIENCE).toBe('complete');
			await expect.poll(() => two.waiting('john'), PATIENCE).toEqual([]);
			expect(two.waiting('jane')).toEqual([]);
			expect(two.count('john', 'added')).toBeGreaterThan(0);
			const refused = [...two.logs.john, ...two.logs.jane].filter((one) => /^refused/.test(one));
			expect(refused).toEqual(['refused: InvalidStateError']);
			const all = await pairs(two.jane.pc);
			expect(new Set(all).size).toBe(all.length);
		}
	],
	'john-hangs-up': HANG_UP
};
