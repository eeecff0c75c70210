import { CANDIDATE_TYPES, computePriority, type Candidate, type CandidateType } from '$lib/ice';
import type { Endpoint } from './endpoint';

/** What a candidate of a type counts where there is one network interface (RFC 8445, 5.1.2.1). */
export const priorityOf = (type: CandidateType): number =>
	computePriority({
		typePreference: CANDIDATE_TYPES.get(type)!.preference,
		localPreference: 65535,
		component: 1
	});

/**
 * A candidate of the simulation.
 * @param base from where its packets are sent; its own address where it is host or relay
 */
export function candidateAt(
	type: CandidateType,
	{ address, port }: Endpoint,
	base: Endpoint | null = null,
	priority = priorityOf(type)
): Candidate {
	return {
		foundation: type,
		component: 1,
		transport: 'udp',
		priority,
		address,
		port,
		type,
		relatedAddress: base?.address ?? null,
		relatedPort: base?.port ?? null,
		tcpType: null,
		usernameFragment: null,
		extensions: []
	};
}
