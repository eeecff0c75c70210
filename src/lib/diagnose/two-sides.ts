/** By what one side of a connection is known from its description; null for what does not stand in it. */
export interface Side {
	/** User name and session id of the o= line (RFC 8866, 5.2). */
	readonly author: string | null;
	readonly ufrag: string | null;
	readonly fingerprint: string | null;
}

/**
 * Whether two answers are of two sides: session id, ICE credentials and certificate are all others. One of them alone may
 * change while a connection goes on (RFC 8839, 4.4.1; RFC 8842, 5.1).
 */
export function areTwoSides(one: Side, other: Side): boolean {
	return (['author', 'ufrag', 'fingerprint'] as const).every(
		(name) => one[name] !== null && other[name] !== null && one[name] !== other[name]
	);
}
