import type { TraceEntry } from '../../src/lib/trace';

/** A call that went on: after its last statistics the same come again and again, as every second. */
export function lengthened(entries: readonly TraceEntry[], length: number): TraceEntry[] {
	const stats = entries.filter(({ kind }) => kind === 'stats').slice(-2);
	const last = entries.at(-1)!;
	return Array.from({ length }, (_, seq) => {
		if (seq < entries.length) return entries[seq]!;
		const one = stats[seq % 2]!;
		const rest = { at: last.at + (seq - entries.length) * 500, step: last.step };
		return { ...structuredClone(one), ...rest, seq } as TraceEntry;
	});
}
