import { expect } from 'vitest';
import type { Peer } from '../../../src/lib/steps/step';
import type { TwoPeers } from '../two-peers';
import { HANG_UP, PATIENCE, connected, framesDecoded, needed, sends, type Seen } from './look';

/** Which of them it is differs: Firefox gives the picture of a test pattern before its sound. */
const videoOf = ({ pc }: Peer) =>
	pc.getTransceivers().find(({ receiver }) => receiver.track.kind === 'video')!;

/** What John sends of his picture, as his browser counts it. */
async function sentVideo({ john }: TwoPeers): Promise<RTCOutboundRtpStreamStats[]> {
	const report = await john.pc.getStats();
	return ([...report.values()] as RTCOutboundRtpStreamStats[]).filter(
		({ type, kind }) => type === 'outbound-rtp' && kind === 'video'
	);
}

const packets = async (two: TwoPeers) =>
	(await sentVideo(two)).reduce((sum, { packetsSent }) => sum + (packetsSent ?? 0), 0);

/** What Jane is shown, from the first look on: an element that comes later has no picture of a sender that stopped. */
const shown = new WeakMap<TwoPeers, HTMLVideoElement>();

/** What the corner of the picture that Jane is shown has the colour of. */
function corner(two: TwoPeers): string {
	let video = shown.get(two);
	if (!video) {
		video = Object.assign(document.createElement('video'), { muted: true, playsInline: true });
		shown.set(two, video);
		video.srcObject = new MediaStream(two.jane.remote.getVideoTracks());
		void video.play();
	}
	const ink = new OffscreenCanvas(1, 1).getContext('2d')!;
	ink.drawImage(video, 0, 0, 40, 40, 0, 0, 1, 1);
	const [red, green, blue] = ink.getImageData(0, 0, 1, 1).data;
	if (Math.max(red!, green!, blue!) < 40) return 'black';
	const isScreen = red! > 110 && green! < 90 && blue! < 80;
	return isScreen ? 'screen' : 'other';
}

const NEEDED = new WeakMap<TwoPeers, number>();

/**
 * How often a negotiation was needed at John’s before the lesson: Firefox fires nothing where the offer is made in
 * the same moment as the change.
 */
function before(two: TwoPeers): number {
	const times = NEEDED.get(two) ?? two.count('john', 'negotiationneeded');
	NEEDED.set(two, times);
	return times;
}

/** Nothing was said to Jane, nothing agreed on anew, and her track is the one that she had. */
async function nothingNegotiated(two: TwoPeers): Promise<void> {
	const { john, jane, sources } = two;
	expect([two.waiting('john'), two.waiting('jane')]).toEqual([[], []]);
	for (const { pc } of [john, jane]) {
		expect(pc.signalingState).toBe('stable');
		expect(pc.pendingLocalDescription).toBeNull();
		expect(pc.getTransceivers()).toHaveLength(2);
	}
	const agreed = ['sendrecv', 'sendonly', 'recvonly', 'inactive'][
		2 * Number(!sends(sources.john)) + Number(!sends(sources.jane))
	];
	const video = videoOf(john);
	expect(video.currentDirection).toBe(agreed);
	expect(video.direction).toBe(sends(sources.john) ? 'sendrecv' : 'recvonly');
	expect(two.count('jane', 'track')).toBe(sends(sources.john) ? 2 : 0);
	expect((await sentVideo(two)).length).toBeLessThanOrEqual(1);
	await connected(two);
	await needed(two, before(two), 0);
}

const sent = ({ john }: TwoPeers) => videoOf(john).sender.track;

/** Whether John may send is agreed already; a track alone makes no difference to it. */
async function janeSees(two: TwoPeers, what: string): Promise<void> {
	if (!sends(two.sources.john)) return expect(await packets(two)).toBe(0);
	await expect.poll(() => corner(two), PATIENCE).toBe(what);
}

/** What is seen of the lesson “Another picture, without asking”. */
export const REPLACE_TRACK: Seen = {
	'john-gets-screen': [
		'the connection knows nothing of it',
		async (two) => {
			expect(sent(two)).toBe(two.john.stream.getVideoTracks()[0] ?? null);
			await nothingNegotiated(two);
			await janeSees(two, 'other');
		}
	],
	'john-replaces-track': [
		'Jane sees the screen on the track that she had, and nothing was negotiated',
		async (two) => {
			expect(sent(two)).toBe(two.john.screen.getVideoTracks()[0]);
			await janeSees(two, 'screen');
			await nothingNegotiated(two);
		}
	],
	'john-tries-sound': [
		'it is refused with a TypeError, and Jane sees the screen as before',
		async (two) => {
			const { sender } = videoOf(two.john);
			const error: unknown = await sender
				.replaceTrack(two.john.screen.getAudioTracks()[0]!)
				.catch((reason: unknown) => reason);
			expect(error).toBeInstanceOf(TypeError);
			expect(sent(two)).toBe(two.john.screen.getVideoTracks()[0]);
			await janeSees(two, 'screen');
			await nothingNegotiated(two);
		}
	],
	'john-disables-track': [
		'Jane sees black, and packets still come',
		async (two) => {
			await janeSees(two, 'black');
			if (sends(two.sources.john)) {
				const sofar = await packets(two);
				await expect.poll(() => packets(two), PATIENCE).toBeGreaterThan(sofar);
			}
			await nothingNegotiated(two);
		}
	],
	'john-enables-track': [
		'Jane sees the screen again',
		async (two) => {
			await janeSees(two, 'screen');
			await nothingNegotiated(two);
		}
	],
	'john-sends-nothing': [
		'no packet is sent any more, the direction stays, and Jane keeps the last picture',
		async (two) => {
			expect(sent(two)).toBeNull();
			// What was under way is over once two readings in a row agree.
			let newest = -1;
			const stands = async () => {
				const last = newest;
				newest = await packets(two);
				return newest === last;
			};
			await expect.poll(stands, { ...PATIENCE, interval: 400 }).toBe(true);
			await nothingNegotiated(two);
			if (sends(two.sources.john)) expect(corner(two)).toBe('screen');
		}
	],
	'john-sends-first-picture': [
		'Jane sees John again',
		async (two) => {
			expect(sent(two)).toBe(two.john.stream.getVideoTracks()[0] ?? null);
			await janeSees(two, 'other');
			if (sends(two.sources.john)) {
				const sofar = await framesDecoded(two.jane.pc);
				await expect.poll(() => framesDecoded(two.jane.pc), PATIENCE).toBeGreaterThan(sofar);
			}
			await nothingNegotiated(two);
		}
	],
	'john-adds-track': [
		'now there is something to negotiate, and Jane sees nothing of it',
		async (two) => {
			const video = two.john.pc.getTransceivers().at(-1)!;
			expect(video.sender.track).toBe(two.john.screen.getVideoTracks()[0]);
			expect(two.john.pc.getTransceivers()).toHaveLength(sends(two.sources.john) ? 3 : 2);
			expect(video.direction).toBe('sendrecv');
			expect(two.jane.pc.getTransceivers()).toHaveLength(2);
			expect(two.waiting('jane')).toEqual([]);
			await needed(two, before(two) + 1, 0);
		}
	],
	'john-hangs-up': HANG_UP
};
