import { readFileSync } from 'node:fs';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { Masking } from '../../src/lib/state/masking';
import type { TraceEntry } from '../../src/lib/trace';
import { parseTraceFile } from '../../src/lib/trace/file';
import { MaskedEntries } from '../../src/lib/trace/masked';
import { lengthened } from '../trace-file/long';

const parsed = parseTraceFile(readFileSync('src/static/samples/call.parley-trace.json', 'utf8'));
const recorded = parsed.ok ? parsed.file.entries : [];
const SECRET = /192\.168\.|a=ice-pwd:(?!m0)/;

/** How much is masked until others have their turn, on a clock on which each look takes a millisecond. */
const MOST_IN_ONE_GO = 10;

beforeEach(() => {
	let now = 0;
	vi.spyOn(performance, 'now').mockImplementation(() => (now += 1));
});
afterEach(() => void vi.restoreAllMocks());

/** What is masked, and how often it was told that there is more. */
function masking() {
	const told = vi.fn();
	return { one: new Masking(told), told };
}

const allMasked = (told: () => void) =>
	vi.waitFor(() => expect(told).toHaveBeenCalled(), { timeout: 20_000, interval: 5 });

/** A screen that showed everything as it is, and is to be masked. */
function pressed(length: number) {
	const entries = lengthened(recorded, length);
	const { one, told } = masking();
	one.open(entries);
	return { one, told, entries };
}

describe('a screen that is to be masked', () => {
	it('covers what it showed until all of it is masked, and shows nothing as it is', async () => {
		const { one, told, entries } = pressed(1_000);
		expect(one.isBehind(entries)).toBe(true);
		const first = one.shown(entries);
		expect(first.length).toBeLessThan(MOST_IN_ONE_GO);
		expect(JSON.stringify(first)).not.toMatch(SECRET);
		await allMasked(told);
		expect(one.isBehind(entries)).toBe(false);
		expect(one.shown(entries)).toEqual(new MaskedEntries().of(entries));
		expect(told).toHaveBeenCalledTimes(1);
	});

	it('masks no more in one go than half a frame allows', async () => {
		const { one, told, entries } = pressed(500);
		let turns = 0;
		let before = one.shown(entries).length;
		while (!told.mock.calls.length) {
			await new Promise((resolve) => setImmediate(resolve));
			turns += 1;
			const now = one.shown(entries).length;
			// Node may run several messages before it is the turn of this test.
			expect(now - before).toBeLessThan(20 * MOST_IN_ONE_GO);
			before = now;
		}
		expect(turns).toBeGreaterThan(2);
	});

	it('has little covered for no moment: it is masked at once', () => {
		const { one, told, entries } = pressed(3);
		expect(one.isBehind(entries)).toBe(false);
		expect(one.shown(entries)).toHaveLength(3);
		expect(told).not.toHaveBeenCalled();
	});

	it('masks the few that come later as they come, and looks at those before no more', () => {
		const { one, entries } = pressed(4);
		one.shown(entries);
		const first = one.shown(entries)[3];
		entries.push(recorded[4]!, recorded[5]!);
		expect(one.shown(entries)).toHaveLength(6);
		expect(one.shown(entries)[3]).toBe(first);
		expect(one.isBehind(entries)).toBe(false);
	});

	it('is not covered again where many come at once later: what is there stays, and they follow', async () => {
		const { one, told, entries } = pressed(4);
		one.shown(entries);
		entries.push(...recorded.slice(4));
		expect(one.isBehind(entries)).toBe(false);
		expect(one.shown(entries).length).toBeLessThan(recorded.length);
		await allMasked(told);
		expect(one.shown(entries)).toHaveLength(recorded.length);
	});

	it('that was open again meanwhile is covered for what came since', async () => {
		const { one, told, entries } = pressed(200);
		one.shown(entries);
		await allMasked(told);
		one.open(entries);
		entries.push(...lengthened(recorded, 400).slice(200));
		expect(one.isBehind(entries)).toBe(true);
	});

	it('follows another trace that takes the place of the one that was being masked', async () => {
		const { one, told, entries } = pressed(300);
		one.shown(entries);
		const other = recorded.slice(0, 2);
		expect(one.shown(other)).toHaveLength(2);
		expect(one.isBehind(other)).toBe(false);
		await new Promise((resolve) => setTimeout(resolve));
		expect(told).not.toHaveBeenCalled();
		expect(one.shown(other)).toHaveLength(2);
	});

	it('has its view folded when it is uncovered', async () => {
		const { one, told, entries } = pressed(300);
		one.shown(entries);
		await allMasked(told);
		const masked = one.shown(entries);
		const view = one.views.of(masked, masked.length);
		expect(view.length).toBe(300);
		expect(one.views.of(masked, masked.length)).toBe(view);
	});
});

describe('what is taken away masked', () => {
	it('has the masks of the screen: nothing is masked twice', async () => {
		const { one, told, entries } = pressed(300);
		const taken = one.whole(entries);
		one.shown(entries);
		await allMasked(told);
		expect(await taken).toEqual(one.shown(entries));
	});

	it('is what there was when it was asked for, and it is told that it comes', async () => {
		const { one, entries } = pressed(300);
		const comes = vi.fn();
		const taken = one.whole(entries, comes);
		entries.push(...lengthened(recorded, 310).slice(300));
		expect(await taken).toHaveLength(300);
		expect(comes.mock.calls.length).toBeGreaterThan(300 / MOST_IN_ONE_GO - 1);
	});

	it('is the same list whatever was seen in between', async () => {
		const entries: readonly TraceEntry[] = lengthened(recorded, 250);
		const taken = await masking().one.whole(entries);
		expect(taken).toEqual(new MaskedEntries().of(entries));
	});
});
