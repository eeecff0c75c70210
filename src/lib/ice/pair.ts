import { describeAddress } from './address';
import type { Candidate } from './candidate';
import { pairPriority } from './priority';

/** Who nominates: the controlling agent, usually the offerer (RFC 8445, 6.1.1). */
export type IceRole = 'controlling' | 'controlled';

export interface CandidatePair {
	readonly local: Candidate;
	readonly remote: Candidate;
	/** RFC 8445, 6.1.2.3. */
	readonly priority: bigint;
}

/** What of a candidate decides with which others it can be a pair. */
export type Reach = Pick<Candidate, 'component' | 'transport' | 'address' | 'tcpType'>;

/** Which TCP type connects with which (RFC 6544, 6.2). */
const TCP_COUNTERPART: ReadonlyMap<string, string> = new Map([
	['active', 'passive'],
	['passive', 'active'],
	['so', 'so']
]);

/**
 * Why two candidates do not form a pair, in one sentence; null where they do.
 * @see RFC 8445, 6.1.2.2; RFC 6544, 6.2
 */
export function whyNoPair(local: Reach, remote: Reach): string | null {
	if (local.component !== remote.component) {
		return `They serve different components, ${local.component} and ${remote.component}.`;
	}
	if (local.transport.toLowerCase() !== remote.transport.toLowerCase()) {
		return `One speaks ${local.transport.toUpperCase()}, the other ${remote.transport.toUpperCase()}.`;
	}
	const [mine, theirs] = [describeAddress(local.address), describeAddress(remote.address)];
	const [here, there] = [mine.family, theirs.family];
	// A name may turn out to be of either family, so it is no reason against a pair.
	if (here !== null && there !== null && here !== there) {
		return `One address is IPv${here}, the other IPv${there}.`;
	}
	const isLinkLocal = [mine, theirs].map(({ scope }) => scope === 'link-local');
	if (here === 6 && there === 6 && isLinkLocal[0] !== isLinkLocal[1]) {
		return 'Only one of the addresses is link-local: such an IPv6 address reaches none but its own kind.';
	}
	if (local.tcpType !== null && TCP_COUNTERPART.get(local.tcpType) !== remote.tcpType) {
		return `A TCP candidate that is ${local.tcpType} cannot connect with one that is ${remote.tcpType ?? 'of no type'}.`;
	}
	return null;
}

/** The priority of a pair as seen from one side (RFC 8445, 6.1.2.3): both sides get the same number. */
export function priorityOfPair(local: Candidate, remote: Candidate, role: IceRole): bigint {
	return role === 'controlling'
		? pairPriority(local.priority, remote.priority)
		: pairPriority(remote.priority, local.priority);
}

/** What a check is sent from: a reflexive candidate has its base for that (RFC 8445, 6.1.2.4). */
function sentFrom(candidate: Candidate): string {
	const reflexive = candidate.type === 'srflx' || candidate.type === 'prflx';
	return reflexive && candidate.relatedAddress !== null
		? `${candidate.relatedAddress} ${candidate.relatedPort ?? 0}`
		: `${candidate.address} ${candidate.port}`;
}

/**
 * The checklist: all pairs that can be formed, best first, without those that would send the same
 * packets as a better pair (RFC 8445, 6.1.2.2 to 6.1.2.4).
 */
export function formPairs(
	local: readonly Candidate[],
	remote: readonly Candidate[],
	role: IceRole
): CandidatePair[] {
	const pairs = local.flatMap((mine) =>
		remote
			.filter((theirs) => whyNoPair(mine, theirs) === null)
			.map((theirs) => ({
				local: mine,
				remote: theirs,
				priority: priorityOfPair(mine, theirs, role)
			}))
	);
	pairs.sort((a, b) => (a.priority === b.priority ? 0 : a.priority > b.priority ? -1 : 1));
	const seen = new Set<string>();
	return pairs.filter(({ local: mine, remote: theirs }) => {
		const path = `${mine.component} ${mine.transport} ${sentFrom(mine)} → ${theirs.address} ${theirs.port}`;
		if (seen.has(path)) return false;
		seen.add(path);
		return true;
	});
}
