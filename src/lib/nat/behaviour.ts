/**
 * On what of its destination a NAT lets something depend (RFC 4787, 4.1 and 5; the names are those of RFC 5780).
 * From the loosest to the strictest.
 */
export const DEPENDENCES = [
	'endpoint-independent',
	'address-dependent',
	'address-and-port-dependent'
] as const;
export type Dependence = (typeof DEPENDENCES)[number];

/** The habits of a NAT, as far as they decide who can reach whom. */
export interface NatBehaviour {
	/** For which destinations a socket inside has one and the same address and port outside (RFC 4787, 4.1). */
	readonly mapping: Dependence;
	/** Who may send to that address and port (RFC 4787, 5). */
	readonly filtering: Dependence;
	/** Whether it keeps the port of the socket where nobody has it yet (RFC 4787, 4.2.1). */
	readonly preservesPort: boolean;
}

/**
 * NATs as they are commonly called (RFC 3489, 5), and no NAT at all. The names mix mapping and filtering, so
 * RFC 4787, 3 does without them: there are more NATs than names.
 */
export const KINDS = [
	'none',
	'full cone',
	'restricted cone',
	'port-restricted cone',
	'symmetric'
] as const;
export type Kind = (typeof KINDS)[number];

/** The three that tell most: no NAT, what masquerading in Linux mostly is, and what relays are for. */
export const TELLING_KINDS: readonly Kind[] = ['none', 'port-restricted cone', 'symmetric'];

const cone = (filtering: Dependence): NatBehaviour => ({
	mapping: 'endpoint-independent',
	filtering,
	preservesPort: false
});

/** What each kind does; null for a host with a public address. */
export const BEHAVIOURS: Readonly<Record<Kind, NatBehaviour | null>> = {
	none: null,
	'full cone': cone('endpoint-independent'),
	'restricted cone': cone('address-dependent'),
	'port-restricted cone': cone('address-and-port-dependent'),
	symmetric: {
		mapping: 'address-and-port-dependent',
		filtering: 'address-and-port-dependent',
		preservesPort: false
	}
};
