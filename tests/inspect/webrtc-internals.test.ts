import { describe, expect, it } from 'vitest';
import { distill } from '../../src/lib/rtc/stats';
import { reduce, stateOf, type PeerStats, type TraceEntry } from '../../src/lib/trace';
import { parseTraceFile, writeTraceFile } from '../../src/lib/trace/file';
import { importDump, skippedSentence, suggestCast, type Dump } from '../../src/lib/inspect';
import { isWebrtcInternals, readWebrtcInternals } from '../../src/lib/inspect/webrtc-internals';
import { ladderRows } from '../../src/lib/ui/ladder/layout';
import { fixture, sampleDump } from './fixtures';

function read(text: string): Dump {
	const json: unknown = JSON.parse(text);
	if (!isWebrtcInternals(json)) throw new Error('It is no dump.');
	return readWebrtcInternals(json);
}

const statsOf = (entries: readonly TraceEntry[], peer: string) =>
	entries
		.filter((entry) => entry.kind === 'stats' && entry.peer === peer)
		.map(({ data }) => data as unknown as PeerStats);

describe('a dump of webrtc-internals of Chromium 156', () => {
	const dump = read(sampleDump());
	const { entries, cast, skipped } = importDump(dump, distill);
	const view = reduce(entries);
	const { john, jane } = view.peers;

	it('lists its connections, what they are, and who talked with whom', () => {
		expect(dump.browser).toContain('HeadlessChrome/156.0.0.0');
		expect(
			dump.connections.map(({ id, role, partner, url }) => ({ id, role, partner, url }))
		).toEqual([
			{ id: '8-1', role: 'offerer', partner: '8-2', url: 'http://localhost:4777/' },
			{ id: '8-2', role: 'answerer', partner: '8-1', url: 'http://localhost:4777/' }
		]);
	});

	it('shows the one that offered as John, and its partner as Jane', () => {
		expect(cast).toEqual({ john: '8-1', jane: '8-2' });
		expect(skipped).toEqual([]);
		expect(skippedSentence(skipped)).toBeNull();
	});

	it('becomes a trace that can be written to a file and read again', () => {
		const meta = { exportedAt: '2026-11-23T10:00:00Z', masked: false };
		const parsed = parseTraceFile(writeTraceFile(entries, meta));
		expect(parsed.ok ? '' : parsed.problem).toBe('');
		expect(parsed.ok && parsed.file.entries).toEqual(entries);
	});

	it('has entries in the order of time', () => {
		const times = entries.map(({ at }) => at);
		expect(times).toEqual(times.toSorted((a, b) => a - b));
		expect(entries[0]).toMatchObject({ kind: 'attempt', attempt: 1, data: { reason: 'start' } });
	});

	it('shows the states that both went through', () => {
		expect(john.states.signalingState.map(({ value }) => value)).toEqual([
			'stable',
			'have-local-offer',
			'stable'
		]);
		expect(jane.states.signalingState.map(({ value }) => value)).toEqual([
			'stable',
			'have-remote-offer',
			'stable'
		]);
		for (const peer of [john, jane]) {
			expect(stateOf(peer, 'connectionState')).toBe('connected');
			expect(stateOf(peer, 'iceGatheringState')).toBe('complete');
			expect(peer.exists).toBe(true);
		}
	});

	it('shows the descriptions that follow from what was set', () => {
		expect(john.descriptions.pendingLocalDescription).toBeNull();
		expect(john.descriptions.currentLocalDescription?.type).toBe('offer');
		expect(john.descriptions.currentRemoteDescription?.type).toBe('answer');
		expect(jane.descriptions.currentRemoteDescription).toEqual(
			john.descriptions.currentLocalDescription
		);
		expect(jane.descriptions.currentLocalDescription?.sdp).toMatch(/^v=0\r\n/);
	});

	it('shows the candidates, gathered and added', () => {
		expect(john.localCandidates).toHaveLength(6);
		expect(john.localCandidates[0]?.candidate).toMatchObject({
			sdpMid: '0',
			usernameFragment: '37p0'
		});
		expect(jane.remoteCandidates).toHaveLength(6);
		expect(jane.remoteCandidates.every(({ added }) => added)).toBe(true);
		expect(jane.remoteCandidates.map(({ candidate }) => candidate)).toEqual(
			expect.arrayContaining(john.localCandidates.map(({ candidate }) => candidate))
		);
	});

	it('shows the calls and how they were settled, and the one that Chromium wrote only as failed', () => {
		const calls = view.calls.filter(({ peer }) => peer === 'john');
		expect(calls.map(({ name, status }) => `${name} ${status}`)).toEqual([
			'getUserMedia resolved',
			'RTCPeerConnection resolved',
			'addTrack resolved',
			'addTrack resolved',
			'createDataChannel resolved',
			'createOffer resolved',
			'setLocalDescription resolved',
			'setRemoteDescription resolved',
			'setRemoteDescription rejected',
			'addIceCandidate resolved'
		]);
		expect(calls[8]?.error?.message).toContain('Failed to parse SessionDescription');
		expect(calls[5]?.result).toMatchObject({ type: 'offer' });
	});

	it('shows the tracks, and the media that was asked for', () => {
		expect(john.localTracks.map(({ kind }) => kind)).toEqual(['audio', 'video']);
		expect(jane.remoteTracks.map(({ kind, label }) => `${kind} ${label}`)).toEqual([
			'audio remote audio',
			'video remote video'
		]);
		const [media] = view.calls;
		expect(media?.args).toEqual({
			audio: true,
			video: { width: { ideal: 320 }, height: { ideal: 240 } }
		});
		expect(media?.result).toMatchObject({ tracks: [{ kind: 'audio' }, { kind: 'video' }] });
	});

	it('shows the statistics over time', () => {
		const stats = statsOf(entries, 'john');
		expect(stats.length).toBeGreaterThanOrEqual(5);
		const sent = stats.map(({ outbound }) => outbound.find(({ kind }) => kind === 'video')?.bytes);
		expect(sent).toEqual(sent.toSorted((a, b) => a! - b!));
		expect(new Set(sent).size).toBe(sent.length);
		const last = stats.at(-1)!;
		expect(last.dtls).toMatchObject({ state: 'connected', role: 'server' });
		expect(last.selected?.local.port).toBeGreaterThan(0);
		expect(last.outbound.map(({ codec, mid }) => `${mid} ${codec}`).sort()).toEqual([
			'0 audio/opus',
			'1 video/VP8'
		]);
		expect(jane.stats?.inbound.find(({ kind }) => kind === 'video')?.frames).toBeGreaterThan(50);
		expect(jane.milestones.firstFrame).toBeGreaterThan(0);
	});

	it('is on the ladder with every call and state', () => {
		const labels = ladderRows(entries).map(({ peer, label }) => `${peer} ${label}`);
		expect(labels).toEqual(expect.arrayContaining(['john createOffer()', 'jane createAnswer()']));
		expect(labels).toEqual(
			expect.arrayContaining(['john signalingState → have-local-offer', 'john pair selected'])
		);
	});

	it('can be shown with one connection alone, as either peer', () => {
		const alone = importDump(dump, distill, { jane: '8-1' });
		expect(alone.cast).toEqual({ jane: '8-1' });
		expect(alone.entries.every(({ peer }) => peer !== 'john')).toBe(true);
		expect(stateOf(reduce(alone.entries).peers.jane, 'connectionState')).toBe('connected');
		expect(importDump(dump, distill, { john: 'no such' }).entries).toEqual([]);
	});
});

describe('a dump of webrtc-internals of Chrome 99', () => {
	const dump = read(fixture('webrtc-internals-99.json'));
	const { entries, cast, skipped } = importDump(dump, distill);
	const { peers, calls } = reduce(entries);

	it('has one connection, shown as John, for it made the offer', () => {
		expect(suggestCast(dump)).toEqual({ john: '5-1' });
		expect(cast).toEqual({ john: '5-1' });
	});

	it('is read though its values are texts and its times are those of a locale', () => {
		expect(calls.map(({ name, status }) => `${name} ${status}`)).toEqual([
			'getUserMedia pending',
			'RTCPeerConnection resolved',
			'createOffer resolved',
			'setLocalDescription resolved',
			'setRemoteDescription resolved',
			'addIceCandidate resolved',
			'addIceCandidate rejected'
		]);
		expect(peers.john.descriptions.currentLocalDescription?.sdp).toContain('a=ice-ufrag:Ab3d\r\n');
		expect(peers.john.localCandidates[0]?.candidate).toEqual({
			candidate:
				'candidate:842163049 1 udp 1677729535 203.0.113.7 50123 typ srflx raddr 0.0.0.0 rport 0 generation 0 ufrag Ab3d network-cost 999',
			sdpMid: '0',
			sdpMLineIndex: 0,
			usernameFragment: 'Ab3d'
		});
		expect(stateOf(peers.john, 'iceConnectionState')).toBe('connected');
		expect(entries[1]!.at).toBe(Date.parse('3/14/2022, 9:59:59 AM'));
	});

	it('has statistics at times between the first and the last', () => {
		const stats = statsOf(entries, 'john');
		expect(stats.map(({ at }) => at - Date.parse('2022-03-14T10:00:00Z'))).toEqual([
			3000, 4000, 5000
		]);
		expect(stats.map(({ dtls }) => dtls?.state)).toEqual(['connecting', 'connected', 'connected']);
		expect(stats.map(({ selected }) => selected?.roundTripTime)).toEqual([undefined, 0.02, 0.03]);
		expect(stats.map(({ outbound }) => outbound[0]?.bytes)).toEqual([0, 4000, 8000]);
	});

	it('says what of it was skipped', () => {
		expect(skippedSentence(skipped)).toBe(
			'Skipped: 2 × updates without a type, 2 × statistics without values or times, 1 × connections that are no object.'
		);
	});
});

describe('a damaged dump of webrtc-internals', () => {
	it.each<[string, { PeerConnections: object }]>([
		['has no connections', { PeerConnections: {} }],
		['has connections without anything', { PeerConnections: { a: {}, b: [], c: 5 } }],
		[
			'has logs and statistics of another form',
			{ PeerConnections: { a: { updateLog: 5, stats: [] } } }
		],
		[
			'has values that are nothing',
			{
				PeerConnections: {
					a: {
						updateLog: [
							{ type: 'setLocalDescriptionOnSuccess', timestamp: 1 },
							{ type: 'onsignalingstatechange', timestamp: 2, value: 5 },
							{ type: 'onicecandidate', timestamp: 3, value: '{"candidate":' },
							{ type: 'ontrack', timestamp: 4, value: '{}' },
							{ type: 'addTrack', timestamp: 4 },
							{ type: 'addIceCandidate', timestamp: 5, value: 'x' },
							{ type: 'close', timestamp: 6 }
						],
						stats: { x: 5, 'y-z': { startTime: 1, endTime: 2, values: '{}' }, '__proto__-a': null }
					}
				}
			}
		]
	])('that %s is read as far as it goes', (_, damaged) => {
		const { entries } = importDump(readWebrtcInternals(damaged), distill);
		expect(() => reduce(entries)).not.toThrow();
		expect(() => ladderRows(entries)).not.toThrow();
		const meta = { exportedAt: '2026-11-23T10:00:00Z', masked: false };
		expect(parseTraceFile(writeTraceFile(entries, meta)).ok).toBe(true);
	});
});
