import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { StatsPoll } from '../../src/lib/rtc/stats-poll';
import type { Certificate, PeerStats } from '../../src/lib/trace';
import { CHROMIUM, fingerprint, report } from './reports';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

function poll(objects: Parameters<typeof report>[0] = []) {
	const told: PeerStats[] = [];
	const refused: unknown[] = [];
	const read = vi.fn(() => Promise.resolve(report(objects)));
	return { poll: new StatsPoll(read, hearer(told, refused)), read, told, refused };
}

/** Takes what is told into lists. */
function hearer(told: PeerStats[], refused: unknown[] = []) {
	return {
		told: (stats: PeerStats) => void told.push(stats),
		refused: (error: unknown) => void refused.push(error)
	};
}

describe('a look at the statistics', () => {
	it('is taken by nobody before it is started', async () => {
		const { read } = poll();
		await vi.advanceTimersByTimeAsync(5000);
		expect(read).not.toHaveBeenCalled();
	});

	it('is taken at once, and often until the first frame', async () => {
		const { poll: one, told } = poll();
		one.start();
		await vi.advanceTimersByTimeAsync(0);
		expect(told).toHaveLength(1);
		await vi.advanceTimersByTimeAsync(1000);
		expect(told).toHaveLength(6);
		one.stop();
	});

	it('is taken calmly once frames are decoded', async () => {
		const { poll: one, told } = poll(CHROMIUM);
		one.start();
		await vi.advanceTimersByTimeAsync(3000);
		expect(told).toHaveLength(4);
		one.stop();
	});

	it('is taken less and less often of a call that is left alone, for an hour or a day', async () => {
		const { poll: one, told } = poll(CHROMIUM);
		one.start();
		await vi.advanceTimersByTimeAsync(3_600_000);
		expect(told.length).toBeLessThan(1000);
		const inAnHour = told.length;
		await vi.advanceTimersByTimeAsync(23 * 3_600_000);
		expect(told.length - inAnHour).toBeLessThan(1000);
		one.stop();
	});

	it('is taken as rarely of a call that has no picture', async () => {
		const { poll: one, told } = poll();
		one.start();
		await vi.advanceTimersByTimeAsync(3_600_000);
		expect(told.length).toBeLessThan(1500);
		one.stop();
	});

	it('is taken at once, and as often as before, when something happens', async () => {
		const { poll: one, told } = poll(CHROMIUM);
		one.start();
		await vi.advanceTimersByTimeAsync(3_600_000);
		const before = told.length;
		one.attend();
		await vi.advanceTimersByTimeAsync(0);
		expect(told).toHaveLength(before + 1);
		await vi.advanceTimersByTimeAsync(60_000);
		expect(told).toHaveLength(before + 61);
		one.attend();
		await vi.advanceTimersByTimeAsync(0);
		expect(told).toHaveLength(before + 61);
		one.stop();
		one.attend();
		expect(vi.getTimerCount()).toBe(0);
	});

	it('is not taken any more once it is stopped', async () => {
		const { poll: one, read } = poll();
		one.start();
		await vi.advanceTimersByTimeAsync(400);
		const before = read.mock.calls.length;
		one.stop();
		await vi.advanceTimersByTimeAsync(5000);
		expect(read).toHaveBeenCalledTimes(before);
		expect(vi.getTimerCount()).toBe(0);
	});

	it('that is under way when it is stopped is told to nobody', async () => {
		let answer: (value: RTCStatsReport) => void = () => {};
		const told: PeerStats[] = [];
		const one = new StatsPoll(() => new Promise((resolve) => (answer = resolve)), hearer(told));
		one.start();
		await vi.advanceTimersByTimeAsync(0);
		one.stop();
		answer(report([]));
		await vi.advanceTimersByTimeAsync(5000);
		expect(told).toEqual([]);
	});

	it('goes on once, however often it is started', async () => {
		const { poll: one, told } = poll();
		one.start();
		one.start();
		await vi.advanceTimersByTimeAsync(0);
		one.start();
		await vi.advanceTimersByTimeAsync(400);
		expect(told).toHaveLength(4);
		one.stop();
	});

	it('may end the poll when it is told', async () => {
		const read = vi.fn(() => Promise.resolve(report([])));
		const one = new StatsPoll(read, { told: () => one.stop(), refused: () => {} });
		one.start();
		await vi.advanceTimersByTimeAsync(5000);
		expect(read).toHaveBeenCalledTimes(1);
	});

	it('that the browser refuses is taken again, calmly, and told of once until it succeeds', async () => {
		const { poll: one, read, told, refused } = poll();
		const error = new DOMException('no', 'InvalidStateError');
		read.mockRejectedValueOnce(error).mockRejectedValueOnce(error);
		one.start();
		await vi.advanceTimersByTimeAsync(1000);
		expect([told.length, refused]).toEqual([0, [error]]);
		await vi.advanceTimersByTimeAsync(1000);
		expect([told.length, refused]).toEqual([1, [error]]);
		read.mockRejectedValueOnce(error);
		await vi.advanceTimersByTimeAsync(200);
		expect(refused).toEqual([error, error]);
		one.stop();
	});

	it('that is a report nobody can read is one that is refused', async () => {
		const { poll: one, read, told, refused } = poll();
		read.mockResolvedValueOnce(null as unknown as RTCStatsReport);
		one.start();
		await vi.advanceTimersByTimeAsync(1000);
		expect([told.length, refused.length]).toEqual([1, 1]);
		one.stop();
	});

	it('that is refused after it was stopped is told to nobody', async () => {
		let refuse: (error: Error) => void = () => {};
		const refused: unknown[] = [];
		const one = new StatsPoll(
			() => new Promise((_, reject) => (refuse = reject)),
			hearer([], refused)
		);
		one.start();
		await vi.advanceTimersByTimeAsync(0);
		one.stop();
		refuse(new Error('closed'));
		await vi.advanceTimersByTimeAsync(5000);
		expect(refused).toEqual([]);
	});

	const CONNECTED = { id: 'T', type: 'transport', dtlsState: 'connected' };
	const CERTIFICATE = { algorithm: 'sha-256', fingerprint: fingerprint('3C') };

	async function once(objects: Parameters<typeof report>[0], ask: () => Promise<Certificate>) {
		const told: PeerStats[] = [];
		const one = new StatsPoll(() => Promise.resolve(report(objects)), hearer(told), ask);
		one.start();
		await vi.advanceTimersByTimeAsync(0);
		one.stop();
		return told[0]!;
	}

	it('adds the other side’s certificate where the browser does not report it', async () => {
		const stats = await once([CONNECTED], () => Promise.resolve(CERTIFICATE));
		expect(stats.dtls?.remoteCertificate).toEqual(CERTIFICATE);
	});

	it('asks for no certificate that is reported, or that there is none of yet', async () => {
		const ask = vi.fn(() => Promise.resolve(CERTIFICATE));
		await once(CHROMIUM, ask);
		await once([{ ...CONNECTED, dtlsState: 'new' }], ask);
		expect(ask).not.toHaveBeenCalled();
	});

	it('goes on without a certificate that cannot be read', async () => {
		const stats = await once([CONNECTED], () => Promise.reject(new Error('no')));
		expect(stats.dtls).toEqual({ state: 'connected', role: null, cipher: null, srtp: null });
	});
});

describe('statistics of a connection that has failed', () => {
	it('are taken calmly for a while, and then no more', async () => {
		const { poll: one, told, read } = poll();
		one.start();
		await vi.advanceTimersByTimeAsync(0);
		one.end();
		await vi.advanceTimersByTimeAsync(9_000);
		expect(told.length).toBeGreaterThan(8);
		await vi.advanceTimersByTimeAsync(2_000);
		const before = read.mock.calls.length;
		expect(before).toBeLessThan(13);
		await vi.advanceTimersByTimeAsync(60_000);
		expect(read).toHaveBeenCalledTimes(before);
		expect(vi.getTimerCount()).toBe(0);
	});

	it.each([2_000, 30_000])('go on where it comes back after %d ms', async (time) => {
		const { poll: one, read } = poll();
		one.start();
		one.end();
		await vi.advanceTimersByTimeAsync(time);
		const before = read.mock.calls.length;
		one.goOn();
		await vi.advanceTimersByTimeAsync(60_000);
		expect(read.mock.calls.length).toBeGreaterThan(before + 250);
		one.stop();
	});

	it('are not begun by a connection that goes on and was never looked at, or is closed', async () => {
		const { poll: one, read } = poll();
		one.goOn();
		one.start();
		one.end();
		one.stop();
		one.goOn();
		await vi.advanceTimersByTimeAsync(5000);
		expect(read).not.toHaveBeenCalled();
	});
});
