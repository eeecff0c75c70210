import { expect } from 'vitest';
import { server } from 'vitest/browser';
import type { TwoPeers } from '../two-peers';
import {
	HANG_UP,
	PATIENCE,
	connected,
	kinds,
	lines,
	mids,
	sections,
	sends,
	signaling,
	type Seen,
	toldSinceStable
} from './look';

const isFirefox = server.browser === 'firefox';

/** What is written down of a call while it lasts. */
interface Notes {
	/** How many candidates each had announced before anything was added. */
	candidates: number[];
	/** What was added to Jane’s receiver, and what became of its stream. */
	screen?: MediaStreamTrack;
	stream?: MediaStream;
	removed: string[];
}

const NOTES = new WeakMap<TwoPeers, Notes>();
const notesOf = (two: TwoPeers) => NOTES.get(two)!;
const announced = ({ announced: { john, jane } }: TwoPeers) => [john.length, jane.length];

/** From when on Jane’s screen is watched: her connection is there, and nothing was added yet. */
function watchScreen(two: TwoPeers): void {
	const notes: Notes = { candidates: announced(two), removed: [] };
	NOTES.set(two, notes);
	two.jane.pc.addEventListener('track', ({ track, streams: [stream] }) => {
		Object.assign(notes, { screen: track, stream });
		stream!.addEventListener('removetrack', ({ track }) => notes.removed.push(track.id));
	});
}

/** The number that a peer’s statistics have for the section of the screen. */
async function ofScreen(
	pc: RTCPeerConnection,
	type: 'inbound-rtp' | 'outbound-rtp',
	name: 'framesDecoded' | 'packetsSent'
): Promise<number> {
	for (const one of (await pc.getStats()).values()) {
		if (one.type === type && one.mid === pc.getTransceivers()[2]!.mid) return one[name] ?? 0;
	}
	return 0;
}
const decoded = ({ jane }: TwoPeers) => ofScreen(jane.pc, 'inbound-rtp', 'framesDecoded');
const sent = ({ john }: TwoPeers) => ofScreen(john.pc, 'outbound-rtp', 'packetsSent');

const third = (pc: RTCPeerConnection) => pc.getTransceivers()[2]!;
const directions = ({ direction, currentDirection }: RTCRtpTransceiver) => [
	direction,
	currentDirection
];
/** The direction that the third section of a description has. */
const thirdDirection = (sdp: string) =>
	/^a=(sendrecv|sendonly|recvonly|inactive)/m.exec(sdp.split(/^m=/m)[3]!)![1];
const bundle = (sdp: string) => lines(sdp, 'a=group:BUNDLE')[0]!.split(' ').slice(1);

/** What is seen of the lesson “A track more, a track less”. */
export const ADDING_AND_REMOVING: Seen = {
	'john-adds-screen': [
		'a third transceiver that no description knows, and one event; Jane has nothing of it',
		async (two) => {
			watchScreen(two);
			const { john, jane } = two;
			expect(john.pc.getTransceivers()).toHaveLength(3);
			expect(third(john.pc).mid).toBeNull();
			expect(directions(third(john.pc))).toEqual(['sendrecv', null]);
			expect(third(john.pc).sender.track!.readyState).toBe('live');
			expect(jane.pc.getTransceivers()).toHaveLength(2);
			await toldSinceStable(two, 1, 0);
		}
	],
	'john-sets-local-description': [
		'a third section in the same bundle, the first two and the path as they were',
		({ john }) => {
			const { pc } = john;
			expect(pc.signalingState).toBe('have-local-offer');
			const [now, before] = [pc.pendingLocalDescription!.sdp, pc.currentLocalDescription!.sdp];
			expect(sections(now)).toEqual([...sections(before), 'm=video']);
			expect(mids(now).slice(0, 2)).toEqual(mids(before));
			expect(bundle(now)).toEqual(mids(now));
			for (const line of ['a=ice-ufrag', 'a=ice-pwd', 'a=fingerprint']) {
				expect(new Set(lines(now, line))).toEqual(new Set(lines(before, line)));
			}
			expect(thirdDirection(now)).toBe('sendrecv');
		}
	],
	'john-sends-offer': [
		'the offer alone is on the wire, and the call goes on',
		async (two) => {
			expect(kinds(two.waiting('jane'))).toEqual(['description']);
			await expect.poll(() => two.jane.pc.connectionState, PATIENCE).toBe('connected');
			expect(await sent(two)).toBe(0);
		}
	],
	'jane-sets-remote-description': [
		'one track, muted, in a stream that has the id of John’s; a third transceiver',
		(two) => {
			const { screen, stream } = notesOf(two);
			expect(two.jane.pc.signalingState).toBe('have-remote-offer');
			expect(two.jane.pc.getTransceivers()).toHaveLength(3);
			expect(two.count('jane', 'track')).toBe(sends(two.sources.john) ? 3 : 1);
			expect([screen!.kind, screen!.muted]).toEqual(['video', true]);
			expect(stream!.getTracks()).toEqual([screen]);
			expect(two.john.pc.localDescription!.sdp).toContain(`a=msid:${stream!.id} `);
			expect(directions(third(two.jane.pc))).toEqual(['recvonly', null]);
		}
	],
	'jane-answers': [
		'her third section only receives; she is in stable, and nothing is needed',
		async (two) => {
			expect(signaling(two)).toEqual(['have-local-offer', 'stable']);
			expect(thirdDirection(two.jane.pc.localDescription!.sdp)).toBe('recvonly');
			await toldSinceStable(two, 1, 0);
		}
	],
	'john-sets-remote-description': [
		'the screen is sent and decoded, and nothing is needed; nobody but Firefox has gathered, and for an offer alone',
		async (two) => {
			expect(signaling(two)).toEqual(['stable', 'stable']);
			expect(directions(third(two.john.pc))).toEqual(['sendrecv', 'sendonly']);
			await expect.poll(() => decoded(two), PATIENCE).toBeGreaterThan(0);
			await expect.poll(() => notesOf(two).screen!.muted).toBe(false);
			await connected(two);
			await toldSinceStable(two, 0, 0);
			const [john, jane] = notesOf(two).candidates;
			expect(two.announced.jane).toHaveLength(jane!);
			// Firefox gathers for the new section until the answer bundles it, if that does not come first.
			if (!isFirefox) expect(two.announced.john).toHaveLength(john!);
		}
	],
	'jane-shows-screen': [
		'of the pictures that arrive, the screen alone is shown',
		(two) => {
			expect(two.jane.remote.getVideoTracks()).toEqual([notesOf(two).screen]);
			expect(two.jane.remote.getAudioTracks()).toHaveLength(sends(two.sources.john) ? 1 : 0);
		}
	],
	'john-removes-screen': [
		'sending ends before anything is negotiated; Jane is told nothing yet',
		async (two) => {
			expect(third(two.john.pc).sender.track).toBeNull();
			expect(directions(third(two.john.pc))).toEqual(['recvonly', 'sendonly']);
			expect(two.john.pc.getTransceivers()).toHaveLength(3);
			await toldSinceStable(two, 1, 0);
			const packets = await settled(() => sent(two));
			expect(packets).toBeGreaterThan(0);
			const { screen, stream } = notesOf(two);
			expect([screen!.muted, screen!.readyState]).toEqual([false, 'live']);
			expect(stream!.getTracks()).toEqual([screen]);
		}
	],
	'john-offers-again': [
		'three sections still, and the third only receives',
		({ john }) => {
			const { sdp } = john.pc.pendingLocalDescription!;
			expect(mids(sdp)).toEqual(mids(john.pc.currentLocalDescription!.sdp));
			expect(thirdDirection(sdp)).toBe('recvonly');
		}
	],
	'jane-sets-second-offer': [
		'the track has left its stream, is muted, and has not ended',
		async (two) => {
			const { screen, stream, removed } = notesOf(two);
			await expect.poll(() => removed, PATIENCE).toEqual([screen!.id]);
			expect(stream!.getTracks()).toEqual([]);
			await expect.poll(() => screen!.muted).toBe(true);
			expect(screen!.readyState).toBe('live');
			expect(two.jane.remote.getVideoTracks()).toEqual([screen]);
			expect(two.jane.pc.signalingState).toBe('have-remote-offer');
		}
	],
	'jane-answers-again': [
		'her third section is inactive, and nothing is needed',
		async (two) => {
			expect(thirdDirection(two.jane.pc.localDescription!.sdp)).toBe('inactive');
			expect(signaling(two)).toEqual(['have-local-offer', 'stable']);
			await toldSinceStable(two, 1, 0);
		}
	],
	'john-sets-second-answer': [
		'three transceivers still, the third is inactive; the call goes on',
		async (two) => {
			expect(signaling(two)).toEqual(['stable', 'stable']);
			expect(directions(third(two.john.pc))).toEqual(['recvonly', 'inactive']);
			expect(two.john.pc.getTransceivers()).toHaveLength(3);
			await toldSinceStable(two, 0, 0);
			await connected(two);
			expect(two.announced.jane).toHaveLength(notesOf(two).candidates[1]!);
		}
	],
	'john-adds-screen-again': [
		'a fourth transceiver: a sender that has sent is not taken again',
		async (two) => {
			const { pc } = two.john;
			expect(pc.getTransceivers()).toHaveLength(4);
			expect(third(pc).sender.track).toBeNull();
			expect(pc.getTransceivers()[3]!.mid).toBeNull();
			await toldSinceStable(two, 1, 0);
		}
	],
	'john-hangs-up': HANG_UP
};

/** A number once it stands still: it reads the same a while later. */
async function settled(read: () => Promise<number>): Promise<number> {
	let last = await read();
	await expect
		.poll(
			async () => {
				const before = last;
				return (last = await read()) - before;
			},
			{ ...PATIENCE, interval: 500 }
		)
		.toBe(0);
	return last;
}
