import { describe, expect, it, vi } from 'vitest';
import { Trace, type TraceEntry } from '../../src/lib/trace';
import { Recording } from './recording';

describe('a trace', () => {
	it('is empty at first, and belongs to no attempt', () => {
		const trace = new Trace();
		expect(trace.entries).toEqual([]);
		expect(trace.attempt).toBe(0);
	});

	it('numbers its entries by their position, and gives the number of each', () => {
		const trace = new Trace();
		const given = ['createOffer', 'createAnswer', 'close'].map((name) =>
			trace.record({ kind: 'call', name, peer: 'john' })
		);
		expect(given).toEqual([0, 1, 2]);
		expect(trace.entries.map(({ seq }) => seq)).toEqual([0, 1, 2]);
	});

	it('keeps what it was handed as it was handed', () => {
		const trace = new Trace(() => 5);
		trace.record({ kind: 'call', name: 'createOffer', peer: 'john', data: { iceRestart: true } });
		trace.record({ kind: 'result', name: 'createOffer', peer: 'john', call: 0, data: null });
		expect(trace.entries).toEqual([
			{
				seq: 0,
				at: 5,
				attempt: 0,
				kind: 'call',
				name: 'createOffer',
				peer: 'john',
				data: { iceRestart: true }
			},
			{
				seq: 1,
				at: 5,
				attempt: 0,
				kind: 'result',
				name: 'createOffer',
				peer: 'john',
				call: 0,
				data: null
			}
		]);
	});

	it('takes the time of each entry from its clock', () => {
		let now = 10;
		const trace = new Trace(() => now);
		trace.record({ kind: 'event', name: 'track', peer: 'jane' });
		now = 25;
		trace.record({ kind: 'event', name: 'track', peer: 'jane' });
		expect(trace.entries.map(({ at }) => at)).toEqual([10, 25]);
	});

	it('by itself counts milliseconds since the Unix epoch, never backwards', () => {
		const trace = new Trace();
		for (let count = 0; count < 20; count += 1) {
			trace.record({ kind: 'event', name: 'track', peer: 'jane' });
		}
		const times = trace.entries.map(({ at }) => at);
		expect(times).toEqual(times.toSorted((a, b) => a - b));
		expect(Math.abs(times[0]! - Date.now())).toBeLessThan(60_000);
	});

	it('stamps each entry with the attempt that it belongs to, from 1', () => {
		const one = new Recording();
		one.attempt();
		one.event('john', 'track');
		one.attempt('lost');
		one.event('john', 'track');
		expect(one.entries.map(({ attempt }) => attempt)).toEqual([1, 1, 2, 2]);
		expect(one.trace.attempt).toBe(2);
	});

	it('stamps each entry with the step that began last, even after that step has ended', () => {
		const one = new Recording();
		one.attempt();
		one.event('john', 'negotiationneeded');
		one.begin('john-creates-offer');
		one.call('john', 'createOffer');
		one.end('john-creates-offer');
		one.event('john', 'icecandidate', { candidate: null });
		one.begin('john-sends-offer');
		expect(one.entries.map(({ step }) => step)).toEqual([
			undefined,
			undefined,
			'john-creates-offer',
			'john-creates-offer',
			'john-creates-offer',
			'john-creates-offer',
			'john-sends-offer'
		]);
	});

	it('forgets the step where fresh peers begin', () => {
		const one = new Recording();
		one.attempt();
		one.begin('john-creates-offer');
		one.attempt('restart');
		one.event('john', 'negotiationneeded');
		expect(one.entries.slice(2).map(({ step }) => step)).toEqual([undefined, undefined]);
		expect('step' in one.entries[3]!).toBe(false);
	});

	it('survives JSON, a file and a channel without a change', () => {
		const one = new Recording();
		one.attempt();
		one.begin('john-creates-offer');
		one.done('john', 'createOffer', null, { type: 'offer', sdp: 'v=0\r\n' });
		expect(JSON.parse(JSON.stringify(one.entries))).toEqual(one.entries);
		expect(structuredClone(one.entries)).toEqual(one.entries);
	});
});

describe('whoever follows a trace', () => {
	it('is told of each entry from then on, with where and when', () => {
		const trace = new Trace(() => 7);
		const heard: TraceEntry[] = [];
		trace.record({ kind: 'call', name: 'createOffer', peer: 'john' });
		trace.subscribe((entry) => heard.push(entry));
		trace.record({ kind: 'result', name: 'createOffer', peer: 'john', call: 0 });
		expect(heard).toEqual([trace.entries[1]]);
		expect(heard[0]).toMatchObject({ seq: 1, at: 7 });
	});

	it('finds the entry in the trace when it is told of it', () => {
		const trace = new Trace();
		const lengths: number[] = [];
		trace.subscribe(() => lengths.push(trace.entries.length));
		trace.record({ kind: 'event', name: 'track', peer: 'john' });
		trace.record({ kind: 'event', name: 'track', peer: 'john' });
		expect(lengths).toEqual([1, 2]);
	});

	it('is told nothing more once it ends its subscription, while others still are', () => {
		const trace = new Trace();
		const [ends, stays] = [vi.fn(), vi.fn()];
		const end = trace.subscribe(ends);
		trace.subscribe(stays);
		trace.record({ kind: 'event', name: 'track', peer: 'john' });
		end();
		trace.record({ kind: 'event', name: 'track', peer: 'john' });
		expect(ends).toHaveBeenCalledTimes(1);
		expect(stays).toHaveBeenCalledTimes(2);
	});

	it('may end its subscription while it is being told', () => {
		const trace = new Trace();
		const heard = vi.fn(() => end());
		const end = trace.subscribe(heard);
		const other = vi.fn();
		trace.subscribe(other);
		trace.record({ kind: 'event', name: 'track', peer: 'john' });
		trace.record({ kind: 'event', name: 'track', peer: 'john' });
		expect(heard).toHaveBeenCalledTimes(1);
		expect(other).toHaveBeenCalledTimes(2);
	});
});
