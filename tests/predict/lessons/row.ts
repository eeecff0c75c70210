import type { TraceEntry } from '../../../src/lib/trace';

/** What a recorded lesson says: of which trace, by which step, what, and what others would say. */
export type OfLesson = [
	check: string,
	entries: readonly TraceEntry[],
	step: string,
	is: string,
	proof: string,
	others: Record<string, () => readonly TraceEntry[]>
];
