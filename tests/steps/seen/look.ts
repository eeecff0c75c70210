import { expect } from 'vitest';
import type { Source } from '../../../src/lib/steps/step';
import type { TwoPeers } from '../two-peers';

/** What the slide of each step says is to be seen once it was performed, and the proof. */
export type Seen = Readonly<
	Record<string, readonly [says: string, check: (two: TwoPeers) => void | Promise<void>]>
>;

export const PATIENCE = { timeout: 10_000 };
const NEEDED = 'negotiationneeded';

export const sections = (sdp: string) => sdp.match(/^m=\w+/gm) ?? [];
export const mids = (sdp: string) => [...sdp.matchAll(/^a=mid:(\S+)/gm)].map(([, mid]) => mid!);
export const lines = (sdp: string, begin: string) =>
	sdp.split('\r\n').filter((l) => l.startsWith(begin));
export const hasCandidates = (sdp: string) => /^a=candidate:/m.test(sdp);
export const kinds = (messages: readonly object[]) =>
	messages.flatMap((message) => Object.keys(message));
export const sends = (source: Source) => source !== 'none';

/** By then an event that was due has fired: that of a change made later has. */
export async function everyEventFired(): Promise<void> {
	const other = new RTCPeerConnection();
	await new Promise((resolve) => {
		other.onnegotiationneeded = resolve;
		other.addTransceiver('audio');
	});
	other.close();
}

/** How often a negotiation was needed, at John’s and at Jane’s. */
export async function needed(two: TwoPeers, ...times: [john: number, jane: number]): Promise<void> {
	const counts = () => [two.count('john', NEEDED), two.count('jane', NEEDED)];
	await expect.poll(counts, PATIENCE).toEqual(times);
	await everyEventFired();
	expect(counts()).toEqual(times);
}

export const signaling = ({ john, jane }: TwoPeers) => [
	john.pc.signalingState,
	jane.pc.signalingState
];

export async function connected({ john, jane }: TwoPeers): Promise<void> {
	const states = () => [john.pc.connectionState, jane.pc.connectionState];
	await expect.poll(states, PATIENCE).toEqual(['connected', 'connected']);
}

export async function framesDecoded(pc: RTCPeerConnection): Promise<number> {
	let frames = 0;
	for (const one of (await pc.getStats()).values() as Iterable<RTCInboundRtpStreamStats>) {
		if (one.type === 'inbound-rtp') frames += one.framesDecoded ?? 0;
	}
	return frames;
}

/** Each pair by its two ends: whether one end and another were paired twice. */
export async function pairs(pc: RTCPeerConnection): Promise<string[]> {
	const report = await pc.getStats();
	const end = (id: string) => {
		const { address, port, protocol } = report.get(id) as RTCIceCandidate;
		return `${protocol} ${address} ${port}`;
	};
	return [...report.values()]
		.filter(({ type }: RTCStats) => type === 'candidate-pair')
		.map(
			(pair: RTCIceCandidatePairStats) => end(pair.localCandidateId) + end(pair.remoteCandidateId)
		);
}

/** How often each peer was told that a negotiation is needed since it was last in stable. */
export async function toldSinceStable(two: TwoPeers, ...times: [john: number, jane: number]) {
	const counts = () =>
		[two.logs.john, two.logs.jane].map(
			(log) =>
				log.slice(log.lastIndexOf('stable')).filter((one) => one === 'negotiationneeded').length
		);
	await expect.poll(counts, PATIENCE).toEqual(times);
	await everyEventFired();
	expect(counts()).toEqual(times);
}

/** Of the last step of a lesson. */
export const HANG_UP: Seen[string] = [
	'both are closed, and nothing is left on the wire',
	(two) => {
		expect(signaling(two)).toEqual(['closed', 'closed']);
		expect(two.waiting('john')).toEqual([]);
		expect(two.waiting('jane')).toEqual([]);
	}
];
