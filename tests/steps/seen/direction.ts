import { expect } from 'vitest';
import { server } from 'vitest/browser';
import type { TwoPeers } from '../two-peers';
import {
	HANG_UP,
	PATIENCE,
	connected,
	lines,
	mids,
	sends,
	signaling,
	type Seen,
	toldSinceStable
} from './look';

const isFirefox = server.browser === 'firefox';

/** What became of the picture that Jane receives. */
interface Picture {
	track?: MediaStreamTrack;
	streams: MediaStream[];
	/** `track` of her connection, `removetrack` of the stream, and what the track itself was told. */
	events: string[];
}

const PICTURES = new WeakMap<TwoPeers, Picture>();
const pictureOf = (two: TwoPeers) => PICTURES.get(two)!;

/** From when on Jane’s picture is watched: before the first event of this lesson. */
function watchPicture(two: TwoPeers): void {
	const picture: Picture = { streams: [], events: [] };
	PICTURES.set(two, picture);
	const { track } = video(two.jane.pc).receiver;
	for (const event of ['mute', 'unmute', 'ended']) {
		track.addEventListener(event, () => picture.events.push(event));
	}
	picture.track = track;
	two.jane.pc.addEventListener('track', ({ track, streams }) => {
		picture.events.push(track === picture.track ? 'the same track' : 'another track');
		picture.streams = [...streams];
	});
}

/** In Firefox a test pattern has its picture first. */
const video = (pc: RTCPeerConnection) =>
	pc.getTransceivers().find(({ receiver }) => receiver.track.kind === 'video')!;
const directions = (pc: RTCPeerConnection) => [video(pc).direction, video(pc).currentDirection];
/** What a description says of the picture. */
const said = (description: RTCSessionDescription | null) =>
	/^m=video[^]*?^a=(sendrecv|sendonly|recvonly|inactive)/m.exec(description!.sdp)![1];
const john = ({ sources }: TwoPeers) => sends(sources.john);
const jane = ({ sources }: TwoPeers) => sends(sources.jane);

/** Firefox asks Jane for an offer once she may not send what she would, though she has answered so. */
const askedForMore = (two: TwoPeers) => Number(isFirefox && !john(two) && jane(two));

/** How many packets of pictures a peer has sent. */
async function packets(pc: RTCPeerConnection): Promise<number> {
	let sum = 0;
	for (const one of (await pc.getStats()).values() as Iterable<RTCOutboundRtpStreamStats>) {
		if (one.type === 'outbound-rtp' && one.kind === 'video') sum += one.packetsSent ?? 0;
	}
	return sum;
}

/** Whether a peer goes on to send pictures, or has ceased to. */
async function expectSending(pc: RTCPeerConnection, sending: boolean): Promise<void> {
	let last = await packets(pc);
	const more = async () => {
		const before = last;
		return (last = await packets(pc)) - before;
	};
	const polled = expect.poll(more, { ...PATIENCE, interval: 300 });
	await (sending ? polled.toBeGreaterThan(0) : polled.toBe(0));
}

/** What is seen of the lesson “Direction: pause and resume”. */
export const DIRECTION: Seen = {
	'john-wishes': [
		'the wish is there, nothing is agreed, and the picture goes on',
		async (two) => {
			await connected(two);
			watchPicture(two);
			const before = john(two)
				? jane(two)
					? 'sendrecv'
					: 'sendonly'
				: jane(two)
					? 'recvonly'
					: 'inactive';
			expect(directions(two.john.pc)).toEqual([john(two) ? 'recvonly' : 'inactive', before]);
			// Where nobody sends a picture, what he wishes is what was agreed.
			await toldSinceStable(two, before === 'inactive' ? 0 : 1, 0);
			await expectSending(two.john.pc, john(two));
			await expectSending(two.jane.pc, jane(two));
		}
	],
	'john-offers': [
		'one word of the section of the picture has changed; Chromium sends it no more',
		async (two) => {
			const { pendingLocalDescription: now, currentLocalDescription: before } = two.john.pc;
			expect([said(before), said(now)]).toEqual(
				john(two) ? ['sendrecv', 'recvonly'] : ['recvonly', 'inactive']
			);
			expect(mids(now!.sdp)).toEqual(mids(before!.sdp));
			for (const line of ['a=ice-ufrag', 'a=fingerprint', 'a=group']) {
				expect(new Set(lines(now!.sdp, line))).toEqual(new Set(lines(before!.sdp, line)));
			}
			await expectSending(two.john.pc, john(two) && isFirefox);
		}
	],
	'jane-sets-remote-description': [
		'her track is muted, and has not ended',
		async (two) => {
			const { track, events } = pictureOf(two);
			await expect.poll(() => track!.muted, PATIENCE).toBe(true);
			expect(track!.readyState).toBe('live');
			expect(events).not.toContain('the same track');
		}
	],
	'jane-answers': [
		'the answer is the mirror image, and her own wish is as it was',
		(two) => {
			const answered = john(two) && jane(two) ? 'sendonly' : 'inactive';
			expect(said(two.jane.pc.localDescription)).toBe(answered);
			expect(directions(two.jane.pc)).toEqual([jane(two) ? 'sendrecv' : 'recvonly', answered]);
			expect(two.jane.pc.signalingState).toBe('stable');
		}
	],
	'john-sets-remote-description': [
		'John sends no picture, and Jane goes on with hers if he takes it',
		async (two) => {
			const agreed = john(two) && jane(two) ? 'recvonly' : 'inactive';
			expect(directions(two.john.pc)[1]).toBe(agreed);
			await expectSending(two.john.pc, false);
			await expectSending(two.jane.pc, agreed === 'recvonly');
			for (const track of two.john.stream.getTracks()) expect(track.readyState).toBe('live');
			await toldSinceStable(two, 0, askedForMore(two));
		}
	],
	'john-wishes-again': [
		'nothing is sent yet, and one event',
		async (two) => {
			expect(directions(two.john.pc)[0]).toBe(john(two) ? 'sendrecv' : 'recvonly');
			await toldSinceStable(two, 1, askedForMore(two));
			await expectSending(two.john.pc, false);
		}
	],
	'john-offers-again': [
		'the word of before',
		(two) => {
			expect(said(two.john.pc.pendingLocalDescription)).toBe(john(two) ? 'sendrecv' : 'recvonly');
		}
	],
	'jane-sets-second-offer': [
		'the same track is announced again',
		(two) => {
			const { events, streams } = pictureOf(two);
			expect(events.filter((event) => / track$/.test(event))).toEqual(
				john(two) ? ['the same track'] : []
			);
			if (john(two)) expect(streams[0]!.getTracks()).toContain(pictureOf(two).track);
		}
	],
	'jane-answers-again': [
		'she answers as in the beginning, and did nothing for it',
		(two) => {
			expect(said(two.jane.pc.localDescription)).toBe(
				john(two) ? (jane(two) ? 'sendrecv' : 'recvonly') : jane(two) ? 'sendonly' : 'inactive'
			);
		}
	],
	'john-sets-second-answer': [
		'the picture is back, and the track is not muted any more',
		async (two) => {
			expect(signaling(two)).toEqual(['stable', 'stable']);
			await expectSending(two.john.pc, john(two));
			await expectSending(two.jane.pc, jane(two));
			if (john(two)) await expect.poll(() => pictureOf(two).track!.muted, PATIENCE).toBe(false);
			await toldSinceStable(two, 0, 0);
		}
	],
	'john-hangs-up': HANG_UP
};
