import { expect } from 'vitest';
import { server } from 'vitest/browser';
import type { Peer } from '../../../src/lib/steps/step';
import { PEER_NAMES, type PeerName } from '../../../src/lib/trace';
import type { TwoPeers } from '../two-peers';
import {
	HANG_UP,
	PATIENCE,
	connected,
	everyEventFired,
	lines,
	mids,
	sections,
	signaling,
	type Seen
} from './look';

/** What became of the channels of a peer, in order. */
type Channels = Record<PeerName, { log: string[]; announced: RTCDataChannel[] }>;
const WATCHED = new WeakMap<TwoPeers, Channels>();

/** Watches the channels that are announced, from the first look on. */
function channels(two: TwoPeers): Channels {
	const known = WATCHED.get(two);
	if (known) return known;
	const watched = { john: watch(two.john), jane: watch(two.jane) };
	WATCHED.set(two, watched);
	return watched;
}

function watch({ pc }: Peer) {
	const log: string[] = [];
	const announced: RTCDataChannel[] = [];
	pc.addEventListener('negotiationneeded', () => log.push('negotiationneeded'));
	pc.addEventListener('datachannel', ({ channel }) => {
		announced.push(channel);
		log.push(`datachannel ${channel.label} ${channel.id}`);
		for (const event of ['message', 'close'] as const) {
			channel.addEventListener(event, () => log.push(`${event} ${channel.label}`));
		}
	});
	return { log, announced };
}

const happened = (two: TwoPeers, peer: PeerName) => channels(two)[peer].log;

/** Of a channel (webrtc-stats, `RTCDataChannelStats`). */
interface ChannelStats extends RTCStats {
	label: string;
	state: RTCDataChannelState;
	messagesSent: number;
	messagesReceived: number;
}

/** What `getStats()` counts of a channel of a peer. */
async function counted({ pc }: Peer, label: string): Promise<ChannelStats> {
	const report = await pc.getStats();
	return ([...report.values()] as ChannelStats[]).find(
		(one) => (one.type as string) === 'data-channel' && one.label === label
	)!;
}

/** The wire is empty, nothing is to be agreed on, and the call goes on. */
async function nothingNegotiated(two: TwoPeers): Promise<void> {
	await everyEventFired();
	expect([two.waiting('john'), two.waiting('jane')]).toEqual([[], []]);
	expect(signaling(two)).toEqual(['stable', 'stable']);
	for (const peer of PEER_NAMES) expect(happened(two, peer)).not.toContain('negotiationneeded');
	await connected(two);
}

const isFirefox = server.browser === 'firefox';

/** How many candidates John and Jane have gathered. */
const gathered = ({ announced }: TwoPeers) => PEER_NAMES.map((peer) => announced[peer].length);
const BEFORE = new WeakMap<TwoPeers, number[]>();

const iceOf = (sdp: string) => new Set(lines(sdp, 'a=ice-ufrag'));
const keysOf = (sdp: string) => new Set(lines(sdp, 'a=fingerprint'));

/** What is seen of the lesson “Data channels”. */
export const DATA_CHANNELS: Seen = {
	'john-creates-channel': [
		'it is connecting, has no number, refuses to send, and has to be negotiated',
		async (two) => {
			const { chat, pc } = two.john;
			BEFORE.set(two, gathered(two));
			expect([chat.readyState, chat.id]).toEqual(['connecting', null]);
			expect(() => chat.send('too early')).toThrow(
				expect.objectContaining({ name: 'InvalidStateError' })
			);
			const before = two.count('john', 'negotiationneeded');
			await everyEventFired();
			expect(Math.max(before, two.count('john', 'negotiationneeded'))).toBeGreaterThan(0);
			expect(pc.signalingState).toBe('stable');
		}
	],
	'john-offers': [
		'a third section in the bundle, without a word of the channel, on the same path and keys',
		(two) => {
			const { pendingLocalDescription, currentLocalDescription } = two.john.pc;
			const [now, before] = [pendingLocalDescription!.sdp, currentLocalDescription!.sdp];
			expect(sections(now).at(-1)).toBe('m=application');
			expect(sections(now)).toHaveLength(3);
			expect(lines(now, 'a=group:BUNDLE')).toEqual([`a=group:BUNDLE ${mids(now).join(' ')}`]);
			expect(lines(now, 'a=sctp-port')).toHaveLength(1);
			expect(lines(now, 'a=max-message-size')).toHaveLength(1);
			expect(now).not.toContain('chat');
			expect(iceOf(now)).toEqual(iceOf(before));
			expect(keysOf(now)).toEqual(keysOf(before));
		}
	],
	'jane-sets-offer': [
		'no track, no channel, and no transceiver more',
		async (two) => {
			const tracks = two.count('jane', 'track');
			channels(two);
			await everyEventFired();
			expect(two.jane.pc.signalingState).toBe('have-remote-offer');
			expect(two.jane.pc.getTransceivers()).toHaveLength(2);
			expect(two.count('jane', 'track')).toBe(tracks);
			expect(happened(two, 'jane')).toEqual([]);
		}
	],
	'jane-listens': [
		'nothing happens',
		(two) => {
			expect(signaling(two)).toEqual(['have-local-offer', 'have-remote-offer']);
			expect(happened(two, 'jane')).toEqual([]);
		}
	],
	'jane-answers': [
		'an answer with a section for data, of the client of DTLS',
		(two) => {
			const { sdp } = two.jane.pc.currentLocalDescription!;
			expect(sections(sdp).at(-1)).toBe('m=application');
			expect(new Set(lines(sdp, 'a=setup:'))).toEqual(new Set(['a=setup:active']));
			expect(signaling(two)).toEqual(['have-local-offer', 'stable']);
		}
	],
	'john-sets-answer': [
		'it is open with the number 1, announced at Jane’s, and nobody but Firefox gathers candidates, for John alone',
		async (two) => {
			const { chat, pc } = two.john;
			expect([chat.readyState, chat.id]).toEqual(['open', 1]);
			await expect.poll(() => happened(two, 'jane'), PATIENCE).toEqual(['datachannel chat 1']);
			// Chromium may leave it at `connecting` where the association comes up as soon as it is wanted.
			if (isFirefox) await expect.poll(() => pc.sctp!.state, PATIENCE).toBe('connected');
			else expect(pc.sctp!.transport.state).toBe('connected');
			await nothingNegotiated(two);
			const [john, jane] = gathered(two);
			const [johnBefore, janeBefore] = BEFORE.get(two)!;
			expect(jane).toBe(janeBefore);
			// Firefox gathers for the new section until the answer bundles it, if that does not come first.
			if (!isFirefox) expect(john).toBe(johnBefore);
		}
	],
	'john-sends-text': [
		'Jane has a message, and John an answer',
		async (two) => {
			await expect.poll(() => happened(two, 'jane'), PATIENCE).toContain('message chat');
			const received = async () => (await counted(two.john, 'chat')).messagesReceived;
			await expect.poll(received, PATIENCE).toBe(1);
			expect((await counted(two.john, 'chat')).messagesSent).toBe(1);
			await nothingNegotiated(two);
		}
	],
	'john-creates-pointer': [
		'it is announced with its properties and the next odd number, and nothing is negotiated',
		async (two) => {
			const pointer = () => channels(two).jane.announced[1];
			await expect.poll(pointer, PATIENCE).toBeDefined();
			const { label, id, ordered, maxRetransmits } = pointer()!;
			expect([label, id, ordered, maxRetransmits]).toEqual(['pointer', 3, false, 0]);
			await nothingNegotiated(two);
		}
	],
	'john-creates-agreed': [
		'it is open at John’s, and Jane hears nothing',
		async (two) => {
			const state = async () => (await counted(two.john, 'agreed'))?.state;
			await expect.poll(state, PATIENCE).toBe('open');
			await nothingNegotiated(two);
			expect(channels(two).jane.announced).toHaveLength(2);
		}
	],
	'jane-creates-agreed': [
		'what she sends arrives, and none was announced',
		async (two) => {
			const received = async () => (await counted(two.john, 'agreed'))?.messagesReceived;
			await expect.poll(received, PATIENCE).toBe(1);
			expect(channels(two).jane.announced).toHaveLength(2);
			expect(channels(two).john.announced).toHaveLength(0);
			await nothingNegotiated(two);
		}
	],
	'john-closes-channel': [
		'it is closed on both sides, the others are open, and the section stays',
		async (two) => {
			await expect.poll(() => two.john.chat.readyState, PATIENCE).toBe('closed');
			await expect.poll(() => happened(two, 'jane'), PATIENCE).toContain('close chat');
			expect(channels(two).jane.announced.map(({ readyState }) => readyState)).toEqual([
				'closed',
				'open'
			]);
			expect(sections(two.john.pc.localDescription!.sdp)).toHaveLength(3);
			await nothingNegotiated(two);
		}
	],
	'john-hangs-up': HANG_UP
};
