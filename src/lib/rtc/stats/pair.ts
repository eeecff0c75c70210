import type { Checks, PairEnd, PairStats, PeerStats } from '../../trace';
import { number, reported, reportedOrNull, text, type Report, type Stats } from './report';

/** What stands where an address would tell more than the page was told: in Chromium, in Firefox. */
const HIDDEN: readonly (string | null)[] = ['', '(redacted)'];

/** All candidate pairs (webrtc-stats, `RTCIceCandidatePairStats`). */
export function pairsOf(report: Report): PairStats[] {
	return report.of('candidate-pair').map((pair) => ({
		id: pair.id,
		state: stateOf(pair),
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

/** The state by its name in webrtc-stats; Safari before 17.4 wrote `inprogress`. */
function stateOf({ state }: Stats): string {
	const name = text(state) ?? 'unknown';
	return name === 'inprogress' ? 'in-progress' : name;
}

/**
 * The candidates that no pair has (webrtc-stats, `RTCIceCandidateStats`), of the sides that there are.
 */
export function unpairedOf(report: Report): PeerStats['unpaired'] {
	const paired = new Set(
		report
			.of('candidate-pair')
			.flatMap(({ localCandidateId, remoteCandidateId }) => [localCandidateId, remoteCandidateId])
	);
	const ends = (type: string) =>
		report.of(type).flatMap(({ id }) => (paired.has(id) ? [] : [endOf(report, id)]));
	return { local: ends('local-candidate'), remote: ends('remote-candidate') };
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
