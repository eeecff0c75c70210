import { Reading, type Answer, type Question } from '$lib/inspect';
import { distillWhole } from '$lib/rtc/stats';

/** Reads on another thread. */
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

/**
 * Reads in a worker, so that the page goes on answering however much there is to read; in the page
 * where there are no workers, or theirs cannot be loaded.
 */
export function readerElsewhere(onanswer: (answer: Answer) => void): Reader {
	let here: Reader | undefined;
	let last: Question | undefined;
	const worker = makeWorker();
	if (worker === null) return readerHere(onanswer);
	worker.onmessage = ({ data }: MessageEvent<Answer>) => onanswer(data);
	// Its script was not there: nothing was read yet.
	worker.onerror = () => {
		if (here) return;
		worker.terminate();
		here = readerHere(onanswer);
		if (last) here.ask(last);
	};
	return {
		ask(question) {
			last = question;
			if (here) here.ask(question);
			else worker.postMessage(question);
		},
		end() {
			worker.terminate();
			here?.end();
		}
	};
}

function makeWorker(): Worker | null {
	try {
		return new Worker(new URL('./read.worker.ts', import.meta.url), { type: 'module' });
	} catch {
		return null;
	}
}
