/** The browsers whose reaction to a wrong answer is known. */
export type Browser = 'Chromium' | 'Firefox';

export const BOTH: readonly Browser[] = ['Chromium', 'Firefox'];
export const NEITHER: readonly Browser[] = [];

/**
 * Which browsers reject the whole answer in `setRemoteDescription` for each rule that an answer can
 * break. Not read from a specification but tried: tests/sdp/refusals.browser.test.ts breaks each rule
 * alone, in Chromium 156 and Firefox 153, and holds this table to what happens.
 */
export const REFUSALS = {
	/** The number, the order or the kinds of the sections differ. */
	sections: BOTH,
	/** A section has another name. */
	mid: BOTH,
	/** The profile of transport is another one. */
	profile: NEITHER,
	/** The first section of the bundle, which has the transport, is rejected. */
	'rejected-tag': BOTH,
	/** Another section of the bundle is rejected. */
	'rejected-member': NEITHER,
	/** The bundle names a section that no group of the offer has. */
	'bundle-stray': BOTH,
	/** The bundle names a section of the offer that its group there has not. */
	'bundle-wider': ['Chromium'],
	/** A bundle of sections that none of the offer has. */
	'bundle-unasked': ['Chromium'],
	/** A bundle of the offer comes back as several. */
	'bundle-split': ['Chromium'],
	/** No user name or no password for ICE. */
	'ice-credentials': BOTH,
	/** A user name or a password that is too short. */
	'ice-length': BOTH,
	/** One that is too long. */
	'ice-too-long': ['Chromium'],
	/** One with `-`, `=`, `#` or `_`, which are not allowed; Chromium lets them pass all the same. */
	'ice-characters': NEITHER,
	/** One with any other character that is not allowed. */
	'ice-other-characters': ['Chromium'],
	/** One with a `$`. */
	'ice-dollar': BOTH,
	fingerprint: BOTH,
	/** An answer that leaves the DTLS role open, or puts it on hold. */
	'setup-open': BOTH,
	/** No DTLS role is named. */
	'setup-missing': NEITHER,
	/** The DTLS role differs from that in the association that stands. */
	'role-flip': ['Chromium'],
	/** RTCP does not share the port of RTP. */
	'rtcp-mux': BOTH,
	/** The tagged section of the bundle has a=rtcp-mux, another one does not repeat it. */
	'rtcp-mux-inherited': BOTH,
	/** The same of a section that is bundle-only. */
	'rtcp-mux-bundle-only': ['Firefox'],
	direction: BOTH,
	/** No codec of the answer was offered. */
	codecs: ['Firefox'],
	/** What is left of the offered codecs goes beside others, and carries nothing by itself. */
	'codecs-beside': NEITHER,
	/** One payload type stands for two codecs in a bundle. */
	'payload-type': NEITHER,
	/** A header extension that was not offered. */
	'extension-unasked': ['Firefox'],
	/** A header extension with another number than in the offer. */
	'extension-number': ['Firefox'],
	/** One number stands for two header extensions in a bundle. */
	'extension-twice': BOTH,
	/** No port for SCTP. */
	'sctp-port': ['Firefox']
} as const satisfies Readonly<Record<string, readonly Browser[]>>;

export type Rule = keyof typeof REFUSALS;

/** Which rule of characters a user name or a password for ICE breaks (RFC 8839, 5.4); null where none. */
export function ruleOfCharacters(value: string): Rule | null {
	// What stands behind it may be of whatever it was copied from.
	const stray = value.trimEnd().replace(/[A-Za-z0-9+/]/g, '');
	if (stray === '') return null;
	if (stray.includes('$')) return 'ice-dollar';
	return /^[-=#_]*$/.test(stray) ? 'ice-characters' : 'ice-other-characters';
}

/**
 * Which browsers break a rule themselves when they answer, in calls that work among them. Tried:
 * tests/sdp/live-exchanges.browser.test.ts.
 */
export const BROKEN_BY: Partial<Record<Rule, readonly Browser[]>> = { 'role-flip': ['Firefox'] };
