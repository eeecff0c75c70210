import { expect } from 'vitest';
import { server } from 'vitest/browser';
import type { TwoPeers } from '../two-peers';
import {
	HANG_UP,
	PATIENCE,
	connected,
	hasCandidates,
	kinds,
	lines,
	needed,
	sections,
	sends,
	signaling,
	type Seen
} from './look';

const isFirefox = server.browser === 'firefox';

/** What both connections say of their path, and of all of it. */
const states = ({ john, jane }: TwoPeers) =>
	[john, jane].flatMap(({ pc }) => [pc.iceConnectionState, pc.connectionState]);
/** Where both are while there is no path: Firefox gives up, and Chromium has nothing that could fail. */
const WITHOUT_PATH = Array<string>(4).fill(isFirefox ? 'failed' : 'new');

const ufragOf = (description: RTCSessionDescription | null) =>
	new Set(lines(description!.sdp, 'a=ice-ufrag:'));

/** The candidates that wait for Jane: each an address, or an end. */
const waitingForJane = (two: TwoPeers) =>
	two
		.waiting('jane')
		.flatMap((one) => ('candidate' in one ? [one.candidate?.candidate ?? ''] : []));

/** How many packets of media a connection has counted. */
async function packets(pc: RTCPeerConnection, counter: 'packetsSent' | 'packetsReceived') {
	let sum = 0;
	for (const one of (await pc.getStats()).values() as Iterable<Record<string, unknown>>) {
		if (/^(in|out)bound-rtp$/.test(String(one.type))) sum += Number(one[counter] ?? 0);
	}
	return sum;
}

/** What is seen of the lesson “Relay only, and no relay”. */
export const RELAY_ONLY: Seen = {
	'john-creates-peer-connection': [
		'taken without a word, and all states are what they are in the beginning',
		({ john }) => {
			const { iceTransportPolicy, iceServers } = john.pc.getConfiguration();
			expect([iceTransportPolicy, iceServers]).toEqual(['relay', []]);
			expect([john.pc.signalingState, john.pc.iceConnectionState]).toEqual(['stable', 'new']);
		}
	],
	'john-gets-media': [
		'tracks to send, where he chose some',
		({ john, sources }) => {
			expect(john.stream.getTracks()).toHaveLength(sends(sources.john) ? 2 : 0);
		}
	],
	'john-adds-tracks': [
		'two transceivers, an offer that is needed, and nothing gathered',
		async (two) => {
			expect(two.john.pc.getTransceivers()).toHaveLength(2);
			await needed(two, 1, 0);
			expect(two.john.pc.iceGatheringState).toBe('new');
		}
	],
	'john-sets-local-description': [
		'gathering is over, and not one candidate was found',
		async (two) => {
			const { pc } = two.john;
			await expect.poll(() => pc.iceGatheringState, PATIENCE).toBe('complete');
			await expect.poll(() => waitingForJane(two), PATIENCE).toContain('');
			expect(waitingForJane(two).filter(Boolean)).toEqual([]);
			expect(two.announced.john).toEqual([]);
			const { sdp } = pc.localDescription!;
			expect(hasCandidates(sdp)).toBe(false);
			for (const line of ['a=ice-ufrag:', 'a=fingerprint:', 'a=rtpmap:']) {
				expect(lines(sdp, line)).not.toEqual([]);
			}
			expect(pc.signalingState).toBe('have-local-offer');
		}
	],
	'john-sends-offer': [
		'the offer waits behind the end of candidates that there were not',
		(two) => {
			const waiting = kinds(two.waiting('jane'));
			expect(waiting.at(-1)).toBe('description');
			expect(waiting).toContain('candidate');
		}
	],
	'jane-creates-peer-connection': [
		'a connection of hers, which may use any address',
		({ jane }) => {
			expect(jane.pc.getConfiguration().iceTransportPolicy).toBe('all');
		}
	],
	'jane-sets-remote-description': [
		'an offer like any other, and of John’s candidates only the end',
		async (two) => {
			expect(two.jane.pc.signalingState).toBe('have-remote-offer');
			expect(sections(two.jane.pc.remoteDescription!.sdp)).toHaveLength(2);
			await expect.poll(() => two.waiting('jane'), PATIENCE).toEqual([]);
			expect(hasCandidates(two.jane.pc.remoteDescription!.sdp)).toBe(false);
			expect(two.logs.jane.filter((one) => /^refused/.test(one))).toEqual([]);
		}
	],
	'jane-answers': [
		'agreed, her candidates with John, and no path: failed in Firefox, new in Chromium',
		async (two) => {
			expect(signaling(two)).toEqual(['stable', 'stable']);
			expect(two.announced.jane.length).toBeGreaterThan(0);
			expect(two.waiting('john')).toEqual([]);
			expect(two.count('john', 'added')).toBeGreaterThan(0);
			expect(hasCandidates(two.john.pc.remoteDescription!.sdp)).toBe(true);
			await expect.poll(() => states(two), PATIENCE).toEqual(WITHOUT_PATH);
		}
	],
	'john-allows-all': [
		'the policy is another, the rest of the configuration is not, and nothing happens',
		async (two) => {
			const { iceTransportPolicy, iceServers } = two.john.pc.getConfiguration();
			expect([iceTransportPolicy, iceServers]).toEqual(['all', []]);
			await needed(two, 1, 0);
			expect(states(two)).toEqual(WITHOUT_PATH);
			expect(two.announced.john).toEqual([]);
			expect(hasCandidates(two.john.pc.localDescription!.sdp)).toBe(false);
		}
	],
	'john-restarts-ice': [
		'an offer is needed, and still nothing is gathered',
		async (two) => {
			await needed(two, 2, 0);
			expect(states(two)).toEqual(WITHOUT_PATH);
			expect(two.announced.john).toEqual([]);
		}
	],
	'john-offers-again': [
		'other credentials, the same fingerprint, and addresses; Chromium has a path, Firefox waits',
		async (two) => {
			const { pc } = two.john;
			const { pendingLocalDescription: now, currentLocalDescription: before } = pc;
			const names = ufragOf(before);
			for (const ufrag of ufragOf(now)) expect(names).not.toContain(ufrag);
			const fingerprints = [now!, before!].map(({ sdp }) => lines(sdp, 'a=fingerprint:'));
			expect(fingerprints[0]).toEqual(fingerprints[1]);
			await expect.poll(() => pc.iceGatheringState, PATIENCE).toBe('complete');
			await expect.poll(() => two.announced.john.length, PATIENCE).toBeGreaterThan(0);
			const { iceConnectionState: path } = pc;
			if (isFirefox) expect(path).toBe('failed');
			else await expect.poll(() => pc.iceConnectionState, PATIENCE).toBe('connected');
			expect(two.jane.pc.connectionState).not.toBe('connected');
		}
	],
	'jane-sets-second-offer': [
		'his candidates are added, and no track is new',
		async (two) => {
			expect(two.jane.pc.signalingState).toBe('have-remote-offer');
			await expect.poll(() => two.waiting('jane'), PATIENCE).toEqual([]);
			const { pc } = two.jane;
			await expect.poll(() => hasCandidates(pc.remoteDescription!.sdp), PATIENCE).toBe(true);
			expect(two.count('jane', 'track')).toBe(sends(two.sources.john) ? 2 : 0);
		}
	],
	'jane-answers-again': [
		'connected, the same two connections; the picture comes in Chromium, and nothing in Firefox',
		async (two) => {
			expect(signaling(two)).toEqual(['stable', 'stable']);
			await connected(two);
			if (!sends(two.sources.john)) return;
			await expect.poll(() => packets(two.john.pc, 'packetsSent'), PATIENCE).toBeGreaterThan(50);
			const received = () => packets(two.jane.pc, 'packetsReceived');
			// What was attached to a path that failed before it was connected stays cut off.
			if (isFirefox) expect(await received()).toBe(0);
			else await expect.poll(received, PATIENCE).toBeGreaterThan(0);
		}
	],
	'john-hangs-up': HANG_UP
};
