import { expect } from 'vitest';
import type { TwoPeers } from '../two-peers';

/** A rate needs two looks that are apart, and an encoder needs a while to obey. */
export const LOOKS = { timeout: 14_000, interval: 700 };

type Kind = 'audio' | 'video';
/** All members that are read here, of whichever type. */
export type Object_ = RTCOutboundRtpStreamStats &
	Partial<RTCInboundRtpStreamStats> & { width?: number; targetBitrate?: number };

/** All that a connection counts. */
export async function objects(pc: RTCPeerConnection): Promise<Object_[]> {
	return [...(await pc.getStats()).values()] as Object_[];
}

/** What is counted of one type, of sound or of pictures. */
export const find = (all: readonly Object_[], type: string, kind: Kind) =>
	all.find((one) => (one.type as string) === type && one.kind === kind);

/** What is counted of one of John’s streams: what feeds it, what he sends, what arrives. */
export async function counted({ john, jane }: TwoPeers, kind: Kind = 'video') {
	const [his, hers] = [await objects(john.pc), await objects(jane.pc)];
	return {
		source: find(his, 'media-source', kind),
		sent: find(his, 'outbound-rtp', kind),
		received: find(hers, 'inbound-rtp', kind)
	};
}

/** Each look gives what a figure has grown by in a second, since the look before. */
function rate(read: () => Promise<[count: number | undefined, timestamp: number | undefined]>) {
	let before: [number, number] | null = null;
	return async () => {
		const [count = 0, timestamp = 0] = await read();
		const grown = before && (1000 * (count - before[0])) / (timestamp - before[1]);
		before = [count, timestamp];
		return grown ?? NaN;
	};
}

/** Each look gives the bits a second that John sends, and that Jane receives. */
export function rates(two: TwoPeers) {
	const sent = rate(async () => {
		const { sent } = await counted(two);
		return [sent?.bytesSent, sent?.timestamp];
	});
	const received = rate(async () => {
		const { received } = await counted(two);
		return [received?.bytesReceived, received?.timestamp];
	});
	return async () => [8 * (await sent()), 8 * (await received())] as const;
}

/** Each look gives the pictures a second that John encodes, and that Jane decodes. */
export function frameRates(two: TwoPeers) {
	const encoded = rate(async () => {
		const { sent } = await counted(two);
		return [sent?.framesEncoded, sent?.timestamp];
	});
	const decoded = rate(async () => {
		const { received } = await counted(two);
		return [received?.framesDecoded, received?.timestamp];
	});
	return async () => [await encoded(), await decoded()] as const;
}

/** Waits until both of two rates are as they should be. */
export async function become(
	look: () => Promise<readonly [number, number]>,
	isSo: (one: number) => boolean
): Promise<void> {
	let latest: readonly number[] = [];
	const both = async () => {
		latest = await look();
		return latest.every(isSo) ? 'so' : latest.join(' and ');
	};
	await expect.poll(both, LOOKS).toBe('so');
}
