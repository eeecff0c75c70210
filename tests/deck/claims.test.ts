import { describe, expect, it } from 'vitest';
import { slides } from '../../src/lib/deck';
import { slideText } from './slides';

/** What a slide has to say where the specification is easily misread, and what is not true. */
interface Claim {
	slug: string;
	/** The specification, or what was measured. */
	source: string;
	says: RegExp[];
	/** What is said on no slide. */
	never: RegExp[];
}

const CLAIMS: readonly Claim[] = [
	{
		slug: 'what-is-webrtc',
		source: 'RFC 8825, 3; RFC 8656: a relay where no direct path works',
		says: [/free and open project/, /or other data/, /through a relay where it does not/],
		never: [/straight from one/, /straight to another/]
	},
	{
		slug: 'architecture',
		source: 'RFC 8489, 2: the reflexive transport address, so with a port',
		says: [/address and port the outside world sees/],
		never: []
	},
	{
		slug: 'vocabulary',
		source: 'RFC 8839, 5: SDP carries candidates and credentials',
		says: [/where it may be reached: credentials and candidates/, /addresses and ports/],
		never: []
	},
	{
		slug: 'what-an-app-does',
		source: 'RFC 9429, 3.6: a size is limited or wished for, not agreed on',
		says: [/addresses and ports/, /resolution\. That is half true/, /section-3\.6/],
		never: []
	},
	{
		slug: 'john-gets-media',
		source:
			'mediacapture-streams, getUserMedia: “If the user never responds, this algorithm stalls”',
		says: [/unless the browser remembers/, /it never settles/],
		never: [/asks him, and (its promise )?waits/]
	},
	{
		slug: 'jane-sets-remote-description',
		source: 'webrtc-pc, 9.3: the muted state ends when data arrives',
		says: [/`unmute` says that it did/, /They announce a picture/],
		never: []
	},
	{
		slug: 'jane-gets-media',
		source: 'measured: Firefox 5 s, Chromium 15 s, once ICE has begun',
		says: [/ICE has to find a path in time/],
		never: [/nothing times out/]
	},
	{
		slug: 'jane-sets-local-description',
		source: 'measured: Firefox 5 s, Chromium 15 s, once ICE has begun',
		says: [/five seconds after the answer/, /15 seconds of checks/],
		never: []
	},
	{
		slug: 'jane-creates-answer',
		source: 'RFC 3264, 6.1; RFC 9429, 5.3.1: at least one offered format, and more are permitted',
		says: [/At least one must be among those offered/, /both run the same browser/],
		never: [/only codecs that both know/, /fewer or reordered codecs/, /yes, and also/]
	},
	{
		slug: 'jane-sends-answer',
		source: 'RFC 9429, 3.2 and 4.1.10: the final answer is JSEP’s notion',
		says: [/one final answer \(\[RFC 9429 §3\.2\]/, /§4\.1\.10\]/],
		never: [/one final answer \(\[RFC 3264/]
	},
	{
		slug: 'john-sets-remote-description',
		source: 'webrtc-pc, 4.3.1; 4.4.2 addIceCandidate, which writes into the remote description',
		says: [/agreed, not connected/, /Only the candidates differ/, /not one pair/],
		never: [/hold the same two descriptions/]
	},
	{
		slug: 'candidates-appear',
		source: 'RFC 8828, 5.2; RFC 9429, 4.1.1; the mDNS draft',
		says: [
			/once for each type of media/,
			/component 2, RTCP/,
			/draft-ietf-mmusic-mdns-ice-candidates/,
			/until the page may use a camera/,
			/only because each message waits on the wire/
		],
		never: [/[Ee]very address/, /gathers? for each section/]
	},
	{
		slug: 'jane-sends-candidate',
		source:
			'RFC 8445, 8.1.1: no other nomination without a restart; RFC 8838, 13: no new candidates',
		says: [/rfc8445\.html#section-8\.1\.1/, /rfc8838\.html#section-13/, /Chromium/],
		never: [/may still lead to a better path/, /both check every pair/]
	},
	{
		slug: 'john-adds-candidate',
		source: 'RFC 8445, 6.1.2.3, 6.1.2.4 and 8.1.1',
		says: [/weaker end decides/, /#section-6\.1\.2\.4/, /six pairs, not nine/, /#section-8\.1\.1/],
		never: [/may still turn up a better path/]
	},
	{
		slug: 'remaining-candidates',
		source: 'webrtc-pc, 4.8.2: an empty string ends a generation; null need not be signaled',
		says: [/a candidate whose string is empty/, /rtcpeerconnectioniceevent/, /need not be sent/],
		never: [/At the end each peer sends `null`/]
	},
	{
		slug: 'connected',
		source: 'RFC 8445, 12.1; RFC 8842, 5.3; RFC 8489, 14.7',
		says: [
			/need not wait for the nomination/,
			/#section-12\.1/,
			/`a=setup:active`/,
			/controlling because he offered/,
			/STUN’s FINGERPRINT has nothing to do with it/
		],
		never: []
	},
	{
		slug: 'media-flows',
		source: 'webrtc-pc, 9.3',
		says: [/Only that fires `unmute`/],
		never: [/receive packets, and unmute/]
	},
	{
		slug: 'john-hangs-up',
		source: 'webrtc-pc, 4.4.2 close and 5.5; RFC 3550, 6.6; measured in both browsers',
		says: [/RTCP BYE/, /an alert that closes DTLS/, /`RTCDtlsTransport` is `closed`/],
		never: [/no message for “goodbye”/]
	},
	{
		slug: 'show-me-the-code',
		source: 'mediacapture-streams: a secure context; Linus Torvalds, 25 August 2000',
		says: [/Talk is cheap\. Show me the code\./, /Linus Torvalds/, /HTTPS/],
		never: []
	}
];

describe('a slide', () => {
	it.each(CLAIMS.map((claim) => [claim.slug, claim.source, claim] as const))(
		'%s says what is so (%s)',
		(slug, _, { says }) => {
			for (const pattern of says) expect(slideText(slug)).toMatch(pattern);
		}
	);

	it.each(slides.map(({ slug }) => slug))(
		'%s repeats no claim that is false on any other',
		(slug) => {
			for (const pattern of CLAIMS.flatMap(({ never }) => never)) {
				expect(slideText(slug)).not.toMatch(pattern);
			}
		}
	);
});
