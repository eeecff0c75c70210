/** Lines of servers and libraries, each with the finding that explains it. */
export const LOGS: readonly (readonly [of: string, id: string, log: string])[] = [
	[
		'pion',
		'told.pion-no-pairs',
		'ice WARNING: 2026/01/02 03:04:05 Failed to ping without candidate pairs. Connection is not possible yet.'
	],
	[
		'Janus',
		'told.janus-ice-failed',
		'[ERR] [ice.c:janus_ice_check_failed:1629] [8790230457909933] ICE failed for component 1 in stream 1...'
	],
	[
		'Janus that still waits',
		'told.janus-ice-waits',
		"[WARN] [8790230457909933] ICE failed for component 1 in stream 1, but let's give it some time... (trickle pending)"
	],
	[
		'webrtc-rs, DTLS',
		'told.dtls-failed',
		'[WARN] Failed to start manager dtls: Alert is Fatal or Close Notify'
	],
	[
		'pion, DTLS',
		'told.dtls-failed',
		'pc WARNING: 03:04:05 Failed to start manager: handshake error: context deadline exceeded'
	],
	[
		'Janus that got no candidate',
		'told.janus-no-candidates',
		'[ERR] [ice.c:4213] [879023] No remote candidates for component 1 in stream 1: was the remote SDP parsed?'
	],
	[
		'libjuice',
		'told.juice-other-credentials',
		'12:00:01 WARN    agent.c:1309: STUN local ufrag check failed, expected="abcd", actual="efgh"'
	],
	[
		'libjuice that lost it',
		'told.consent-lost',
		'rtc::impl::IceTransport::LogCallback@390: juice: Lost connectivity'
	],
	[
		'libnice that lost it',
		'told.consent-lost',
		'libnice-DEBUG: 12:00:30.200: Agent 0x1 : Keepalive conncheck timed out!! peer probably lost connection'
	],
	[
		'libnice that was ready',
		'told.consent-lost',
		'libnice-DEBUG: Agent 0x1 : stream 1 component 1 STATE-CHANGE ready -> failed.'
	],
	[
		'Jitsi',
		'told.no-fingerprint',
		'java.io.IOException: No fingerprints declared over the signaling path!'
	],
	[
		'Janus that was sent an alert',
		'told.dtls-alert',
		'[WARN] [4459087043286398] DTLS alert triggered on stream 1 (component 1), closing...'
	],
	[
		'SIPSorcery, DTLS',
		'told.dtls-failed',
		'[23:01:53 WRN] DTLS server raised unexpected alert: fatal(2), handshake_failure(40).'
	],
	['Janus, DTLS', 'told.dtls-failed', '[WARN] [879023] Got a DTLS alert from the peer'],
	[
		'FreeSWITCH',
		'told.dtls-failed',
		'2026-01-02 09:26:00.5 [INFO] switch_rtp.c:3278 Changing audio DTLS state from HANDSHAKE to FAIL'
	],
	[
		'FreeSWITCH, candidates',
		'told.freeswitch-dropped',
		'[DEBUG] switch_core_media.c:4205 Drop audio Candidate cid: 1 proto: udp type: host addr: 2001:db8::1:3480 (no network path)'
	],
	[
		'FreeSWITCH that takes none',
		'told.freeswitch-no-candidate',
		'[DEBUG] switch_core_media.c:4307 sofia/internal/100@pbx.example.org no suitable candidates found.'
	],
	[
		'webrtc-rs',
		'told.pion-no-pairs',
		'[WARN webrtc_ice::agent::agent_internal] [controlled]: pingAllCandidates called with no candidate pairs. Connection is not possible yet.'
	],
	[
		'rtpengine',
		'told.fingerprint-differs',
		'[1430371965.384158] WARNING: [port 30366]: DTLS: Peer certificate rejected - fingerprint mismatch'
	],
	[
		'libnice',
		'told.libnice-failed',
		'(janus:1): libnice-DEBUG: Agent 0x7e : stream 1 component 1 STATE-CHANGE connecting -> failed.'
	],
	[
		'coturn',
		'told.coturn-unauthorized',
		'13: : session 001000000000000002: realm <example.org> user <bob>: incoming packet message processed, error 401: Unauthorized'
	],
	[
		'coturn, of a user that it does not know',
		'told.coturn-unauthorized',
		'13: : check_stun_auth: Cannot find credentials of user <1700000000:bob>'
	],
	[
		'coturn that has no more',
		'told.coturn-full',
		'13: : session 001000000000000003: realm <example.org> user <bob>: incoming packet ALLOCATE processed, error 486: Allocation Quota Reached'
	],
	[
		'coturn that asks for a login, and gets none',
		'told.coturn-asked',
		'13: : session 001000000000000002: realm <example.org> user <>: incoming packet message processed, error 401: Unauthorized'
	],
	[
		'coturn that gives a relay',
		'told.coturn-allocated',
		'13: : session 001000000000000002: realm <example.org> user <1620734400.042>: incoming packet ALLOCATE processed, success'
	],
	[
		'Kinesis, of a permission',
		'told.turn-forbidden',
		'2026-01-02 17:29:07.218 WARN    turnConnectionHandleStunError(): Received STUN error response. Error type: 0x118, Error Code: 403. attribute len 16, Error detail: Forbidden IP.'
	],
	[
		'Kinesis that found no pair',
		'ice.told-failed',
		'2026-01-02 17:29:12.300 ERROR   fromCheckConnectionIceAgentState(): operation returned status code: 0x5a00000d'
	],
	[
		'LiveKit that found no pair',
		'ice.told-failed',
		'2026-01-02T18:18:04.049Z\tINFO\tlivekit\trtc/room.go:1432\tremoving participant without connection\t{"room": "a"}'
	],
	[
		'MediaMTX',
		'told.ice-failed',
		'2026/01/02 09:26:00 INF [WebRTC] [session 1a2b3c4d] closed: deadline exceeded while waiting connection'
	],
	[
		'OvenMediaEngine',
		'told.ice-failed',
		'[2026-01-02 09:26:00.000] W [AW-ICE0:123] ICE | ice_port.cpp:412 | Agent [192.0.2.7:50000, 7] ICE session has expired'
	],
	['aioice', 'told.aioice-failed', 'ConnectionError: ICE negotiation failed'],
	[
		'pion, of TURN',
		'told.turn-unauthorized',
		'ice WARNING: failed to allocate on turn.Client: Allocate error response (error 401: Unauthorized)'
	],
	[
		'coturn that forbids',
		'told.turn-forbidden',
		'34066: : session 023: realm <e.org> user <bob>: incoming packet CREATE_PERMISSION processed, error 403: Forbidden IP'
	],
	[
		'libwebrtc, of a permission',
		'told.turn-forbidden',
		'(turn_port.cc:1750): Received TURN CreatePermission error response, id=1, code=403, rtt=20'
	],
	[
		'coturn, of another allocation',
		'told.turn-mismatch',
		'12: : session 023: realm <e.org> user <bob>: incoming packet ALLOCATE processed, error 437: Wrong TID'
	],
	[
		'libwebrtc, of a login',
		'told.turn-unauthorized',
		'(turn_port.cc:900): Failed to authenticate with the server after challenge.'
	],
	[
		'libwebrtc, of a login that is refused twice',
		'told.turn-unauthorized',
		['a1', 'b2']
			.map(
				(id) =>
					`(turnport.cc:1334): Port[2803a900:0:1:0:relay:Net[a:192.0.2.0/24]]: Received TURN allocate error response, id=${id}, code=401, rtt=34`
			)
			.join('\n')
	],
	[
		'libwebrtc, of another login',
		'told.turn-wrong-credentials',
		'(turn_port.cc:1210): Port[x:data:1:0:relay]: Received TURN refresh error response, id=1, code=441, rtt=3'
	],
	[
		'libwebrtc that gets no relay',
		'told.turn-no-relay',
		'(turn_port.cc:1334): Port[28]: Received TURN allocate error response, id=61, code=486, rtt=35'
	],
	[
		'libwebrtc that gets no answer',
		'told.turn-unreached',
		'(turn_port.cc:1340): Port[28]: TURN allocate request 61 timeout'
	],
	[
		'Firefox that gets none',
		'told.turn-unreached',
		'(turn/WARNING) TURN(relay(IP4:192.0.2.1:50896/TCP|turn.example.org:443)) failed'
	],
	[
		'str0m',
		'told.ice-failed',
		'2026-01-02T15:25:00.752438Z  INFO str0m::ice::agent: State change (no possible pairs): Checking -> Disconnected'
	],
	[
		'Janus, of a codec',
		'told.no-common-codec',
		"[WARN] Couldn't find codec we needed (h264) in the offer, rejecting video"
	],
	[
		'MediaMTX',
		'told.no-stream',
		"2026/01/02 11:27:25 INF [WebRTC] [session 355c573c] closed: no stream is available on path 'cam'"
	],
	[
		'FreeSWITCH without a list',
		'told.freeswitch-wan-auto',
		'[WARNING] switch_core_media.c:4155 NO candidate ACL defined, Defaulting to wan.auto'
	],
	[
		'rtpengine, of keys',
		'told.no-srtp-keys',
		'Jan 29 19:21:11 edge1 rtpengine[15351]: [Cb.H9K port 40038] SRTP output wanted, but no crypto suite was negotiated'
	],
	[
		'Jitsi',
		'told.no-harvesters',
		'JVB WARNING: [42] [confId=db3f] Agent.gatherCandidates#647: No host harvesters available!'
	],
	[
		'Home Assistant',
		'told.candidate-not-taken',
		'ERROR (MainThread) [homeassistant.components.websocket_api] Error handling message: Cannot handle WebRTC candidate (home_assistant_error)'
	],
	['node-webrtc', 'told.candidate-refused', '[Error: Failed to set ICE candidate.]'],
	[
		'Kinesis that failed',
		'ice.told-failed',
		'2026-01-02 21:25:52 ERROR   executeFailedIceAgentState(): IceAgent failed with 0x5a000025'
	],
	['esp_peer', 'told.dtls-failed', 'E (36767) DTLS: Server handshake return -0x7880'],
	[
		'GStreamer',
		'told.webrtcbin-no-credentials',
		"ERROR webrtcbin gstwebrtcbin.c:3540:_set_description_task:<sendrecv> media 0 is missing or contains an empty 'ice-ufrag'"
	],
	['mediasoup, SCTP', 'told.sctp-failed', 'webRtcTransport sctpstatechange: failed'],
	['baresip', 'told.no-common-codec', 'call: no common audio codecs - rejected'],
	[
		'dart-sip-ua',
		'sip.not-acceptable',
		'call failed with cause: Code: [488], Cause: Incompatible SDP, Reason: Not Acceptable Here'
	]
];
