import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { TraceEntry } from '../../src/lib/trace';
import { parseTraceFile } from '../../src/lib/trace/file';
import { mask } from '../../src/lib/trace/mask';
import { MaskedEntries } from '../../src/lib/trace/masked';
import { costBeside, costOfLength } from '../tools/growth';
import { lengthened } from './long';
import { callWithSecrets } from './samples';

const { entries } = callWithSecrets();

it('masks a trace entry by entry as it would be masked whole', () => {
	const masked = new MaskedEntries();
	for (let length = 1; length <= entries.length; length += 1) masked.of(entries.slice(0, length));
	expect(masked.of(entries)).toEqual(mask(entries));
});

it('keeps what it masked before: a value never changes its mask', () => {
	const growing = entries.slice(0, 5);
	const masked = new MaskedEntries();
	const early = [...masked.of(growing)];
	growing.push(...entries.slice(5));
	expect(masked.of(growing).slice(0, 5)).toEqual(early);
});

it('chooses the masks by the entries alone: who follows a trace elsewhere has the same', () => {
	const growing: TraceEntry[] = [];
	const [one, other] = [new MaskedEntries(), new MaskedEntries()];
	for (const entry of entries) {
		growing.push(entry);
		one.of(growing);
	}
	expect(other.of(entries)).toEqual(one.of(growing));
});

it('can be left after any entry and taken up again, and shows until then what is masked', () => {
	const masked = new MaskedEntries();
	const begun = masked.mask(entries, entries.length);
	for (let count = 1; count <= 7; count += 1) {
		begun.next();
		expect(masked.soFar(entries)).toHaveLength(count);
	}
	masked.mask(entries, 9).next();
	expect(masked.of(entries)).toEqual(mask(entries));
	expect(begun.next().done).toBe(true);
});

it('begins anew with another list, whatever was begun with the one before', () => {
	const masked = new MaskedEntries();
	const begun = masked.mask(entries, entries.length);
	begun.next();
	const other = entries.slice(0, 3);
	expect(masked.of(other)).toHaveLength(3);
	expect(begun.next().done).toBe(true);
	expect(masked.soFar(other)).toHaveLength(3);
});

describe('a call that goes on for long', () => {
	const parsed = parseTraceFile(readFileSync('src/static/samples/call.parley-trace.json', 'utf8'));
	const recorded = parsed.ok ? parsed.file.entries : [];
	const maskedAnew = (list: readonly TraceEntry[]) => new MaskedEntries().of(list);

	it('is masked at the same cost for each of its entries, however many there are', () => {
		const call = (length: number) => lengthened(recorded, recorded.length + length);
		expect(costOfLength(call, 50, maskedAnew)).toBeLessThan(3);
	});

	it('is masked for little more than it costs to copy it', () => {
		const call = lengthened(recorded, 2_000);
		const copy = (list: readonly TraceEntry[]) => JSON.parse(JSON.stringify(list)) as unknown;
		expect(costBeside(call, maskedAnew, copy, 3)).toBeLessThan(4);
	});
});
