import { expect } from 'vitest';
import { server } from 'vitest/browser';
import type { TwoPeers } from '../two-peers';
import { HANG_UP, PATIENCE, connected, kinds, lines, needed, sections, type Seen } from './look';

const isFirefox = server.browser === 'firefox';
/** Encoders begin one after the other, and in Firefox the largest last. */
const LOOKS = { timeout: 25_000, interval: 700 };

const RIDS = ['q', 'h', 'f'];
const SENDING = ['a=rid:q send', 'a=rid:h send', 'a=rid:f send', 'a=simulcast:send q;h;f'];
const RECEIVING = SENDING.map((line) => line.replace('send', 'recv'));

/** The lines on simulcast in the last section of a description. */
const simulcast = (sdp: string) => {
	const last = sdp.slice(sdp.lastIndexOf('\nm='));
	return [...lines(last, 'a=rid:'), ...lines(last, 'a=simulcast:')];
};

/** The encodings of each of John’s transceivers. */
const encodings = ({ john }: TwoPeers) =>
	john.pc.getTransceivers().map(({ sender }) => sender.getParameters().encodings);
const names = (two: TwoPeers) => encodings(two).map((all) => all.map(({ rid }) => rid));

/** The streams that John has sent packets of, and what of each: those of Firefox have a name only where there are several. */
async function sent({ john }: TwoPeers, mid: string) {
	const report = [...(await john.pc.getStats()).values()] as RTCOutboundRtpStreamStats[];
	return report.filter(
		(one) => (one.type as string) === 'outbound-rtp' && one.mid === mid && one.packetsSent! > 0
	);
}

const layer = async (two: TwoPeers, rid: string) =>
	(await sent(two, '1')).find((one) => one.rid === rid)!;

/**
 * A look for which the path has to have room for the largest. On a busy machine Firefox was seen to leave it out for a
 * minute, whatever its limits; most likely its first estimate of the path was too low, which it does not tell. The
 * slide says what was seen to help: from the beginning. So this look may fail three times in Firefox.
 */
async function withRoom(two: TwoPeers, look: () => Promise<void>): Promise<void> {
	for (let times = 0; isFirefox && times < 3; times++) {
		try {
			return await look();
		} catch {
			await two.again();
		}
	}
	await look();
}

/** Until three sizes are sent. */
function threeSizes(two: TwoPeers): Promise<void> {
	const sizes = () => Promise.all(RIDS.map(async (rid) => (await layer(two, rid))?.frameWidth));
	return withRoom(two, () => expect.poll(sizes, LOOKS).toEqual([320, 640, 1280]));
}

/** Looks until a stream has not moved, or has, between two looks. */
async function moves(two: TwoPeers, rid: string, does: boolean): Promise<void> {
	let before = NaN;
	const look = async () => {
		const { framesSent = 0 } = (await layer(two, rid)) ?? {};
		const grown = framesSent - before;
		before = framesSent;
		return grown;
	};
	if (does) await expect.poll(look, LOOKS).toBeGreaterThan(0);
	else await expect.poll(look, LOOKS).toBe(0);
}

const framesReceived = async ({ jane }: TwoPeers, mid: string) => {
	const report = [...(await jane.pc.getStats()).values()] as RTCInboundRtpStreamStats[];
	return report
		.filter((one) => (one.type as string) === 'inbound-rtp' && one.mid === mid)
		.map(({ framesDecoded, frameWidth }) => ({ framesDecoded, frameWidth }));
};

/** What is seen of the lesson “Simulcast, and why there are SFUs”. */
export const SIMULCAST: Seen = {
	'john-draws-picture': [
		'a picture of 1280 × 720, and nothing of it in the connection',
		({ john }) => {
			const [track] = john.stream.getVideoTracks();
			expect(track!.getSettings()).toMatchObject({ width: 1280, height: 720 });
			expect(john.pc.getTransceivers()).toEqual([]);
		}
	],
	'john-adds-transceiver': [
		'one transceiver, one track, and three encodings in the order in which they were asked for',
		async (two) => {
			expect(names(two)).toEqual([RIDS]);
			expect(encodings(two)[0]!.map((one) => one.scaleResolutionDownBy)).toEqual([4, 2, 1]);
			expect(encodings(two)[0]!.every(({ active }) => active)).toBe(true);
			await needed(two, 1, 0);
		}
	],
	'john-offers': [
		'one section, with a line for each encoding and one for all of them',
		(two) => {
			const { sdp } = two.john.pc.localDescription!;
			expect(sections(sdp)).toEqual(['m=video']);
			expect(simulcast(sdp)).toEqual(SENDING);
			expect(kinds(two.waiting('jane'))).toContain('description');
		}
	],
	'jane-creates-peer-connection': [
		'a connection of hers, and the offer still waits',
		(two) => {
			expect(two.jane.pc.signalingState).toBe('stable');
			expect(kinds(two.waiting('jane'))).toContain('description');
		}
	],
	'jane-sets-remote-description': [
		'taken, lines of simulcast and all, and one track',
		async (two) => {
			expect(two.jane.pc.signalingState).toBe('have-remote-offer');
			expect(simulcast(two.jane.pc.remoteDescription!.sdp)).toEqual(SENDING);
			await expect.poll(() => two.count('jane', 'track'), PATIENCE).toBe(1);
			expect(two.jane.remote.getTracks()).toHaveLength(1);
		}
	],
	'jane-answers': [
		'not a word of simulcast in her answer, and of three encodings John has the first',
		async (two) => {
			expect(simulcast(two.jane.pc.localDescription!.sdp)).toEqual([]);
			expect(names(two)).toEqual([['q']]);
			expect(encodings(two)[0]![0]!.scaleResolutionDownBy).toBe(4);
			await connected(two);
			await expect.poll(async () => (await sent(two, '0')).length, LOOKS).toBe(1);
			const width = async () => (await framesReceived(two, '0'))[0]?.frameWidth;
			// Firefox calls it q, and sends more than a quarter.
			if (isFirefox) await expect.poll(width, LOOKS).toBeGreaterThan(320);
			else await expect.poll(width, LOOKS).toBe(320);
		}
	],
	'john-adds-another': [
		'the same track once more, three encodings of it, and an offer that is needed',
		async (two) => {
			expect(names(two)).toEqual([['q'], RIDS]);
			const [first, second] = two.john.pc.getSenders();
			expect(second!.track).toBe(first!.track);
			await needed(two, 2, 0);
		}
	],
	'john-offers-again': [
		'a second section, which says what the first had said',
		(two) => {
			const { sdp } = two.john.pc.localDescription!;
			expect(sections(sdp)).toEqual(['m=video', 'm=video']);
			expect(simulcast(sdp)).toEqual(SENDING);
		}
	],
	'jane-sets-second-offer': [
		'one track more',
		async (two) => {
			await expect.poll(() => two.count('jane', 'track'), PATIENCE).toBe(2);
		}
	],
	'jane-answers-again': [
		'the same answer as before, and it waits',
		(two) => {
			expect(simulcast(two.jane.pc.localDescription!.sdp)).toEqual([]);
			expect(kinds(two.waiting('john'))).toContain('description');
			expect(two.john.pc.signalingState).toBe('have-local-offer');
		}
	],
	'answer-is-altered': [
		'four lines more in its last section, and all others as they were',
		(two) => {
			const { description } = two.waiting('john').find((one) => 'description' in one)!;
			const own = two.jane.pc.localDescription!.sdp;
			expect(simulcast(description.sdp!)).toEqual(RECEIVING);
			const others = (sdp: string) =>
				lines(sdp, '').filter((line) => !RECEIVING.includes(line) && !line.includes('candidate'));
			expect(others(description.sdp!)).toEqual(others(own));
		}
	],
	'john-sets-second-answer': [
		'all three encodings are kept, and sent: three streams, of three sizes',
		async (two) => {
			expect(names(two)).toEqual([['q'], RIDS]);
			await connected(two);
			await threeSizes(two);
			const ssrcs = (await sent(two, '1')).map(({ ssrc }) => ssrc);
			expect(new Set(ssrcs).size).toBe(3);
			// Jane has one track for the three, and makes next to nothing of it.
			const share = async () => {
				const { framesSent } = await layer(two, 'q');
				const [received] = await framesReceived(two, '1');
				return (received?.framesDecoded ?? 0) / framesSent!;
			};
			await expect.poll(share, LOOKS).toBeLessThan(0.5);
		}
	],
	'john-stops-layer': [
		'the largest stands still and the others go on, and nobody is told',
		async (two) => {
			expect(encodings(two)[1]!.map(({ active }) => active)).toEqual([true, true, false]);
			await moves(two, 'f', false);
			await moves(two, 'q', true);
			await moves(two, 'h', true);
			await needed(two, 2, 0);
			expect([two.waiting('john'), two.waiting('jane')]).toEqual([[], []]);
		}
	],
	'john-sends-layer': [
		'the largest goes on as well, and nobody is told',
		async (two) => {
			expect(encodings(two)[1]!.map(({ active }) => active)).toEqual([true, true, true]);
			await withRoom(two, () => moves(two, 'f', true));
			await needed(two, 2, 0);
			expect([two.waiting('john'), two.waiting('jane')]).toEqual([[], []]);
		}
	],
	'john-hangs-up': HANG_UP
};
