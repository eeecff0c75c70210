import { NOT_ACCEPTABLE_TODO } from '../session/told-course';
import type { Meaning } from './known-words';
import { MEDIA_SERVER_WORDS } from './media-server-words';
import { TURN_WORDS } from './turn-words';

const NO_PATH = {
	severity: 'breaks the call',
	source: 'RFC 8445, 8.1.2',
	isCertain: false
} as const;
const ADDRESSES =
	'See which addresses the server announces (its public one, not that of a container), whether its UDP ports are open, and whether candidates of both sides reach each other.';
const KEYS =
	'Compare a=fingerprint and a=setup of both descriptions as both sides have them, and see which versions and ciphers the server allows.';

/** What servers and libraries write into their logs, each with the program that does. */
export const SERVER_WORDS: readonly (readonly [words: RegExp, meaning: Meaning])[] = [
	[
		// pion, agent.go; webrtc-rs, agent_internal.rs
		/Failed to ping without candidate pairs|pingAllCandidates called with no candidate pairs/,
		{
			...NO_PATH,
			id: 'told.pion-no-pairs',
			claim:
				'pion, or webrtc-rs, has no pair of candidates to check: none of the other side has come, or none of them goes together with one of its own.',
			todo: 'See whether candidates are handed on in both directions, and whether they are names in .local or of another version of IP. Once or twice at the beginning it means nothing.',
			severity: 'will bite'
		}
	],
	[
		// Janus, ice.c: it waits for more where it says so
		/ICE failed for component \d+ in stream \d+, but /,
		{
			...NO_PATH,
			id: 'told.janus-ice-waits',
			severity: 'worth knowing',
			claim:
				'Janus had no pair that works by then, and went on waiting for candidates or an answer that were still to come.',
			todo: 'It matters only where “ICE failed” without “but” follows.'
		}
	],
	[
		// Janus, ice.c
		/ICE failed for (?:component|handle)/,
		{
			...NO_PATH,
			id: 'told.janus-ice-failed',
			claim: 'Janus checked all pairs of candidates, and none was answered.',
			todo: `${ADDRESSES} In janus.jcfg that is nat_1_1_mapping, stun_server and rtp_port_range.`
		}
	],
	[
		// Janus, ice.c
		/No remote candidates for component \d+ in stream/,
		{
			...NO_PATH,
			id: 'told.janus-no-candidates',
			severity: 'will bite',
			claim:
				'Janus has no candidate of the other side, neither in its description nor behind it, so it has nothing to check.',
			todo: 'See whether the candidates of the browser are sent on (“trickle”), to this session and this handle, and whether they are more than names in .local.',
			source: 'RFC 8445, 6.1.2; RFC 8838, 4'
		}
	],
	[
		// MediaMTX, internal/protocols/webrtc/peer_connection.go
		/deadline exceeded while waiting connection/,
		{
			...NO_PATH,
			id: 'told.ice-failed',
			claim: 'MediaMTX waited for the connection and gave up: no pair of candidates was answered.',
			todo: `${ADDRESSES} In mediamtx.yml that is webrtcAdditionalHosts, and webrtcLocalUDPAddress with its port (8189).`
		}
	],
	[
		// OvenMediaEngine, ice_port.cpp
		/ICE session has expired/,
		{
			...NO_PATH,
			id: 'told.ice-failed',
			claim:
				'OvenMediaEngine heard no check that it could take for as long as it waits, and closed the session.',
			todo: `${ADDRESSES} In its Server.xml that is IceCandidates.`
		}
	],
	[
		// libjuice, agent.c
		/STUN (?:(?:local|remote) ufrag|integrity) check failed/,
		{
			id: 'told.juice-other-credentials',
			severity: 'will bite',
			claim:
				'libjuice received checks that were made with the ICE credentials of another description, and dropped them.',
			todo: 'See whether both sides have the last description of each other, and whether candidates of an earlier connection are still handed on.',
			source: 'RFC 8445, 7.3; RFC 8489, 9.1.3',
			isCertain: false
		}
	],
	[
		// Janus, dtls.c, which does not say which alert it was
		/DTLS alert triggered on stream/,
		{
			id: 'told.dtls-alert',
			severity: 'worth knowing',
			claim:
				'Janus was sent a DTLS alert and closed the connection. Whoever hangs up sends one, and so does whoever refuses the handshake.',
			todo: `Where nobody hung up, and no “DTLS handshake … has been completed” stands in front of it: ${KEYS}`,
			source: 'RFC 8446, 6',
			isCertain: false
		}
	],
	[
		// pion, peerconnection.go; webrtc-rs, peer_connection_internal.rs; SIPSorcery, DtlsSrtpServer.cs; Janus, dtls.c; mediasoup, DtlsTransport.cpp; FreeSWITCH, switch_rtp.c; Asterisk, res_rtp_asterisk.c
		/DTLS alert|Handshake (?:error|failure)|DTLS failure occurred|DTLS (?:state from \w+ to FAIL|fatal)|DTLS error|\bDTLS[ -](?:handshake |transport |connection )?(?:has )?(?:failed|failure|timed? ?out(?! too low|[^\r\n]{0,20} retransmi))|DTLS(?:[ _-]?transport)?[ ._-]?state.{0,24}failed|alert LevelFatal|\bDTLS\b.{0,80}?\balert:? .{0,20}?\bfatal\b|Failed to start manager[^:]*: .*(?:handshake|alert|dtls)/i,
		{
			id: 'told.dtls-failed',
			severity: 'breaks the call',
			claim: 'ICE found a path, and the DTLS handshake on it failed, or was ended by an alert.',
			todo: KEYS,
			source: 'RFC 5763, 5; RFC 8446, 6',
			isCertain: false
		}
	],
	[
		// mediasoup, SctpAssociation.cpp, and pages of their RTCSctpTransport
		/\bSCTP(?:[ _-]?(?:transport|association))?[ ._-]?state.{0,24}failed/i,
		{
			id: 'told.sctp-failed',
			severity: 'breaks a part',
			claim:
				'The SCTP association that carries the data channels failed; audio and video do not go over it.',
			todo: 'See a=sctp-port and a=max-message-size of both descriptions, and whether the DTLS transport beneath it is still there.',
			source: 'RFC 8831, 5 and 6; webrtc-pc, 6.1',
			isCertain: false
		}
	],
	[
		// libjuice, agent.c; aioice, ice.py; libnice, conncheck.c; and others in the words of the RFC
		/Lost connectivity|Keepalive conncheck timed out|STATE-CHANGE (?:ready|connected) -> failed|Consent to send expired|\bconsent (?:has |freshness )?expired/i,
		{
			id: 'told.consent-lost',
			severity: 'breaks the call',
			claim: 'A path that worked was lost: the checks on it were no longer answered.',
			todo: 'See what became of the other side by then: closed, asleep, or in another network. Where it is still there, restart ICE.',
			source: 'RFC 7675, 5.1',
			isCertain: false
		}
	],
	[
		// Jitsi, DtlsControlImpl.java
		/No fingerprints declared over the signaling path/,
		{
			id: 'told.no-fingerprint',
			severity: 'breaks the call',
			claim:
				'A certificate was shown, and no description had given a fingerprint to compare it with.',
			todo: 'See where a=fingerprint is lost: each description has to bring it, in its session part or in each section.',
			source: 'RFC 5763, 5; RFC 8122, 5'
		}
	],
	[
		// rtpengine and Janus, dtls.c; Asterisk, res_rtp_asterisk.c; FreeSWITCH, switch_rtp.c; libdatachannel, peerconnection.cpp; Jitsi, DtlsControlImpl.java; libwebrtc, openssl_stream_adapter.cc
		/Fingerprint Verification Failed|Invalid fingerprint ".{1,200}", expected|against fingerprints declared over the signaling path|[Ff]ingerprint mismatch|Fingerprint is NOT a match!|Rejected peer certificate due to mismatched digest|[Ff]ingerprint .{0,60}(?:does not|did not|doesn't|didn't) match/,
		{
			id: 'told.fingerprint-differs',
			severity: 'breaks the call',
			claim:
				'The certificate that was shown is not the one whose fingerprint the description gives.',
			todo: 'See what changes a=fingerprint on its way, and whether the description is of this call and not of an earlier one.',
			source: 'RFC 5763, 5; RFC 8122, 5'
		}
	],
	...TURN_WORDS,
	...MEDIA_SERVER_WORDS,
	[
		// mbedTLS, as esp_peer and libpeer have it
		/DTLS: (?:Server|Client) handshake return -0x/,
		{
			id: 'told.dtls-failed',
			severity: 'breaks the call',
			claim: 'ICE found a path, and the DTLS handshake on it failed, or was ended by an alert.',
			todo: KEYS,
			source: 'RFC 5763, 5; RFC 8446, 6',
			isCertain: false
		}
	],
	[
		// GStreamer, gstwebrtcbin.c
		/contains an empty 'ice-ufrag/,
		{
			id: 'told.webrtcbin-no-credentials',
			severity: 'breaks the call',
			claim:
				'webrtcbin of GStreamer refused a description, because a section has no a=ice-ufrag, or an empty one.',
			todo: 'Paste the description that it was given. Each section needs a=ice-ufrag and a=ice-pwd there, also where they are the same for all, and one for data as well.',
			source: 'RFC 8839, 5.4; RFC 9429, 5.8.3'
		}
	],
	[
		// libnice, conncheck.c
		/STATE-CHANGE (?!ready|connected)\w+ -> failed/,
		{
			...NO_PATH,
			id: 'told.libnice-failed',
			claim: 'libnice has no pair of candidates left that could work.',
			todo: ADDRESSES
		}
	],
	[
		// aioice, ice.py; PJNATH, ice_session.c
		/ICE negotiation failed|ICE failed to (?:connect|complete)/,
		{
			...NO_PATH,
			id: 'told.aioice-failed',
			claim: 'aioice, or PJNATH, checked all pairs of candidates, and none was answered.',
			todo: 'With aiortc, have RTCConfiguration with a STUN and a TURN server, and see that the offer is sent with its candidates: aiortc does not trickle its own.'
		}
	],
	[
		// FreeSWITCH, switch_core_media.c
		/no suitable candidates found/,
		{
			...NO_PATH,
			id: 'told.freeswitch-no-candidate',
			claim:
				'FreeSWITCH took none of the candidates that it was offered: its list of addresses lets none of them through, or they are names in .local.',
			todo: 'Set apply-candidate-acl in the profile of SIP: where it is not set, wan.auto takes public addresses alone. Give the browser a STUN server, so that it has one.',
			source: null
		}
	],
	[
		// Asterisk, baresip, and others that answer for themselves
		/no (?:common|compatible|matching|shared) (?:audio |video |media )?(?:codec|format)|no codecs? in common/i,
		{
			id: 'told.no-common-codec',
			severity: 'breaks a part',
			claim: 'One side found no codec that both have, so what was offered there does not flow.',
			todo: 'Compare a=rtpmap and a=fmtp of both descriptions, and see which codecs each side is set up with.',
			source: 'RFC 3264, 6.1',
			isCertain: false
		}
	],
	[
		// Libraries of SIP, and what apps log of them
		/\b(?:488|606)\b.{0,60}?\bNot acceptable|cause[\\"']{0,2}\s?[:=]\s?[\\"']{0,2}Incompatible SDP/i,
		{
			id: 'sip.not-acceptable',
			severity: 'breaks the call',
			claim: 'The other side of SIP refused what was offered.',
			todo: NOT_ACCEPTABLE_TODO,
			source: 'RFC 3261, 21.4.26 and 21.6.4'
		}
	],
	[
		// FreeSWITCH, switch_core_media.c
		/Drop \w+ Candidate .{0,120}\(no network path/,
		{
			id: 'told.freeswitch-dropped',
			severity: 'worth knowing',
			claim: 'FreeSWITCH left out a candidate to which its own addresses have no way.',
			todo: 'Where it left out all of them, see ext-rtp-ip and apply-candidate-acl of the profile.',
			source: 'RFC 8445, 5.1.1',
			isCertain: false
		}
	]
];
