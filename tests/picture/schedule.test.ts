import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { TraceEntry } from '../../src/lib/trace';
import { parseTraceFile } from '../../src/lib/trace/file';
import { scheduleOf } from '../../src/lib/ui/picture/schedule';

const entriesAt = (...times: number[]) =>
	times.map((at, seq) => ({
		seq,
		at,
		attempt: 1,
		peer: null,
		kind: 'event',
		name: 'x'
	})) as TraceEntry[];

describe('a recorded call that is played', () => {
	it('keeps short times, and cuts those in which somebody read', () => {
		expect(scheduleOf(entriesAt(1000, 1040, 9000, 9000))).toEqual([0, 40, 540, 540]);
	});

	it('never goes back, whatever a clock did', () => {
		expect(scheduleOf(entriesAt(1000, 400, 450))).toEqual([0, 0, 50]);
	});

	it('takes less than half a minute for the one that comes with the site', () => {
		const parsed = parseTraceFile(
			readFileSync('src/static/samples/call.parley-trace.json', 'utf8')
		);
		if (!parsed.ok) throw new Error(parsed.problem);
		const times = scheduleOf(parsed.file.entries);
		expect(times.at(-1)).toBeGreaterThan(3000);
		expect(times.at(-1)).toBeLessThan(30_000);
	});
});
