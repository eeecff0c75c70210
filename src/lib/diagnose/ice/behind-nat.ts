/** What a side reaches the other by: addresses that servers have found, and none that is its own. */
export const isBehindNat = (
	types: readonly { readonly type: string; readonly isInside: boolean }[]
) =>
	types.some(({ type }) => type === 'srflx') &&
	types.every(({ type, isInside: inside }) => inside || type === 'srflx');

/** What stands between two sides that both have server-reflexive candidates. */
export const LIKELY_NAT =
	'most likely a NAT between them shows each destination another port (address-dependent mapping), or lets in nothing that it does not know, and then only a relay has an address that holds';

export const RELAY_TODO =
	'Give both sides a TURN server in iceServers, over UDP and over TCP or TLS too; with iceTransportPolicy "relay" one call shows whether it works.';
