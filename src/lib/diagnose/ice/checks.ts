import type { Checks, PairStats } from '../../trace';
import type { SessionPeer } from '../session/session';

/** What became of a peer’s connectivity checks; null where it is not reported. */
export interface CheckCount {
	readonly pairs: number;
	readonly sent: number | null;
	readonly answered: number | null;
	readonly arrived: number | null;
	readonly replied: number | null;
}

/** The pairs that a peer has, or had. */
export function pairsOf({ view }: SessionPeer): readonly PairStats[] {
	return [...(view.stats?.pairs ?? []), ...view.droppedPairs];
}

/** The checks of all its pairs (webrtc-stats, `RTCIceCandidatePairStats`). */
export function checksOf(peer: SessionPeer): CheckCount {
	const pairs = pairsOf(peer);
	const sum = (name: keyof Checks) =>
		pairs.some(({ checks }) => checks?.[name] !== undefined)
			? pairs.reduce((total, { checks }) => total + (checks?.[name] ?? 0), 0)
			: null;
	return {
		pairs: pairs.length,
		sent: sum('requestsSent'),
		answered: sum('responsesReceived'),
		arrived: sum('requestsReceived'),
		replied: sum('responsesSent')
	};
}

/** In words: `238 checks were sent and none was answered`. */
export function checkWords({ pairs, sent, answered }: CheckCount): string {
	if (sent !== null && sent > 0) {
		const checks = sent === 1 ? '1 check was' : `${sent} checks were`;
		return `${checks} sent and ${answered ? `${answered} answered` : 'none was answered'}`;
	}
	// Without statistics the state alone tells that every pair was checked (RFC 8445, 6.1.4.3).
	if (pairs === 0) return 'no pair of candidates worked';
	return pairs === 1 ? 'the only pair was checked in vain' : `${pairs} pairs were checked in vain`;
}
