import type { DumpReport, Skips } from './dump';

/**
 * The types of stats objects (webrtc-stats, 7.1 `RTCStatsType`), and those that it had before and
 * browsers wrote (13, obsolete).
 */
const TYPES: ReadonlySet<string> = new Set([
	'codec',
	'inbound-rtp',
	'outbound-rtp',
	'remote-inbound-rtp',
	'remote-outbound-rtp',
	'media-source',
	'media-playout',
	'peer-connection',
	'data-channel',
	'transport',
	'candidate-pair',
	'local-candidate',
	'remote-candidate',
	'certificate',
	'csrc',
	'contributing-source',
	'stream',
	'track',
	'sender',
	'receiver',
	'transceiver',
	'sctp-transport',
	'ice-server'
]);

/**
 * Whether a report has anything in it that is known. Counts what is not: Chrome before 117 could be
 * asked for statistics of its own, `googCandidatePair` and the like, of which nothing is read.
 */
export function isUnderstood({ report }: DumpReport, skips: Skips): boolean {
	let [known, unknown] = [0, 0];
	for (const { type } of report.values()) {
		if (TYPES.has(type)) known += 1;
		else unknown += 1;
	}
	if (known === 0 && unknown > 0) {
		skips.add('statistics in a form from before the standard');
		return false;
	}
	if (unknown > 0) skips.add('stats objects of types that the standard does not have', unknown);
	return true;
}
