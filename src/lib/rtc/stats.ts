import type { PeerStats } from '../trace';
import { inboundOf, outboundOf } from './stats/rtp';
import { pairOf, pairsOf, selectedOf, unpairedOf } from './stats/pair';
import { Report } from './stats/report';
import { dtlsOf, iceOf } from './stats/transport';

/**
 * What is shown of an `RTCStatsReport` (webrtc-stats, 8): candidate pairs and the selected one, DTLS,
 * and the streams of packets each way. What the browser does not report is null or absent.
 *
 * @param at milliseconds since the Unix epoch
 */
export function distill(report: RTCStatsReport, at: number): PeerStats {
	const all = new Report(report);
	const transport = all.of('transport')[0];
	const selected = selectedOf(all, transport);
	const ice = iceOf(transport);
	return {
		at,
		pairs: pairsOf(all),
		selected: selected ? pairOf(all, selected) : null,
		dtls: dtlsOf(all, transport),
		...(ice && { ice }),
		inbound: inboundOf(all),
		outbound: outboundOf(all)
	};
}

/**
 * The same, and candidates that are in no pair. A page is told of its candidates as they come, but the
 * log of somebody else may begin too late for that, or leave them out.
 */
export function distillWhole(report: RTCStatsReport, at: number): PeerStats {
	const { local, remote } = unpairedOf(new Report(report)) ?? { local: [], remote: [] };
	const stats = distill(report, at);
	return local.length + remote.length === 0 ? stats : { ...stats, unpaired: { local, remote } };
}
