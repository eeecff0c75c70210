import { describe, expect, it } from 'vitest';
import { mattersIn } from './concluded';
import { inFront, issue } from './issue';

describe('nothing is said of a call that works:', () => {
	it.each([
		['failed at first', ['ICE failed, closing', 'ICE connection state: checking => connected']],
		[
			'mediasoup that says something again',
			[
				'mediasoup:WARN:Channel [pid:12] RTC::DtlsTransport::OnTimer() | DTLS timeout too low, retransmitting',
				'mediasoup:Channel [pid:12] RTC::WebRtcTransport::OnDtlsTransportConnected() | DTLS connected'
			]
		],
		['DTLS that says something again', ['DTLS timeout, retransmitting the flight']],
		[
			'Janus that waited',
			[
				'[ERR] ICE failed for component 1 in stream 1...',
				'[87] Component state changed for component 1 in stream 1: 3 (connected)',
				'[87] The DTLS handshake for the component 1 in stream 1 has been completed'
			]
		],
		[
			'an alert when it hangs up',
			[
				'[87] WebRTC media is now available',
				'[87] DTLS alert received on handle 87, closing...',
				'{"janus":"hangup","reason":"DTLS alert"}'
			]
		],
		[
			'an alert when a page is left',
			['connectionState: connected', 'Got a DTLS alert from the peer', 'connectionState: closed']
		],
		[
			'a server of two that refused',
			['TURN server b.example.org: 401 Unauthorized', 'iceConnectionState: completed']
		],
		[
			'a candidate too early',
			[
				'InvalidStateError: Cannot add ICE candidate when there is no remote SDP',
				'connectionState: connected'
			]
		],
		[
			'coturn that asks for the login again',
			[
				'13: session 001: realm <e.org> user <bob>: incoming packet message processed, error 401: Unauthorized',
				'13: session 001: realm <e.org> user <bob>: incoming packet ALLOCATE processed, success'
			]
		],
		[
			'coturn that asks for the login',
			[
				'13: : session 002: realm <e.org> user <>: incoming packet ALLOCATE processed, error 401: Unauthorized'
			]
		],
		[
			'LiveKit that had no pairs at first',
			[
				'WARN	livekit.transport.pion.ice	agent.go:539	Failed to ping without candidate pairs. Connection is not possible yet.	{"room": "r", "transport": "PUBLISHER"}',
				'DEBUG	livekit.transport	transport.go:600	ice connection state change	{"room": "r", "transport": "PUBLISHER", "state": "connected"}'
			]
		],
		[
			'coturn that forbids one address',
			[
				'0: : session 1: realm <e.org> user <bob>: incoming packet CREATE_PERMISSION processed, success',
				'0: : session 1: realm <e.org> user <bob>: incoming packet CREATE_PERMISSION processed, error 403: Forbidden IP',
				'0: : session 1: realm <e.org> user <bob>: incoming packet REFRESH processed, error 437: Invalid allocation'
			]
		],
		[
			'Firefox of which one server did not answer',
			[
				'(turn/WARNING) TURN(relay(IP4:192.0.2.1:50896/TCP|turn.example.org:443)) failed',
				'iceConnectionState: connected'
			]
		],
		[
			'esp_peer that tries again',
			['E (36767) DTLS: Server handshake return -0x7880', 'connectionState: connected']
		],
		[
			'Kurento of RTCP, of which the type comes last',
			['{"componentId":2,"state":"FAILED","streamId":"1","type":"IceComponentStateChange"}']
		],
		[
			'Kurento of RTCP',
			['IceComponentStateChanged {"streamId":"1","componentId":2,"state":"FAILED"}']
		],
		[
			'libwebrtc that is asked for the login',
			[
				'(turn_port.cc:1334): Port[28]: Received TURN allocate error response, id=61, code=401, rtt=35'
			]
		]
	])('%s', async (_, log) => {
		expect(await mattersIn(issue(...log))).toEqual([]);
	});

	it('and a path that broke later is', async () => {
		const log = ['connectionState: connected', 'ICE failed, see about:webrtc for more details'];
		expect(await mattersIn(issue(...log))).toEqual(['told.ice-failed']);
	});

	it('nor that ICE was done where DTLS failed behind it', async () => {
		const log = ['iceConnectionState: connected', 'DTLS handshake failed'];
		expect(await mattersIn(issue(...log))).toEqual(['told.dtls-failed']);
	});
});

describe('nothing is read beside descriptions out of', () => {
	it.each([
		['a program', "console.error('ICE failed, closing the session');"],
		['a program that compares', "if (error.name === 'InvalidStateError') return;"],
		['a program that throws', "throw new Error('DTLS handshake failed');"],
		['a program in Go', 'log.Printf("DTLS handshake failed: %v", err)'],
		['a program of classes', 'switch (state) { case "dtlsState failed": break; }'],
		['a program that compares states', "if (iceState === 'failed') restart();"],
		['a remark in it', '// ICE failed, so start again'],
		['what is denied', 'The log has no DTLS error at all.'],
		['a question', 'What happens if ICE failed?'],
		['a name of SDP', 's=DTLS error'],
		['a login on a page', 'POST https://example.org/api 401 Unauthorized'],
		['an offer that is rejected by a person', '603 Decline'],
		['an error of somebody else', 'OperationError: nobody knows this']
	])('%s', async (_, line) => {
		expect(await mattersIn(inFront(line))).toEqual([]);
	});
});
