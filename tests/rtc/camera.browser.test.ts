import { afterEach, describe, expect, it, vi } from 'vitest';
import { Cameras } from '../../src/lib/rtc/camera';
import { errorData } from '../../src/lib/rtc/record';
import { explainError } from '../../src/lib/rtc/explain-error';

const BOTH = { audio: true, video: true };
const given: MediaStream[] = [];

/** Cameras on the browser's own devices, which are made up, with a count of how often it was asked. */
function cameras() {
	const own = navigator.mediaDevices.getUserMedia.bind(navigator.mediaDevices);
	const asked = vi
		.spyOn(navigator.mediaDevices, 'getUserMedia')
		.mockImplementation(async (constraints) => {
			const stream = await own(constraints);
			given.push(stream);
			return stream;
		});
	return { cameras: new Cameras(), asked };
}

function live(streams: readonly MediaStream[]) {
	return streams
		.flatMap((stream) => stream.getTracks())
		.filter(({ readyState }) => readyState === 'live').length;
}

afterEach(() => {
	for (const stream of given.splice(0)) for (const track of stream.getTracks()) track.stop();
	vi.restoreAllMocks();
	vi.unstubAllGlobals();
});

describe('the camera of a peer', () => {
	it('gives sound and picture', async () => {
		const { cameras: one } = cameras();
		const stream = await one.get('john', BOTH);
		expect(
			stream
				.getTracks()
				.map(({ kind }) => kind)
				.sort()
		).toEqual(['audio', 'video']);
		expect(live([stream])).toBe(2);
	});

	it('is asked for once, and kept while it is live', async () => {
		const { cameras: one, asked } = cameras();
		const first = await one.get('john', BOTH);
		one.offerAgain();
		expect(await one.get('john', BOTH)).toBe(first);
		expect(asked).toHaveBeenCalledTimes(1);
	});

	it('is asked for by each peer for itself', async () => {
		const { cameras: one, asked } = cameras();
		const [john, jane] = [await one.get('john', BOTH), await one.get('jane', BOTH)];
		expect(john).not.toBe(jane);
		expect(asked).toHaveBeenCalledTimes(2);
	});

	it('is asked for again once a track of it has ended', async () => {
		const { cameras: one, asked } = cameras();
		const first = await one.get('john', BOTH);
		first.getVideoTracks()[0]!.stop();
		const second = await one.get('john', BOTH);
		expect(second).not.toBe(first);
		expect(live([second])).toBe(2);
		expect(asked).toHaveBeenCalledTimes(2);
	});

	it('leaves no track of the stream that it replaces in use', async () => {
		const { cameras: one } = cameras();
		const first = await one.get('john', BOTH);
		first.getVideoTracks()[0]!.stop();
		await one.get('john', BOTH);
		one.release();
		expect(live(given)).toBe(0);
	});

	it('is asked for once where fresh peers ask while the first question is open', async () => {
		const { cameras: one } = cameras();
		const first = one.get('john', BOTH);
		one.offerAgain();
		const second = one.get('john', BOTH);
		await Promise.all([first, second]);
		one.release();
		expect(live(given)).toBe(0);
	});

	it('tells its streams from others', async () => {
		const { cameras: one } = cameras();
		expect(one.owns(await one.get('john', BOTH))).toBe(true);
		expect(one.owns(new MediaStream())).toBe(false);
	});
});

describe('the light of the camera', () => {
	it('goes out on release', async () => {
		const { cameras: one } = cameras();
		await one.get('john', BOTH);
		await one.get('jane', BOTH);
		one.release();
		expect(live(given)).toBe(0);
	});

	it('goes out where fresh peers do not use it', async () => {
		const { cameras: one } = cameras();
		const john = await one.get('john', BOTH);
		const jane = await one.get('jane', BOTH);
		one.offerAgain();
		await one.get('john', BOTH);
		one.releaseUnused();
		expect([live([john]), live([jane])]).toEqual([2, 0]);
		expect(one.owns(jane)).toBe(false);
	});

	it('stays on while its peers are the present ones', async () => {
		const { cameras: one } = cameras();
		const stream = await one.get('john', BOTH);
		one.releaseUnused();
		expect(live([stream])).toBe(2);
	});

	it('goes out where permission comes after everything was released', async () => {
		const { cameras: one } = cameras();
		const asking = one.get('john', BOTH);
		one.release();
		await asking.catch(() => {});
		expect(live(given)).toBe(0);
	});

	it('goes out where permission comes after fresh peers went on without it', async () => {
		const { cameras: one } = cameras();
		const asking = one.get('john', BOTH);
		one.offerAgain();
		one.releaseUnused();
		await asking.catch(() => {});
		expect(live(given)).toBe(0);
	});
});

describe('a camera that cannot be had', () => {
	it('is refused in the browser’s own words, and nothing is kept', async () => {
		const { cameras: one, asked } = cameras();
		const refusal = new DOMException('Permission denied', 'NotAllowedError');
		asked.mockRejectedValueOnce(refusal);
		await expect(one.get('john', BOTH)).rejects.toBe(refusal);
		expect(live([await one.get('john', BOTH)])).toBe(2);
	});

	it('because nothing can do what was asked is explained as such', async () => {
		const { cameras: one } = cameras();
		const impossible = { video: { width: { exact: 1_000_000 } } };
		const error: unknown = await one.get('john', impossible).then(
			() => null,
			(reason: unknown) => reason
		);
		const data = errorData(error);
		expect(data.name).toBe('OverconstrainedError');
		expect(explainError(data, 'getUserMedia').camera).toBe('over-constrained');
	});

	it('because the page is not secure is explained as such', async () => {
		const one = new Cameras();
		vi.spyOn(navigator, 'mediaDevices', 'get').mockReturnValue(
			undefined as unknown as MediaDevices
		);
		const error: unknown = await one.get('john', BOTH).catch((reason: unknown) => reason);
		expect(error).toBeInstanceOf(TypeError);
		expect(explainError(errorData(error), 'getUserMedia').camera).toBe('insecure');
	});
});
