import type { Finding } from './finding';

/**
 * What a finding about one description is called where the comparison of both has found it: the same
 * thing is not said twice.
 */
const SAID_BY: Readonly<Record<string, readonly string[]>> = {
	'sdp.no-ice-credentials': ['answer.no-ice-credentials'],
	'sdp.ice-credentials-length': ['answer.ice-credentials-length'],
	'sdp.ice-credentials-too-long': ['answer.ice-credentials-too-long'],
	'answer.fingerprint': [
		'sdp.fingerprint-length',
		'sdp.fingerprint-unreadable',
		'sdp.fingerprint-hash',
		'sdp.fingerprint-in-small-letters'
	],
	'sdp.no-fingerprint': ['answer.no-fingerprint'],
	'sdp.sdes': ['answer.no-fingerprint'],
	'sdp.no-rtcp-mux': ['answer.no-rtcp-mux', 'answer.rtcp-mux-not-repeated'],
	'sdp.rtcp-mux-not-repeated': ['answer.no-rtcp-mux', 'answer.rtcp-mux-not-repeated'],
	'sdp.bundle-stranger': ['answer.bundle-stranger'],
	'sdp.extension-id-in-bundle': ['answer.extension-id-twice'],
	'sdp.extension-id-twice': ['answer.extension-id-twice'],
	'sdp.mid-twice': ['answer.mid-differs'],
	'ice.only-tcp': ['ice.no-pair-possible'],
	'ice.different-private-networks': ['ice.candidates-returned', 'ice.no-pair-possible'],
	'ice.only-private': ['ice.relay-inside']
};

/** What follows where another thing is found, and would be mended with it. */
const EXPLAINED_BY: Readonly<Record<string, readonly string[]>> = {
	'answer.no-ice-credentials': ['sdp.not-for-browsers'],
	'answer.no-fingerprint': ['sdp.not-for-browsers'],
	'answer.no-rtcp-mux': ['sdp.not-for-browsers'],
	'answer.no-setup': ['sdp.not-for-browsers'],
	'answer.profile-differs': ['sdp.not-for-browsers'],
	'answer.ice': ['sdp.not-for-browsers'],
	'sdp.no-mid': ['sdp.not-for-browsers'],
	'answer.mid-differs': ['answer.sections-differ'],
	'answer.no-codec-left': ['answer.sections-differ'],
	'answer.section-rejected': ['answer.rejected-in-bundle']
};

const linesOf = ({ because }: Finding) =>
	because.flatMap((one) => (one.kind === 'line' ? [`${one.of} ${one.number}`] : []));

/**
 * The findings without those that say again what another says, each under the one that explains it. A
 * malformed line that another finding rests on is said there.
 */
export function saidOnce(findings: readonly Finding[]): Finding[] {
	const ids = new Set(findings.map(({ id }) => id));
	const isGeneral = ({ id }: Finding) => id === 'sdp.malformed-line';
	const told = new Set(findings.filter((one) => !isGeneral(one)).flatMap(linesOf));
	return findings
		.filter((one) => !SAID_BY[one.id]?.some((other) => ids.has(other)))
		.filter((one) => !isGeneral(one) || !linesOf(one).every((line) => told.has(line)))
		.map((one) => {
			const under = EXPLAINED_BY[one.id]?.find((other) => ids.has(other));
			return under === undefined ? one : { ...one, under };
		});
}
