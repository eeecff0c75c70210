import { afterEach, describe, expect, it } from 'vitest';
import { timedCall, WAYS, type Mark, type TimedCall, type Way } from '../../src/lib/rtc/timed-call';

const PATIENCE = { timeout: 20_000 };
/** Nobody listens there. Firefox, which asks no server on its own machine, goes on without. */
const SILENT = [{ urls: 'stun:127.0.0.1:3478' }];
const isFirefox = navigator.userAgent.includes('Firefox');

let calls: TimedCall[] = [];

afterEach(() => {
	for (const call of calls) call.stop();
	calls = [];
});

/** A call, and what it has told. */
function timed(way: Way, servers: RTCIceServer[] = []) {
	const told: { what: Mark; at: number }[] = [];
	const call = timedCall(way, servers, (what, at) => told.push({ what, at }));
	calls.push(call);
	return { call, told, marks: () => told.map(({ what }) => what) };
}

describe('a call that is timed', () => {
	it.each(WAYS)('comes about with its candidates %s', async (way) => {
		const { told, marks } = timed(way);
		await expect.poll(marks, PATIENCE).toEqual(['offer arrives', 'answer arrives', 'connected']);
		const times = told.map(({ at }) => at);
		expect(times).toEqual([...times].sort((one, other) => one - other));
	});

	it.skipIf(isFirefox)(
		'does not wait for a silent server where candidates are sent at once',
		async () => {
			const others = [timed('in one batch', SILENT), timed('in the description', SILENT)];
			const first = timed('at once', SILENT);
			await expect.poll(first.marks, PATIENCE).toContain('connected');
			expect(others[0]!.marks()).not.toContain('connected');
			expect(others[1]!.marks()).toEqual([]);
		}
	);

	it('tells nothing once it is stopped', async () => {
		const stopped = timed('at once');
		stopped.call.stop();
		const other = timed('at once');
		await expect.poll(other.marks, PATIENCE).toContain('connected');
		expect(stopped.marks()).toEqual([]);
	});

	it('is not begun with a server that cannot be used', () => {
		expect(() => timedCall('at once', [{ urls: 'nonsense:1' }], () => undefined)).toThrow();
	});
});
