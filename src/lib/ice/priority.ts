/** The three numbers that a candidate's priority is made of (RFC 8445, 5.1.2.1). */
export interface PriorityParts {
	/** How good its type is, 0 to 126. */
	readonly typePreference: number;
	/** How good its address is among those of the same type, 0 to 65535. */
	readonly localPreference: number;
	/** 1 for RTP, 2 for RTCP. */
	readonly component: number;
}

/** The largest priority: `2^31 - 1` (RFC 8445, 5.1.2). */
export const MAX_PRIORITY = 2 ** 31 - 1;

/** priority = 2^24 × type preference + 2^8 × local preference + (256 − component) (RFC 8445, 5.1.2.1). */
export function computePriority(parts: PriorityParts): number {
	return 2 ** 24 * parts.typePreference + 2 ** 8 * parts.localPreference + (256 - parts.component);
}

/**
 * The parts of a priority, read back from its bits: `computePriority(splitPriority(p)) === p`.
 * An agent may use another formula; then the component in the bits is not the one in the candidate.
 * @param priority 0 to 2^32 - 1
 */
export function splitPriority(priority: number): PriorityParts {
	return {
		typePreference: Math.floor(priority / 2 ** 24),
		localPreference: Math.floor(priority / 2 ** 8) % 2 ** 16,
		component: 256 - (priority % 2 ** 8)
	};
}

/**
 * A pair's priority: `2^32 × MIN(G,D) + 2 × MAX(G,D) + (G>D ? 1 : 0)` (RFC 8445, 6.1.2.3).
 * 64 bits, hence a bigint.
 * @param controlling the priority of the controlling agent's candidate, G
 * @param controlled the priority of the controlled agent's candidate, D
 */
export function pairPriority(controlling: number, controlled: number): bigint {
	const lower = BigInt(Math.min(controlling, controlled));
	const higher = BigInt(Math.max(controlling, controlled));
	return (lower << 32n) + 2n * higher + (controlling > controlled ? 1n : 0n);
}

/** The arithmetic of a priority as a line of text, for example `126 × 2^24 + 32286 × 2^8 + (256 − 1)`. */
export function priorityArithmetic(priority: number): string {
	const { typePreference, localPreference, component } = splitPriority(priority);
	return `${typePreference} × 2^24 + ${localPreference} × 2^8 + (256 − ${component})`;
}
