import type { NewEntry, PeerName, Trace, TraceEntry } from '../trace';
import type { Connection, Tell } from './connection';

/**
 * A recorded call in place of peers: a step is performed by entering what was recorded of it, of both
 * peers in the order in which it happened. A step that the recording does not have brings nothing.
 */
export class RecordedCall {
	readonly #entries: readonly TraceEntry[];
	readonly #trace: Trace;
	#attempt = 0;
	/** The steps that were entered in this attempt. */
	readonly #entered = new Set<string>();
	/** What the numbers of the recording have become in this attempt. */
	readonly #numbers = new Map<number, number>();

	/** @param recording entries of a trace; of several attempts the last is used */
	constructor(recording: readonly TraceEntry[], trace: Trace) {
		const attempt = recording.at(-1)?.attempt;
		this.#entries = recording.filter(
			(entry) => entry.attempt === attempt && entry.kind !== 'attempt' && entry.kind !== 'step'
		);
		this.#trace = trace;
	}

	/** Stands in for the connection of a peer. */
	open(_peer: PeerName, tell: Tell): Connection {
		return {
			perform: ({ step }) => {
				this.#enter(step);
				tell({ type: 'step.performed' });
			},
			replaceSource() {},
			close() {}
		};
	}

	#enter(step: string): void {
		if (this.#attempt !== this.#trace.attempt) {
			this.#attempt = this.#trace.attempt;
			this.#entered.clear();
			this.#numbers.clear();
		}
		if (this.#entered.has(step)) return;
		this.#entered.add(step);
		const own = this.#entries.filter((entry) => entry.step === step);
		// As far apart as they were, beginning now.
		const delay = (this.#trace.entries.at(-1)?.at ?? 0) - (own[0]?.at ?? 0);
		for (const entry of own) {
			const number = this.#trace.record(asNew(entry, this.#numbers), entry.at + delay);
			this.#numbers.set(entry.seq, number);
		}
	}
}

/** An entry to be recorded again; a result refers to its call by the number that it has now. */
function asNew(
	{ peer, kind, name, call, data }: TraceEntry,
	numbers: ReadonlyMap<number, number>
): NewEntry {
	const settled = call === undefined ? undefined : numbers.get(call);
	return {
		peer,
		kind,
		name,
		...(settled !== undefined && { call: settled }),
		...(data !== undefined && { data })
	};
}
