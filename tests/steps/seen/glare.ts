import { expect } from 'vitest';
import { server } from 'vitest/browser';
import type { TwoPeers } from '../two-peers';
import {
	HANG_UP,
	PATIENCE,
	connected,
	mids,
	sections,
	sends,
	signaling,
	type Seen,
	toldSinceStable
} from './look';

const isFirefox = server.browser === 'firefox';

/** What Jane had offered before she gave way, and what each had been told by then. */
interface Notes {
	offered: string;
	logged: number;
}
const NOTES = new WeakMap<TwoPeers, Notes>();

const third = (pc: RTCPeerConnection) => pc.getTransceivers()[2]!;
const fourth = (pc: RTCPeerConnection) => pc.getTransceivers()[3]!;
const directions = ({ direction, currentDirection }: RTCRtpTransceiver) => [
	direction,
	currentDirection
];
/** How often a track was announced, those of the call left out. */
const announced = (two: TwoPeers, to: 'john' | 'jane') => {
	const from = to === 'john' ? 'jane' : 'john';
	return two.count(to, 'track') - (sends(two.sources[from]) ? 2 : 0);
};

/** A transceiver of its own is there, and no description knows it. */
function expectWish(pc: RTCPeerConnection): void {
	expect(pc.getTransceivers()).toHaveLength(3);
	expect(third(pc).mid).toBeNull();
	expect(directions(third(pc))).toEqual(['sendonly', null]);
	expect(third(pc).sender.track!.readyState).toBe('live');
}

/** The pictures that were there before go on: frames are decoded where there are any. */
async function pictureGoesOn({ john, jane, sources }: TwoPeers): Promise<void> {
	if (!sends(sources.john)) return expect(john.pc.signalingState).not.toBe('closed');
	await expectFrames(jane.pc, (await ofMid(jane.pc, cameraMid(jane.pc))) + 1);
}
const cameraMid = (pc: RTCPeerConnection) =>
	pc.getTransceivers().find(({ receiver }) => receiver.track.kind === 'video')!.mid!;

async function ofMid(pc: RTCPeerConnection, mid: string): Promise<number> {
	for (const one of (await pc.getStats()).values() as Iterable<RTCInboundRtpStreamStats>) {
		if (one.type === 'inbound-rtp' && one.mid === mid) return one.framesDecoded ?? 0;
	}
	return 0;
}
async function expectFrames(pc: RTCPeerConnection, atLeast: number, mid = cameraMid(pc)) {
	await expect.poll(() => ofMid(pc, mid), PATIENCE).toBeGreaterThanOrEqual(atLeast);
}

/** What is seen of the lesson “Glare: both offer at once”. */
export const GLARE: Seen = {
	'john-adds-screen': [
		'a third transceiver at his, one event, and nothing at hers',
		async (two) => {
			await connected(two);
			expectWish(two.john.pc);
			expect(two.jane.pc.getTransceivers()).toHaveLength(2);
			await toldSinceStable(two, 1, 0);
		}
	],
	'jane-adds-board': [
		'a third transceiver at hers, and one event for each of them',
		async (two) => {
			expectWish(two.jane.pc);
			expect(signaling(two)).toEqual(['stable', 'stable']);
			await toldSinceStable(two, 1, 1);
		}
	],
	'john-offers': [
		'his offer is under way, and the picture goes on; Firefox says checking',
		async (two) => {
			expect(signaling(two)).toEqual(['have-local-offer', 'stable']);
			expect(sections(two.waiting('jane')[0]!.description.sdp!)).toHaveLength(3);
			if (isFirefox) await expect.poll(() => two.john.pc.iceConnectionState).toBe('checking');
			await pictureGoesOn(two);
		}
	],
	'jane-offers': [
		'both are in have-local-offer, two offers are under way, and their third sections are called alike',
		(two) => {
			expect(signaling(two)).toEqual(['have-local-offer', 'have-local-offer']);
			const [[his], [hers]] = [two.waiting('jane'), two.waiting('john')];
			expect([his!.description.type, hers!.description.type]).toEqual(['offer', 'offer']);
			expect(mids(hers!.description.sdp!)).toEqual(mids(his!.description.sdp!));
			expect(mids(hers!.description.sdp!)).toHaveLength(3);
			NOTES.set(two, { offered: third(two.jane.pc).mid!, logged: two.logs.john.length });
		}
	],
	'john-ignores-offer': [
		'nothing happens to John, and her offer is gone from the wire',
		(two) => {
			expect(two.waiting('john')).toEqual([]);
			expect(two.logs.john.slice(NOTES.get(two)!.logged)).toEqual([]);
			expect(signaling(two)).toEqual(['have-local-offer', 'have-local-offer']);
			expect(two.john.pc.remoteDescription!.type).toBe('answer');
		}
	],
	'jane-gives-way': [
		'her offer is rolled back and his is set; her transceiver stays, without a mid; one track',
		(two) => {
			const { pc } = two.jane;
			const states = two.logs.jane.filter((one) => /^(stable|have-)/.test(one));
			expect(states.slice(-3)).toEqual(['have-local-offer', 'stable', 'have-remote-offer']);
			expect(pc.pendingLocalDescription).toBeNull();
			expect(third(pc).mid).toBeNull();
			expect(directions(third(pc))).toEqual(['sendonly', null]);
			expect(fourth(pc).mid).toBe(third(two.john.pc).mid);
			expect(announced(two, 'jane')).toBe(1);
		}
	],
	'jane-answers': [
		'three sections; and in stable she is asked for another offer',
		async (two) => {
			expect(signaling(two)).toEqual(['have-local-offer', 'stable']);
			expect(sections(two.jane.pc.localDescription!.sdp)).toHaveLength(3);
			expect(directions(fourth(two.jane.pc))).toEqual(['recvonly', 'recvonly']);
			await toldSinceStable(two, 1, 1);
		}
	],
	'john-sets-answer': [
		'his screen is sent, he has nothing to negotiate, and both are connected',
		async (two) => {
			expect(signaling(two)).toEqual(['stable', 'stable']);
			expect(directions(third(two.john.pc))).toEqual(['sendonly', 'sendonly']);
			await toldSinceStable(two, 0, 1);
			await expectFrames(two.jane.pc, 1, fourth(two.jane.pc).mid!);
			await connected(two);
		}
	],
	'jane-offers-again': [
		'four sections; hers has another mid than before, and one that nobody else has',
		(two) => {
			const { sdp } = two.jane.pc.pendingLocalDescription!;
			const before = mids(two.jane.pc.currentLocalDescription!.sdp);
			expect(mids(sdp).slice(0, 3)).toEqual(before);
			expect(mids(sdp)[3]).toBe(third(two.jane.pc).mid);
			expect([...before, NOTES.get(two)!.offered]).not.toContain(mids(sdp)[3]);
		}
	],
	'john-sets-offer': [
		'four transceivers, and one track',
		(two) => {
			const { pc } = two.john;
			expect(pc.signalingState).toBe('have-remote-offer');
			expect(pc.getTransceivers()).toHaveLength(4);
			expect(directions(fourth(pc))).toEqual(['recvonly', null]);
			expect(announced(two, 'john')).toBe(1);
		}
	],
	'john-answers': [
		'four sections, and he is told of nothing more',
		async (two) => {
			expect(signaling(two)).toEqual(['stable', 'have-local-offer']);
			expect(sections(two.john.pc.localDescription!.sdp)).toHaveLength(4);
			expect(directions(fourth(two.john.pc))).toEqual(['recvonly', 'recvonly']);
			await toldSinceStable(two, 0, 1);
		}
	],
	'jane-sets-answer': [
		'both pictures are sent, both are connected, and nothing is left to negotiate',
		async (two) => {
			expect(signaling(two)).toEqual(['stable', 'stable']);
			await toldSinceStable(two, 0, 0);
			for (const { pc } of [two.john, two.jane]) expect(pc.getTransceivers()).toHaveLength(4);
			await expectFrames(two.john.pc, 1, fourth(two.john.pc).mid!);
			await expectFrames(two.jane.pc, 1, fourth(two.jane.pc).mid!);
			await pictureGoesOn(two);
			await connected(two);
		}
	],
	'both-show-pictures': [
		'each is shown what came last, and nothing has changed on the connections',
		async (two) => {
			for (const { pc, remote } of [two.john, two.jane]) {
				expect(remote.getVideoTracks()).toEqual([fourth(pc).receiver.track]);
			}
			await toldSinceStable(two, 0, 0);
		}
	],
	'john-hangs-up': HANG_UP
};
