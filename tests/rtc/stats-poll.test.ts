import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { StatsPoll } from '../../src/lib/rtc/stats-poll';
import type { Certificate, PeerStats } from '../../src/lib/trace';
import { CHROMIUM, fingerprint, report } from './reports';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

function poll(objects: Parameters<typeof report>[0] = []) {
	const told: PeerStats[] = [];
	const read = vi.fn(() => Promise.resolve(report(objects)));
	return { poll: new StatsPoll(read, (stats) => told.push(stats)), read, told };
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
		const one = new StatsPoll(
			() => new Promise((resolve) => (answer = resolve)),
			(stats) => told.push(stats)
		);
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
		const one = new StatsPoll(read, () => one.stop());
		one.start();
		await vi.advanceTimersByTimeAsync(5000);
		expect(read).toHaveBeenCalledTimes(1);
	});

	const CONNECTED = { id: 'T', type: 'transport', dtlsState: 'connected' };
	const CERTIFICATE = { algorithm: 'sha-256', fingerprint: fingerprint('3C') };

	async function once(objects: Parameters<typeof report>[0], ask: () => Promise<Certificate>) {
		const told: PeerStats[] = [];
		const tell = (stats: PeerStats) => void told.push(stats);
		const one = new StatsPoll(() => Promise.resolve(report(objects)), tell, ask);
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
