import type { PairEnd, PeerStats, RtpStats } from '../trace';

/** A stats object, as loosely typed as browsers fill it in. */
type Stats = { id: string; type: string; [member: string]: unknown };

/**
 * What is shown of an `RTCStatsReport` (webrtc-stats, 8): candidate pairs and the selected one, DTLS,
 * and the streams of packets each way. What the browser does not report is null.
 *
 * @param at milliseconds since the Unix epoch
 */
export function distill(report: RTCStatsReport, at: number): PeerStats {
	const all: Stats[] = [];
	report.forEach((stats: Stats) => all.push(stats));
	const byId = (id: unknown) => all.find((stats) => stats.id === id);
	const transport = all.find((stats) => stats.type === 'transport');
	const pairs = all.filter((stats) => stats.type === 'candidate-pair');
	const selected =
		byId(transport?.selectedCandidatePairId) ??
		// Firefox names the pair itself; Chromium may report two nominated pairs.
		pairs.find((pair) => pair.selected === true) ??
		pairs.find((pair) => pair.nominated === true && pair.state === 'succeeded');

	const end = (id: unknown): PairEnd => {
		const candidate = byId(id);
		return {
			type: text(candidate?.candidateType) ?? 'unknown',
			address: text(candidate?.address),
			port: number(candidate?.port),
			protocol: text(candidate?.protocol)
		};
	};
	return {
		at,
		pairs: pairs.map((pair) => ({
			id: pair.id,
			state: text(pair.state) ?? 'unknown',
			nominated: pair.nominated === true,
			local: end(pair.localCandidateId),
			remote: end(pair.remoteCandidateId)
		})),
		selected: selected
			? {
					id: selected.id,
					local: end(selected.localCandidateId),
					remote: end(selected.remoteCandidateId),
					roundTripTime: number(selected.currentRoundTripTime)
				}
			: null,
		dtls: transport
			? {
					state: text(transport.dtlsState) ?? 'unknown',
					role: text(transport.dtlsRole),
					cipher: text(transport.dtlsCipher),
					srtp: text(transport.srtpCipher)
				}
			: null,
		inbound: all
			.filter((stats) => stats.type === 'inbound-rtp')
			.map((stats) => rtp(stats, byId, 'Received', 'framesDecoded')),
		outbound: all
			.filter((stats) => stats.type === 'outbound-rtp')
			.map((stats) => rtp(stats, byId, 'Sent', 'framesEncoded'))
	};
}

function rtp(
	stats: Stats,
	byId: (id: unknown) => Stats | undefined,
	direction: 'Received' | 'Sent',
	frames: string
): RtpStats {
	return {
		kind: text(stats.kind) ?? 'unknown',
		mid: text(stats.mid),
		codec: text(byId(stats.codecId)?.mimeType),
		packets: number(stats[`packets${direction}`]) ?? 0,
		bytes: number(stats[`bytes${direction}`]) ?? 0,
		frames: number(stats[frames]),
		framesPerSecond: number(stats.framesPerSecond),
		frameWidth: number(stats.frameWidth),
		frameHeight: number(stats.frameHeight),
		packetsLost: number(stats.packetsLost),
		jitter: number(stats.jitter)
	};
}

function text(value: unknown): string | null {
	return typeof value === 'string' ? value : null;
}

function number(value: unknown): number | null {
	return typeof value === 'number' ? value : null;
}
