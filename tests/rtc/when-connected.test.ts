import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { whenConnected } from '../../src/lib/rtc/when-connected';

class Connection extends EventTarget {
	connectionState: RTCPeerConnectionState = 'new';

	become(state: RTCPeerConnectionState) {
		this.connectionState = state;
		this.dispatchEvent(new Event('connectionstatechange'));
	}
}

/** Whether it has resolved, once all that is under way has come to its end. */
async function isOver(promise: Promise<void>) {
	let over = false;
	void promise.then(() => (over = true));
	await vi.advanceTimersByTimeAsync(0);
	return over;
}

beforeEach(() => vi.useFakeTimers());
afterEach(() => vi.useRealTimers());

it.each(['connected', 'failed', 'closed'] as const)(
	'waits until it is %s, or does not wait',
	async (state) => {
		const pc = new Connection();
		const waited = whenConnected(pc as unknown as RTCPeerConnection, 1000);
		pc.become('connecting');
		expect(await isOver(waited)).toBe(false);
		pc.become(state);
		expect(await isOver(waited)).toBe(true);
		expect(await isOver(whenConnected(pc as unknown as RTCPeerConnection, 1000))).toBe(true);
	}
);

it('waits no longer than its patience, and leaves no listener behind', async () => {
	const pc = new Connection();
	const removed = vi.spyOn(pc, 'removeEventListener');
	const waited = whenConnected(pc as unknown as RTCPeerConnection, 1000);
	await vi.advanceTimersByTimeAsync(999);
	expect(await isOver(waited)).toBe(false);
	await vi.advanceTimersByTimeAsync(1);
	expect(await isOver(waited)).toBe(true);
	expect(removed).toHaveBeenCalledOnce();
});
