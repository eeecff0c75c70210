import { expect } from 'vitest';
import { server } from 'vitest/browser';
import type { TwoPeers } from '../two-peers';
import { become, counted, find, frameRates, LOOKS, objects, rates, type Object_ } from './counted';
import { HANG_UP, connected, needed, sends, type Seen } from './look';

const isFirefox = server.browser === 'firefox';

const encoding = ({ john }: TwoPeers): RTCRtpEncodingParameters => {
	const video = john.pc.getTransceivers().find(({ receiver }) => receiver.track.kind === 'video')!;
	return video.sender.getParameters().encodings[0]!;
};

/** How often a negotiation was needed before the lesson. */
const NEEDED = new WeakMap<TwoPeers, number>();

/** Nobody was asked and nobody was told: no message, no event, and no track is muted. */
async function nothingNegotiated(two: TwoPeers): Promise<void> {
	const times = NEEDED.get(two) ?? two.count('john', 'negotiationneeded');
	NEEDED.set(two, times);
	await connected(two);
	await needed(two, times, 0);
	expect([two.waiting('john'), two.waiting('jane')]).toEqual([[], []]);
	if (!sends(two.sources.john)) return;
	for (const track of two.jane.remote.getTracks()) {
		await expect.poll(() => track.muted, LOOKS).toBe(false);
	}
}

/** What is to be seen where John sends; where he does not, that nothing is counted of it. */
const whereSent =
	(look: (two: TwoPeers) => Promise<void>) =>
	async (two: TwoPeers): Promise<void> => {
		if (sends(two.sources.john)) await look(two);
		else expect((await counted(two)).received?.framesDecoded ?? 0).toBe(0);
		await nothingNegotiated(two);
	};

/** What is seen of the lesson “Reading getStats()”. */
export const GET_STATS: Seen = {
	'john-asks-for-report': [
		'objects with ids, which lead to each other, and what Jane’s browser reports once it has',
		async (two) => {
			const given = [...two.john.report.values()] as RTCStats[];
			for (const { id, timestamp } of given) {
				expect(two.john.report.get(id)).toBeDefined();
				expect(timestamp).toBeGreaterThan(0);
			}
			const types = given.map(({ type }) => type);
			for (const type of ['transport', 'candidate-pair']) expect(types).toContain(type);
			await whereSent(async () => {
				const joined = async () => {
					const report = await two.john.pc.getStats();
					const sent = find([...report.values()] as Object_[], 'outbound-rtp', 'video');
					const end = (id: string | undefined) => report.get(id ?? '') as Record<string, string>;
					const theirs = end(sent?.remoteId);
					return [
						end(sent?.codecId)?.mimeType?.split('/')[0],
						end(end(sent?.transportId)?.selectedCandidatePairId)?.type,
						theirs?.type,
						theirs && theirs.localId === sent?.id
					];
				};
				await expect
					.poll(joined, LOOKS)
					.toEqual(['video', 'candidate-pair', 'remote-inbound-rtp', true]);
				const { sent, source } = await counted(two);
				expect(source).toBeDefined();
				// Firefox has the object, and not what leads to it.
				const leads = (sent as { mediaSourceId?: string }).mediaSourceId;
				expect(leads).toBe(isFirefox ? undefined : source!.id);
			})(two);
		}
	],
	'jane-asks-for-report': [
		'what came of each stream, what did not, how unevenly, and how long it was kept back',
		async (two) => {
			const given = [...two.jane.report.values()] as Object_[];
			expect(given.map(({ type }) => type as string)).toContain('candidate-pair');
			await whereSent(async () => {
				const figures = async () => {
					const { received } = await counted(two);
					const { packetsReceived, packetsLost, jitter } = received!;
					const { jitterBufferDelay, jitterBufferEmittedCount } = received!;
					return [
						packetsReceived,
						packetsLost,
						jitter,
						jitterBufferDelay,
						jitterBufferEmittedCount
					];
				};
				const areThere = async () => (await figures()).every((one) => typeof one === 'number');
				await expect.poll(areThere, LOOKS).toBe(true);
				const waits = async () => {
					const [, , , delay, emitted] = await figures();
					return delay! / emitted!;
				};
				// Seconds: on one machine a picture is not kept back for long.
				await expect.poll(waits, LOOKS).toBeGreaterThan(0);
				expect(await waits()).toBeLessThan(5);
			})(two);
		}
	],
	'john-asks-again': [
		'how long a packet takes there and back, by Jane’s reports and by the checks',
		async (two) => {
			await whereSent(async () => {
				const clocks = async () => {
					const all = await objects(two.john.pc);
					const theirs = find(all, 'remote-inbound-rtp', 'video') as
						{ roundTripTime?: number; fractionLost?: number } | undefined;
					const pairs = all as readonly RTCStats[] as readonly RTCIceCandidatePairStats[];
					const checked = pairs.find(
						({ type, currentRoundTripTime }) =>
							(type as string) === 'candidate-pair' && currentRoundTripTime !== undefined
					);
					return [theirs?.roundTripTime, theirs?.fractionLost, checked?.currentRoundTripTime].map(
						(one) => typeof one
					);
				};
				await expect.poll(clocks, LOOKS).toEqual(['number', 'number', 'number']);
			})(two);
		}
	],
	'john-limits-bitrate': [
		'no more than so many bits are sent and received, and parameters that were read anew since are refused',
		async (two) => {
			expect(encoding(two).maxBitrate).toBe(50_000);
			await whereSent(async () => {
				await become(rates(two), (bits) => bits > 0 && bits < 65_000);
				const { targetBitrate } = (await counted(two)).sent!;
				if (isFirefox) expect(targetBitrate).toBeUndefined();
				else expect(targetBitrate).toBeLessThanOrEqual(50_000);
			})(two);
			const [{ sender }] = two.john.pc.getTransceivers() as [RTCRtpTransceiver];
			const old = sender.getParameters();
			// Read anew they have another transaction, once a task of the browser's own has run (webrtc-pc, 5.2).
			const transaction = () => sender.getParameters().transactionId;
			await expect.poll(transaction, LOOKS).not.toBe(old.transactionId);
			const refused = { name: 'InvalidModificationError' };
			await expect(sender.setParameters(old)).rejects.toMatchObject(refused);
		}
	],
	'john-sends-it-smaller': [
		'a quarter of what feeds it, on both sides',
		async (two) => {
			expect(encoding(two).scaleResolutionDownBy).toBe(4);
			await whereSent(async () => {
				const widths = async () => {
					const { source, sent, received } = await counted(two);
					return [
						Math.floor(source!.width! / 4) - sent!.frameWidth!,
						received!.frameWidth
					] as const;
				};
				const isSmall = async () => {
					const [off, width] = await widths();
					return off === 0 && width! <= 160;
				};
				await expect.poll(isSmall, LOOKS).toBe(true);
			})(two);
		}
	],
	'john-sends-fewer': [
		'about five pictures a second on both sides, and none is lost',
		async (two) => {
			expect(encoding(two).maxFramerate).toBe(5);
			await whereSent(async () => {
				const lost = (await counted(two)).received!.packetsLost;
				await become(frameRates(two), (frames) => frames > 2 && frames < 8);
				expect((await counted(two)).received!.packetsLost).toBe(lost);
			})(two);
		}
	],
	'john-stops-encoding': [
		'packets stand still on both sides, nothing is lost, no freeze is counted, and no track is muted',
		async (two) => {
			expect(encoding(two).active).toBe(false);
			await whereSent(async () => {
				const lost = (await counted(two)).received!.packetsLost;
				const look = async () => {
					const { sent, received } = await counted(two);
					return [
						...[sent!.packetsSent, sent!.framesSent],
						...[received!.packetsReceived, received!.framesDecoded, received!.freezeCount]
					];
				};
				let latest: unknown[] = [];
				const stands = async () => {
					const before = latest;
					latest = await look();
					return JSON.stringify(before) === JSON.stringify(latest);
				};
				await expect.poll(stands, LOOKS).toBe(true);
				const { source, received } = await counted(two);
				expect(received!.packetsLost).toBe(lost);
				// The camera runs.
				expect((source as { framesPerSecond?: number }).framesPerSecond).toBeGreaterThan(0);
			})(two);
		}
	],
	'john-lifts-all': [
		'the size of what feeds it, more bits and more pictures than the limits let through',
		async (two) => {
			const { active, maxBitrate, maxFramerate, scaleResolutionDownBy } = encoding(two);
			expect([active, maxBitrate, maxFramerate]).toEqual([true, undefined, undefined]);
			expect(scaleResolutionDownBy).toBe(1);
			await whereSent(async () => {
				await become(rates(two), (bits) => bits > 65_000);
				await become(frameRates(two), (frames) => frames > 8);
				const isWhole = async () => {
					const { source, sent, received } = await counted(two);
					return sent!.frameWidth === source!.width && received!.frameWidth === sent!.frameWidth;
				};
				await expect.poll(isWhole, LOOKS).toBe(true);
			})(two);
		}
	],
	'john-disables-tracks': [
		'packets of both still come and none is lost, in hardly any bytes, and it is silent',
		whereSent(async (two) => {
			const kinds = ['audio', 'video'] as const;
			const before = await Promise.all(kinds.map((kind) => counted(two, kind)));
			await become(rates(two), (bits) => bits > 0 && bits < 30_000);
			await become(frameRates(two), (frames) => (isFirefox ? frames < 3 : frames > 8));
			for (const [at, kind] of kinds.entries()) {
				const sofar = before[at]!.received!;
				const packets = async () => (await counted(two, kind)).received!.packetsReceived;
				await expect.poll(packets, LOOKS).toBeGreaterThan(sofar.packetsReceived!);
				expect((await counted(two, kind)).received!.packetsLost).toBe(sofar.packetsLost);
			}
			const level = async () => (await counted(two, 'audio')).received!.audioLevel;
			await expect.poll(level, LOOKS).toBe(0);
		})
	],
	'john-enables-tracks': [
		'more bits again than black has',
		whereSent(async (two) => {
			await become(rates(two), (bits) => bits > 60_000);
			await become(frameRates(two), (frames) => frames > 8);
		})
	],
	'john-hangs-up': [
		`${HANG_UP[0]}, and a report has no streams in it`,
		async (two) => {
			await HANG_UP[1](two);
			const types = (await objects(two.john.pc)).map(({ type }) => type);
			expect(types.filter((type) => type.endsWith('-rtp'))).toEqual([]);
		}
	]
};
