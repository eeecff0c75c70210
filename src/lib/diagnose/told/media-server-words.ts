import type { Meaning } from './known-words';

/** What servers of media write where they take no part in a call, each with the program that does. */
export const MEDIA_SERVER_WORDS: readonly (readonly [words: RegExp, meaning: Meaning])[] = [
	[
		// str0m, agent.rs
		/State change \(no possible pairs\)/,
		{
			id: 'told.ice-failed',
			severity: 'breaks the call',
			claim: 'str0m has no pair of candidates left that could work.',
			todo: 'See whether each side has an address that the other one can reach, and whether candidates are handed on in both directions.',
			source: 'RFC 8445, 8.1.2',
			isCertain: false
		}
	],
	[
		// Janus, sdp-utils.c
		/Couldn't find codec we needed \(/,
		{
			id: 'told.no-common-codec',
			severity: 'breaks a part',
			claim:
				'Janus did not find the codec of its room, or of its stream, in the offer, and rejected that section.',
			todo: 'Compare a=rtpmap and a=fmtp of the offer with the codec that it is set up with; of H.264, packetization-mode and profile-level-id as well.',
			source: 'RFC 3264, 6; RFC 6184, 8.2.2'
		}
	],
	[
		// MediaMTX, internal/core/path_manager.go
		/no (?:stream is available|one is publishing) (?:on|to) path/,
		{
			id: 'told.no-stream',
			severity: 'breaks the call',
			claim: 'MediaMTX was asked for a path to which nobody publishes: there is nothing to play.',
			todo: 'Start the publisher first, or let whoever plays try again. See that both name the same path.',
			source: null,
			isCertain: false
		}
	],
	[
		// FreeSWITCH, switch_core_media.c
		/NO candidate ACL defined, Defaulting to wan\.auto/,
		{
			id: 'told.freeswitch-wan-auto',
			severity: 'will bite',
			claim:
				'FreeSWITCH has no list of addresses from which it takes candidates, so it takes public ones alone: a browser in its own network, or in a VPN, has none.',
			todo: 'Set apply-candidate-acl in the profile of SIP to a list that has the networks of the browsers.',
			source: null,
			isCertain: false
		}
	],
	[
		// rtpengine, rtplib and srtp.h
		/SRTC?P output wanted, but no crypto suite was negotiated/,
		{
			id: 'told.no-srtp-keys',
			severity: 'will bite',
			claim:
				'rtpengine was to send SRTP on a leg for which no keys were agreed on with it: unless both ends have keys of their own, that side hears and sees nothing.',
			todo: 'See whether DTLS came about on that leg: its offer or answer needs a=fingerprint and a=setup, and a path. Where the other leg is a telephone, have rtpengine make RTP/AVP of it.',
			source: 'RFC 5764, 4.2',
			isCertain: false
		}
	],
	[
		// ice4j, CandidateHarvester and Agent.java
		/No host harvesters available/,
		{
			id: 'told.no-harvesters',
			severity: 'breaks the call',
			claim:
				'The bridge of Jitsi has no address of its own to offer: it gathers no host candidate.',
			todo: 'See which interfaces and addresses ice4j.harvest allows or blocks, and whether its port of UDP is free.',
			source: 'RFC 8445, 5.1.1.1',
			isCertain: false
		}
	],
	[
		// Home Assistant, camera/__init__.py
		/Cannot handle WebRTC candidate/,
		{
			id: 'told.candidate-not-taken',
			severity: 'will bite',
			claim:
				'The camera of Home Assistant takes no candidates behind the offer, as no provider of WebRTC serves it.',
			todo: 'See whether go2rtc runs, and whether the camera has a stream that it can take.',
			source: 'RFC 8838, 3',
			isCertain: false
		}
	]
];
