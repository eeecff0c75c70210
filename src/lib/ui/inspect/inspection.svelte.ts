import type {
	Answer,
	Cast,
	FoundCandidate,
	FoundDescription,
	Head,
	Question,
	Source
} from '$lib/inspect';
import type { TraceEntry } from '$lib/trace';
import type { Reader } from './reader-here';

/** Everything that was found, of whatever kind. */
export interface Found {
	readonly head: Head;
	readonly descriptions: readonly FoundDescription[];
	readonly candidates: readonly FoundCandidate[];
	readonly entries: readonly TraceEntry[];
}

/** How far reading has come. */
export interface Progress {
	readonly name: string;
	/** What is done now, and how much of it, 0 to 1; null where that is not known. */
	readonly words: string;
	readonly share: number | null;
}

const WORDS: Readonly<Record<string, string>> = {
	reading: 'being read',
	recognising: 'being looked at',
	importing: 'being made a session of',
	showing: 'being taken over'
};

interface Lists {
	descriptions: FoundDescription[];
	candidates: FoundCandidate[];
	entries: TraceEntry[];
}

/** What is inspected: what is being read, what came of it last, and what is shown. */
export class Inspection {
	readonly #makeReader: (onanswer: (answer: Answer) => void) => Reader;
	#reader: Reader | undefined;
	#asked: { question: Question; name: string } | null = null;
	/** What is shown, should other connections of it be asked for. */
	#shownOf: { question: Question; name: string } | null = null;
	#head: Head | null = null;
	#lists: Lists = { descriptions: [], candidates: [], entries: [] };
	#ids = 0;

	/** null while nothing is being read. */
	progress = $state.raw<Progress | null>(null);
	/** What was said of the last thing that was read; null before there was any. */
	said = $state.raw<{ name: string; head: Head } | null>(null);
	/** What is shown; it stays where the next thing is not understood. */
	shown = $state.raw<Found | null>(null);

	constructor(makeReader: (onanswer: (answer: Answer) => void) => Reader) {
		this.#makeReader = makeReader;
	}

	/** Has a reader ready, for the first thing that is read. */
	prepare(): void {
		this.#reader ??= this.#makeReader((answer) => this.#take(answer));
	}

	/** Reads a text or a file, or several files as one. What was being read is left. */
	look(source: Source, name: string): void {
		const key = (this.#ids += 1);
		this.#ask({ id: key, key, source, cast: null }, name);
	}

	/** Shows other connections of the dump that is shown. */
	recast(cast: Cast): void {
		if (this.#shownOf === null) return;
		const { question, name } = this.#shownOf;
		this.#ask({ ...question, id: (this.#ids += 1), cast }, name);
	}

	/** Stops reading. What is shown stays. */
	cancel(): void {
		if (this.#asked === null) return;
		const { name } = this.#asked;
		this.#stop();
		this.prepare();
		this.said = { name, head: { kind: 'unknown', sentence: 'Reading it was cancelled.' } };
	}

	/** A reader that is at work does not listen, so it ends, and the next one begins. */
	#stop(): void {
		if (this.#asked === null) return;
		this.#asked = null;
		this.progress = null;
		this.end();
	}

	/** Ends the reader. */
	end(): void {
		this.#reader?.end();
		this.#reader = undefined;
	}

	#ask(question: Question, name: string): void {
		this.#stop();
		this.prepare();
		this.#asked = { question, name };
		this.#head = null;
		this.#lists = { descriptions: [], candidates: [], entries: [] };
		this.#progressed('reading', null);
		this.#reader?.ask(question);
	}

	#progressed(stage: string, share: number | null): void {
		const verb = Array.isArray(this.#asked?.question.source) ? 'are' : 'is';
		const words = `${verb} ${WORDS[stage] ?? stage}`;
		this.progress = { name: this.#asked?.name ?? '', words, share };
	}

	#take(answer: Answer): void {
		if (this.#asked === null || answer.id !== this.#asked.question.id) return;
		if (answer.type === 'progress') {
			const { stage, done, total } = answer;
			this.#progressed(stage, total > 0 ? done / total : null);
		} else if (answer.type === 'head') {
			this.#head = answer.head;
			this.#progressed('showing', null);
		} else if (answer.type === 'slice') {
			const list: unknown[] = this.#lists[answer.list];
			for (const item of JSON.parse(answer.json) as unknown[]) list.push(item);
		} else this.#finish(this.#asked);
	}

	#finish(asked: { question: Question; name: string }): void {
		this.#asked = null;
		this.progress = null;
		if (this.#head === null) return;
		this.said = { name: asked.name, head: this.#head };
		if (this.#head.kind === 'unknown') return;
		this.#shownOf = asked;
		this.shown = { head: this.#head, ...this.#lists };
	}
}
