import { afterEach, describe, expect, it, vi } from 'vitest';
import { waitFor } from 'xstate';
import { momentsOf } from '../../src/lib/call/moments';
import { createWalk, type LocalWalk } from '../../src/lib/call/walk';
import { testPattern } from '../../src/lib/rtc/test-pattern';
import type { Source } from '../../src/lib/steps/step';
import { reduce, type TraceEntry } from '../../src/lib/trace';
import { CALL, OPERABLE, STEPS } from './course';

const moments = momentsOf(
	CALL,
	STEPS.map(({ id }) => ({ slug: id, step: id }))
);
const PATIENCE = { timeout: 20_000 };

const ends: (() => void)[] = [];
afterEach(() => {
	for (const end of ends.splice(0).reverse()) end();
	vi.restoreAllMocks();
});

/**
 * A camera that the browser itself mutes and ends: what arrives over a connection of its own, whose
 * other side stops sending (webrtc-pc, 5.3 and 5.4).
 */
async function camera() {
	const near = new RTCPeerConnection();
	const far = new RTCPeerConnection();
	near.onicecandidate = ({ candidate }) => void far.addIceCandidate(candidate ?? undefined);
	far.onicecandidate = ({ candidate }) => void near.addIceCandidate(candidate ?? undefined);
	const stream = new MediaStream();
	near.ontrack = ({ track }) => stream.addTrack(track);
	const picture = testPattern('Jane');
	for (const track of picture.getTracks()) far.addTrack(track, picture);

	async function negotiate() {
		await far.setLocalDescription();
		await near.setRemoteDescription(far.localDescription!);
		await near.setLocalDescription();
		await far.setRemoteDescription(near.localDescription!);
	}
	async function send(direction: RTCRtpTransceiverDirection) {
		for (const transceiver of far.getTransceivers()) transceiver.direction = direction;
		await negotiate();
	}
	ends.push(() => {
		near.close();
		far.close();
		for (const track of picture.getTracks()) track.stop();
	});
	await negotiate();
	// Each, not the picture alone: what unmutes once the call has it is an event of the call.
	const muted = () => stream.getTracks().map((track) => track.muted);
	await expect.poll(muted, PATIENCE).toEqual([false, false]);
	vi.spyOn(navigator.mediaDevices, 'getUserMedia').mockResolvedValue(stream);
	return {
		tracks: stream.getTracks(),
		mute: () => send('inactive'),
		unmute: () => send('sendonly'),
		async end() {
			for (const transceiver of far.getTransceivers()) transceiver.stop();
			await negotiate();
		}
	};
}

/** A connected call in which John has a camera, and Jane the test pattern. */
async function call(john: Source = 'camera'): Promise<LocalWalk> {
	const at = moments.findIndex(({ step }) => step === 'john-hangs-up');
	const sources = { john, jane: 'pattern' } as const;
	const walk = createWalk({ course: CALL, moments, at, sources, speed: 1 }, OPERABLE);
	ends.push(() => walk.end());
	walk.begin();
	await waitFor(
		walk.actor,
		(snapshot) => snapshot.matches({ call: { attempt: 'reading' } }),
		PATIENCE
	);
	await expect.poll(() => walk.live.jane.pc?.connectionState, PATIENCE).toBe('connected');
	return walk;
}

/** Events of tracks in short: `john ended local video`. */
const trackEvents = (entries: readonly TraceEntry[]) =>
	entries
		.filter(({ kind, name }) => kind === 'event' && /^(mute|unmute|ended)$/.test(name))
		.map(({ peer, name, data }) => {
			const { side, kind } = data as { side: string; kind: string };
			return `${peer} ${name} ${side} ${kind}`;
		});

const interruptionsOf = ({ trace }: LocalWalk) =>
	reduce(trace.entries)
		.peers.john.interruptions.map(({ kind, event }) => `${kind} ${event}`)
		.sort();

async function framesAtJane({ live }: LocalWalk): Promise<number> {
	let frames = 0;
	(await live.jane.pc!.getStats()).forEach((stats: { type: string; framesDecoded?: number }) => {
		if (stats.type === 'inbound-rtp') frames += stats.framesDecoded ?? 0;
	});
	return frames;
}

describe('the tracks of a call', () => {
	it('that arrive unmute when media does, and that is in the trace', async () => {
		const { trace } = await call('pattern');
		await expect
			.poll(() => trackEvents(trace.entries), PATIENCE)
			.toEqual(
				expect.arrayContaining(
					['john', 'jane'].flatMap((peer) => [
						`${peer} unmute remote audio`,
						`${peer} unmute remote video`
					])
				)
			);
	});
});

describe('a camera in the middle of a call', () => {
	it('that is muted is missed until it gives something again', async () => {
		const one = await camera();
		const walk = await call();
		await one.mute();
		await expect.poll(() => interruptionsOf(walk), PATIENCE).toEqual(['audio mute', 'video mute']);
		await one.unmute();
		await expect.poll(() => interruptionsOf(walk), PATIENCE).toEqual([]);
	});

	it('that ends is replaced by the test pattern, and the same call goes on', async () => {
		const one = await camera();
		const walk = await call();
		await one.end();
		await expect
			.poll(() => interruptionsOf(walk), PATIENCE)
			.toEqual(['audio ended', 'video ended']);
		expect(trackEvents(walk.trace.entries)).toContain('john ended local video');
		const before = { pc: walk.live.john.pc, frames: await framesAtJane(walk) };

		walk.send({ type: 'source.replace', peer: 'john' });
		await expect.poll(() => framesAtJane(walk), PATIENCE).toBeGreaterThan(before.frames + 5);
		expect([walk.trace.attempt, walk.live.john.pc]).toEqual([1, before.pc]);
		expect(interruptionsOf(walk)).toEqual([]);
		const sent = before.pc!.getSenders().map(({ track }) => track!);
		expect(walk.live.john.local!.getTracks()).toEqual(expect.arrayContaining(sent));
		const { calls } = reduce(walk.trace.entries);
		expect(
			calls.filter(({ name }) => name === 'replaceTrack').map(({ peer, status }) => [peer, status])
		).toEqual([
			['john', 'resolved'],
			['john', 'resolved']
		]);
		walk.end();
		expect(sent.map(({ readyState }) => readyState)).toEqual(['ended', 'ended']);
	});

	it('that the page itself stops, or that nobody uses any more, is not missed', async () => {
		const one = await camera();
		const walk = await call();
		walk.send({ type: 'source.replace', peer: 'john' });
		await expect
			.poll(() => one.tracks.map(({ readyState }) => readyState), PATIENCE)
			.toEqual(['ended', 'ended']);
		await one.mute();
		expect(trackEvents(walk.trace.entries).filter((words) => words.includes('local'))).toEqual([]);
	});
});
