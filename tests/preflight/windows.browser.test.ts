import { afterEach, describe, expect, it, vi } from 'vitest';
import { checkWindows } from '../../src/lib/preflight/windows';

afterEach(() => vi.unstubAllGlobals());

/** Nothing keeps windows apart. */
const FREE = () => Promise.resolve(null);

describe('the check of the speaker’s window', () => {
	it('is good where one end hears the other, and leaves no lock behind', async () => {
		expect(await checkWindows()).toMatchObject({ status: 'good' });
		await expect
			.poll(async () => (await navigator.locks.query()).held?.map(({ name }) => name))
			.not.toContainEqual(expect.stringContaining('parley/'));
	});

	it.each([
		['insecure', 'https'],
		['unsupported', 'up to date'],
		['blocked', 'keep data'],
		['silent', 'Close all windows']
	] as const)('finds that windows are kept apart: %s', async (obstacle, todo) => {
		const whyNotShare = () => Promise.resolve(obstacle);
		const verdict = await checkWindows({ whyNotShare, patience: 3000 });
		expect(verdict).toMatchObject({ status: 'bad', todo: expect.stringContaining(todo) });
	});

	it('finds a channel through which nothing comes', async () => {
		vi.stubGlobal(
			'BroadcastChannel',
			class extends BroadcastChannel {
				override postMessage() {}
			}
		);
		const verdict = await checkWindows({ whyNotShare: FREE, patience: 200 });
		expect(verdict).toMatchObject({ status: 'bad', says: expect.stringContaining('reach') });
	});

	it('finds locks that the browser refuses', async () => {
		const request = vi.spyOn(navigator.locks, 'request');
		request.mockRejectedValue(new DOMException('no storage', 'SecurityError'));
		const verdict = await checkWindows({ whyNotShare: FREE, patience: 3000 });
		request.mockRestore();
		expect(verdict).toMatchObject({
			status: 'bad',
			says: expect.stringContaining('SecurityError: no storage')
		});
	});
});
