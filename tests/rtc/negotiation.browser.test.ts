import { afterEach, describe, expect, it, vi } from 'vitest';
import { server } from 'vitest/browser';
import { tracedPeerConnection } from '../../src/lib/rtc/traced-peer-connection';
import type { Json } from '../../src/lib/trace';
import { collectGarbage } from '../tools/collect-garbage';
import {
	closeAll,
	gathered,
	negotiated,
	pair,
	picture,
	traced,
	tracedWithAudio
} from './connections';
import { sink } from './sink';

afterEach(closeAll);

type Traced = ReturnType<typeof traced>;
const PATIENCE = { timeout: 10_000 };

const statesOf = ({ recorded }: Traced, name: string) =>
	recorded.entries
		.filter((entry) => entry.kind === 'event' && entry.name === name)
		.map(({ data }) => (data as { state: string }).state);

const signalingOf = ({ recorded }: Traced) =>
	recorded
		.of('changed')
		.flatMap(({ data }) => (data as { signalingState?: string }).signalingState ?? []);

describe('a watched connection that negotiates', () => {
	it('records a description that it makes by itself', async () => {
		const { john, jane } = pair();
		john.pc.addTransceiver('audio');
		await negotiated(john.pc, jane.pc);
		for (const { recorded } of [john, jane]) {
			const call = recorded.entries.find(({ name }) => name === 'setLocalDescription')!;
			expect(call.data).toBeNull();
			expect(recorded.settlementOf('setLocalDescription')).toMatchObject({ kind: 'result' });
		}
		expect(signalingOf(john)).toEqual(['stable', 'have-local-offer', 'stable']);
		expect(signalingOf(jane)).toEqual(['stable', 'have-remote-offer', 'stable']);
	});

	it('records an offer that is taken back, and that a section was of it', async () => {
		const one = tracedWithAudio();
		await one.pc.setLocalDescription();
		await one.pc.setLocalDescription({ type: 'rollback' } as RTCLocalSessionDescriptionInit);
		expect(signalingOf(one)).toEqual(['stable', 'have-local-offer', 'stable']);
		const last = (name: string) =>
			one.recorded
				.of('changed')
				.map(({ data }) => data as { [name: string]: Json })
				.findLast((data) => name in data)?.[name];
		expect(last('pendingLocalDescription')).toBeNull();
		expect(last('transceivers')).toMatchObject([{ mid: null }]);
	});

	it('records that another path is wanted, and that new credentials are offered', async () => {
		const { john, jane } = pair();
		john.pc.addTransceiver('audio');
		await negotiated(john.pc, jane.pc);
		const ufrag = () => /a=ice-ufrag:(\S+)/.exec(john.pc.localDescription!.sdp)![1];
		const before = ufrag();
		const needed = new Promise((resolve) => (john.pc.onnegotiationneeded = resolve));
		john.pc.restartIce();
		expect(john.recorded.lines.slice(-2)).toEqual(['call restartIce', 'result restartIce']);
		await needed;
		await negotiated(john.pc, jane.pc);
		expect(ufrag()).not.toBe(before);
	});

	it('records a configuration that is set, and one that is refused', () => {
		const one = traced();
		one.pc.setConfiguration({ iceTransportPolicy: 'relay' });
		expect(one.recorded.of('call').at(-1)).toMatchObject({
			name: 'setConfiguration',
			data: { iceTransportPolicy: 'relay' }
		});
		expect(() => one.pc.setConfiguration({ iceServers: [{ urls: 'no server' }] })).toThrow();
		expect(one.recorded.settlementOf('setConfiguration')).toMatchObject({ kind: 'error' });
	});

	it('records a certificate that is made for it', async () => {
		const { entries, record, settlementOf } = sink();
		const Connection = tracedPeerConnection(record);
		const algorithm = { name: 'ECDSA', namedCurve: 'P-256' };
		const certificate = await Connection.generateCertificate(algorithm);
		expect(certificate).toBeInstanceOf(RTCCertificate);
		expect(entries[0]).toEqual({ kind: 'call', name: 'generateCertificate', data: algorithm });
		expect(entries[1]!.data).toMatchObject({ fingerprints: [{ algorithm: 'sha-256' }] });
		await expect(Connection.generateCertificate('nothing')).rejects.toThrow();
		expect(settlementOf('generateCertificate')).toMatchObject({ kind: 'error' });
	});

	it('records its transports until they are closed, with the sections that they carry', async () => {
		const { john, jane } = pair();
		const { track, stream } = picture();
		john.pc.addTrack(track, stream);
		john.pc.createDataChannel('chat');
		await negotiated(john.pc, jane.pc);
		await expect.poll(() => statesOf(john, 'dtls.statechange'), PATIENCE).toContain('connected');
		await expect.poll(() => statesOf(john, 'ice.statechange'), PATIENCE).toContain('connected');
		await expect.poll(() => jane.pc.sctp?.transport.state, PATIENCE).toBe('connected');
		// Chromium may have its association up before there is anything to be watched, or never tell of it.
		if (server.browser === 'chromium') jane.pc.sctp!.dispatchEvent(new Event('statechange'));
		const told = server.browser === 'chromium' ? jane.pc.sctp!.state : 'connected';
		await expect.poll(() => statesOf(jane, 'sctp.statechange'), PATIENCE).toContain(told);
		const connected = john.recorded.entries.find(
			({ name, data }) =>
				name === 'dtls.statechange' && (data as { state: string }).state === 'connected'
		);
		expect(connected!.data).toMatchObject({ mids: ['0'] });
	});
});

describe('many watched connections', () => {
	it('record each for itself', async () => {
		const pairs = Array.from({ length: 8 }, pair);
		await Promise.all(
			pairs.map(async ({ john, jane }, index) => {
				for (let made = 0; made <= index; made += 1) john.pc.createDataChannel(`${made}`);
				await negotiated(john.pc, jane.pc);
			})
		);
		const announced = ({ recorded }: Traced) =>
			recorded.lines.filter((line) => line === 'event datachannel').length;
		for (const [index, { jane }] of pairs.entries()) {
			await expect.poll(() => announced(jane), PATIENCE).toBe(index + 1);
		}
	});

	it.runIf('gc' in globalThis)('keep nothing once they are closed', async () => {
		const partsOfACall = async () => {
			const { record } = sink();
			const Connection = tracedPeerConnection(record);
			const [john, jane] = [new Connection(), new Connection()];
			const channel = john.createDataChannel('chat');
			const transceiver = john.addTransceiver('audio');
			await negotiated(john, jane);
			const { transport } = transceiver.sender;
			// Chromium keeps a connection for ever that is closed in the moment in which it begins to gather.
			await Promise.all([gathered(john), gathered(jane)]);
			john.close();
			jane.close();
			return [john, jane, channel, transceiver, transport!].map((part) => new WeakRef(part));
		};
		const calls: Awaited<ReturnType<typeof partsOfACall>>[] = [];
		for (let call = 0; call < 8; call += 1) calls.push(await partsOfACall());
		const kept = async () => {
			await collectGarbage();
			return calls.filter((parts) => parts.some((part) => part.deref() !== undefined)).length;
		};
		await expect.poll(kept, PATIENCE).toBe(0);
	});
});

describe('a page', () => {
	it('passes what it likes: the browser refuses it, and that is recorded', async () => {
		const { pc, recorded } = traced();
		expect(() => pc.addTrack(null as never)).toThrow(TypeError);
		expect(recorded.settlementOf('addTrack')).toMatchObject({ kind: 'error' });
		expect(() => pc.removeTrack(null as never)).toThrow(TypeError);
		expect(recorded.settlementOf('removeTrack')).toMatchObject({ kind: 'error' });
		const circle: { self?: object } = {};
		circle.self = circle;
		pc.addTransceiver('audio', circle as never);
		expect(recorded.settlementOf('addTransceiver')).toMatchObject({ kind: 'result' });
		await expect(pc.setRemoteDescription(null as never)).rejects.toThrow();
		expect(recorded.settlementOf('setRemoteDescription')).toMatchObject({ kind: 'error' });
	});

	it('is not disturbed where nothing can be recorded any more', async () => {
		const told = vi.spyOn(globalThis, 'reportError').mockImplementation(() => {});
		const full = new Error('The record is full.');
		const Connection = tracedPeerConnection(() => {
			throw full;
		});
		const pc = new Connection();
		const transceiver = pc.addTransceiver('audio');
		await pc.setLocalDescription();
		transceiver.direction = 'inactive';
		expect(pc.signalingState).toBe('have-local-offer');
		pc.close();
		expect(told).toHaveBeenCalledWith(full);
		told.mockRestore();
	});

	it('may make a class of its own of it', () => {
		const { record, entries } = sink();
		class Own extends tracedPeerConnection(record) {
			override restartIce(): void {
				super.restartIce();
			}
		}
		const pc = new Own();
		pc.restartIce();
		expect(pc).toBeInstanceOf(Own);
		expect(entries[0]).toMatchObject({ kind: 'call', name: 'RTCPeerConnection' });
		expect(entries.filter(({ name }) => name === 'restartIce')).toHaveLength(2);
		pc.close();
	});
});
