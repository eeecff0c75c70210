import type { Finding } from './finding';

const RTCP_MUX = [
	'answer.no-rtcp-mux',
	'answer.rtcp-mux-not-repeated',
	'answer.bundle-only-rtcp-mux-not-repeated'
];

/**
 * What a finding about one description is called where the comparison of both has found it: the same
 * thing is not said twice.
 */
const SAID_BY: Readonly<Record<string, readonly string[]>> = {
	'sdp.no-ice-credentials': ['answer.no-ice-credentials'],
	'sdp.ice-credentials-length': ['answer.ice-credentials-length'],
	'sdp.ice-credentials-too-long': ['answer.ice-credentials-too-long'],
	'sdp.ice-credentials-other-characters': [
		'answer.ice-credentials-other-characters',
		'answer.ice-credentials-dollar'
	],
	'answer.ice-credentials-other-characters': ['sdp.lost-plus'],
	'answer.fingerprint': [
		'sdp.fingerprint-length',
		'sdp.fingerprint-unreadable',
		'sdp.fingerprint-hash',
		'sdp.fingerprint-in-small-letters'
	],
	'sdp.no-fingerprint': ['answer.no-fingerprint'],
	'sdp.setup-open': ['answer.setup-open'],
	'sdp.sdes': ['answer.no-fingerprint'],
	'sdp.no-rtcp-mux': RTCP_MUX,
	'sdp.rtcp-mux-not-repeated': RTCP_MUX,
	'sdp.bundle-stranger': ['answer.bundle-stranger'],
	'sdp.extension-id-in-bundle': ['answer.extension-id-twice'],
	'sdp.extension-id-twice': ['answer.extension-id-twice'],
	'sdp.mid-twice': ['answer.mid-differs'],
	'ice.only-tcp': ['ice.no-pair-possible'],
	'ice.different-private-networks': ['ice.candidates-returned', 'ice.no-pair-possible'],
	'ice.only-private': ['ice.relay-inside', 'ice.remote-only-private'],
	'ice.only-mdns': ['ice.remote-only-mdns'],
	'ice.mapped-apart': ['ice.symmetric-nat'],
	'ice.public-unanswered': ['ice.no-pair-possible'],
	'ice.remote-only-private': ['ice.no-pair-possible'],
	'ice.remote-only-mdns': ['ice.no-pair-possible'],
	'ice.no-answer': ['ice.no-pair-possible']
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

/** What is missed, or misread, where a line end was lost, in the same description. */
const MISSED_BY_GLUE = new Set([
	'sdp.no-ice-credentials',
	'sdp.no-fingerprint',
	'sdp.fingerprint-unreadable',
	'sdp.fingerprint-length',
	'sdp.no-mid',
	'sdp.mid-characters',
	'sdp.bundle-stranger',
	'sdp.no-rtcp-mux',
	'sdp.rtcp-mux-not-repeated',
	'sdp.setup-unknown',
	'sdp.no-connection-line',
	'sdp.missing-line',
	'sdp.no-codec-named',
	'sdp.codec-unreadable',
	'sdp.parameters-of-no-codec',
	'sdp.retransmission-of-nothing',
	'sdp.malformed-line',
	'offer.no-setup',
	'answer.no-ice-credentials',
	'answer.no-fingerprint',
	'answer.no-rtcp-mux',
	'answer.no-setup',
	'answer.mid-differs',
	'answer.bundle-stranger',
	'answer.no-sctp-port'
]);
const GLUE = 'sdp.glued-lines';

/** The lines that a finding rests on, by their words: each section may have the same. */
const linesOf = ({ because }: Finding) =>
	because.flatMap((one) => (one.kind === 'line' ? [`${one.of} ${one.text}`] : []));

/** The descriptions whose lines a finding rests on. */
const textsOf = ({ because }: Finding) =>
	because.flatMap((one) => (one.kind === 'line' ? [one.of] : []));

const sameWords = ({ id, severity, claim, refusedBy, unanswerableBy }: Finding) =>
	[id, severity, claim, ...refusedBy, '', ...unanswerableBy].join('\n');

/** What is said of both descriptions in the same words is said once, of both. */
function ofBoth(findings: readonly Finding[]): Finding[] {
	const once = new Map<string, Finding>();
	for (const one of findings) {
		const before = once.get(sameWords(one));
		const because = before ? [...before.because, ...one.because] : one.because;
		once.set(sameWords(one), { ...(before ?? one), because });
	}
	return [...once.values()];
}

/**
 * The findings without those that say again what another says, each under the one that explains it. A
 * malformed line that another finding rests on is said there.
 */
export function saidOnce(findings: readonly Finding[]): Finding[] {
	const ids = new Set(findings.map(({ id }) => id));
	const isGeneral = ({ id }: Finding) => id === 'sdp.malformed-line';
	const told = new Set(findings.filter((one) => !isGeneral(one)).flatMap(linesOf));
	const glued = new Set(findings.filter(({ id }) => id === GLUE).flatMap(textsOf));
	const isGlued = (one: Finding) =>
		MISSED_BY_GLUE.has(one.id) && textsOf(one).some((of) => glued.has(of));
	return ofBoth(findings)
		.filter((one) => !SAID_BY[one.id]?.some((other) => ids.has(other)))
		.filter((one) => !isGeneral(one) || !linesOf(one).every((line) => told.has(line)))
		.map((one) => {
			const under = isGlued(one) ? GLUE : EXPLAINED_BY[one.id]?.find((other) => ids.has(other));
			return under === undefined ? one : { ...one, under };
		});
}
