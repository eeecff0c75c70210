import { describe, expect, it } from 'vitest';
import { SERVER_WORDS } from '../../src/lib/diagnose/told/server-words';
import { recognise } from '../../src/lib/inspect';
import { findingsOf } from './concluded';
import { LOGS } from './server-log-lines';

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
