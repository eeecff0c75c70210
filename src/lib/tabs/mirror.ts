import { createActor } from 'xstate';
import type { Moment } from '../call/moments';
import type { WalkSnapshot } from '../call/walk-actor';
import { walkMachine } from '../call/walk-machine';
import type { Course } from '../lessons/course';
import type { Trace, TraceEntry } from '../trace';
import { whyNotNext } from '../trace/file';
import type { Message, MessageOf, Standing, Wish } from './messages';
import type { Refusal } from './tab-channel';

/** How often in a row everything is asked for: what a host says need not make sense. */
const MOST_ASKED = 3;

/** What a mirror needs of its tab. */
export interface MirrorSurroundings {
	trace: Trace;
	course: Course;
	moments: Moment[];
	post(message: Message): void;
	/** Whether the tab that is followed does not answer. */
	hostIsSilent(): boolean;
	/** The walk stands where `snapshot` says now. */
	stood(): void;
}

/** A walk that another tab runs, as this one follows it: its trace, and where it stands. */
export class Mirror {
	readonly #surroundings: MirrorSurroundings;
	/** Who is followed, and since when it is the host; null before one was heard, and once it is gone. */
	#following: { id: string; term: number } | null = null;
	#snapshot: WalkSnapshot;
	#isInStep = false;
	#isWhole = false;
	/** How often everything was asked for since all was known. */
	#asked = 0;
	/** What was wished here since the host has said something. */
	readonly #unanswered = new Set<Wish['type']>();

	constructor(surroundings: MirrorSurroundings) {
		this.#surroundings = surroundings;
		this.#snapshot = standingAtFirst(surroundings);
	}

	/** Where the walk stands, as its host said last. */
	get snapshot(): WalkSnapshot {
		return this.#snapshot;
	}

	/** The tab that runs the walk; null before it was heard, and once it is gone. */
	get host(): string | null {
		return this.#following?.id ?? null;
	}

	/** Whether trace and standing are all that a host has said. */
	get isInStep(): boolean {
		return this.#isInStep;
	}

	/**
	 * Whether trace and standing belong together, so that the walk can go on from there: all that a host had said
	 * once, though it was asked again, until it begins to say it anew.
	 */
	get isWhole(): boolean {
		return this.#isWhole;
	}

	/** Whether something was wished here, and the host has said nothing since. */
	get isUnanswered(): boolean {
		return this.#unanswered.size > 0;
	}

	/**
	 * Follows a host: where one is followed that is still here, only a later one. The clocks of two tabs
	 * need not agree after a computer has slept, so once that is gone its clock does not count.
	 */
	follow(id: string, term: number): void {
		if (this.#following && term <= this.#following.term) return;
		this.#following = { id, term };
		this.#askForAll(id);
	}

	/** A tab is gone: where it was the host, nobody is followed until another is heard. */
	gone(id: string): void {
		if (this.#following?.id === id) this.#following = null;
	}

	/** This tab ran the walk itself, and does no more: where it stood then is what is known of it. */
	keep(snapshot: WalkSnapshot): void {
		this.#following = null;
		this.#snapshot = snapshot;
		this.#isInStep = true;
		this.#isWhole = true;
		this.#unanswered.clear();
	}

	/**
	 * Asks the host for something. What the host's own machines alone may say is refused there. A move that
	 * is asked for again while one waits for a host that does not answer is done once.
	 */
	wish(wish: Wish): void {
		const { post, hostIsSilent } = this.#surroundings;
		const moves = wish.type === 'next' || wish.type === 'back';
		if (moves && this.#unanswered.has(wish.type) && hostIsSilent()) return;
		const { at, cursor } = this.#snapshot.context;
		this.#unanswered.add(wish.type);
		post({ type: 'wish', wish, seen: { at, cursor } });
	}

	/** Takes in what a tab says of the walk. @returns why it was left aside; null where it was not */
	hear(message: MessageOf<'entries' | 'standing'>, from: string): Refusal | null {
		// A tab that comes hears its host speak to others before it knows that it is the host.
		if (from !== this.host) return null;
		return message.type === 'entries' ? this.#adopt(message) : this.#stand(message, from);
	}

	#askForAll(host: string): void {
		this.#isInStep = false;
		this.#asked += 1;
		this.#surroundings.post({ type: 'sync', host });
	}

	#adopt({ to, entries }: MessageOf<'entries'>): Refusal | null {
		const { trace } = this.#surroundings;
		const first = (entries[0] as { seq?: unknown } | null | undefined)?.seq;
		if (to !== null && (first === 0 || entries.length === 0)) {
			trace.clear();
			this.#isWhole = false;
		}
		// What comes before the beginning was asked for is in the answer.
		if (Number.isInteger(first) && first !== trace.entries.length) return null;
		for (const entry of entries) {
			if (whyNotNext(entry, trace.entries) !== null) return 'malformed';
			trace.adopt([entry as TraceEntry]);
		}
		return null;
	}

	#stand({ to, length, standing }: MessageOf<'standing'>, host: string): Refusal | null {
		const { trace, stood } = this.#surroundings;
		if (length !== trace.entries.length) {
			// Something was missed: the tab was frozen, or its answer is still on the way; or that came, and did not fit.
			const isAnswer = to !== null && this.#asked < MOST_ASKED;
			if (this.#isInStep || isAnswer) this.#askForAll(host);
			return null;
		}
		const snapshot = snapshotOf(standing, this.#surroundings);
		if (snapshot === null) return 'malformed';
		this.#snapshot = snapshot;
		this.#isInStep = true;
		this.#isWhole = true;
		this.#asked = 0;
		this.#unanswered.clear();
		stood();
		return null;
	}
}

/** What every tab knows of a walk. */
type Known = Pick<MirrorSurroundings, 'course' | 'moments'>;

/** Where a walk stands that nobody has begun. */
function standingAtFirst({ course, moments }: Known): WalkSnapshot {
	const sources = { john: 'camera', jane: 'pattern' } as const;
	return createActor(walkMachine, {
		input: { course, moments, at: 0, sources, speed: 1 }
	}).getSnapshot();
}

/** Where a host says that the walk stands; null where this is no moment of it. */
function snapshotOf({ value, context }: Standing, { course, moments }: Known): WalkSnapshot | null {
	if (moments[context.at] === undefined) return null;
	return walkMachine.resolveState({ value, context: { ...context, course, moments } });
}
