import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { keep } from '../../src/lib/state/kept';
import { Session } from '../../src/lib/state/session.svelte';
import { CALL, STEPS } from '../call/course';

/** A deck that leaves out the slide on which John opens his camera. */
const SLIDES = STEPS.filter(({ id }) => id !== 'john-gets-media').map(({ id }) => ({
	slug: id,
	step: id
}));

let session: Session | undefined;
let permission: PermissionState;
/** What the browser waits for before it says whether the camera is allowed. */
let answers: Promise<void>;

beforeEach(() => {
	localStorage.clear();
	keep('sources', { john: 'camera', jane: 'pattern' });
	keep('camera', true);
	permission = 'granted';
	answers = Promise.resolve();
	vi.spyOn(navigator.permissions, 'query').mockImplementation(() =>
		answers.then(() => ({ state: permission }) as PermissionStatus)
	);
});
afterEach(() => {
	session?.end();
	session = undefined;
	localStorage.clear();
	vi.restoreAllMocks();
});

/** A session on a stage, before John adds his tracks: between that and the next press is his camera. */
async function onStage() {
	session = new Session(CALL, SLIDES, SLIDES[0]!.slug);
	await session.start(SLIDES[0]!.slug, null, { mayAsk: false });
	await pressed(session);
	return session;
}

/** Presses Next, twice as a clicker that bounces does, and waits until what that does is done. */
async function pressed(one: Session) {
	const { at } = one.context;
	one.send({ type: 'next' });
	one.send({ type: 'next' });
	await expect.poll(() => one.context.at > at && !one.busy, { timeout: 15_000 }).toBe(true);
}

it('on a stage a camera that is allowed is opened on the way to the next slide', async () => {
	const asked = vi.spyOn(navigator.mediaDevices, 'getUserMedia');
	const one = await onStage();
	await pressed(one);
	expect(asked).toHaveBeenCalledOnce();
	expect(one.context.sources.john).toBe('camera');
});

it('on a stage nobody is asked for a camera that is allowed no more: the test pattern stands in', async () => {
	const asked = vi.spyOn(navigator.mediaDevices, 'getUserMedia');
	const one = await onStage();
	permission = 'prompt';
	await pressed(one);
	expect(asked).not.toHaveBeenCalled();
	expect(one.context.sources.john).toBe('pattern');
	expect(one.moment).toMatchObject({ slug: 'john-adds-tracks', kind: 'before' });
});

describe('what is pressed on a stage while the browser is asked about the camera', () => {
	let answer: () => void;

	/** A session that was told Next, and asks the browser. */
	async function asking() {
		const one = await onStage();
		answers = new Promise((resolve) => (answer = resolve));
		return one;
	}
	const rested = (one: Session) => expect.poll(() => one.busy, { timeout: 15_000 }).toBe(false);

	it('comes after it: the test pattern that is chosen then is not undone', async () => {
		const one = await asking();
		one.send({ type: 'next' });
		one.choosePattern();
		answer();
		await expect.poll(() => one.context.sources.john).toBe('pattern');
		await rested(one);
		await expect.poll(() => one.moment.slug).toBe('john-adds-tracks');
		expect(one.context.sources.john).toBe('pattern');
	});

	it('is not lost: Next lets an entry go, and Next goes on', async () => {
		const one = await asking();
		const { at } = one.context;
		one.send({ type: 'cursor.set', seq: 0 });
		one.send({ type: 'next' });
		one.send({ type: 'next' });
		expect(one.context).toMatchObject({ at, cursor: 0 });
		answer();
		await expect.poll(() => one.context.at, { timeout: 15_000 }).toBe(at + 1);
		await rested(one);
	});

	it('is done in its order: a slide that is opened, then a speed', async () => {
		const one = await asking();
		const { at } = one.context;
		const opened = one.goTo(at + 1);
		one.send({ type: 'speed.choose', speed: 4 });
		expect(one.context.speed).toBe(1);
		answer();
		await opened;
		expect(one.context).toMatchObject({ at: at + 1, speed: 4 });
		await rested(one);
	});
});

it('on a stage one press goes on from a pair that failed where the camera is allowed no more', async () => {
	const one = await onStage();
	await pressed(one);
	await pressed(one);
	const failing = vi
		.spyOn(RTCPeerConnection.prototype, 'createOffer')
		.mockRejectedValue(new DOMException('no', 'OperationError'));
	one.send({ type: 'next' });
	one.send({ type: 'next' });
	await expect.poll(() => one.context.error).not.toBeNull();
	failing.mockRestore();
	permission = 'prompt';
	const { at } = one.context;
	one.send({ type: 'next' });
	await expect.poll(() => one.context.at, { timeout: 15_000 }).toBe(at + 1);
	expect(one.context.sources.john).toBe('pattern');
	expect(one.head.attempt).toBe(2);
});
