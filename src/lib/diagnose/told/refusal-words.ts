/** What a browser means by the words with which it refuses a description. */
export interface RefusalMeaning {
	/** What is wrong, to stand behind “refused …: ”. */
	readonly cause: string;
	readonly todo: string;
	readonly source: string;
}

/** What was handed over where the text of SDP belongs, by what Chromium found in place of its first line. */
const HANDED_OVER: readonly (readonly [words: RegExp, meaning: RefusalMeaning])[] = (
	[
		[
			/\. \[object \w+\]/,
			'it was given an object where the text of SDP belongs, which became “[object Object]” on the way.',
			'Hand over { type, sdp } with the text alone as sdp: description.sdp, and not the description itself.'
		],
		[
			/\. (?:undefined|null|NaN|true|false)/,
			'it was given no text where SDP belongs: the value of sdp was not there.',
			'See which member of the message has the text of SDP, and whether the message has arrived whole.'
		],
		[
			/\. ["'{[]/,
			'it was given JSON where the text of SDP belongs.',
			'Read the message with JSON.parse() first, and hand over its type and its sdp.'
		],
		[
			/\. </,
			'it was given a page of HTML or XML where the text of SDP belongs.',
			'See what the server answered, and with which status: it is an error page most often.'
		],
		[
			/\. ?/,
			'what it was given does not begin with v=0.',
			'See what stands in front of v=0, an empty line among others, and whether what was handed over is SDP at all.'
		]
	] as const
).map(([words, cause, todo]) => [
	new RegExp(`Failed to parse SessionDescription${words.source}[^\\r\\n]{0,300}?Expect line: v=`),
	{ cause, todo, source: 'RFC 8866, 5.1; webrtc-pc, 4.6.3' }
]);

/**
 * Words of browsers that name a cause by themselves: a line that is missing, the other description, what stood
 * before, or what was handed over in its place.
 */
const REFUSAL_WORDS: readonly (readonly [words: RegExp, meaning: RefusalMeaning])[] = [
	...HANDED_OVER,
	[
		// Chromium, jsep_transport.cc
		/Offerer must use actpass/,
		{
			cause:
				'the offer of this exchange fixes the DTLS role (a=setup:active or passive), and the browser takes actpass alone.',
			todo: 'Say a=setup:actpass in that offer. Offers that come later in the call (a re-INVITE, a renegotiation) have to say it too.',
			source: 'RFC 8842, 5.2 and 5.5; RFC 9429, 5.2.2'
		}
	],
	[
		// Chromium, jsep_transport_controller.cc, which bundles from the offer on where that is its policy
		/Answer cannot remove m= section/,
		{
			cause:
				'the answer leaves a section out of the BUNDLE group that is in force: since an exchange before, or since the offer where bundlePolicy is max-bundle.',
			todo: 'Answer a=group:BUNDLE with the mids that were offered. Where the other side cannot bundle, make the connection with bundlePolicy balanced.',
			source: 'RFC 9143, 7.3; webrtc-pc, 4.2.5'
		}
	],
	[
		// Chromium, jsep_transport_controller.cc
		/BUNDLE group in answer contains a MID/,
		{
			cause:
				'the answer has a section in its BUNDLE group that the offer does not have in its own.',
			todo: 'Answer a=group:BUNDLE with mids of that group alone, without those of sections that are rejected.',
			source: 'RFC 9143, 7.3'
		}
	],
	[
		// Chromium, jsep_transport_controller.cc
		/max-bundle is used but no bundle group found/,
		{
			cause:
				'the connection has the bundlePolicy max-bundle, and there is no a=group:BUNDLE in it.',
			todo: 'Answer a=group:BUNDLE with the mids that were offered. Where the other side cannot bundle, make the connection with bundlePolicy balanced.',
			source: 'RFC 9143, 7.3; webrtc-pc, 4.2.5'
		}
	],
	[
		// Chromium, Firefox, and pion
		/Called with SDP without DTLS fingerprint|no fingerprint attribute|called with no fingerprint/,
		{
			cause: 'it has no a=fingerprint, so nobody could tell whose DTLS handshake it is.',
			todo: 'Turn on DTLS-SRTP where the description is made: browsers encrypt media with nothing else.',
			source: 'RFC 8827, 6.5'
		}
	],
	[
		/Called with SDP without ice-ufrag and ice-pwd|(?:Invalid description, |called with )no ice-(?:ufrag|pwd)/,
		{
			cause: 'it has no a=ice-ufrag and a=ice-pwd for one of its sections.',
			todo: 'Turn on ICE where the description is made, and let nothing on its way take its lines out.',
			source: 'RFC 8839, 5.4; RFC 9429, 5.8.3'
		}
	],
	[
		// Chromium, jsep_transport.cc
		/Invalid ice-ufrag or ice-pwd length|Invalid ICE parameters/,
		{
			cause:
				'its ICE credentials have not the length that they must have: 4 to 256 characters for a=ice-ufrag, 22 to 256 for a=ice-pwd.',
			todo: 'See what makes or shortens a=ice-ufrag and a=ice-pwd of it, and hand them on as they were made.',
			source: 'RFC 8839, 5.4'
		}
	],
	[
		// Chromium, jsep_transport.cc
		/Answerer must use either active or passive/,
		{
			cause: 'the answer leaves the DTLS role open: a=setup is actpass, or missing.',
			todo: 'Answer a=setup:active, or passive where the other side shall begin.',
			source: 'RFC 8842, 5.3; RFC 5763, 5'
		}
	],
	[
		/rtcp-mux must be enabled|is missing a=rtcp-mux/,
		{
			cause: 'a section has no a=rtcp-mux, without which browsers take no media.',
			todo: 'Turn on multiplexing of RTP and RTCP (a=rtcp-mux) where the description is made.',
			source: 'RFC 9429, 4.1.1 and 5.8.3'
		}
	],
	[
		/order of m-lines in answer doesn't match/,
		{
			cause:
				'the answer has not the sections of the offer in its order: another number of them, or other kinds or mids.',
			todo: 'Answer each section of the offer in its place, with port 0 where it is not wanted. See whether the answer belongs to this offer.',
			source: 'RFC 3264, 6; RFC 9429, 5.3.1'
		}
	],
	[
		// Chromium, pc/media_session.cc and pc/channel.cc
		/Incompatible (?:send|receive) direction/,
		{
			cause:
				'the answer sends, or receives, in a section where the offer does not let it: to sendonly it may answer recvonly or inactive alone, to recvonly sendonly or inactive, to inactive nothing else.',
			todo: 'Answer each section with a direction that fits the one that was offered, and see whether the answer belongs to this offer.',
			source: 'RFC 3264, 6.1; RFC 9429, 5.3.1'
		}
	],
	[
		// Firefox, JsepSessionImpl::ValidateAnswer
		/Answer changed id for extmap/,
		{
			cause: 'the answer gives a header extension another number than the offer gave it.',
			todo: 'Answer each a=extmap with the number that it was offered with.',
			source: 'RFC 8285, 6'
		}
	],
	[
		/Failed to set SSL role for the (?:transport|channel)/,
		{
			cause:
				'the DTLS roles do not fit: a=setup of the answer has another role than the one that the connection stands with.',
			todo: 'Keep the role (active or passive) of the first answer for as long as the connection stands.',
			source: 'RFC 8842, 4 and 5.3'
		}
	],
	[
		// Firefox, sdp_main.c
		/c= connection line not specified for every media level/,
		{
			cause: 'there is no c= line in front of the first m= line, and not one in each section.',
			todo: 'Write c=IN IP4 0.0.0.0 in each section, or one for all of them behind s=.',
			source: 'RFC 8866, 5.7'
		}
	],
	[
		// Firefox, sdp_token.c
		/No sctp port specified/,
		{
			cause: 'an m= line of data (DTLS/SCTP) ends in front of the port of SCTP.',
			todo: 'Write “m=application 9 UDP/DTLS/SCTP webrtc-datachannel” and a=sctp-port, or, as old browsers do, “DTLS/SCTP 5000” and a=sctpmap.',
			source: 'RFC 8841, 4.3 and 5'
		}
	]
];

/** What a browser means that refuses a description with such words; null where that is not known. */
export function meaningOfRefusal(words: string): RefusalMeaning | null {
	return REFUSAL_WORDS.find(([known]) => known.test(words))?.[1] ?? null;
}
