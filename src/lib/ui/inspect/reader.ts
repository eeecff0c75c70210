import type { Answer, Question } from '$lib/inspect';
import type { Reader } from './reader-here';

/**
 * Reads in a worker, so that the page goes on answering however much there is to read; in the page
 * where there are no workers, or theirs cannot be loaded.
 */
export function readerElsewhere(onanswer: (answer: Answer) => void): Reader {
	let here: Reader | undefined;
	let last: Question | undefined;
	let hasEnded = false;
	const worker = makeWorker();
	if (worker === null) void readHere();
	else {
		worker.onmessage = ({ data }: MessageEvent<Answer>) => onanswer(data);
		// Its script was not there: nothing was read yet.
		worker.onerror = () => {
			worker.terminate();
			void readHere();
		};
	}

	/** Few browsers come here, so what reads is fetched only then. */
	async function readHere() {
		if (here) return;
		const { readerHere } = await import('./reader-here');
		if (hasEnded || here) return;
		here = readerHere(onanswer);
		if (last) here.ask(last);
	}

	return {
		ask(question) {
			last = question;
			if (here) here.ask(question);
			else worker?.postMessage(question);
		},
		end() {
			hasEnded = true;
			worker?.terminate();
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
