/** How an agent came by a candidate (RFC 8445, 4 and 5.1.1; RFC 8839, 5.1). */
export type CandidateType = 'host' | 'srflx' | 'prflx' | 'relay';

export interface CandidateTypeFacts {
	/** The name in words. */
	readonly label: string;
	/** The type preference that RFC 8445, 5.1.2.2 recommends, 0 to 126. */
	readonly preference: number;
	/** What such a candidate is, in one sentence. */
	readonly meaning: string;
}

/** The four types, the one tried first at the top. */
export const CANDIDATE_TYPES: ReadonlyMap<string, CandidateTypeFacts> = new Map([
	[
		'host',
		{
			label: 'host',
			preference: 126,
			meaning: 'an address of this device itself, read from one of its network interfaces'
		}
	],
	[
		'prflx',
		{
			label: 'peer reflexive',
			preference: 110,
			meaning: 'an address that the other peer saw a connectivity check arrive from'
		}
	],
	[
		'srflx',
		{
			label: 'server reflexive',
			preference: 100,
			meaning:
				'the address from which a STUN server saw this device’s packets come: the outside of its NAT'
		}
	],
	[
		'relay',
		{
			label: 'relayed',
			preference: 0,
			meaning: 'an address on a TURN server, which forwards every packet to this device'
		}
	]
]);

/** How a TCP candidate makes its connection (RFC 6544, 4.5). Completes "This side …". */
export const TCP_TYPES: ReadonlyMap<string, string> = new Map([
	['active', 'opens connections and accepts none, so its port is a placeholder'],
	['passive', 'listens on its port and waits for the other side to connect'],
	['so', 'connects at the same moment as the other side (simultaneous open)']
]);
