/** A candidate, as far as it tells of a NAT. */
interface KnownEnd {
	readonly type: string;
	readonly isInside: boolean;
}

/**
 * Whether what a side is reached by is what servers have seen of it: it has no address of its own that is known outside, and
 * no relay, wherever that says to be.
 */
export const isBehindNat = (ends: readonly KnownEnd[]): boolean =>
	ends.some(({ type }) => type === 'srflx') && areKnownInside(ends);

/** Whether a side has no address of its own that is known outside, and no relay. */
export const areKnownInside = (ends: readonly KnownEnd[]): boolean =>
	ends.every(({ type, isInside }) => type === 'srflx' || (isInside && type !== 'relay'));

/** What stands between two sides that both have server-reflexive candidates. */
export const LIKELY_NAT =
	'most likely a NAT between them shows each destination another port (address-dependent mapping), or lets in nothing that it does not know, and then only a relay has an address that holds';

export const RELAY_TODO =
	'Give both sides a TURN server in iceServers, over UDP and over TCP or TLS too; with iceTransportPolicy "relay" one call shows whether it works.';

/** What stands in the way of two sides that a server sees at one address. */
export const ONE_NAT =
	'most likely they are behind one NAT, which sends nothing back inside (hairpinning), and within their network they do not reach each other either';

export const ONE_NAT_TODO =
	'See whether that network lets its devices talk with each other (a guest Wi-Fi, or two routers one behind the other, may not). A TURN server outside of it gives both an address that holds.';
