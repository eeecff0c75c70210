import type { Checks, PairEnd, PairStats, PeerStats } from '../../trace';
import { number, reported, reportedOrNull, text, type Report, type Stats } from './report';

/** What stands where an address would tell more than the page was told: in Chromium, in Firefox. */
const HIDDEN: readonly (string | null)[] = ['', '(redacted)'];

/** All candidate pairs (webrtc-stats, `RTCIceCandidatePairStats`). */
export function pairsOf(report: Report): PairStats[] {
	return report.of('candidate-pair').map((pair) => ({
		id: pair.id,
		state: text(pair.state) ?? 'unknown',
		nominated: pair.nominated === true,
		local: endOf(report, pair.localCandidateId),
		remote: endOf(report, pair.remoteCandidateId),
		...reported<Partial<PairStats>>({
			checks: checksOf(pair),
			priority: number(pair.priority),
			roundTripTime: number(pair.currentRoundTripTime),
			totalRoundTripTime: number(pair.totalRoundTripTime),
			bytesSent: number(pair.bytesSent),
			bytesReceived: number(pair.bytesReceived)
		})
	}));
}

/** Firefox counts responses, but no requests. */
function checksOf(pair: Stats): Checks | null {
	return reportedOrNull<Checks>({
		requestsSent: number(pair.requestsSent),
		responsesReceived: number(pair.responsesReceived),
		requestsReceived: number(pair.requestsReceived),
		responsesSent: number(pair.responsesSent)
	});
}

/** The pair that the transport names; where it names none, the one that says so itself. */
export function selectedOf(report: Report, transport: Stats | undefined): Stats | undefined {
	const pairs = report.of('candidate-pair');
	return (
		report.get(transport?.selectedCandidatePairId) ??
		// Older Firefox marks the pair itself; Chromium may report two nominated pairs.
		pairs.find((pair) => pair.selected === true) ??
		pairs.find((pair) => pair.nominated === true && pair.state === 'succeeded')
	);
}

/** The selected pair in brief: all else of it is in the list of pairs. */
export function pairOf(report: Report, pair: Stats): NonNullable<PeerStats['selected']> {
	return {
		id: pair.id,
		local: briefEnd(report.get(pair.localCandidateId)),
		remote: briefEnd(report.get(pair.remoteCandidateId)),
		roundTripTime: number(pair.currentRoundTripTime)
	};
}

function briefEnd(candidate: Stats | undefined): PairEnd {
	const address = text(candidate?.address);
	return {
		type: text(candidate?.candidateType) ?? 'unknown',
		address: HIDDEN.includes(address) ? null : address,
		port: number(candidate?.port),
		protocol: text(candidate?.protocol)
	};
}

/** An end with all that tells it from others (webrtc-stats, `RTCIceCandidateStats`). */
function endOf(report: Report, id: unknown): PairEnd {
	const candidate = report.get(id);
	return {
		...briefEnd(candidate),
		...reported<Partial<PairEnd>>({
			id: candidate?.id,
			priority: number(candidate?.priority),
			foundation: text(candidate?.foundation),
			usernameFragment: text(candidate?.usernameFragment),
			tcpType: text(candidate?.tcpType),
			relayProtocol: text(candidate?.relayProtocol)
		})
	};
}
