import { computePriority, formPairs, type Candidate } from '$lib/ice';

/** The types that each peer has one candidate of, with their recommended preferences (RFC 8445, 5.1.2.2). */
const PREFERENCES = { host: 126, srflx: 100, relay: 0 } as const;
type Type = keyof typeof PREFERENCES;

/** From the best to the worst. */
export const TYPES = Object.keys(PREFERENCES) as Type[];

/** A pair that John's browser checks. */
export interface Check {
	/** When it is its turn, from 1. */
	place: number;
	/** Of John's candidate, from which the check is sent. */
	local: Type;
	/** Of Jane's candidate, to which it is sent. */
	remote: Type;
}

/** One candidate of each type; a reflexive one has the host candidate for its base. */
function candidatesAt(site: number): Candidate[] {
	const host = { address: `192.0.2.${site}`, port: 5000 };
	return TYPES.map((type, at) => ({
		...host,
		...(type !== 'host' && { address: `203.0.113.${10 * site + at}` }),
		type,
		foundation: String(at + 1),
		component: 1,
		transport: 'udp',
		priority: computePriority({
			typePreference: PREFERENCES[type],
			localPreference: 65535,
			component: 1
		}),
		relatedAddress: type === 'srflx' ? host.address : null,
		relatedPort: type === 'srflx' ? host.port : null,
		tcpType: null,
		usernameFragment: null,
		extensions: []
	}));
}

/** What John's browser checks, in order, where each peer has one candidate of each type. */
export const CHECKS: readonly Check[] = formPairs(
	candidatesAt(1),
	candidatesAt(2),
	'controlling'
).map(({ local, remote }, index) => ({
	place: index + 1,
	local: local.type as Type,
	remote: remote.type as Type
}));
