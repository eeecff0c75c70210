import type { Browser } from '../sdp';

const NO_FINGERPRINT = 'Called with SDP without DTLS fingerprint.';

const RTCP_MUX = {
	Chromium: 'rtcp-mux must be enabled when BUNDLE is enabled.',
	Firefox: 'is missing a=rtcp-mux, which is required by rtcpMuxPolicy'
};

const EXTENSION_TWICE = {
	Chromium: 'A BUNDLE group contains a codec collision for header extension',
	Firefox: 'duplicate extension id'
};

/**
 * What browsers say when they refuse, by the finding that names the cause; the part of the message
 * that does not name the call. Tried: tests/diagnose/refused.browser.test.ts holds it to Chromium 156
 * and Firefox 153.
 */
const WORDS: Readonly<Record<string, Partial<Record<Browser, string>>>> = {
	'sdp.no-ice-credentials': { Chromium: 'Called with SDP without ice-ufrag and ice-pwd.' },
	'answer.no-ice-credentials': { Chromium: 'Called with SDP without ice-ufrag and ice-pwd.' },
	'sdp.not-for-browsers': { Chromium: NO_FINGERPRINT },
	'sdp.no-fingerprint': { Chromium: NO_FINGERPRINT, Firefox: 'no fingerprint attribute' },
	'sdp.sdes': { Chromium: NO_FINGERPRINT, Firefox: 'no fingerprint attribute' },
	'answer.no-fingerprint': { Chromium: NO_FINGERPRINT, Firefox: 'no fingerprint attribute' },
	'sdp.no-rtcp-mux': RTCP_MUX,
	'sdp.rtcp-mux-not-repeated': RTCP_MUX,
	'answer.no-rtcp-mux': RTCP_MUX,
	'answer.rtcp-mux-not-repeated': RTCP_MUX,
	'sdp.ice-credentials-length': { Chromium: 'Invalid ICE parameters', Firefox: 'is too short' },
	'answer.ice-credentials-length': { Chromium: 'Invalid ICE parameters', Firefox: 'is too short' },
	'sdp.mid-twice': { Chromium: 'Duplicate a=mid value' },
	'sdp.no-mid': {
		Firefox: 'mid specified for bundle transport in group attribute does not exist in the SDP.'
	},
	'sdp.extension-id-twice': EXTENSION_TWICE,
	'answer.extension-id-twice': EXTENSION_TWICE,
	'sdp.payload-type-twice': { Chromium: 'conflicting codec name or clock rate.' },
	'sdp.missing-line': { Chromium: 'Expect line:' },
	'sdp.no-connection-line': { Firefox: 'c= connection line not specified for every media level' },
	'offer.no-setup': { Firefox: 'Invalid offer, no setup attribute' },
	'answer.setup-open': {
		Chromium: 'Answerer must use either active or passive value for setup attribute.'
	},
	'answer.sections-differ': {
		Chromium: "The order of m-lines in answer doesn't match order in offer. Rejecting answer."
	},
	'answer.rejected-in-bundle': {
		Chromium: 'should be rejected.',
		Firefox: 'points at a disabled m-section.'
	},
	'answer.dtls-role-flipped': { Chromium: 'Failed to set SSL role for the transport' },
	'answer.no-codec-left': { Firefox: 'Answer had no codecs in common with offer' },
	'answer.no-sctp-port': { Firefox: 'Answer had no codecs in common with offer' }
};

/** What a browser says; null where it is not known. */
export function wordsOf(id: string, browser: Browser): string | null {
	return WORDS[id]?.[browser] ?? null;
}
