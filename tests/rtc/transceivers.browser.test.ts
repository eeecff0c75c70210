import { afterEach, describe, expect, it } from 'vitest';
import type { Json } from '../../src/lib/trace';
import { closeAll, negotiated, pair, picture, traced } from './connections';

afterEach(closeAll);

type Traced = ReturnType<typeof traced>;
const PATIENCE = { timeout: 10_000 };

/** What the last call of a name was given. */
const argsOf = ({ recorded }: Traced, name: string) =>
	recorded.entries.findLast((entry) => entry.kind === 'call' && entry.name === name)?.data;

/** What was read of the transceivers, each time that it read differently. */
const readings = ({ recorded }: Traced) =>
	recorded
		.of('changed')
		.filter(({ name }) => name === 'transceivers')
		.map(({ data }) => (data as { transceivers: { [name: string]: Json }[] }).transceivers);

describe('the transceivers of a watched connection', () => {
	it('are the browser’s own, and the same each time that they are asked for', async () => {
		const { pc } = traced();
		const transceiver = pc.addTransceiver('audio');
		expect(pc.getTransceivers()[0]).toBe(transceiver);
		expect(pc.getSenders()[0]).toBe(transceiver.sender);
		expect(pc.getReceivers()[0]).toBe(transceiver.receiver);
		expect(transceiver).toBeInstanceOf(RTCRtpTransceiver);
		expect(transceiver.sender).toBeInstanceOf(RTCRtpSender);
		expect(Object.keys(transceiver)).toEqual([]);
		await pc.setLocalDescription();
		expect(pc.getTransceivers()[0]).toBe(transceiver);
		transceiver.direction = 'inactive';
		expect(transceiver.direction).toBe('inactive');
	});

	it('do not touch those of other connections', () => {
		const own = Object.getOwnPropertyDescriptor(RTCRtpTransceiver.prototype, 'direction');
		const { recorded } = traced();
		const other = new RTCPeerConnection();
		const transceiver = other.addTransceiver('audio');
		const before = recorded.entries.length;
		transceiver.direction = 'inactive';
		transceiver.stop();
		other.close();
		expect(recorded.entries).toHaveLength(before);
		expect(Object.getOwnPropertyNames(transceiver)).toEqual([]);
		expect(Object.getOwnPropertyDescriptor(RTCRtpTransceiver.prototype, 'direction')).toEqual(own);
	});

	it('are recorded as they read, once for each change', async () => {
		const { john, jane } = pair();
		john.pc.addTransceiver('audio');
		expect(readings(john)).toEqual([
			[
				{
					transceiver: 0,
					kind: 'audio',
					mid: null,
					direction: 'sendrecv',
					currentDirection: null,
					track: null,
					stopped: false
				}
			]
		]);
		await negotiated(john.pc, jane.pc);
		expect(readings(john).at(-1)).toMatchObject([{ mid: '0', currentDirection: 'sendonly' }]);
		expect(readings(jane).at(-1)).toMatchObject([{ mid: '0', currentDirection: 'recvonly' }]);
		const known = readings(john).length;
		await john.pc.getStats();
		await john.pc.setLocalDescription();
		expect(readings(john).length).toBe(known);
	});

	it('record a direction that is set, which is a wish until it is negotiated', async () => {
		const { john, jane } = pair();
		const { track, stream } = picture();
		john.pc.addTrack(track, stream);
		await negotiated(john.pc, jane.pc);
		john.pc.getTransceivers()[0]!.direction = 'inactive';
		expect(argsOf(john, 'transceiver.direction')).toEqual({
			transceiver: 0,
			mid: '0',
			value: 'inactive'
		});
		expect(john.recorded.settlementOf('transceiver.direction')).toMatchObject({ kind: 'result' });
		const wish = { direction: 'inactive', currentDirection: 'sendonly', track: track.id };
		expect(readings(john).at(-1)).toMatchObject([wish]);
		await expect.poll(() => john.recorded.lines, PATIENCE).toContain('event negotiationneeded');
		await negotiated(john.pc, jane.pc);
		expect(readings(john).at(-1)).toMatchObject([{ currentDirection: 'inactive' }]);
	});

	it('record that a direction is refused', () => {
		const one = traced();
		const transceiver = one.pc.addTransceiver('audio');
		one.pc.close();
		expect(() => (transceiver.direction = 'inactive')).toThrow(DOMException);
		expect(one.recorded.settlementOf('transceiver.direction')).toMatchObject({
			kind: 'error',
			data: { name: 'InvalidStateError' }
		});
	});

	it('record that they are stopped, and are gone once that is negotiated', async () => {
		const { john, jane } = pair();
		john.pc.addTransceiver('audio');
		const video = john.pc.addTransceiver('video');
		await negotiated(john.pc, jane.pc);
		video.stop();
		expect(argsOf(john, 'transceiver.stop')).toEqual({ transceiver: 1, mid: '1' });
		expect(readings(john).at(-1)).toMatchObject([{ stopped: false }, { stopped: true }]);
		await negotiated(john.pc, jane.pc);
		// Firefox lets it go in a task of its own.
		await expect
			.poll(() => readings(john).at(-1))
			.toMatchObject([{ transceiver: 0, kind: 'audio' }]);
		// A number is never given twice.
		john.pc.addTransceiver('video');
		expect(readings(john).at(-1)).toMatchObject([{ transceiver: 0 }, { transceiver: 2 }]);
	});

	it('record the codecs that are preferred, and those that are refused', () => {
		const one = traced();
		const transceiver = one.pc.addTransceiver('video');
		const codecs = RTCRtpReceiver.getCapabilities('video')!.codecs;
		transceiver.setCodecPreferences(codecs);
		expect(argsOf(one, 'setCodecPreferences')).toMatchObject({ transceiver: 0, codecs });
		const none = [{ mimeType: 'video/none', clockRate: 90000 }];
		expect(() => transceiver.setCodecPreferences(none)).toThrow();
		expect(one.recorded.settlementOf('setCodecPreferences')).toMatchObject({
			kind: 'error',
			data: { name: 'InvalidModificationError' }
		});
	});

	it('record what they are made of, with the ids of their streams', () => {
		const one = traced();
		const { track, stream } = picture();
		const sendEncodings = [{ rid: 'q', scaleResolutionDownBy: 4 }, { rid: 'f' }];
		one.pc.addTransceiver(track, { direction: 'sendonly', streams: [stream], sendEncodings });
		expect(argsOf(one, 'addTransceiver')).toEqual({
			track: { kind: 'video', id: track.id, label: track.label },
			init: { direction: 'sendonly', streams: [stream.id], sendEncodings }
		});
	});
});

describe('the senders of a watched connection', () => {
	it('record a track that is replaced, one that is taken away, and one that does not fit', async () => {
		const { john, jane } = pair();
		const [one, other] = [picture(), picture()];
		const sender = john.pc.addTrack(one.track, one.stream);
		await negotiated(john.pc, jane.pc);
		await sender.replaceTrack(other.track);
		const place = { transceiver: 0, mid: '0' };
		const { id, label } = other.track;
		const to = { kind: 'video', id, label, was: one.track.id };
		expect(argsOf(john, 'replaceTrack')).toEqual({ ...place, ...to });
		expect(readings(john).at(-1)).toMatchObject([{ track: other.track.id }]);
		await sender.replaceTrack(null);
		const nothing = { kind: null, id: null, label: null, was: other.track.id };
		expect(argsOf(john, 'replaceTrack')).toEqual({ ...place, ...nothing });
		expect(readings(john).at(-1)).toMatchObject([{ track: null, direction: 'sendrecv' }]);

		const audio = new AudioContext();
		const [sound] = audio.createMediaStreamDestination().stream.getAudioTracks();
		await expect(sender.replaceTrack(sound!)).rejects.toThrow(TypeError);
		expect(john.recorded.settlementOf('replaceTrack')).toMatchObject({
			kind: 'error',
			data: { name: 'TypeError' }
		});
		await audio.close();
	});

	it('record a track that is removed, which leaves the stream at the other side', async () => {
		const { john, jane } = pair();
		const { track, stream } = picture();
		const sender = john.pc.addTrack(track, stream);
		await negotiated(john.pc, jane.pc);
		await expect.poll(() => jane.recorded.lines, PATIENCE).toContain('event unmute');
		john.pc.removeTrack(sender);
		expect(argsOf(john, 'removeTrack')).toEqual({
			transceiver: 0,
			mid: '0',
			kind: 'video',
			id: track.id,
			label: track.label
		});
		expect(readings(john).at(-1)).toMatchObject([{ track: null, direction: 'recvonly' }]);
		await negotiated(john.pc, jane.pc);
		await expect.poll(() => jane.recorded.lines, PATIENCE).toContain('event stream.removetrack');
		const { data } = jane.recorded.entries.find(({ name }) => name === 'stream.removetrack')!;
		expect(data).toMatchObject({ stream: stream.id, kind: 'video' });
		await expect.poll(() => jane.recorded.lines, PATIENCE).toContain('event mute');
	});

	it('have encodings with names read, as they are asked for, changed and left', async () => {
		const { john, jane } = pair();
		const { track } = picture();
		const sendEncodings = [{ rid: 'q', scaleResolutionDownBy: 4 }, { rid: 'f' }];
		const { sender } = john.pc.addTransceiver(track, { direction: 'sendonly', sendEncodings });
		const q = { rid: 'q', active: true, scaleResolutionDownBy: 4 };
		const f = { rid: 'f', active: true, scaleResolutionDownBy: 1 };
		expect(readings(john).at(-1)).toMatchObject([{ encodings: [q, f] }]);

		for (const active of [false, true]) {
			const parameters = sender.getParameters();
			parameters.encodings[1]!.active = active;
			await sender.setParameters(parameters);
			expect(readings(john).at(-1)).toMatchObject([{ encodings: [q, { ...f, active }] }]);
		}

		await negotiated(john.pc, jane.pc);
		expect(readings(john).at(-1)).toMatchObject([{ encodings: [q] }]);
		expect(readings(jane).at(-1)![0]).not.toHaveProperty('encodings');
	});

	it('record what is set of their parameters', async () => {
		const one = traced();
		const { sender } = one.pc.addTransceiver(picture().track);
		const parameters = sender.getParameters();
		parameters.encodings[0]!.maxBitrate = 50_000;
		await sender.setParameters(parameters);
		const args = argsOf(one, 'setParameters') as { [name: string]: Json };
		expect(args).toMatchObject({ transceiver: 0, mid: null, encodings: [{ maxBitrate: 50_000 }] });
		expect(Object.keys(args)).not.toContain('codecs');
		expect(one.recorded.settlementOf('setParameters')).toMatchObject({ kind: 'result' });
	});

	it('record parameters that nobody has asked for before, and that are refused', async () => {
		const one = traced();
		const { sender } = one.pc.addTransceiver('video');
		const refused = { encodings: [{}, {}] } as never;
		await expect(sender.setParameters(refused)).rejects.toThrow();
		expect(one.recorded.settlementOf('setParameters')).toMatchObject({ kind: 'error' });
	});

	it('record the tones that are sent, and each as it sounds', async () => {
		const { john, jane } = pair();
		const audio = new AudioContext();
		const [sound] = audio.createMediaStreamDestination().stream.getAudioTracks();
		const sender = john.pc.addTrack(sound!);
		await negotiated(john.pc, jane.pc);
		await expect.poll(() => john.pc.connectionState, PATIENCE).toBe('connected');
		await expect.poll(() => sender.dtmf!.canInsertDTMF, PATIENCE).toBe(true);
		sender.dtmf!.insertDTMF('1', 70, 50);
		expect(argsOf(john, 'dtmf.insertDTMF')).toEqual({
			transceiver: 0,
			mid: '0',
			tones: '1',
			duration: 70,
			interToneGap: 50
		});
		const tones = () =>
			john.recorded.entries
				.filter(({ kind, name }) => kind === 'event' && name === 'dtmf.tonechange')
				.map(({ data }) => (data as { tone: string }).tone);
		await expect.poll(tones, PATIENCE).toEqual(['1', '']);
		expect(() => sender.dtmf!.insertDTMF('no tone')).toThrow();
		expect(john.recorded.settlementOf('dtmf.insertDTMF')).toMatchObject({ kind: 'error' });
		await audio.close();
	});
});

describe('what arrives at a watched connection', () => {
	it('records that a track is silenced and heard again, and that the page blackens it', async () => {
		const { john, jane } = pair();
		const { track, stream } = picture();
		john.pc.addTrack(track, stream);
		await negotiated(john.pc, jane.pc);
		await expect.poll(() => jane.recorded.lines, PATIENCE).toContain('event unmute');
		const [receiver] = jane.pc.getReceivers();
		receiver!.track.enabled = false;
		expect(receiver!.track.enabled).toBe(false);
		expect(argsOf(jane, 'track.enabled')).toMatchObject({
			kind: 'video',
			side: 'remote',
			value: false
		});
	});

	it('records how long a receiver is to wait', () => {
		const one = traced();
		const { receiver } = one.pc.addTransceiver('audio') as unknown as {
			receiver: { jitterBufferTarget: number | null };
		};
		receiver.jitterBufferTarget = 200;
		expect(receiver.jitterBufferTarget).toBe(200);
		expect(argsOf(one, 'receiver.jitterBufferTarget')).toMatchObject({
			transceiver: 0,
			value: 200
		});
		expect(() => (receiver.jitterBufferTarget = -1)).toThrow(RangeError);
		expect(one.recorded.settlementOf('receiver.jitterBufferTarget')).toMatchObject({
			kind: 'error'
		});
	});
});
