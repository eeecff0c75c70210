import type { Json } from '../trace/entry.ts';
import type { Check } from './check';
import { counted, shown } from './reading.ts';

type Reported = Record<string, Json | undefined> | null;

/**
 * How many of Jane’s candidates John’s report has, of whom he was told none: those from which a check has come,
 * each as a peer-reflexive one (RFC 8445, 7.3.1.3). A check carries no list.
 */
export const knownByChecks: Check = {
	answers: ['none', 'some', 'all'],
	read(view, entries) {
		const { calls, peers } = view;
		if (peers.john.remoteCandidates.some(({ candidate }) => candidate?.candidate)) return null;
		const report = calls.find(
			({ peer, name, result }) => peer === 'john' && name === 'getStats' && result
		);
		if (!report) return null;
		const found = new Set(
			shown(view, entries).flatMap(({ kind, name, peer, seq, data }) => {
				const isFound = kind === 'event' && name === 'icecandidate' && peer === 'jane';
				const { candidate } = (data ?? {}) as { candidate?: { candidate?: string } | null };
				const text = candidate?.candidate;
				return isFound && seq < report.seq && text ? [whereabouts(text)] : [];
			})
		);
		const known = Object.values(report.result as Record<string, Reported>).filter(
			(one) => one?.type === 'remote-candidate'
		).length;
		if (found.size === 0) return null;
		return {
			is: known === 0 ? 'none' : known < found.size ? 'some' : 'all',
			proof: `Jane’s browser has found ${counted(found.size, 'candidate')}, and the report of John’s has ${counted(known, 'remote one', 'remote ones')}.`,
			seq: report.seq
		};
	}
};

/** Protocol, address and port (RFC 8839, 5.1): a candidate stands in each section, and is one. */
const whereabouts = (candidate: string) =>
	candidate.split(' ').slice(2, 6).toSpliced(1, 1).join(' ');
