import { describe, expect, it } from 'vitest';
import { SERVER_WORDS } from '../../src/lib/diagnose/told/server-words';
import { recognise } from '../../src/lib/inspect';
import { findingsOf } from './concluded';

const LOGS: readonly (readonly [of: string, id: string, log: string])[] = [
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

describe('the log of a server is explained:', () => {
	it.each(LOGS)('%s', async (_, id, log) => {
		expect((await findingsOf(log)).map((one) => one.id)).toContain(id);
		const inside = `[12:00:01] started\n[12:00:02] ready\n${log}\n[12:00:03] done\n`;
		expect((await findingsOf(inside)).map((one) => one.id)).toContain(id);
	});

	it('all that are known have such a line', () => {
		const ids = new Set(LOGS.map(([, id]) => id));
		expect(SERVER_WORDS.map(([, { id }]) => id).filter((id) => !ids.has(id))).toEqual([]);
	});
});

describe('the log of a server tells states:', () => {
	it.each([
		['pion', 'ice INFO: 03:04:05.123 Setting new connection state: Failed'],
		['pion, outside', 'pc INFO: ICE connection state changed: failed'],
		['Janus', '[879023] Component state changed for component 1 in stream 1: 5 (failed)'],
		['Go', '>>> OnConnectionStateChange: failed <<<'],
		['ice4j', 'JVB INFO: [63] Agent.setState#936: ICE state changed from Running to Failed.'],
		[
			'libdatachannel',
			'INFO [904] [rtc::impl::PeerConnection::changeState@1134] Changed state to failed'
		],
		[
			'LiveKit',
			'DEBUG	livekit.transport	rtc/transport.go:600	ice connection state change	{"room": "r", "transport": "PUBLISHER", "state": "failed"}'
		],
		['a log of fields', 'msg="peer connection state changed" room=r state=failed'],
		[
			'a log of JSON',
			'{"level":"debug","msg":"ice connection state change","room":"r","state":"failed"}'
		],
		[
			'Kurento, of which the type comes last',
			'Message: >{"jsonrpc":"2.0","params":{"value":{"data":{"componentId":1,"state":"FAILED","streamId":"1","tags":[],"type":"IceComponentStateChange"},"type":"IceComponentStateChange"}}}<'
		],
		['OBS', "info: [obs-webrtc] [whip_output: 'simple'] PeerConnection state is now: Failed"],
		['Android', '03-30 15:02:10.100 2268 2615 D Call: onIceConnectionChange: FAILED'],
		['Flutter', 'I/flutter ( 51): RTCIceConnectionState.RTCIceConnectionStateFailed'],
		['Flutter, the connection', 'state: RTCPeerConnectionState.RTCPeerConnectionStateFailed'],
		[
			'webrtc-rs, where DTLS failed and ICE is ended then',
			'ICE connection state changed: connected\npeer connection state changed: failed\nSetting new connection state: Disconnected'
		]
	])('%s', async (_, log) => {
		expect((await findingsOf(log))[0]?.id).toBe('ice.told-failed');
	});

	it.each([
		'if (state == RTCIceConnectionState.RTCIceConnectionStateFailed) {\n\trestart();\n}',
		'switch (state) {\n\tcase RTCIceConnectionState.RTCIceConnectionStateFailed:\n\t\treturn;\n}',
		'if (newState == RTCIceConnectionStateFailed)\n{\n}',
		'Log.d(TAG, "onIceConnectionChange: " + newState);',
		'ICE connection state changed: failed\nICE connection state changed: checking\nICE connection state changed: disconnected'
	])('and none of them where a program, or what came after, has it: %s', async (text) => {
		expect((await findingsOf(text)).map(({ id }) => id)).not.toContain('ice.told-failed');
	});
});

describe('a log in brackets', () => {
	it.each([
		'[INFO] nothing of a call here',
		'[Tue May 21 12:00:09 2024] [WARN] nothing',
		'[12:00:01] hello',
		'[2023-03-31 09:56:02.364][INFO][23][go5397c1] RTC username=5759z3ye:'
	])('is not taken for JSON: %s', (log) => {
		expect(recognise(log).sentence).not.toContain('JSON');
	});

	it.each(['[1, 2,', '["a", "b"', '[{"type": "offer"'])('is not what JSON is: %s', (text) => {
		expect(recognise(text).sentence).toContain('JSON');
	});
});
