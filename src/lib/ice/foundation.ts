import type { Candidate } from './candidate';

/**
 * What decides a candidate's foundation, as far as the candidate itself tells (RFC 8445, 5.1.1.3):
 * its type, the address of its base and its protocol. Which STUN or TURN server it came from
 * decides too, and no candidate tells that.
 */
export function foundationBasis(candidate: Candidate): string {
	const base =
		candidate.type === 'srflx' || candidate.type === 'prflx'
			? (candidate.relatedAddress ?? candidate.address)
			: candidate.address;
	return `${candidate.type} ${base} ${candidate.transport.toLowerCase()}`;
}

/** The candidates of each foundation, in the order in which the foundations appear. */
export function groupByFoundation<T extends Pick<Candidate, 'foundation'>>(
	candidates: Iterable<T>
): Map<string, T[]> {
	const groups = new Map<string, T[]>();
	for (const candidate of candidates) {
		const group = groups.get(candidate.foundation);
		if (group) group.push(candidate);
		else groups.set(candidate.foundation, [candidate]);
	}
	return groups;
}
