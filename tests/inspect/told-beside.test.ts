import { describe, expect, it } from 'vitest';
import { costOfLength } from '../tools/growth';
import { recognise } from '../../src/lib/inspect';
import { findingsOf, headOf, mattersIn } from './concluded';
import { ANSWER, between, inFront, issue, OFFER } from './issue';

const STAMP = '2026-02-03T10:11:12.345Z';

const inJson = (...log: readonly string[]) =>
	[
		...log.map((msg) => JSON.stringify({ time: STAMP, level: 'error', msg })),
		JSON.stringify({ type: 'offer', sdp: OFFER }),
		JSON.stringify({ type: 'answer', sdp: ANSWER })
	].join('\n');

const LOGS: readonly (readonly [of: string, id: string, log: string])[] = [
	['an app', 'told.ice-failed', `${STAMP} [call] ICE failed, closing the session`],
	[
		'an app that says connection',
		'told.ice-failed',
		'[error] ICE connection failed after 30000 ms'
	],
	[
		'Firefox',
		'told.ice-failed',
		'WebRTC: ICE failed, your TURN server appears to be broken, see about:webrtc for more details'
	],
	[
		'Janus',
		'told.janus-ice-failed',
		'[ERR] [ice.c:janus_ice_check_failed:1629] [8790230457909933] ICE failed for component 1 in stream 1...'
	],
	[
		'Janus, hanging up',
		'told.ice-failed',
		'{"janus":"hangup","session_id":7,"reason":"ICE failed"}'
	],
	[
		'libnice',
		'told.libnice-failed',
		'libnice-DEBUG: Agent 0x7e : stream 1 component 1 STATE-CHANGE connecting -> failed.'
	],
	['PJNATH', 'told.aioice-failed', 'icess0x7f ICE negotiation failed after 7000ms'],
	[
		'Asterisk',
		'told.dtls-failed',
		"[Feb  3 10:11:12] ERROR[12][C-01]: res_rtp_asterisk.c:3117 DTLS failure occurred on RTP instance '0x7f' due to reason 'missing', terminating"
	],
	['mediasoup', 'told.dtls-failed', 'RTC::WebRtcTransport::OnDtlsTransportFailed() | DTLS failed'],
	['mediasoup, its event', 'told.dtls-failed', 'transport event dtlsstatechange: failed'],
	['an app, of DTLS', 'told.dtls-failed', `${STAMP} WARN DTLS handshake failed: timeout`],
	['Janus, of DTLS', 'told.dtls-failed', '[WARN] session hangup because of a (DTLS timeout)'],
	[
		'mediasoup, of certificates',
		'told.fingerprint-differs',
		'RTC::DtlsTransport::CheckRemoteFingerprint() | fingerprint in the remote certificate does not match the announced one'
	],
	[
		'coturn',
		'told.coturn-unauthorized',
		'13: : session 001: realm <example.org> user <bob>: incoming packet message processed, error 401: Unauthorized'
	],
	[
		'pion',
		'told.turn-unauthorized',
		'ice WARNING: failed to allocate on turn.Client 192.0.2.5:3478: Allocate error response (error 401: Unauthorized)'
	],
	['an app, of TURN', 'told.turn-unauthorized', 'TURN server turn.example.org: 401 Unauthorized'],
	[
		'Firefox, of TURN',
		'told.turn-unauthorized',
		'(turn/WARNING) TURN(relay(IP4:192.0.2.6:57073/UDP|IP4:192.0.2.5:3478/UDP)): Exceeded the number of retries'
	],
	['baresip', 'told.no-common-codec', 'call: no common audio codecs - rejected'],
	[
		'Asterisk, of codecs',
		'told.no-common-codec',
		'NOTICE[12]: No compatible codecs, not accepting this offer!'
	],
	[
		'dart-sip-ua',
		'sip.not-acceptable',
		'call failed with cause: Code: [488], Cause: Incompatible SDP, Reason: Not Acceptable Here'
	],
	['SIP', 'sip.not-acceptable', 'SIP/2.0 488 Not Acceptable Here'],
	[
		'Chromium',
		'told.candidate-too-early',
		"InvalidStateError: Failed to execute 'addIceCandidate' on 'RTCPeerConnection': The remote description was null"
	],
	[
		'Chromium, of an answer',
		'told.answer-without-offer',
		"Uncaught (in promise) InvalidStateError: Failed to execute 'createAnswer' on 'RTCPeerConnection': PeerConnection cannot create an answer in a state other than have-remote-offer or have-local-pranswer."
	],
	[
		'libwebrtc on a phone',
		'negotiation.answer-in-stable',
		'E/CallActivity: onSetFailure: Failed to set remote answer sdp: Called in wrong state: stable'
	],
	[
		'an app, of TURN, the other way round',
		'told.turn-unauthorized',
		'Error: 401 Unauthorized from turn:turn.example.org:3478'
	],
	['JsSIP', 'sip.not-acceptable', 'JsSIP:RTCSession session failed +0ms cause: "Incompatible SDP"'],
	['PeerJS', 'told.ice-failed', 'peer.js:2 Error: Ice connection failed.'],
	[
		'aiortc',
		'negotiation.answer-in-stable',
		'aiortc.exceptions.InvalidStateError: Cannot handle answer in signaling state "stable"'
	],
	['an event by its name', 'ice.told-failed', 'oniceconnectionstatechange failed'],
	['an app, of its state', 'ice.told-failed', '[pc] ICE state: failed'],
	[
		'Kurento, in words',
		'ice.told-failed',
		'kmswebrtcsession.c:1021 ICE component state changed: failed'
	],
	[
		'Kurento',
		'ice.told-failed',
		'{"type":"IceComponentStateChanged","data":{"streamId":"1","componentId":1,"state":"FAILED"}}'
	]
];

describe('what a log says beside an offer and its answer stands first:', () => {
	it.each(LOGS)('%s', async (_, id, log) => {
		for (const text of [issue(log), inFront(log), between(log), inJson(log)]) {
			const [first, ...others] = await findingsOf(text);
			expect(first?.id).toBe(id);
			expect(first?.severity).not.toBe('worth knowing');
			expect(first?.because[0]?.text).toMatch(/^line \d/);
			expect(others.map((one) => one.id)).not.toContain(id);
		}
	});

	it.each(LOGS)('and beside candidates alone: %s', async (_, id, log) => {
		const candidates = 'candidate:1 1 udp 2122260223 203.0.113.7 50001 typ host\n';
		expect((await findingsOf(candidates + log)).map((one) => one.id)).toContain(id);
	});

	it.each([
		['Failed to set remote offer sdp: Called in wrong state: have-local-offer', 'wrong-state'],
		['InvalidStateError: Cannot set remote offer in state have-local-offer', 'wrong-state'],
		[
			"The order of m-lines in answer doesn't match order in offer. Failed to set remote answer sdp: The order of m-lines in answer doesn't match order in offer. Rejecting answer.",
			'refused'
		]
	])('and does not say what the description behind it is: %s', async (words, id) => {
		expect((await mattersIn(between(words)))[0]).toBe(`negotiation.${id}`);
		expect(await mattersIn(between(words))).not.toContain('negotiation.glare');
	});

	it('each once, however often and in however many words it is told', async () => {
		const log = [
			'iceConnectionState: checking',
			'ICE failed, add a TURN server and see about:webrtc for more details',
			'ICE failed, add a TURN server and see about:webrtc for more details',
			'iceConnectionState: failed',
			'connectionState: failed'
		];
		const [only, ...others] = await findingsOf(issue(...log));
		expect(others.filter(({ severity }) => severity !== 'worth knowing')).toEqual([]);
		expect(only!.id).toBe('told.ice-failed');
		// That the state says so too is evidence of it.
		expect(only!.because.map(({ text }) => text.replace(/^line \d+: /, ''))).toEqual([
			'ICE failed, add a TURN server and see about:webrtc for more details',
			'failed'
		]);
	});

	it('and one that is more exact for those that are less', async () => {
		const log = [
			'[ERR] [ice.c:1] [87] ICE failed for component 1 in stream 1...',
			'{"janus":"hangup","reason":"ICE failed"}',
			'ICE state: failed'
		];
		const [first] = await findingsOf(issue(...log));
		expect(await mattersIn(issue(...log))).toEqual(['told.janus-ice-failed']);
		expect(first!.because.length).toBe(3);
	});

	it('and what only bites under what broke the call', async () => {
		const log = [
			'TURN server turn.example.org: 401 Unauthorized',
			'ICE failed, your TURN server appears to be broken, see about:webrtc for more details'
		];
		expect(await mattersIn(issue(...log))).toEqual(['told.ice-failed', 'told.turn-unauthorized']);
	});
});

describe('what a description explains is evidence of it, and not said again:', () => {
	const without = (line: RegExp, text: string) => text.replaceAll(line, '');
	/** Each section with one candidate, at that address. */
	const only = (address: string, text: string) =>
		without(/^a=candidate:.*\n/gm, text).replaceAll(
			/^a=ice-ufrag:/gm,
			`a=candidate:1 1 udp 2122260223 ${address} 50001 typ host\na=ice-ufrag:`
		);
	/** Two that cannot reach each other, and what is said of them. */
	const apart = (log: string) =>
		`${only('192.168.7.4', OFFER)}\n${only('10.20.30.4', ANSWER)}\n${log}\n`;

	it('a handshake that fails where there is no fingerprint', async () => {
		const text = without(/^a=fingerprint:.*\n/gm, issue('DTLS handshake failed'));
		const [first, ...others] = await findingsOf(text);
		expect(first!.id).toBe('sdp.no-fingerprint');
		expect(JSON.stringify(first!.because)).toContain('DTLS handshake failed');
		expect(others.map(({ id }) => id)).not.toContain('told.dtls-failed');
	});

	it('a search that failed where no pair is possible', async () => {
		const [first, ...others] = await findingsOf(apart('ICE failed for component 1 in stream 1...'));
		expect([first!.id, first!.severity]).toEqual([
			'ice.different-private-networks',
			'breaks the call'
		]);
		expect(others.map(({ id }) => id)).not.toContain('told.janus-ice-failed');
	});

	it('but no path is missed where a handshake failed on one', async () => {
		expect(await mattersIn(apart('DTLS handshake failed'))).toEqual(['told.dtls-failed']);
	});

	it('a refusal in its own words, and in none that are of another cause', async () => {
		const refused = (words: string) =>
			without(
				/^a=fingerprint:.*\n/gm,
				issue(
					`OperationError: Failed to execute 'setRemoteDescription' on 'RTCPeerConnection': Failed to set remote answer sdp: ${words}`
				)
			);
		const own = refused('Called with SDP without DTLS fingerprint.');
		expect((await mattersIn(own))[0]).toBe('sdp.no-fingerprint');
		expect(await mattersIn(own)).not.toContain('negotiation.refused');
		const other = refused(
			"The order of m-lines in answer doesn't match order in offer. Rejecting answer."
		);
		expect((await mattersIn(other)).slice(0, 2)).toEqual([
			'negotiation.refused',
			'sdp.no-fingerprint'
		]);
	});

	it('a login that is refused by none of them', async () => {
		const text = without(
			/^a=fingerprint:.*\n/gm,
			issue('TURN server turn.example.org: 401 Unauthorized')
		);
		expect((await mattersIn(text)).slice(0, 1)).toEqual(['sdp.no-fingerprint']);
		expect(await mattersIn(text)).toContain('told.turn-unauthorized');
	});
});

it('is said with how many things were looked at', async () => {
	const head = await headOf(issue('DTLS handshake failed'));
	expect('conclusions' in head && head.conclusions.map(({ findings }) => findings.length)).toEqual([
		1, 0
	]);
});

it('takes time in proportion to the length of the log', () => {
	for (const unit of ['DTLS ', 'ICE failed\n', 'TURN( ', '488 ', 'fingerprint ', 'no common ']) {
		const make = (count: number) => OFFER + unit.repeat(count);
		expect(costOfLength(make, 1000, recognise)).toBeLessThan(8);
	}
});
