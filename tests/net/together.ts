import type { TraceEntry } from '../../src/lib/trace';

/** What happened at both ends as one recording, in the order of the one clock that both have. */
export function together(...ends: readonly (readonly TraceEntry[])[]): TraceEntry[] {
	const all = ends.flatMap((entries) => entries.map((entry) => ({ entries, entry })));
	all.sort((one, other) => one.entry.at - other.entry.at);
	const places = new Map(all.map(({ entry }, at) => [entry, at]));
	return all.map(({ entries, entry }, seq) => {
		const { call } = entry;
		return { ...entry, seq, ...(call !== undefined && { call: places.get(entries[call]!)! }) };
	});
}
