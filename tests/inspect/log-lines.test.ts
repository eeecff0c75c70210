import { describe, expect, it } from 'vitest';
import { findingsOf } from './concluded';

it.each([
	[
		'libdatachannel, of a certificate',
		'told.fingerprint-differs',
		'[rtc::impl::PeerConnection::checkFingerprint@400] Invalid fingerprint "AA:BB", expected "CC:DD"'
	],
	[
		'FreeSWITCH, of a certificate',
		'told.fingerprint-differs',
		'[ERR] switch_rtp.c:3113 audio Fingerprint Verification Failed!'
	],
	[
		'Janus, of a certificate',
		'told.fingerprint-differs',
		'[ERR] [dtls.c:janus_dtls_srtp_incoming_msg:800] [5571]  Fingerprint is NOT a match! got AA:BB, expected CC:DD'
	],
	[
		'Chromium, of a certificate',
		'told.fingerprint-differs',
		'[1:15:0305/213105.124:WARNING:openssl_stream_adapter.cc(870)] Rejected peer certificate due to mismatched digest using sha-256. Expected 0f1e2d got 3c4b5a'
	],
	['LiveKit’s client', 'ice.told-failed', 'could not connect: could not establish pc connection'],
	[
		'an old Chrome, of two offers that cross',
		'negotiation.wrong-state',
		'PeerJS:  Failed to setRemoteDescription,  SetRemoteDescription failed: Called with type in wrong state, type: offer state: STATE_SENTINITIATE peer.js:764'
	],
	[
		'Firefox, of its checks',
		'ice.told-failed',
		'(ice/INFO) ICE-PEER(PC:1605 (id=64 url=https://example.org/):default): all checks completed success=0 fail=1'
	]
])('a line of a log is explained: %s', async (_, id, log) => {
	expect((await findingsOf(log)).map((one) => one.id)).toEqual([id]);
});

it('why a handshake failed is said before that it did', async () => {
	const log =
		'[1:15:0305/213105.123:WARNING:openssl_stream_adapter.cc(1070)] Rejected peer certificate due to mismatched digest using sha-256. Expected 0f1e2d got 3c4b5a.\n[1:15:0305/213105.124:ERROR:dtls_transport.cc(628)] DtlsTransport[0|1|__]: Dtls state changed to failed\n';
	expect((await findingsOf(log))[0]).toMatchObject({ id: 'told.fingerprint-differs' });
});

it('Firefox that has checked some pairs in vain, and one that works, has a path', async () => {
	const of = (name: string, success: number, fail: number) =>
		`ICE-PEER(PC:${name} (id=64):default): all checks completed success=${success} fail=${fail}\n`;
	for (const log of [of('1', 1, 3), of('1', 0, 1) + of('1', 1, 1), of('1', 0, 1) + of('2', 1, 0)]) {
		expect(await findingsOf(`started\n${log}`)).toMatchObject([
			{ id: 'told.state', severity: 'worth knowing' }
		]);
	}
});

it('who leaves LiveKit, or comes twice, has not failed', async () => {
	const removed = (reason: string) =>
		`2026-01-02T18:18:04.049Z\tINFO\tlivekit\trtc/room.go:1432\tremoving participant without connection\t{"room": "a", "pID": "PA_1", "reason": "${reason}"}\n`;
	for (const reason of ['CLIENT_REQUEST_LEAVE', 'DUPLICATE_IDENTITY']) {
		expect(await findingsOf(removed(reason))).toEqual([]);
	}
	expect(await findingsOf(removed('JOIN_TIMEOUT'))).toMatchObject([{ id: 'ice.told-failed' }]);
});

it('the second component of libnice is none of the call', async () => {
	const of = (component: number, change: string) =>
		`(process:1): libnice-DEBUG: Agent 0x1 : stream 1 component ${component} STATE-CHANGE ${change}.\n`;
	const log = of(1, 'connecting -> connected') + of(1, 'connected -> ready');
	expect(await findingsOf(log + of(2, 'connecting -> failed'))).toMatchObject([
		{ id: 'told.state', severity: 'worth knowing' }
	]);
	expect((await findingsOf(log + of(1, 'ready -> failed')))[0]).toMatchObject({
		id: 'told.consent-lost'
	});
});

it.each([
	'MQTT: Handshake error: certificate has expired',
	'[signaling] Handshake failure: 403 from auth service',
	'SMTP Handshake failure',
	'SignalR: Server returned Handshake error: 404'
])('a handshake of something else is none of DTLS: %s', async (line) => {
	expect(
		(await findingsOf(`connection state: connecting\n${line}\n`)).map(({ id }) => id)
	).not.toContain('told.dtls-failed');
});

describe('a line is no fault of the call', () => {
	it.each([
		[
			'by which a side hangs up',
			'[WARN][1][9s779723][0] DTLS: SSL3 alert method=read type=warning, desc=CN(close notify), where=16388\n[INFO][1][9s779723] RTC: session destroy by DTLS alert(warning CN), username=398:XT'
		],
		['of a WebSocket', '[Warn] WebSocket Handshake error: 502 Bad Gateway, retrying'],
		['of TLS', '2026/01/02 09:26:00 http: TLS Handshake error from 192.0.2.7:50000: EOF']
	])('%s', async (_, log) => {
		const text = `started\n${log}\nconnection state: connected\n`;
		expect(await findingsOf(text)).toMatchObject([{ id: 'told.state', severity: 'worth knowing' }]);
	});
});

it('of a call that Janus ended it is told that it was ended', async () => {
	const [up, down] = ['webrtcup', 'hangup'].map(
		(janus) => `{"janus":"${janus}","session_id":8324789855476543,"sender":2521290865006255}\n`
	);
	const claimOf = async (text: string) => (await findingsOf(text)).map(({ claim }) => claim);
	expect(await claimOf(up!)).toEqual(['What is told last is that the connection is there.']);
	expect(await claimOf(up! + down!)).toEqual([
		'The last that is told is closed: one side has ended the connection.'
	]);
});
