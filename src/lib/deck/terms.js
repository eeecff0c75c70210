/**
 * The words that the vocabulary explains, and how they appear in a text. The ids are those of the
 * entries on the slide `vocabulary`.
 * @type {readonly { id: string, pattern: RegExp }[]}
 */
export const TERMS = [
	{ id: 'dtls-srtp', pattern: /\bDTLS-SRTP\b/ },
	{ id: 'data-channel', pattern: /\bdata channels?\b/i },
	{ id: 'offer-answer', pattern: /\boffer\/answer\b|\boffers?\b|(?<!Jane )\banswers?\b/i },
	{ id: 'candidate', pattern: /\bcandidates?\b/i },
	{ id: 'signaling', pattern: /\bsignaling\b/i },
	{ id: 'sdp', pattern: /\bSDP\b/ },
	{ id: 'stun', pattern: /\bSTUN\b/ },
	{ id: 'turn', pattern: /\bTURN\b/ },
	{ id: 'ice', pattern: /\bICE\b/ },
	{ id: 'track', pattern: /\btracks?\b/i },
	{ id: 'stream', pattern: /\bstreams?\b/i },
	{ id: 'peer', pattern: /(?<![“-])\bpeers?\b(?!-| connection)/i }
];
