import { describe, expect, it } from 'vitest';
import { distill } from '../../src/lib/rtc/stats';
import { reduce, stateOf, type PeerStats } from '../../src/lib/trace';
import { parseTraceFile, writeTraceFile } from '../../src/lib/trace/file';
import { importDump, skippedSentence } from '../../src/lib/inspect';
import {
	isRtcstatsTuple,
	readRtcstats,
	readRtcstatsList,
	readRtcstatsObject
} from '../../src/lib/inspect/rtcstats';
import { applyDelta, restoreSections } from '../../src/lib/inspect/rtcstats-delta';
import { memberName, methodName, statsType } from '../../src/lib/inspect/rtcstats-names';
import { ladderRows } from '../../src/lib/ui/ladder/layout';
import { fixture } from './fixtures';

describe('a dump of rtcstats, as Chromium 156 writes it', () => {
	const dump = readRtcstats(fixture('rtcstats-chromium-156.txt'));
	const { entries, cast, skipped } = importDump(dump, distill);
	const { peers, calls } = reduce(entries);

	it('has the same connections as the dump of webrtc-internals', () => {
		expect(dump.browser).toBe('Chromium 156');
		expect(dump.connections.map(({ id, role, partner }) => ({ id, role, partner }))).toEqual([
			{ id: '8-1', role: 'offerer', partner: '8-2' },
			{ id: '8-2', role: 'answerer', partner: '8-1' }
		]);
		expect(cast).toEqual({ john: '8-1', jane: '8-2' });
		expect(skipped).toEqual([]);
	});

	it('shows states, descriptions, candidates, calls and tracks', () => {
		expect(stateOf(peers.john, 'connectionState')).toBe('connected');
		expect(stateOf(peers.jane, 'signalingState')).toBe('stable');
		expect(peers.jane.descriptions.currentLocalDescription?.type).toBe('answer');
		expect(peers.john.localCandidates).toHaveLength(6);
		expect(peers.jane.remoteCandidates).toHaveLength(6);
		expect(peers.jane.remoteTracks.map(({ label }) => label)).toEqual([
			'remote audio',
			'remote video'
		]);
		expect(calls.filter(({ status }) => status === 'rejected').map(({ name }) => name)).toEqual([
			'setRemoteDescription'
		]);
		expect(calls.find(({ name }) => name === 'RTCPeerConnection')?.args).toMatchObject({
			iceServers: [{ urls: ['stun:stun.example.org'] }]
		});
	});

	it('shows the statistics, which are whole each time', () => {
		const stats = entries.filter(({ kind, peer }) => kind === 'stats' && peer === 'john');
		expect(stats).toHaveLength(3);
		const sent = stats.map(
			({ data }) =>
				(data as unknown as PeerStats).outbound.find(({ kind }) => kind === 'audio')?.bytes
		);
		expect(sent).toEqual([2358, 5003, 8057]);
	});

	it('becomes a trace that can be written, read and laid out', () => {
		const meta = { exportedAt: '2026-11-23T10:00:00Z', masked: false };
		const parsed = parseTraceFile(writeTraceFile(entries, meta));
		expect(parsed.ok ? '' : parsed.problem).toBe('');
		expect(ladderRows(entries).length).toBeGreaterThan(20);
	});
});

describe('a dump of rtcstats, as rtcstats-js writes it', () => {
	const dump = readRtcstats(fixture('rtcstats-js-5.txt'));
	const { entries, skipped } = importDump(dump, distill);
	const { peers, calls } = reduce(entries);
	const { john } = peers;

	it('is read with names for numbers and times for differences', () => {
		expect(dump.browser).toBe('Mozilla/5.0 Firefox/140.0');
		expect(dump.connections[0]).toMatchObject({
			id: 'PC_0',
			url: 'https://example.org/call',
			role: 'offerer',
			began: 1_700_000_000_031
		});
		expect(calls.map(({ name, status }) => `${name} ${status}`)).toEqual([
			'getUserMedia resolved',
			'RTCPeerConnection resolved',
			'addTrack resolved',
			'createOffer resolved',
			'setLocalDescription resolved',
			'setRemoteDescription resolved',
			'addIceCandidate resolved',
			'addIceCandidate rejected',
			'restartIce resolved',
			'createOffer resolved',
			'setLocalDescription resolved',
			'close resolved'
		]);
	});

	it('ties an outcome to its call, though another was settled before', () => {
		const [added, refused] = john.remoteCandidates;
		expect(added).toMatchObject({ added: true, candidate: { usernameFragment: 'Xy9z' } });
		expect(refused).toMatchObject({ added: false, candidate: { candidate: 'nonsense' } });
		expect(calls[7]?.error).toEqual({
			name: 'OperationError',
			message: "Failed to execute 'addIceCandidate'"
		});
	});

	it('has the sections back that were left out because nothing had changed', () => {
		const offer = calls[3]?.result as { sdp: string };
		expect(calls[4]?.args).toEqual({ type: 'offer', sdp: offer.sdp });
		const restart = john.descriptions.pendingLocalDescription?.sdp;
		expect(restart).toContain('a=ice-ufrag:Re5t\r\n');
		expect(restart?.startsWith(offer.sdp.slice(0, offer.sdp.indexOf('m=')))).toBe(true);
	});

	it('has the end of gathering, and errors of candidates', () => {
		expect(john.localCandidates.map(({ candidate }) => candidate === null)).toEqual([false, true]);
		const error = entries.find(({ name }) => name === 'icecandidateerror');
		expect(error?.data).toMatchObject({ errorCode: 701, errorText: expect.any(String) as string });
	});

	it('has whole statistics again', () => {
		const [first, second] = entries
			.filter(({ kind }) => kind === 'stats')
			.map(({ data }) => data as unknown as PeerStats);
		expect(first).toMatchObject({
			dtls: { state: 'connected', role: 'client' },
			selected: { local: { address: '192.0.2.7', port: 50123 }, roundTripTime: 0.02 },
			outbound: [{ kind: 'audio', mid: '0', codec: 'audio/opus', bytes: 1000 }]
		});
		expect(second).toMatchObject({
			dtls: { state: 'connected' },
			selected: { remote: { address: '198.51.100.4' }, roundTripTime: 0.05 },
			outbound: [{ codec: 'audio/opus', packets: 60, bytes: 6000 }]
		});
	});

	it('is closed at its end', () => {
		expect(john.closed).toBe(true);
		expect(stateOf(john, 'signalingState')).toBe('closed');
	});

	it('says that its last line was cut off', () => {
		expect(skippedSentence(skipped)).toBe('Skipped: 1 × lines that are no JSON.');
	});
});

describe('rtcstats in other forms', () => {
	const events = [
		['create', 'PC_0', {}, 1_500_000_000_000],
		['createOffer', 'PC_0', null, 1_500_000_000_010],
		['createOfferOnSuccess', 'PC_0', { type: 'offer', sdp: 'v=0\r\n' }, 1_500_000_000_020],
		['oniceconnectionstatechange', 'PC_0', 'checking', 1_500_000_000_030]
	];
	const expected = ['RTCPeerConnection', 'createOffer'];
	const names = (dump: ReturnType<typeof readRtcstats>) =>
		reduce(importDump(dump, distill).entries).calls.map(({ name }) => name);

	it('may be a list', () => {
		expect(names(readRtcstatsList(events))).toEqual(expected);
	});

	it('may be lines without a beginning, with times since the epoch', () => {
		const dump = readRtcstats(events.map((event) => JSON.stringify(event)).join('\n'));
		expect(names(dump)).toEqual(expected);
		expect(dump.connections[0]?.began).toBe(1_500_000_000_000);
	});

	it('may be an object with a list for each connection', () => {
		const list = events.map(([type, , value, at]) => ({
			time: new Date(at as number).toISOString(),
			type,
			value
		}));
		const dump = readRtcstatsObject({ peerConnections: { PC_0: list, null: [5] } });
		expect(names(dump)).toEqual(expected);
		expect(dump.connections[0]?.began).toBe(1_500_000_000_000);
		expect(dump.skipped).toEqual([{ what: 'events that are no object', count: 1 }]);
	});

	it.each([[[]], [['a', 'b']], [['a', 5, null, 1]], [[{}, 'PC_0', null, 1]], [{}], [null]])(
		'%j is no event',
		(value) => {
			expect(isRtcstatsTuple(value)).toBe(false);
			expect(readRtcstatsList([value]).connections).toEqual([]);
		}
	);
});

describe('what rtcstats saves room by', () => {
	it.each([
		[methodName('g'), 'getStats'],
		[methodName(1), 'getStats'],
		[methodName(16), 'addIceCandidateOnFailure'],
		[methodName(28), 'ondatachannel'],
		[methodName(34), 'removeTrack'],
		[methodName(39), 'create'],
		[methodName(65), 'navigator.mediaDevices.getUserMediaOnFailure'],
		[methodName(74), 'MediaStreamTrack.onunmute'],
		[methodName(99), '99'],
		[methodName('close'), 'close'],
		[memberName('t'), 'timestamp'],
		[memberName('4'), 'payloadType'],
		[memberName('41'), 'bytesReceived'],
		[memberName('66'), 'contentType'],
		[memberName('98'), 'encoderImplementation'],
		[memberName('125'), 'selectedCandidatePairId'],
		[memberName('145'), 'networkType'],
		[memberName('152'), 'currentRoundTripTime'],
		[memberName('166'), 'issuerCertificateId'],
		[memberName('176'), 'ccfbMessagesReceived'],
		[memberName('bytesSent'), 'bytesSent'],
		[statsType(1), 'inbound-rtp'],
		[statsType(14), 'codec'],
		[statsType('transport'), 'transport']
	])('%s is %s', (name, expected) => {
		expect(name).toBe(expected);
	});

	it('keeps what did not change, merges what changed in part, and forgets what is gone', () => {
		const one = applyDelta(new Map(), {
			a: { type: 1, d: { x: 1, y: 2 }, l: [1, 2] },
			b: {},
			t: 5
		});
		const two = applyDelta(one, { a: { d: { x: 3 }, l: [4] }, b: null, t: 6 });
		expect(Object.fromEntries(two)).toEqual({
			a: { id: 'a', type: 'inbound-rtp', d: { x: 3, y: 2 }, l: [4], timestamp: 6 }
		});
		expect(one.get('a')).toMatchObject({ d: { x: 1 }, timestamp: 5 });
	});

	it('cannot reach a prototype', () => {
		const delta: unknown = JSON.parse('{"__proto__":{"type":1},"a":{"__proto__":{"polluted":1}}}');
		const report = applyDelta(new Map(), delta);
		expect(({} as { polluted?: number }).polluted).toBeUndefined();
		expect((report.get('a') as { polluted?: number }).polluted).toBeUndefined();
	});

	it('says how many sections it cannot put back', () => {
		const base = { type: 'offer' as const, sdp: 'v=0\r\ns=-\r\nm=audio\r\na=mid:0\r\n' };
		expect(restoreSections(base, { type: 'offer', sdp: 'v=\r\nm=\r\nm=\r\n' })).toEqual({
			description: { type: 'offer', sdp: 'v=0\r\ns=-\r\nm=audio\r\na=mid:0\r\nm=\r\n' },
			restored: 2,
			lost: 1
		});
		const answer = { type: 'answer' as const, sdp: 'v=\r\n' };
		expect(restoreSections(base, answer)).toEqual({ description: answer, restored: 0, lost: 1 });
	});
});
