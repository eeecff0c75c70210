import { SEVERITIES, type Finding } from '../finding';

/** Findings by which a description was never set. */
const UNSET = ['negotiation.never-answered', 'answer.', 'offer.', 'sdp.', 'negotiation.refused'];

/** Findings after which nothing flows. */
const GONE = ['ice.other-side-gone', 'ice.consent-lost', 'ice.restart-'];

/** Findings by which there is no connection. */
const DOWN = [
	...UNSET,
	'configuration.',
	'negotiation.',
	'ice.',
	'turn.',
	'dtls.',
	'call.unexplained'
];

/** What would not be there without another, by the beginning of its id; the first that is found counts. */
const FOLLOWS: readonly (readonly [id: string, from: readonly string[]])[] = [
	[
		'negotiation.never-answered',
		[
			'answer.',
			'offer.',
			'sdp.',
			'signaling.description',
			'negotiation.glare',
			'negotiation.two',
			'negotiation.refused'
		]
	],
	['negotiation.candidate-too-early', [...UNSET, 'ice.ufrag']],
	['dtls.fingerprint-differs', ['negotiation.two']],
	['dtls.never-finished', [...UNSET, 'negotiation.two']],
	['dtls.failed', ['dtls.', 'ice.ufrag', 'ice.password']],
	['dtls.never-finished', ['dtls.both', 'ice.ufrag', 'ice.password']],
	['ice.candidate-of-other-description', ['ice.ufrag']],
	['ice.no-answer', ['ice.ufrag', 'ice.password']],
	['ice.no-relay', ['ice.ufrag', 'ice.password']],
	['ice.one-way', ['ice.ufrag', 'ice.password']],
	['ice.remote-only', ['ice.ufrag', 'ice.password']],
	[
		'ice.none-received',
		[
			'signaling.',
			'sdp.no-sections',
			'ice.relay',
			'ice.none-gathered',
			'ice.gathering',
			'negotiation.candidate',
			'ice.candidate-',
			'ice.firefox',
			'ice.waited'
		]
	],
	['ice.none-gathered', ['turn.']],
	['ice.firefox-five-seconds', ['answer.bundle-lost', 'signaling.']],
	['media.silence', ['answer.bundle-lost']],
	['turn.', ['ice.remote-only', 'ice.no-answer', 'ice.no-relay', 'ice.symmetric']],
	['ice.consent-lost', ['ice.other-side-gone', 'negotiation.two', 'dtls.']],
	['ice.restart-failed', ['ice.other-side-gone', 'negotiation.two', 'dtls.']],
	['data.rejected', ['answer.section-rejected']],
	['data.without-connection', DOWN],
	['media.nothing', GONE],
	['media.frozen', GONE],
	['media.freezes', ['media.nothing', ...GONE]],
	['media.not-decoded', GONE]
];

/**
 * Findings of a session, each once, and what follows from another under it. What is true of both sides is
 * said of the first, with the evidence of both.
 */
export function together(found: readonly Finding[]): Finding[] {
	const once = new Map<string, Finding>();
	for (const one of found) {
		const before = once.get(one.id);
		once.set(one.id, before === undefined ? one : joined(before, one));
	}
	const all = [...once.values()];
	return all.map((one) => {
		const from = FOLLOWS.filter(([id]) => one.id.startsWith(id)).flatMap(([, causes]) => causes);
		const cause = from
			.map((start) => worstOf(all.filter(({ id }) => id.startsWith(start) && id !== one.id)))
			.find((other) => other !== undefined);
		return cause === undefined ? one : { ...one, under: cause.id };
	});
}

/** Of several of one kind the gravest is the cause: one server that is not reached harms less than one that refuses. */
function worstOf(causes: readonly Finding[]): Finding | undefined {
	const grave = ({ severity }: Finding) => SEVERITIES.indexOf(severity);
	return causes.toSorted((one, other) => grave(one) - grave(other))[0];
}

function joined(first: Finding, other: Finding): Finding {
	const claim =
		first.claim === other.claim
			? first.claim
			: `${first.claim} The same is true of the other side.`;
	return { ...first, claim, because: [...first.because, ...other.because] };
}
