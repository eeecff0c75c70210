import type { Course } from '../diagnose';
import { sizeWords } from '../trace/numbers';
import { conclude, type Conclusion } from './conclude';
import { concludeSession } from './conclude-session';
import { concludeBeside, concludeDump, concludeStatistics } from './conclude-statistics';
import { coursesOf } from './courses';
import { suggestCast, type Cast, type Dump, type Skipped } from './dump';
import { importDump, type Distill } from './import';
import { openDump, type OpenedDump } from './open-dump';
import { Unreadable } from './encoding';
import type { FoundPair } from './find-pairs';
import type { Note } from './notes';
import type { ExchangePlaces } from './open-offers';
import { MOST_BYTES, readText, type FileText } from './read-text';
import { recognise } from './recognise';
import { unknown, type Recognised, type RecognisedParts, type UnusedLine } from './recognised';
import { namedFile, recogniseSeveral, type NamedFile } from './several';

/** What somebody pasted, a file, or several files that are read as one. */
export type Source = string | Blob | readonly File[];

/** What is to be read, and which connections of a dump are to be shown as whom. */
export interface Question {
	/** Told in each answer. */
	readonly id: number;
	/** The same where the same is read again, for other connections of it. */
	readonly key: number;
	readonly source: Source;
	readonly cast: Cast | null;
}

/** The lists that an answer may bring, in slices. */
export type ListName = 'descriptions' | 'candidates' | 'entries';

/** What was found, without its lists, which may be long. */
export type Head =
	| { readonly kind: 'unknown'; readonly sentence: string }
	| {
			readonly kind: 'parts';
			readonly sentence: string;
			/** Where among the descriptions the offer and its answer are; null where there are not both. */
			readonly exchange: ExchangePlaces | null;
			/** All of them, in the order of the offers. */
			readonly exchanges: readonly ExchangePlaces[];
			/** Whether two offers cross. */
			readonly glare: boolean;
			/** Pairs of candidates that a page or a log tells of. */
			readonly pairs: readonly FoundPair[];
			/** How what was pasted was damaged by how it was copied. */
			readonly notes: readonly Note[];
			/** What looks like SDP and was not used: how many lines, and the first of them. */
			readonly unused: { readonly count: number; readonly lines: readonly UnusedLine[] };
			/** What is wrong with them, and how that is known. */
			readonly conclusions: readonly Conclusion[];
	  }
	| {
			readonly kind: 'trace';
			readonly sentence: string;
			readonly conclusions: readonly Conclusion[];
	  }
	| {
			readonly kind: 'dump';
			readonly sentence: string;
			readonly connections: readonly {
				readonly id: string;
				readonly url: string | null;
				/** How it went; null where that was not looked at. */
				readonly course: Course | null;
			}[];
			readonly cast: Cast;
			readonly skipped: readonly Skipped[];
			readonly conclusions: readonly Conclusion[];
	  };

export type Answer = { readonly id: number } & (
	| {
			readonly type: 'progress';
			readonly stage: Stage;
			readonly done: number;
			readonly total: number;
	  }
	| { readonly type: 'head'; readonly head: Head }
	/** JSON of a list, for a text crosses from thread to thread without being taken apart. */
	| { readonly type: 'slice'; readonly list: ListName; readonly json: string }
	| { readonly type: 'end' }
);

/** What is done, in turn. */
export type Stage = 'reading' | 'recognising' | 'importing';

/** So many lines that were not used are told one by one. */
const MOST_UNUSED = 200;

/** So many characters a slice has, more or less: taking one up is a short task. */
const SLICE = 200_000;

/**
 * Reads files and texts, and answers in slices: here, or in a worker. It remembers the last dump, so
 * that other connections of it need not be read again.
 */
export class Reading {
	readonly #distill: Distill;
	readonly #say: (answer: Answer) => void;
	#last: { key: number; found: Recognised } | null = null;
	#aborter = new AbortController();

	constructor(distill: Distill, say: (answer: Answer) => void) {
		this.#distill = distill;
		this.#say = say;
	}

	/** Stops what is being read. No further answer comes. */
	cancel(): void {
		this.#aborter.abort();
		this.#aborter = new AbortController();
	}

	/** Reads, and answers until the end. Never rejects. */
	async take({ id, key, source, cast }: Question): Promise<void> {
		const { signal } = this.#aborter;
		const say = (answer: Answer) => {
			if (!signal.aborted) this.#say(answer);
		};
		try {
			if (this.#last?.key !== key) {
				this.#last = { key, found: await this.#read(id, source, signal, say) };
			}
			signal.throwIfAborted();
			this.#tell(id, this.#last.found, cast, say);
		} catch (error) {
			const sentence =
				error instanceof Unreadable
					? error.message
					: `This could not be read: ${error instanceof Error ? error.message : String(error)}.`;
			say({ id, type: 'head', head: { kind: 'unknown', sentence } });
		}
		say({ id, type: 'end' });
	}

	async #read(
		id: number,
		source: Source,
		signal: AbortSignal,
		say: (answer: Answer) => void
	): Promise<Recognised> {
		const stage = (now: Stage, done = 0, total = 0) =>
			say({ id, type: 'progress', stage: now, done, total });
		if (typeof source === 'string') {
			stage('recognising');
			return recognise(source);
		}
		if ('length' in source) return readSeveral(source, signal, stage);
		const onprogress = (done: number, total: number) => stage('reading', done, total);
		const file = await readText(source, { signal, onprogress });
		stage('recognising');
		return ofFile(file);
	}

	#tell(id: number, found: Recognised, cast: Cast | null, say: (answer: Answer) => void): void {
		const head = (one: Head) => say({ id, type: 'head', head: one });
		const list = (name: ListName, items: readonly unknown[]) => {
			for (const json of slicesOf(items)) say({ id, type: 'slice', list: name, json });
		};
		const { sentence } = found;
		switch (found.kind) {
			case 'unknown':
				return head({ kind: 'unknown', sentence });
			case 'trace':
				head({ kind: 'trace', sentence, conclusions: concludeSession(found.file.entries) });
				return list('entries', found.file.entries);
			case 'candidates':
			case 'pairs':
			case 'told':
			case 'exchange':
			case 'description':
				head(headOfParts(found, this.#distill));
				list('descriptions', found.descriptions);
				return list('candidates', found.candidates);
			default: {
				say({ id, type: 'progress', stage: 'importing', done: 0, total: 0 });
				const { dump } = found;
				const courses = coursesOf(dump);
				const { imported, conclusion } = this.#concluded(found, courses, cast);
				const { cast: shown, skipped } = imported;
				const connections = dump.connections.map(({ id: name, url }) => ({
					id: name,
					url,
					course: courses.get(name) ?? null
				}));
				const conclusions = [conclusion];
				head({ kind: 'dump', sentence, connections, cast: shown, skipped, conclusions });
				return list('entries', imported.entries);
			}
		}
	}

	/** A call of a recording with what is concluded of it: the one that was chosen, where somebody did. */
	#concluded(
		{ kind, dump }: { readonly kind: string; readonly dump: Dump },
		courses: ReadonlyMap<string, Course>,
		cast: Cast | null
	): OpenedDump {
		if (kind !== 'statistics' && cast === null) return openDump(dump, this.#distill, courses);
		const imported = importDump(dump, this.#distill, cast ?? suggestCast(dump, courses));
		const conclude = kind === 'statistics' ? concludeStatistics : concludeDump;
		return { imported, conclusion: conclude(imported) };
	}
}

/**
 * Reads files one by one, and says what they are together. What cannot be read is told among what is
 * known of the others. All have to fit where one has to.
 */
async function readSeveral(
	sources: readonly File[],
	signal: AbortSignal,
	stage: (now: Stage, done?: number, total?: number) => void
): Promise<Recognised> {
	const total = sources.reduce((sum, { size }) => sum + size, 0);
	const files: NamedFile[] = [];
	let [before, left] = [0, MOST_BYTES];
	for (const source of sources) {
		const from = before;
		const onprogress = (done: number) => stage('reading', from + done, total);
		before += source.size;
		try {
			if (source.size > left) {
				const most = sizeWords(MOST_BYTES);
				throw new Unreadable(
					`It has ${sizeWords(source.size)}; of all files at most ${most} are read.`
				);
			}
			const file = await readText(source, { signal, onprogress, most: left });
			signal.throwIfAborted();
			stage('recognising');
			files.push(namedFile(source.name, file.text, ofFile(file)));
			left -= file.text.length;
		} catch (error) {
			if (!(error instanceof Unreadable)) throw error;
			files.push(namedFile(source.name, '', unknown(error.message, null)));
		}
	}
	return recogniseSeveral(files);
}

/** What a file is, and whether it is all of it. */
function ofFile({ text, cutOff }: FileText): Recognised {
	const found = recognise(text);
	if (!cutOff) return found;
	const sentence = `This gzip file is cut off; what could be unpacked of it was read. ${found.sentence}`;
	return found.kind === 'unknown' ? unknown(sentence, null) : { ...found, sentence };
}

function headOfParts(
	found: RecognisedParts & { readonly sentence: string },
	distill: Distill
): Head {
	const { sentence, exchanges, glare, pairs, notes, unused, statistics } = found;
	return {
		kind: 'parts',
		sentence,
		exchange: exchanges[0] ?? null,
		exchanges,
		glare,
		pairs,
		// The missing line end is said among what was concluded.
		notes: notes.filter(({ id }) => id !== 'no-last-line-end'),
		conclusions: [...conclude(found), ...(statistics ? [concludeBeside(statistics, distill)] : [])],
		unused: { count: unused.length, lines: unused.slice(0, MOST_UNUSED) }
	};
}

/** A list as JSON, in texts of about the same length, each of them a list. */
export function* slicesOf(items: readonly unknown[]): Iterable<string> {
	let slice: string[] = [];
	let length = 0;
	for (const item of items) {
		const json = JSON.stringify(item);
		slice.push(json);
		length += json.length;
		if (length < SLICE) continue;
		yield `[${slice.join(',')}]`;
		slice = [];
		length = 0;
	}
	if (slice.length > 0) yield `[${slice.join(',')}]`;
}
