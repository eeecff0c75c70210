import type { Outcome } from './exchange';
import type { Finding } from './finding';

/** What candidates alone make likely, and a connection that stands refutes. */
const GUESSED = new Set([
	'ice.different-private-networks',
	'ice.no-pair-possible',
	'ice.candidates-returned',
	'ice.relay-inside',
	'ice.only-loopback',
	'ice.only-unspecified'
]);

/** What candidates alone make likely, and a connection that failed bears out. */
const BORNE_OUT = new Set([
	'ice.different-private-networks',
	'ice.no-pair-possible',
	'ice.relay-inside',
	'ice.only-loopback',
	'ice.only-unspecified'
]);

/**
 * The same of one side, where nothing is known of the other: of two that are known a comparison tells whether they are of one
 * network.
 */
const BORNE_OUT_ALONE = new Set([
	...BORNE_OUT,
	'ice.no-candidates',
	'ice.only-private',
	'ice.only-mdns',
	'ice.mapped-apart'
]);

/**
 * The findings in the light of how the connection ended, where that is told: a path that stands, or stood, refutes
 * what was guessed of candidates, and one that never came about bears it out.
 * @param isOfOne whether nothing is known of the other side
 */
export function byOutcome(
	findings: readonly Finding[],
	outcome: Outcome | null,
	isOfOne = false
): Finding[] {
	if (outcome === null) return [...findings];
	if (outcome === 'failed') {
		const borneOut = isOfOne ? BORNE_OUT_ALONE : BORNE_OUT;
		return findings.map((one) =>
			borneOut.has(one.id)
				? { ...one, severity: 'breaks the call', isCertain: one.isCertain && !isOfOne }
				: one
		);
	}
	return findings
		.filter(({ id }) => !GUESSED.has(id))
		.map((one) => (isOfPath(one) ? { ...one, severity: 'worth knowing' } : one));
}

const isOfPath = ({ id, refusedBy, unanswerableBy }: Finding) =>
	/^(?:ice\.|answer\.restart)/.test(id) && refusedBy.length + unanswerableBy.length === 0;
