import type { Browser } from '../sdp';

const NO_FINGERPRINT = 'Called with SDP without DTLS fingerprint.';

const RTCP_MUX = {
	Chromium: 'rtcp-mux must be enabled when BUNDLE is enabled.',
	Firefox: 'is missing a=rtcp-mux, which is required by rtcpMuxPolicy'
};

const OTHER_CHARACTERS = {
	Chromium: 'must contain only alphanumeric characters',
	Firefox: 'contains invalid characters'
};

const NO_LINE = 'Invalid SDP line.';

const MOVED =
	"The order of m-lines in subsequent offer doesn't match order from previous offer/answer.";

const SECTIONS_MOVED = {
	Chromium: MOVED,
	Firefox: 'media type changes are only permitted when the m-section was previously disabled'
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
	'answer.bundle-only-rtcp-mux-not-repeated': { Firefox: RTCP_MUX.Firefox },
	'sdp.ice-credentials-length': { Chromium: 'Invalid ICE parameters', Firefox: 'is too short' },
	'answer.ice-credentials-length': { Chromium: 'Invalid ICE parameters', Firefox: 'is too short' },
	'sdp.ice-credentials-too-long': { Chromium: 'Invalid ICE parameters' },
	'answer.ice-credentials-other-characters': OTHER_CHARACTERS,
	'answer.ice-credentials-dollar': OTHER_CHARACTERS,
	'sdp.ice-credentials-other-characters': OTHER_CHARACTERS,
	'sdp.lost-plus': OTHER_CHARACTERS,
	'sdp.mid-twice': { Chromium: 'Duplicate a=mid value' },
	'sdp.no-mid': {
		Firefox: 'mid specified for bundle transport in group attribute does not exist in the SDP.'
	},
	'offer.sections-gone': {
		Chromium: MOVED,
		Firefox: 'has fewer m-sections than the previous remote description.'
	},
	'offer.sections-moved': SECTIONS_MOVED,
	'offer.kind-changed': SECTIONS_MOVED,
	'offer.mid-changed': { Chromium: MOVED },
	'answer.restart-not-offered': {
		Firefox: 'Remote description indicates ICE restart but offer did not request ICE restart'
	},
	'answer.bundle-wider': { Chromium: 'that was not in the offered group.' },
	'answer.bundle-not-offered': {
		Chromium: 'was added in the answer that did not exist in the offer.'
	},
	'sdp.extension-id-twice': EXTENSION_TWICE,
	'answer.extension-id-twice': EXTENSION_TWICE,
	'sdp.payload-type-twice': { Chromium: 'conflicting codec name or clock rate.' },
	'sdp.section-for-images': { Firefox: 'Unsupported media section type' },
	'answer.provisional': { Firefox: 'pranswer not yet implemented' },
	'sdp.missing-line': { Chromium: 'Expect line:' },
	'sdp.no-connection-line': { Firefox: 'c= connection line not specified for every media level' },
	'sdp.no-line-of-sdp': { Chromium: NO_LINE },
	'sdp.no-last-line-end': { Chromium: NO_LINE },
	'sdp.empty-last-line': { Chromium: NO_LINE },
	'sdp.unknown-line-in-session': { Chromium: 'Expects m line.' },
	'sdp.nameless-attribute': { Firefox: 'No attribute type specified' },
	'sdp.not-ascii': { Firefox: 'SDP contains non ASCII characters' },
	'sdp.line-ends': { Firefox: 'End of line beyond end of buffer.' },
	'sdp.version': { Firefox: 'Invalid version' },
	'sdp.origin-fields': { Chromium: 'Expects 6 fields.', Firefox: 'specified for o=' },
	'sdp.origin-number': { Firefox: 'Invalid owner' },
	'sdp.times': { Firefox: 'Invalid timespec' },
	'sdp.connection-fields': {
		Chromium: 'Failed to parse the address type.',
		Firefox: 'No connection address specified for c=.'
	},
	'sdp.connection-name': { Firefox: 'Error parsing address' },
	'sdp.bandwidth-kind': { Chromium: 'b= syntax error' },
	'sdp.bandwidth-number': { Firefox: 'No BW Value specified' },
	'sdp.section-port': {
		Chromium: 'The port number is invalid',
		Firefox: 'Invalid port format'
	},
	'sdp.section-port-range': { Chromium: 'The port number is invalid' },
	'sdp.section-without-formats': { Chromium: 'Expects at least 4 fields.' },
	'sdp.unknown-kind': { Firefox: 'Unsupported media section type' },
	'sdp.unknown-protocol': {
		Chromium: 'Unsupported protocol for media type',
		Firefox: 'Transport protocol type unsupported'
	},
	'sdp.unknown-protocol-of-data': { Firefox: 'Transport protocol type unsupported' },
	'sdp.protocol-in-small-letters': { Chromium: 'Unsupported protocol for media type' },
	'sdp.payload-type-range': { Firefox: 'is too large at level' },
	'sdp.payload-type-number': { Chromium: 'Invalid value' },
	'sdp.payload-type-of-rtcp': { Firefox: 'Illegal audio/video payload type' },
	'sdp.codec-of-rtcp': { Chromium: 'used an invalid payload type' },
	'sdp.parameters-unreadable': { Chromium: 'Expects at least 2 fields.' },
	'sdp.feedback-unreadable': { Chromium: 'Failed to get the value of attribute: rtcp-fb' },
	'sdp.parameters-of-no-codec': { Chromium: 'Failed to parse codecs correctly.' },
	'sdp.retransmission-of-nothing': { Chromium: 'send parameters for m-section' },
	'sdp.no-codec-named': { Chromium: 'send parameters for m-section' },
	'sdp.extension-number': {
		Chromium: 'Extension ID is not in valid range.',
		Firefox: 'contains invalid extension id'
	},
	'sdp.extension-of-two-bytes': { Firefox: 'contains invalid extension id' },
	'sdp.extension-repeated': { Firefox: 'duplicate extension id' },
	'sdp.extension-id-in-bundle': { Chromium: EXTENSION_TWICE.Chromium },
	'sdp.stream-nameless': { Chromium: 'Missing stream ID in msid attribute.' },
	'sdp.simulcast-unreadable': {
		Chromium: 'Malformed simulcast line',
		Firefox: "Type must be either 'send' or 'recv'"
	},
	'sdp.simulcast-of-no-stream': { Firefox: 'No rid attribute for' },
	'sdp.simulcast-without-rid': {
		Chromium: 'negotiates simulcast but does not negotiate the RID RTP header extension.'
	},
	'sdp.rid-without-direction': { Firefox: 'Invalid direction' },
	'sdp.mid-characters': { Chromium: 'Failed to parse' },
	'sdp.bundle-names-twice': { Firefox: 'appears more than once in a BUNDLE group' },
	'sdp.bundles-overlap': {
		Chromium: 'that is already in a BUNDLE group.',
		Firefox: 'appears more than once in a BUNDLE group'
	},
	'sdp.fingerprint-length': { Chromium: 'Failed to apply remote fingerprint.' },
	'sdp.fingerprint-hash': {
		Chromium: 'Failed to create fingerprint from the digest.',
		Firefox: 'no supported fingerprint algorithms present'
	},
	'sdp.fingerprint-in-small-letters': { Firefox: 'Malformed fingerprint token' },
	'sdp.setup-unknown': { Chromium: 'Invalid attribute value.' },
	'sdp.sctp-port': { Chromium: 'Invalid sctp port value.' },
	'sdp.max-message-size': { Chromium: 'Invalid SCTP max message size.' },
	'offer.transport-not-repeated': { Firefox: 'attribute at level' },
	'offer.source-twice': { Chromium: 'Failed to process the bundled m= section' },
	'answer.source-twice': { Chromium: 'demuxing for mid=' },
	'sdp.sources-of-sound': { Chromium: 'Failed to add remote stream ssrc' },
	'sdp.source-without-track': {
		Chromium: 'Media section has more than one track specified with a=ssrc lines'
	},
	'sdp.track-twice': { Chromium: 'Duplicate a=msid lines detected' },
	'offer.rejected-in-bundle': { Firefox: 'points at a disabled m-section.' },
	'answer.sctp-port-of-none': { Firefox: 'Answer had no codecs in common with offer' },
	'offer.setup-on-hold': {
		Chromium: 'Failed to create transport answer, transport is missing'
	},
	'offer.no-setup': { Firefox: 'Invalid offer, no setup attribute' },
	'answer.setup-open': {
		Chromium: 'Answerer must use either active or passive value for setup attribute.'
	},
	'sdp.setup-open': {
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

/** Shorter words are said of other things as well, in UTF-16 code units. */
const TELLING = 16;

/**
 * The findings of which a browser says what stands in a text.
 * @param least how long what it says is at least
 */
export function idsByWords(text: string, least = TELLING): string[] {
	return Object.entries(WORDS)
		.filter(([, words]) =>
			Object.values(words).some((said) => said.length >= least && text.includes(said))
		)
		.map(([id]) => id);
}

/** What a browser says; null where it is not known. */
export function wordsOf(id: string, browser: Browser): string | null {
	return WORDS[id]?.[browser] ?? null;
}
