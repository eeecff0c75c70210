import type { SessionView, TraceEntry } from '../trace';

/** What a call says to a question. */
export interface Answer {
	/** Which of the check's answers it is. */
	is: string;
	/** A sentence with what proves it, from this call. */
	proof: string;
	/** The entry that proves it: its `seq`. */
	seq: number;
}

/** Reads the answer to a question from a call. */
export interface Check {
	/** Every answer that a call can give. */
	readonly answers: readonly string[];
	/** The one that follows from the specifications; absent where they leave it open. */
	readonly expected?: string;
	/**
	 * @param view the call at a moment
	 * @param entries at least the entries of the view
	 * @returns null where the call has not answered by then: it is never guessed
	 */
	read(view: SessionView, entries: readonly TraceEntry[]): Answer | null;
}
