import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { allowedSources } from '../../src/lib/state/allowed-sources';
import { CALL, STEPS } from '../call/course';

const CAMERA = { john: 'camera', jane: 'pattern' } as const;
const ALL = STEPS.length;

/** A browser in which the camera was used before, and whose permissions answer as they are told to. */
function browser(query: () => Promise<unknown>) {
	vi.stubGlobal('localStorage', { getItem: () => 'true' });
	vi.stubGlobal('navigator', { permissions: { query } });
}

beforeEach(() => vi.useFakeTimers());
afterEach(() => {
	vi.useRealTimers();
	vi.unstubAllGlobals();
});

it.each([
	['grants', () => Promise.resolve({ state: 'granted' }), 'camera'],
	['would ask', () => Promise.resolve({ state: 'prompt' }), 'pattern'],
	['denies', () => Promise.resolve({ state: 'denied' }), 'pattern'],
	['does not know the name', () => Promise.reject(new TypeError('camera')), 'pattern'],
	['never answers', () => new Promise(() => {}), 'pattern']
])('where the browser %s, a replay uses the right source', async (_, query, source) => {
	browser(query);
	const allowed = allowedSources(CALL, CAMERA, 0, ALL);
	await vi.advanceTimersByTimeAsync(1000);
	expect(await allowed).toEqual({ ...CAMERA, john: source });
});

it('where the browser refuses its storage, nobody is asked', async () => {
	vi.stubGlobal('localStorage', undefined);
	expect(await allowedSources(CALL, CAMERA, 0, ALL)).toEqual({ ...CAMERA, john: 'pattern' });
});
