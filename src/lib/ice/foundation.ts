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
