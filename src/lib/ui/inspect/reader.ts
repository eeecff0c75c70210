import type { Answer, Question } from '$lib/inspect';
import { ownScript } from '$lib/state/trusted';
import address from './read.worker.ts?worker&url';
import { oneByOne } from './one-by-one';
import type { Reader } from './reader-here';

/**
 * Reads in a worker, so that the page goes on answering however much there is to read; in the page
 * where there are no workers, or theirs cannot be loaded.
 */
export function readerElsewhere(onanswer: (answer: Answer) => void): Reader {
	const say = oneByOne(onanswer);
	let here: Reader | undefined;
	let last: Question | undefined;
	let hasEnded = false;
	let worker = makeWorker();
	if (worker) {
		worker.onmessage = ({ data }: MessageEvent<Answer>) => say(data);
		// Its script was not there: nothing was read yet.
		worker.onerror = () => {
			worker?.terminate();
			worker = null;
			if (last) void readHere(last);
		};
	}

	/** Few browsers come here, so what reads is fetched only then; where that fails, it is said. */
	async function readHere(question: Question) {
		try {
			const { readerHere } = await import('./reader-here');
			if (hasEnded || question !== last) return;
			here ??= readerHere(say);
			here.ask(question);
		} catch {
			const { id } = question;
			say({ id, type: 'head', head: { kind: 'unknown', sentence: NOT_FETCHED } });
			say({ id, type: 'end' });
		}
	}

	return {
		ask(question) {
			last = question;
			if (worker) worker.postMessage(question);
			else void readHere(question);
		},
		end() {
			hasEnded = true;
			worker?.terminate();
			here?.end();
		}
	};
}

/** What is said where neither a worker nor the page has what reads. */
const NOT_FETCHED =
	'This could not be read: the part of the site that reads could not be fetched. Load the page again once the network is back.';

function makeWorker(): Worker | null {
	try {
		return new Worker(ownScript(address), { type: 'module' });
	} catch {
		return null;
	}
}
