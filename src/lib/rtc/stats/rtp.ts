import type { ReceiverReport, RtpQuality, RtpStats } from '../../trace';
import { number, reported, reportedOrNull, text, type Report, type Stats } from './report';

/** The streams that arrive (webrtc-stats, `RTCInboundRtpStreamStats`). */
export function inboundOf(report: Report): RtpStats[] {
	return report.of('inbound-rtp').map((stats) => ({
		...rtpOf(report, stats, 'Received', 'framesDecoded'),
		...reported<Pick<RtpStats, 'quality'>>({ quality: arrivingOf(stats) })
	}));
}

/** The streams that leave, with what the other side reports of them. */
export function outboundOf(report: Report): RtpStats[] {
	const remote = report.of('remote-inbound-rtp');
	return report.of('outbound-rtp').map((stats) => {
		const behind = remote.find((one) => isReportOn(one, stats));
		return {
			...rtpOf(report, stats, 'Sent', 'framesEncoded'),
			...reported<Pick<RtpStats, 'reported' | 'quality'>>({
				reported: receiverReportOf(behind),
				quality: leavingOf(stats)
			})
		};
	});
}

/** Whether a report of the other side is on a stream; where no id is told, both have its SSRC. */
const isReportOn = ({ id, localId, ssrc }: Stats, stats: Stats): boolean =>
	localId === undefined && stats.remoteId === undefined
		? ssrc !== undefined && ssrc === stats.ssrc
		: id === stats.remoteId || localId === stats.id;

/** What came back by RTCP (webrtc-stats, `RTCRemoteInboundRtpStreamStats`). */
function receiverReportOf(stats: Stats | undefined): ReceiverReport | null {
	return reportedOrNull<ReceiverReport>({
		roundTripTime: number(stats?.roundTripTime),
		fractionLost: number(stats?.fractionLost),
		packetsLost: number(stats?.packetsLost),
		jitter: number(stats?.jitter)
	});
}

/** How what arrives is used. What is made up while nobody sends is no loss; who cannot tell it apart, tells nothing. */
function arrivingOf(stats: Stats): RtpQuality | null {
	const [concealed, silent] = [
		number(stats.concealedSamples),
		number(stats.silentConcealedSamples)
	];
	return reportedOrNull<RtpQuality>({
		keyFrames: number(stats.keyFramesDecoded),
		keyFrameRequests: stats.kind === 'video' ? number(stats.pliCount) : null,
		concealed: concealed === null || silent === null ? null : concealed - silent,
		samples: number(stats.totalSamplesReceived),
		audioLevel: number(stats.audioLevel)
	});
}

/** What keeps what leaves from being better. */
function leavingOf(stats: Stats): RtpQuality | null {
	const rid = text(stats.rid);
	return reportedOrNull<RtpQuality>({
		limitedBy: text(stats.qualityLimitationReason),
		rid,
		active:
			typeof stats.active === 'boolean' && (rid !== null || !stats.active) ? stats.active : null
	});
}

function rtpOf(
	report: Report,
	stats: Stats,
	direction: 'Received' | 'Sent',
	frames: string
): RtpStats {
	return {
		kind: text(stats.kind) ?? 'unknown',
		mid: text(stats.mid),
		codec: text(report.get(stats.codecId)?.mimeType),
		packets: number(stats[`packets${direction}`]) ?? 0,
		bytes: number(stats[`bytes${direction}`]) ?? 0,
		frames: number(stats[frames]),
		framesPerSecond: number(stats.framesPerSecond),
		frameWidth: number(stats.frameWidth),
		frameHeight: number(stats.frameHeight),
		packetsLost: number(stats.packetsLost),
		jitter: number(stats.jitter),
		...reported<Pick<RtpStats, 'ssrc'>>({ ssrc: number(stats.ssrc) })
	};
}
