import { readFileSync } from 'node:fs';
import { CHECKS } from '../../src/lib/predict';
import type { Answer } from '../../src/lib/predict/check';
import { prefixAfter, reduce, type TraceEntry } from '../../src/lib/trace';
import { parseTraceFile } from '../../src/lib/trace/file';
import { STEPS } from '../call/course';
import { shipped } from '../trace-file/shipped';

/** The recording of a lesson that comes with the site: made by Chromium. */
export function recordingOf(lesson: string): readonly TraceEntry[] {
	return shipped(`${lesson}.parley-trace.${lesson === 'call' ? 'json' : 'gzip'}`).entries;
}

/**
 * A lesson as Chromium walked it, for these tests alone: its own steps without those that it builds on, and of
 * each description the lines that tell sections, credentials and certificates apart.
 */
export function walkedBy(lesson: string): readonly TraceEntry[] {
	const file = `tests/predict/fixtures/${lesson}.parley-trace.json`;
	const read = parseTraceFile(readFileSync(file, 'utf8'));
	if (!read.ok) throw new Error(read.problem);
	return read.file.entries;
}

/** The first call. */
export const RECORDED = recordingOf('call');

/** What a trace answers as it stands. */
export const answerOf = (check: string, entries: readonly TraceEntry[]): Answer | null =>
	CHECKS[check]!.read(reduce(entries), entries);

/** The trace once this step was performed, with what came late because of it. */
export function until(step: string, entries = RECORDED): readonly TraceEntry[] {
	const steps = STEPS.findIndex(({ id }) => id === step) + 1;
	return entries.slice(0, prefixAfter(entries, 1, steps));
}

/** The trace in front of this step. */
export function before(step: string, entries = RECORDED): readonly TraceEntry[] {
	return entries.slice(
		0,
		prefixAfter(
			entries,
			1,
			STEPS.findIndex(({ id }) => id === step)
		)
	);
}

type Change = (entry: TraceEntry) => TraceEntry | readonly TraceEntry[];

/** The trace with some entries changed, taken out or put in: numbered anew, and what settles calls with them. */
export function altered(entries: readonly TraceEntry[], change: Change): readonly TraceEntry[] {
	const made = entries.flatMap((entry) => [change(entry)].flat());
	const places = new Map(made.map(({ seq }, at) => [seq, at]));
	return made.map((entry, seq) => ({
		...entry,
		seq,
		...(entry.call !== undefined && { call: places.get(entry.call) ?? entry.call })
	}));
}

/** The entry with another word in its data, wherever it stands. */
export function reworded(entry: TraceEntry, from: string | RegExp, to: string): TraceEntry {
	if (entry.data === undefined) return entry;
	const text = JSON.stringify(entry.data).replaceAll(
		typeof from === 'string' ? from : new RegExp(from, 'g'),
		to
	);
	return { ...entry, data: JSON.parse(text) as TraceEntry['data'] & {} };
}

/** Numbers no entry of the recording has, so that what is put in can be told from it. */
let fresh = 1e6;

/** An entry to put in beside another: of the same step and moment. */
export const beside = (
	{ at, attempt, step }: TraceEntry,
	one: Partial<TraceEntry> & Pick<TraceEntry, 'kind' | 'name' | 'peer'>
): TraceEntry => ({ at, attempt, ...(step !== undefined && { step }), ...one, seq: (fresh += 1) });
