/** One ICE candidate, as RFC 8839, 5.1 writes it. Plain data. */
export interface Candidate {
	readonly foundation: string;
	/** 1 for RTP (and for everything that is multiplexed with it), 2 for RTCP. */
	readonly component: number;
	/** As written: `udp`, `UDP`, `tcp`, `TCP`, … */
	readonly transport: string;
	readonly priority: number;
	/** An IP address or a name such as `….local`. */
	readonly address: string;
	readonly port: number;
	/** `host`, `srflx`, `prflx`, `relay`, or a token that a later specification defines. */
	readonly type: string;
	readonly relatedAddress: string | null;
	readonly relatedPort: number | null;
	/** `active`, `passive` or `so`; null for UDP (RFC 6544, 4.5). */
	readonly tcpType: string | null;
	/** The username fragment that the candidate belongs to; browsers add it when they trickle. */
	readonly usernameFragment: string | null;
	/** The other name and value pairs, in order: `generation`, `network-id`, `network-cost`, … */
	readonly extensions: readonly (readonly [name: string, value: string])[];
}
