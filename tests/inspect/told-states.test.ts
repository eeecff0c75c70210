import { describe, expect, it } from 'vitest';
import { recognise } from '../../src/lib/inspect';
import { conclude } from '../../src/lib/inspect/conclude';
import { costOfLength } from '../tools/growth';
import { findingsOf, mattersIn } from './concluded';

/** How programs tell that it failed, of which each has its own words. */
const FAILED: readonly (readonly [of: string, log: string])[] = [
	['libdatachannel', 'rtc::impl::PeerConnection::changeState@1244: Changed state to failed'],
	['libdatachannel, of ICE', 'changeIceState@1262: Changed ICE state to failed'],
	['libjuice in it', 'rtc::impl::IceTransport::LogCallback@390: juice: Changing state to failed'],
	['libjuice alone', '12:00:01 INFO    agent.c:1309: Changing state to failed'],
	['Safari', '[Log] ICE connection state changed: – "failed" (WebRTCClient.tsx, line 66)'],
	[
		'Safari, of itself',
		'[Info] RTCPeerConnection::updateIceConnectionState(1E94BA3545EC2ECF) state changed from: checking to failed'
	],
	[
		'GStreamer',
		'0:00:12.6 82505 0x7f INFO webrtcbin gstwebrtcbin.c:1650:_update_ice_connection_state_task:<w> ICE connection state change from checking(1) to failed(4)'
	],
	[
		'GStreamer, of all',
		'INFO webrtcbin <w> Peer connection state change from connecting(1) to failed(4)'
	],
	[
		'GStreamer, by Python',
		'ice: <enum GST_WEBRTC_ICE_CONNECTION_STATE_FAILED of type GstWebRTC.WebRTCICEConnectionState>'
	],
	['GStreamer, by its property', 'webrtcbin0 ice-connection-state: failed'],
	['Android', 'PeerConnectionState: FAILED'],
	['Android, of ICE', 'D/PCRTCClient: IceConnectionState: FAILED'],
	['Android, called', 'onIceConnectionChange() called with: iceConnectionState = [FAILED]'],
	['libwebrtc', '(peer_connection.cc:2186): Changing IceConnectionState 1 => 4'],
	['libwebrtc of today', 'Changing standardized IceConnectionState checking => failed'],
	['Swift', 'didChange newState: RTCIceConnectionState(rawValue: 4)'],
	['an event', '{"event":"iceconnectionstatechange","state":"failed"}'],
	['an event with more', '{"event":"connectionstatechange","peer":7,"newState":"failed"}'],
	['an event, the state in front', '{"state":"failed","type":"iceConnectionStateChanged"}'],
	[
		'an event in a string',
		'{"msg":"{\\"event\\":\\"iceconnectionstatechange\\",\\"state\\":\\"failed\\"}"}'
	],
	['simple-peer', 'Uncaught Error: Connection failed.\n    at makeError (index.js:17)'],
	['simple-peer, by its code', 'code: ERR_CONNECTION_FAILURE'],
	['PeerJS', 'Error: Negotiation of connection to bob-7 failed.'],
	['SIPSorcery', '[23:01:53 DBG] Peer connection state changed to failed.'],
	['SIPSorcery, of ICE', '[23:01:53 DBG] ICE connection state changed to failed.'],
	['SIPSorcery, as it writes it', '[23:01:53 DBG] Peer connection connecting changed to failed.'],
	['pion, in its examples', 'Peer Connection State has changed: failed'],
	['pion, in others of them', 'Connection State has changed failed'],
	['aiortc', 'DEBUG:aiortc.rtcicetransport:RTCIceTransport(controlling) - checking -> failed'],
	['aiortc, by its event', 'INFO:pc:PeerConnection(7) ICE connection state is failed'],
	['Janus, to its handlers', '{"type":16,"event":{"ice":"failed","stream_id":1,"component_id":1}}'],
	[
		'OpenVidu',
		'[Error] IceConnectionState of RTCPeerConnection con_AbCd_str (sub) change to "failed". Possible network problem'
	],
	['Android, of a new state', 'D/Call: onConnectionChange: newState = FAILED'],
	['SIP.js', 'sip.SessionDescriptionHandler | RTCIceConnectionState changed: failed'],
	['str0m', 'Event: IceConnectionStateChange(Failed)'],
	[
		'Kinesis',
		'stepIceAgentStateMachine(): Ice agent state changed from ICE_AGENT_STATE_NOMINATING to ICE_AGENT_STATE_FAILED.'
	],
	['an app, of ICE alone', 'ICE state changed from checking to failed'],
	['an app that says status', 'ICE connection status: failed'],
	['an app, of both states', 'connection state changed from connecting to failed']
];

describe('that it failed is read in the words of', () => {
	it.for(FAILED)('%s', async ([, log]) => {
		expect((await findingsOf(log))[0]?.id).toBe('ice.told-failed');
		const behind = `ICE connection state: connected\n${log}\n`;
		expect((await findingsOf(behind))[0]?.id).toBe('ice.told-failed');
	});

	it.for(FAILED)('%s, and refuted by what came behind', async ([, log]) => {
		expect(await mattersIn(`${log}\nconnectionState: connected\n`)).toEqual([]);
	});
});

describe('no state is read out of', () => {
	it.for([
		['a program', "pc.on('iceconnectionstatechange', (state) => log(state === 'failed'));"],
		['a program that prints', 'if state == .failed { print("ICE connection state failed") }'],
		[
			'a program of Android',
			'Log.d(TAG, "IceConnectionState: FAILED"); // PeerConnectionState: FAILED'
		],
		['a type', "colors[iceConnectionState['failed']]"],
		['an event of something else', '{"event":"track","state":"failed"}'],
		['two events', '{"event":"iceconnectionstatechange"}\n{"event":"track","state":"failed"}'],
		['a connection of something else', 'WebSocket Error: Connection failed.'],
		['a firewall', 'add chain=forward connection-state=new action=accept'],
		['a number that is none', '(peer_connection.cc:2186): Changing IceConnectionState 1 => 9'],
		[
			'another thing of libdatachannel',
			'changeGatheringState@1290: Changed gathering state to new'
		],
		['a check on one pair', 'juice: Candidate pair failed'],
		['an event of Janus for something else', '{"ice":"failed","plugin":"janus.plugin.echotest"}'],
		['SCTP', 'SctpTransport: Changing state to failed']
	])('%s', ([, text]) => {
		expect(recognise(text!).kind).toBe('unknown');
	});
});

/** The first of what is told of a call of which nothing but words was pasted. */
function told(text: string) {
	const found = recognise(text);
	if (found.kind !== 'told') throw new Error(found.sentence);
	return conclude(found)[0]!.findings.map(({ id, severity, claim }) => ({ id, severity, claim }));
}

describe('that there is a connection is said', () => {
	it.for([
		['libdatachannel', 'rtc::impl::DtlsTransport::doRecv@959: DTLS handshake finished'],
		['mediasoup', 'webRtcTransport "dtlsstatechange" event [dtlsState:connected]'],
		['aiortc', 'RTCDtlsTransport(client) - State.CONNECTING -> State.CONNECTED'],
		['GStreamer', 'Peer connection state change from connecting(1) to connected(2)'],
		['libdatachannel, of its state', 'changeState@1244: Changed state to connected']
	])('of all: %s', ([, log]) => {
		expect(told(log!)[0]?.claim).toContain('the connection is there');
	});

	it.for([
		['mediasoup', 'webRtcTransport "icestatechange" event [iceState:completed]'],
		['mediasoup, in C++', 'RTC::WebRtcTransport::OnIceServerConnected() | ICE connected'],
		['aioice', 'INFO:aioice.ice:Connection(0) ICE completed'],
		['libjuice', 'juice: Changing state to connected'],
		['str0m', 'IceConnectionStateChange(Completed)'],
		['libwebrtc', 'Changing IceConnectionState 1 => 2']
	])('of ICE alone: %s', ([, log]) => {
		expect(told(log!)[0]?.claim).toContain('ICE found a path');
	});

	it('of ICE alone where nothing more is told', () => {
		expect(told('iceConnectionState: connected')[0]?.claim).toContain('ICE found a path');
	});

	it('of all where that was told before', () => {
		const log = 'connectionState: connected\niceConnectionState: completed';
		expect(told(log)[0]?.claim).toContain('the connection is there');
	});

	it('of none where DTLS failed behind ICE', () => {
		const log = [
			'ICE connection state changed to connected.',
			'DTLS server raised unexpected alert: fatal(2), handshake_failure(40).'
		];
		expect(told(log.join('\n')).map(({ id }) => id)).toEqual(['told.dtls-failed']);
	});

	it('of ICE alone, too, where all of it failed then', () => {
		const log = [
			'Setting new connection state: Connected',
			'Failed to start manager: handshake error: context deadline exceeded',
			'peer connection state changed: failed'
		];
		const [first, other] = told(log.join('\n'));
		expect([first?.id, other?.id]).toEqual(['told.dtls-failed', 'ice.told-failed']);
		expect(other?.claim).toContain('though ICE had found a path');
	});
});

describe('a path that was lost', () => {
	const CONNECTED = 'juice: Changing state to completed\nconnectionState: connected\n';

	it.for([
		'rtc::impl::IceTransport::LogCallback@390: juice: Lost connectivity',
		'INFO:aioice.ice:Connection(0) Consent to send expired',
		'WARN ice: consent expired for the selected pair'
	])('is said, and not that it is there: %s', async (log) => {
		expect((await findingsOf(CONNECTED + log)).map(({ id }) => id)).toEqual(['told.consent-lost']);
		expect(await mattersIn(`${CONNECTED}${log}\n${CONNECTED}`)).toEqual([]);
	});
});

describe('what a later path made needless is worth knowing at most:', () => {
	it.for([
		['pion', 'ice WARNING: pingAllCandidates called with no candidate pairs.\n'.repeat(3)],
		['Janus', '[ERR] [879023] No remote candidates for component 1 in stream 1: no'],
		['libjuice', 'STUN local ufrag check failed, expected="abcd", actual="efgh"'],
		['an app', 'WebRTC: ICE failed, add a STUN server and see about:webrtc for more details'],
		['a candidate', 'InvalidStateError: Cannot add ICE candidate when there is no remote SDP']
	])('%s', async ([, log]) => {
		expect(await mattersIn(log!)).toHaveLength(1);
		expect(await mattersIn(`${log}\nSetting new connection state: Connected\n`)).toEqual([]);
		expect(await mattersIn(`${log}\nSetting new connection state: Checking\n`)).toHaveLength(1);
	});

	it('and what had no pair to check is why it failed, once it has', async () => {
		const log = 'ice WARNING: pingAllCandidates called with no candidate pairs.';
		const [first, second] = await findingsOf(
			`${log}\npc INFO: ICE connection state changed: failed\n`
		);
		expect(first).toMatchObject({ id: 'told.pion-no-pairs', severity: 'breaks the call' });
		expect(second).toMatchObject({ id: 'ice.told-failed', under: 'told.pion-no-pairs' });
		const of = async (times: number) => (await findingsOf(`${log}\n`.repeat(times)))[0]?.severity;
		expect(await of(3)).toBe('will bite');
		expect(await of(2)).toBe('worth knowing');
	});

	it('and an alert behind a connection is its end', async () => {
		const log = 'WebRTC media is now available\n[7] DTLS alert received on handle 7, closing...';
		expect(await mattersIn(log)).toEqual([]);
	});

	it('and so is one where ICE tells of itself later', async () => {
		const log = [
			'connectionState: connected',
			'iceConnectionState: completed',
			'[7] DTLS alert received on handle 7, closing...',
			'connectionState: closed'
		];
		expect(await mattersIn(log.join('\n'))).toEqual([]);
	});

	it('but a path is no handshake', async () => {
		const log = 'DTLS handshake failed\niceConnectionState: connected';
		expect(await mattersIn(log)).toEqual(['told.dtls-failed']);
	});

	it('but a camera is as absent as before', async () => {
		const log = 'NotFoundError: Requested device not found\nconnectionState: connected';
		expect(await mattersIn(log)).toEqual(['told.device-absent']);
	});

	const pair = (state: string) =>
		`(ice/INFO) ICE-PEER(PC:{1}:default)/CAND-PAIR(DKpJ): setting pair to state ${state}: DKpJ|IP4:192.0.2.1:57980/UDP|IP4:203.0.113.72:17780/UDP(host(IP4:192.0.2.1:57980/UDP)|candidate:5 1 udp 659136 203.0.113.72 17780 typ host)\n`;
	const turn =
		'(turn/WARNING) TURN(relay(IP4:192.0.2.1:50000/UDP|turn.example.org:3478)): Exceeded the number of retries\n';

	it('a server of TURN, where a pair works without', async () => {
		expect(await mattersIn(pair('SUCCEEDED') + turn)).toEqual([]);
		expect(await mattersIn(turn + pair('SUCCEEDED'))).toEqual([]);
	});

	it('and not where none does', async () => {
		expect(await mattersIn(pair('FAILED') + turn)).toContain('told.turn-unauthorized');
		expect(await mattersIn(pair('IN_PROGRESS') + turn)).toEqual(['told.turn-unauthorized']);
	});
});

describe('an alert of DTLS', () => {
	it.for([
		'DTLS server raised unexpected alert: fatal(2), handshake_failure(40).',
		'DTLS client received unexpected alert: fatal(2), bad_certificate(42).',
		'pc WARNING: dtls: handshake: Alert LevelFatal: HandshakeFailure'
	])('is read: %s', async (log) => {
		expect((await findingsOf(log))[0]?.id).toBe('told.dtls-failed');
	});

	it.for([
		'DTLS server raised close notify: warning(1), close_notify(0).',
		'DTLS client received alert: warning(1), close_notify(0).',
		'rtc::impl::DtlsTransport::InfoCallback@826: DTLS alert: close notify',
		'dtls TRACE: Alert LevelWarning: CloseNotify'
	])('that ends a connection is none: %s', async (log) => {
		expect(await findingsOf(log)).toEqual([]);
	});
});

it('states take time in proportion to the length of what has them', () => {
	const units = [
		'"iceconnectionstatechange",',
		'"state":"failed",',
		'ICE connection state change from checking(1) to ',
		'RTCPeerConnection::updateConnectionState(1E94BA35) ',
		'Error: Connection failed.',
		'changeState@1: Changed ',
		'ice connection state change ',
		'{"componentId":1,"type":"IceComponentStateChange"'
	];
	for (const unit of units) {
		const make = (count: number) => `x ${unit.repeat(count)}`;
		expect(costOfLength(make, 1000, recognise)).toBeLessThan(8);
	}
});
