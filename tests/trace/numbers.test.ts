import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { durationWords, fixed, grouped, sizeWords, whole } from '../../src/lib/trace/numbers';
import { seriesOf } from '../../src/lib/trace/series';
import { reduce, type TraceEntry } from '../../src/lib/trace';
import { clockWords } from '../../src/lib/ui/ladder/columns';
import { ladderRows } from '../../src/lib/ui/ladder/layout';
import { codeFiles } from '../rooms/scan';
import { NO_STATS, Recording } from './recording';

const NONE = [NaN, Infinity, -Infinity];

describe('a number that is none', () => {
	it.each(NONE)('%s is never written as such', (value) => {
		const words = [
			fixed(value, 1),
			whole(value),
			grouped(value),
			durationWords(value),
			sizeWords(value),
			clockWords(value)
		];
		expect(words.join(' ')).not.toMatch(/NaN|Infinity/);
		expect(words.join(' ')).toContain('—');
	});

	it('comes from a file in which times and counters make no sense, and is not drawn', () => {
		const one = new Recording();
		one.attempt();
		for (const at of [0, 1000, 2000, 2000]) {
			const huge = {
				kind: 'video',
				mid: '0',
				codec: null,
				framesPerSecond: null,
				frameWidth: null,
				frameHeight: null
			};
			const rtp = {
				...huge,
				packets: 1.7e308,
				bytes: at * 1e305,
				frames: at,
				packetsLost: 1.7e308,
				jitter: 1e308
			};
			one.stats('john', { ...NO_STATS, at, inbound: [rtp], outbound: [rtp] });
		}
		const { john } = seriesOf(one.entries, 1);
		const values = [john.receives, john.sends].flatMap((series) =>
			Object.values(series).flatMap((points) => points.map(({ value }) => value))
		);
		expect(values.filter((value) => value !== null && !Number.isFinite(value))).toEqual([]);
	});

	it('is written in one place, for all', () => {
		// Coordinates of drawings are no numbers for a person, and SDP's are checked by its grammar.
		const apart = ['src/lib/ui/stage/ink.svelte.ts', 'src/lib/trace/numbers.ts', 'src/lib/sdp/'];
		const others = codeFiles('src').filter((file) => !apart.some((one) => file.startsWith(one)));
		const writing = others.filter((file) =>
			/\.toFixed\(|\.toLocaleString\(|\.toPrecision\(/.test(readFileSync(file, 'utf8'))
		);
		expect(writing).toEqual([]);
	});
});

describe('lengths and sizes', () => {
	it.each([
		[0.4, '< 1 ms'],
		[-5000, '< 1 ms'],
		[1, '1 ms'],
		[999.4, '999 ms'],
		[999.6, '1.0 s'],
		[59_949, '59.9 s'],
		[59_999, '1 min 0 s'],
		[61_000, '1 min 1 s']
	])('%d ms are %s', (ms, expected) => {
		expect(durationWords(ms)).toBe(expected);
	});

	it.each([
		[12, '12 bytes'],
		[12_345, '12 kB'],
		[1_234_567, '1.2 MB'],
		[2_147_483_648, '2.1 GB']
	])('%d bytes are %s', (bytes, expected) => {
		expect(sizeWords(bytes)).toBe(expected);
	});
});

describe('after a clock was set back', () => {
	const one = new Recording();
	one.attempt();
	const call = one.call('john', 'createOffer');
	one.result('john', 'createOffer', call);
	one.event('john', 'negotiationneeded');
	one.changed('john', { signalingState: 'stable' });
	const jumped = one.entries.map((entry, index): TraceEntry => ({
		...entry,
		at: index < 2 ? entry.at : entry.at - 3_600_000
	}));

	it('the ladder has no time below nothing, and none that goes back', () => {
		const times = ladderRows(jumped).map(({ since }) => since);
		expect(Math.min(...times)).toBeGreaterThanOrEqual(0);
		expect([...times].sort((a, b) => a - b)).toEqual(times);
		const took = ladderRows(jumped).flatMap((row) => (row.kind === 'call' ? [row.took] : []));
		expect(took).toEqual([0]);
	});

	it('no call took less than nothing', () => {
		expect(reduce(jumped).calls.map((one) => one.took)).toEqual([0]);
	});
});
