import { Reading, type Answer, type Question } from '$lib/inspect';
import { distillWhole } from '$lib/rtc/stats';

/** Reads, here or on another thread. */
export interface Reader {
	ask(question: Question): void;
	/** Stops what is being read, and all else that the reader does. */
	end(): void;
}

/** Reads in the page itself. */
export function readerHere(onanswer: (answer: Answer) => void): Reader {
	const reading = new Reading(distillWhole, onanswer);
	return { ask: (question) => void reading.take(question), end: () => reading.cancel() };
}
