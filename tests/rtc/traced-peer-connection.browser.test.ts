import { afterEach, describe, expect, it } from 'vitest';
import { tracedPeerConnection } from '../../src/lib/rtc/traced-peer-connection';
import { agreed, closeAll, offered, traced, tracedWithAudio } from './connections';
import { sink } from './sink';

afterEach(closeAll);

describe('a watched connection', () => {
	it('is an RTCPeerConnection', () => {
		const { pc } = traced();
		expect(pc).toBeInstanceOf(RTCPeerConnection);
		expect(Object.prototype.toString.call(pc)).toBe('[object RTCPeerConnection]');
	});

	it('does not touch the browser’s own class', () => {
		const own = RTCPeerConnection.prototype.createOffer;
		traced();
		expect(RTCPeerConnection.prototype.createOffer).toBe(own);
		expect(tracedPeerConnection(sink().record)).not.toBe(RTCPeerConnection);
	});

	it('records that it is made, and the states that it begins with', () => {
		const { recorded } = traced();
		expect(recorded.entries).toMatchObject([
			{ kind: 'call', name: 'RTCPeerConnection', data: null },
			{ kind: 'result', name: 'RTCPeerConnection', call: 0 },
			{
				kind: 'changed',
				name: 'signalingState iceGatheringState iceConnectionState connectionState',
				data: {
					signalingState: 'stable',
					iceGatheringState: 'new',
					iceConnectionState: 'new',
					connectionState: 'new'
				}
			}
		]);
	});

	it('records and uses the configuration that it is made with', () => {
		const recorded = sink();
		const Connection = tracedPeerConnection(recorded.record);
		const pc = new Connection({ bundlePolicy: 'max-bundle' });
		expect(recorded.entries[0]!.data).toEqual({ bundlePolicy: 'max-bundle' });
		expect(pc.getConfiguration().bundlePolicy).toBe('max-bundle');
		pc.close();
	});

	it('records that the browser refused to make it', () => {
		const recorded = sink();
		const Connection = tracedPeerConnection(recorded.record);
		expect(() => new Connection({ iceServers: [{ urls: 'no server' }] })).toThrow();
		expect(recorded.settlementOf('RTCPeerConnection')).toMatchObject({
			kind: 'error',
			data: { name: 'SyntaxError' }
		});
	});

	it('records createOffer and the offer', async () => {
		const { pc, recorded } = tracedWithAudio();
		const offer = await pc.createOffer();
		expect(offer.type).toBe('offer');
		expect(recorded.settlementOf('createOffer')).toEqual({
			kind: 'result',
			name: 'createOffer',
			call: expect.any(Number) as number,
			data: { type: 'offer', sdp: offer.sdp }
		});
	});

	it('records setLocalDescription with its description, and what changed by it', async () => {
		const { pc, recorded } = tracedWithAudio();
		const offer = await pc.createOffer();
		await pc.setLocalDescription(offer);
		const call = recorded.entries.find(
			({ kind, name }) => kind === 'call' && name === 'setLocalDescription'
		);
		expect(call!.data).toEqual({ type: 'offer', sdp: offer.sdp });
		expect(recorded.settlementOf('setLocalDescription')).toMatchObject({ kind: 'result' });
		const changes = Object.assign({}, ...recorded.of('changed').map(({ data }) => data)) as object;
		expect(changes).toMatchObject({
			signalingState: 'have-local-offer',
			pendingLocalDescription: { type: 'offer' }
		});
	});

	it('records setLocalDescription without a description', async () => {
		const { pc, recorded } = tracedWithAudio();
		await pc.setLocalDescription();
		expect(pc.localDescription?.type).toBe('offer');
		expect(recorded.settlementOf('setLocalDescription')).toMatchObject({ kind: 'result' });
	});

	it('records the answering side', async () => {
		const { jane } = await agreed();
		expect(
			['setRemoteDescription', 'createAnswer', 'setLocalDescription'].map(
				(name) => jane.recorded.settlementOf(name)?.kind
			)
		).toEqual(['result', 'result', 'result']);
		const states = jane.recorded
			.of('changed')
			.map(({ data }) => (data as { signalingState?: string }).signalingState)
			.filter(Boolean);
		expect(states).toEqual(['stable', 'have-remote-offer', 'stable']);
	});

	it('moves the descriptions from pending to current, and records the pending ones as null', async () => {
		const { john } = await agreed();
		const last = john.recorded
			.of('changed')
			.findLast(({ data }) => 'currentLocalDescription' in (data as object));
		expect(last!.data).toMatchObject({
			currentLocalDescription: { type: 'offer' },
			currentRemoteDescription: { type: 'answer' },
			pendingLocalDescription: null
		});
	});

	it('records the tracks that are added, and what arrives', async () => {
		const { john, jane } = await offered();
		const canvas = document.createElement('canvas');
		canvas.getContext('2d');
		const stream = canvas.captureStream(1);
		const [track] = stream.getVideoTracks();
		const sender = john.pc.addTrack(track!, stream);
		expect(sender.track).toBe(track);
		expect(john.recorded.entries.find(({ name }) => name === 'addTrack')!.data).toEqual({
			kind: 'video',
			id: track!.id,
			label: track!.label
		});
		await expect.poll(() => jane.recorded.lines).toContain('event track');
		expect(
			jane.recorded.entries.find(({ kind, name }) => kind === 'event' && name === 'track')!.data
		).toMatchObject({ kind: 'audio', mid: '0' });
		track!.stop();
	});

	it('records addTransceiver with kind and direction', () => {
		const { pc, recorded } = traced();
		pc.addTransceiver('video', { direction: 'recvonly' });
		expect(recorded.entries.find(({ name }) => name === 'addTransceiver')!.data).toEqual({
			track: 'video',
			init: { direction: 'recvonly' }
		});
		expect(recorded.settlementOf('addTransceiver')?.kind).toBe('result');
	});

	it('records the events as they fire, before the handlers of the page', async () => {
		const { pc, recorded } = traced();
		let recordedBefore = false;
		const fired = new Promise<void>((resolve) => {
			pc.onnegotiationneeded = () => {
				recordedBefore = recorded.lines.includes('event negotiationneeded');
				resolve();
			};
		});
		pc.addTransceiver('audio');
		await fired;
		expect(recordedBefore).toBe(true);
	});

	it('records each candidate as JSON, and the end of gathering', async () => {
		const { pc, recorded } = tracedWithAudio();
		await pc.setLocalDescription();
		await expect.poll(() => pc.iceGatheringState, { timeout: 10_000 }).toBe('complete');
		const candidates = () =>
			recorded.entries
				.filter(({ kind, name }) => kind === 'event' && name === 'icecandidate')
				.map(({ data }) => (data as { candidate: RTCIceCandidateInit | null }).candidate);
		await expect.poll(() => candidates().at(-1)).toBeNull();
		expect(candidates()[0]).toMatchObject({ sdpMid: '0', sdpMLineIndex: 0 });
		expect(candidates()[0]!.candidate).toMatch(/^candidate:/);
		expect(JSON.parse(JSON.stringify(recorded.entries))).toEqual(
			recorded.entries.map((entry) => JSON.parse(JSON.stringify(entry)) as unknown)
		);
	});

	it('does not hold one description for each candidate', async () => {
		const { pc, recorded } = tracedWithAudio();
		await pc.setLocalDescription();
		await expect.poll(() => pc.iceGatheringState, { timeout: 10_000 }).toBe('complete');
		const held = recorded
			.of('changed')
			.filter(({ data }) => 'pendingLocalDescription' in (data as object));
		expect(held.length).toBeLessThanOrEqual(4);
		expect(held.at(-1)!.data).toMatchObject({
			pendingLocalDescription: { sdp: pc.localDescription!.sdp }
		});
	});

	it('records a candidate that is given to it, and the end of candidates', async () => {
		const { john, jane } = await offered();
		const gathered = await firstCandidate(john.pc);
		await jane.pc.addIceCandidate(gathered);
		expect(jane.recorded.settlementOf('addIceCandidate')?.kind).toBe('result');
		expect(jane.recorded.entries.find(({ name }) => name === 'addIceCandidate')!.data).toEqual(
			gathered
		);
		await jane.pc.addIceCandidate(null);
		expect(jane.recorded.settlementOf('addIceCandidate')?.kind).toBe('result');
		expect(jane.recorded.of('call').at(-1)!.data).toBeNull();
	});

	it('records close and the states after it, which no event tells', () => {
		const { pc, recorded } = traced();
		pc.close();
		expect(recorded.lines.slice(-3)).toEqual([
			'call close',
			'result close',
			'changed signalingState iceConnectionState connectionState'
		]);
		expect(recorded.entries.at(-1)!.data).toEqual({
			signalingState: 'closed',
			iceConnectionState: 'closed',
			connectionState: 'closed'
		});
	});

	it('records nothing twice when it is closed twice', () => {
		const { pc, recorded } = traced();
		pc.close();
		pc.close();
		expect(recorded.of('changed')).toHaveLength(2);
	});

	it('connects with another, and records every state on the way', async () => {
		const { john, jane } = await offered();
		trickle(john.pc, jane.pc);
		trickle(jane.pc, john.pc);
		await jane.pc.setLocalDescription(await jane.pc.createAnswer());
		await john.pc.setRemoteDescription(jane.pc.localDescription!);
		await expect.poll(() => john.pc.connectionState, { timeout: 10_000 }).toBe('connected');
		await expect.poll(() => john.recorded.lines).toContain('event connectionstatechange');
		const states = john.recorded
			.of('changed')
			.map(({ data }) => (data as { connectionState?: string }).connectionState)
			.filter(Boolean);
		expect(states).toEqual(['new', 'connecting', 'connected']);
	});
});

/** The first candidate that a connection gathered, read from its own description. */
async function firstCandidate(pc: RTCPeerConnection): Promise<RTCIceCandidateInit> {
	const line = () => /^a=(candidate:.*)\r$/m.exec(pc.localDescription!.sdp)?.[1];
	await expect.poll(line).toBeDefined();
	return { candidate: line()!, sdpMid: '0', sdpMLineIndex: 0 };
}

/** Gives the candidates of one to the other as they come, and those that came before. */
function trickle(from: RTCPeerConnection, to: RTCPeerConnection): void {
	from.addEventListener('icecandidate', ({ candidate }) => {
		void to.addIceCandidate(candidate).catch(() => {});
	});
	for (const [, candidate] of (from.localDescription?.sdp ?? '').matchAll(
		/^a=(candidate:.*)\r$/gm
	)) {
		void to.addIceCandidate({ candidate, sdpMid: '0' }).catch(() => {});
	}
}
