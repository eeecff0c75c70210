import { afterEach, describe, expect, it, vi } from 'vitest';
import { testPattern } from '../../src/lib/rtc/test-pattern';

const streams: MediaStream[] = [];
const videos: HTMLVideoElement[] = [];

function pattern(name: string) {
	const stream = testPattern(name);
	streams.push(stream);
	return stream;
}

function stop(stream: MediaStream) {
	for (const track of stream.getTracks()) track.stop();
}

/** What a stream shows: the pixels of the frame that is on the screen now. */
async function watch(stream: MediaStream) {
	const video = document.createElement('video');
	videos.push(video);
	video.muted = true;
	video.srcObject = stream;
	await video.play();
	await expect.poll(() => video.videoWidth).toBeGreaterThan(0);
	const canvas = document.createElement('canvas');
	canvas.width = video.videoWidth;
	canvas.height = video.videoHeight;
	const ink = canvas.getContext('2d', { willReadFrequently: true })!;
	return {
		video,
		frame() {
			ink.drawImage(video, 0, 0);
			return ink.getImageData(0, 0, canvas.width, canvas.height).data;
		}
	};
}

/** The colour of a corner, where nothing is drawn upon the ground. */
function ground(frame: Uint8ClampedArray) {
	return [...frame.slice(0, 3)];
}

function pixelsThatDiffer(a: Uint8ClampedArray, b: Uint8ClampedArray) {
	let count = 0;
	for (let at = 0; at < a.length; at += 4) {
		const apart = [0, 1, 2].some((channel) => Math.abs(a[at + channel]! - b[at + channel]!) > 40);
		if (apart) count += 1;
	}
	return count;
}

/** Collects every `AudioContext` that is made while a test runs. */
function audioContexts() {
	const made: AudioContext[] = [];
	const Own = AudioContext;
	vi.stubGlobal(
		'AudioContext',
		class extends Own {
			constructor() {
				super();
				made.push(this);
			}
		}
	);
	return made;
}

afterEach(() => {
	streams.splice(0).forEach(stop);
	for (const video of videos.splice(0)) video.srcObject = null;
	vi.unstubAllGlobals();
	vi.restoreAllMocks();
});

describe('the test pattern', () => {
	it('is one live picture and one live sound', () => {
		const tracks = pattern('John').getTracks();
		expect(tracks.map(({ kind, readyState }) => [kind, readyState]).sort()).toEqual([
			['audio', 'live'],
			['video', 'live']
		]);
	});

	it('is 640 by 360', async () => {
		const { video } = await watch(pattern('John'));
		expect([video.videoWidth, video.videoHeight]).toEqual([640, 360]);
	});

	it.each(['John', 'Jane'])('of %s is alive: a later frame differs', async (name) => {
		const { frame } = await watch(pattern(name));
		const first = frame();
		await expect.poll(() => pixelsThatDiffer(first, frame())).toBeGreaterThan(50);
	});

	it('of John and of Jane are told apart at a glance', async () => {
		const john = await watch(pattern('John'));
		const jane = await watch(pattern('Jane'));
		const [blue, red] = [ground(john.frame()), ground(jane.frame())];
		expect(blue[2]).toBeGreaterThan(blue[0]!);
		expect(red[0]).toBeGreaterThan(red[2]!);
		expect(pixelsThatDiffer(john.frame(), jane.frame())).toBeGreaterThan(640 * 360 * 0.8);
	});

	it('makes a stream of its own each time', () => {
		const [first, second] = [pattern('John'), pattern('John')];
		stop(first);
		expect(second.getTracks().map(({ readyState }) => readyState)).toEqual(['live', 'live']);
	});

	it('stops drawing and sounding by itself when its tracks are stopped', async () => {
		const contexts = audioContexts();
		const drawn = vi.spyOn(CanvasRenderingContext2D.prototype, 'fillText');
		const unused = vi.spyOn(globalThis, 'removeEventListener');
		const stream = pattern('John');
		await expect.poll(() => drawn.mock.calls.length).toBeGreaterThan(4);
		stop(stream);
		await expect.poll(() => contexts.map(({ state }) => state)).toEqual(['closed']);
		expect(unused.mock.calls.map(([name]) => name)).toEqual(
			expect.arrayContaining(['pointerdown', 'keydown'])
		);
		// Another pattern is the clock: while it draws, the one that ended would have drawn as well.
		const after = drawn.mock.calls.length;
		pattern('Jane');
		await expect.poll(() => drawn.mock.calls.length).toBeGreaterThan(after + 6);
		expect(drawn.mock.calls.slice(after).filter(([text]) => text === 'John')).toEqual([]);
	});

	it('still draws while only its sound is stopped', async () => {
		const contexts = audioContexts();
		const stream = pattern('Jane');
		const { frame } = await watch(stream);
		stream.getAudioTracks()[0]!.stop();
		const first = frame();
		await expect.poll(() => pixelsThatDiffer(first, frame())).toBeGreaterThan(50);
		expect(contexts.map(({ state }) => state)).not.toContain('closed');
	});
});
