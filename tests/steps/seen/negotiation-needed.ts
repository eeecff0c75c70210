import { expect } from 'vitest';
import {
	HANG_UP,
	PATIENCE,
	connected,
	framesDecoded,
	lines,
	mids,
	needed,
	sections,
	sends,
	signaling,
	type Seen
} from './look';

/** What is seen of the lesson “setLocalDescription() alone, and negotiationneeded”. */
export const NEGOTIATION_NEEDED: Seen = {
	'john-creates-peer-connection': [
		'nothing is needed: there is nothing to negotiate',
		(two) => needed(two, 0, 0)
	],
	'john-gets-media': [
		'nothing is needed: his connection knows nothing of it',
		(two) => needed(two, 0, 0)
	],
	'john-adds-tracks': [
		'two calls, and one event',
		async (two) => {
			expect(two.john.pc.getTransceivers()).toHaveLength(2);
			await needed(two, 1, 0);
		}
	],
	'john-creates-offer': [
		'a text with two sections, and the event does not come again',
		async (two) => {
			expect(sections(two.john.offer.sdp!)).toHaveLength(2);
			await needed(two, 1, 0);
			expect(two.john.pc.signalingState).toBe('stable');
		}
	],
	'john-adds-transceiver': [
		'a third transceiver, and still one event',
		async (two) => {
			expect(two.john.pc.getTransceivers().map(({ mid }) => mid)).toEqual([null, null, null]);
			await needed(two, 1, 0);
		}
	],
	'john-sets-local-description': [
		'an offer of three sections, and not the text that was created before',
		async (two) => {
			const { pc, offer } = two.john;
			expect(pc.signalingState).toBe('have-local-offer');
			const { type, sdp } = pc.pendingLocalDescription!;
			expect(type).toBe('offer');
			expect(sections(sdp)).toHaveLength(3);
			expect(pc.getTransceivers().map(({ mid }) => mid)).toEqual(mids(sdp));
			expect(mids(sdp).slice(0, 2)).not.toEqual(mids(offer.sdp!));
			await needed(two, 1, 0);
		}
	],
	'john-adds-one-more': [
		'a fourth transceiver, and no event: an offer is under way',
		async (two) => {
			expect(two.john.pc.getTransceivers().at(-1)!.mid).toBeNull();
			expect(two.john.pc.getTransceivers()).toHaveLength(4);
			expect(sections(two.john.pc.localDescription!.sdp)).toHaveLength(3);
			await needed(two, 1, 0);
		}
	],
	'john-sends-offer': [
		'what is sent is what the browser made',
		(two) =>
			expect(two.waiting('jane').at(-1)!.description.sdp).toBe(two.john.pc.localDescription!.sdp)
	],
	'jane-creates-peer-connection': [
		'she is in stable',
		(two) => expect(signaling(two)).toEqual(['have-local-offer', 'stable'])
	],
	'jane-sets-remote-description': [
		'three transceivers, candidates are added by themselves, and nothing is needed',
		async (two) => {
			expect(two.jane.pc.signalingState).toBe('have-remote-offer');
			expect(two.jane.pc.getTransceivers()).toHaveLength(3);
			await expect.poll(() => two.count('jane', 'added'), PATIENCE).toBeGreaterThan(0);
			await needed(two, 1, 0);
		}
	],
	'jane-gets-media': [
		'no state has changed',
		({ jane }) => expect(jane.pc.signalingState).toBe('have-remote-offer')
	],
	'jane-adds-tracks': [
		'the transceivers of the offer are taken, and no event fires',
		async (two) => {
			expect(two.jane.pc.getTransceivers()).toHaveLength(3);
			await needed(two, 1, 0);
		}
	],
	'jane-answers': [
		'an answer of three sections; and the event that waited fires, once John is stable',
		async (two) => {
			const { type, sdp } = two.jane.pc.currentLocalDescription!;
			expect([type, sections(sdp).length]).toEqual(['answer', 3]);
			expect(signaling(two)).toEqual(['stable', 'stable']);
			await needed(two, 2, 0);
			const { john } = two.logs;
			expect(john.lastIndexOf('negotiationneeded')).toBeGreaterThan(john.lastIndexOf('stable'));
			const third = two.john.pc.getTransceivers()[2]!;
			expect([third.direction, third.currentDirection]).toEqual(['recvonly', 'inactive']);
			await connected(two);
		}
	],
	'john-offers-again': [
		'four sections, the first three as they were, the next version, and no event',
		async (two) => {
			const { pc } = two.john;
			expect(pc.signalingState).toBe('have-local-offer');
			const [now, before] = [pc.pendingLocalDescription!.sdp, pc.currentLocalDescription!.sdp];
			expect(sections(now)).toHaveLength(4);
			expect(sections(now).slice(0, 3)).toEqual(sections(before));
			expect(mids(now).slice(0, 3)).toEqual(mids(before));
			for (const line of ['a=ice-ufrag', 'a=fingerprint']) {
				expect(new Set(lines(now, line))).toEqual(new Set(lines(before, line)));
			}
			const origin = (sdp: string) => lines(sdp, 'o=')[0]!.split(' ').slice(1, 3);
			expect(origin(now)[0]).toBe(origin(before)[0]);
			expect(Number(origin(now)[1])).toBe(Number(origin(before)[1]) + 1);
			await needed(two, 2, 0);
		}
	],
	'jane-sets-second-offer': [
		'a fourth transceiver at hers too, and the picture goes on',
		async (two) => {
			expect(signaling(two)).toEqual(['have-local-offer', 'have-remote-offer']);
			expect(two.jane.pc.getTransceivers()).toHaveLength(4);
			expect(two.jane.pc.connectionState).toBe('connected');
			if (!sends(two.sources.john)) return;
			const before = await framesDecoded(two.jane.pc);
			await expect.poll(() => framesDecoded(two.jane.pc), PATIENCE).toBeGreaterThan(before);
		}
	],
	'jane-answers-again': [
		'an answer of four sections, and nothing is needed',
		async (two) => {
			const { type, sdp } = two.jane.pc.currentLocalDescription!;
			expect([type, sections(sdp).length]).toEqual(['answer', 4]);
			await needed(two, 2, 0);
		}
	],
	'john-sets-second-answer': [
		'both are stable, nothing is needed any more, and the call goes on',
		async (two) => {
			expect(signaling(two)).toEqual(['stable', 'stable']);
			await needed(two, 2, 0);
			await connected(two);
		}
	],
	'john-hangs-up': HANG_UP
};
