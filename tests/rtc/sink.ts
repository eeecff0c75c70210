import type { Record as RecordEntry } from '../../src/lib/rtc/record';
import type { TraceEntry } from '../../src/lib/trace';

type Recorded = Parameters<RecordEntry>[0];

/** Takes what is recorded into a list, as the trace does. */
export function sink() {
	const entries: Recorded[] = [];
	const record: RecordEntry = (entry) => entries.push(entry) - 1;
	return {
		entries,
		record,
		/** The entries in short: `call createOffer`. */
		get lines() {
			return entries.map(({ kind, name }) => `${kind} ${name}`);
		},
		/** All entries of a kind. */
		of: (kind: TraceEntry['kind']) => entries.filter((entry) => entry.kind === kind),
		/** The entry that settled the last call of this name; undefined while it is pending. */
		settlementOf(name: string) {
			const call = entries.findLastIndex((entry) => entry.kind === 'call' && entry.name === name);
			return entries.find((entry) => entry.call === call && call >= 0);
		}
	};
}
