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
const BORNE_OUT = new Set(['ice.different-private-networks', 'ice.no-pair-possible']);

/**
 * The findings in the light of how the connection ended, where that is told: a path that stands refutes what
 * was guessed of candidates, and one that failed bears it out.
 */
export function byOutcome(findings: readonly Finding[], outcome: Outcome | null): Finding[] {
	if (outcome === null) return [...findings];
	if (outcome === 'failed') {
		return findings.map((one) =>
			BORNE_OUT.has(one.id) ? { ...one, severity: 'breaks the call' } : one
		);
	}
	return findings
		.filter(({ id }) => !GUESSED.has(id))
		.map((one) => (isOfPath(one) ? { ...one, severity: 'worth knowing' } : one));
}

const isOfPath = ({ id, refusedBy, unanswerableBy }: Finding) =>
	/^(?:ice\.|answer\.restart)/.test(id) && refusedBy.length + unanswerableBy.length === 0;
