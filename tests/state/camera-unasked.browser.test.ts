import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { keep } from '../../src/lib/state/kept';
import { Session } from '../../src/lib/state/session.svelte';
import { STEPS } from '../../src/lib/steps';

/** A deck that leaves out the slide on which John opens his camera. */
const SLIDES = STEPS.filter(({ id }) => id !== 'john-gets-media').map(({ id }) => ({
	slug: id,
	step: id
}));

let session: Session | undefined;
let permission: PermissionState;

beforeEach(() => {
	localStorage.clear();
	keep('sources', { john: 'camera', jane: 'pattern' });
	keep('camera', true);
	permission = 'granted';
	vi.spyOn(navigator.permissions, 'query').mockImplementation(() =>
		Promise.resolve({ state: permission } as PermissionStatus)
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
	session = new Session(SLIDES, SLIDES[0]!.slug);
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
