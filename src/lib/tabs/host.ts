import type { Actor } from 'xstate';
import type { Connection, Tell } from '../call/connection';
import type { PeerCommand } from '../call/events';
import { RecordedCall } from '../call/recorded-call';
import { createWalkActor, type WalkBeginning, type WalkSnapshot } from '../call/walk-actor';
import type { walkMachine } from '../call/walk-machine';
import type { WalkContext, WalkEvent } from '../call/walk-types';
import { PEER_NAMES, type NewEntry, type PeerName, type Trace, type TraceEntry } from '../trace';
import { whyNotNext } from '../trace/file';
import type { Message, MessageOf, Standing, Wish } from './messages';
import { HeldPress } from './held-press';
import { Presses, type Position } from './presses';
import type { FromSeat, ToSeat } from './seat';
import type { Refusal } from './tab-channel';

/** Entries that cross in one message. */
const MOST_ENTRIES = 200;

/** Where a host begins, and with what. */
export type HostBeginning = WalkBeginning & {
	/** Whose seats are taken. */
	taken: readonly PeerName[];
	/** Entries of a recorded call in place of those who sit; null for real peers. */
	recording: readonly TraceEntry[] | null;
};

/** What a host needs of its tab. */
export interface HostSurroundings {
	trace: Trace;
	/** Tells all other tabs. */
	post(message: Message): void;
	/** Tells whoever sits in a seat, who may be in this very tab. */
	tellSeat(message: ToSeat): void;
	/** The call has come to rest. */
	settled(): void;
	/** Does what somebody in another tab wishes. */
	wished(wish: Wish): void;
}

/** A peer of the present attempt, wherever it sits. */
interface Link {
	attempt: number;
	/** Whether its seat was told to make it. */
	isMade: boolean;
	/** The step that it was asked for. */
	pending: PeerCommand | null;
	tell: Tell;
	/** Which entry of the trace each of its numbered entries became. */
	entries: Map<number, number>;
}

/**
 * The tab that runs the walk: the only one in which it is decided what happens next, and the one that
 * gives everything that is recorded its place in the order. The others follow.
 */
export class Host {
	/** Since when this tab is the host, in ms: a later host is the right one. */
	readonly term: number;
	readonly actor: Actor<typeof walkMachine>;
	readonly #surroundings: HostSurroundings;
	readonly #links = new Map<PeerName, Link>();
	readonly #taken: Set<PeerName>;
	readonly #presses = new Presses();
	readonly #held = new HeldPress();
	#key = '';
	#news: TraceEntry[] = [];
	#standing: WalkSnapshot | null = null;
	#isTelling = false;
	#recorded: RecordedCall | null;
	#unsubscribe = () => {};

	constructor(
		term: number,
		{ taken, recording, ...beginning }: HostBeginning,
		surroundings: HostSurroundings
	) {
		this.term = term;
		this.#taken = new Set(taken);
		this.#recorded = recording && new RecordedCall(recording, surroundings.trace);
		this.#surroundings = surroundings;
		this.actor = createWalkActor(beginning, {
			trace: surroundings.trace,
			open: (peer, tell) => this.#recorded?.open(peer, tell) ?? this.#open(peer, tell),
			fresh: () => {
				this.#key = crypto.randomUUID();
			},
			settled: () => surroundings.settled()
		});
	}

	/** Runs the walk: from its beginning, or from where another host left it. */
	begin(goesOn: boolean): void {
		const { trace } = this.#surroundings;
		const untrace = trace.subscribe((entry) => {
			this.#news.push(entry);
			this.#tellSoon();
		});
		const { unsubscribe } = this.actor.subscribe((snapshot) => {
			this.#standing = snapshot;
			this.#tellSoon();
			this.#held.follow(snapshot);
		});
		this.#unsubscribe = () => {
			untrace();
			unsubscribe();
		};
		this.actor.start();
		this.actor.send({ type: goesOn ? 'peers.gone' : 'begin' });
		// The peers went with the former host. Where everybody is here again already, they are made anew.
		const [peer] = this.#taken;
		if (goesOn && PEER_NAMES.every((name) => this.#taken.has(name))) {
			this.actor.send({ type: 'seat.taken', peer: peer! });
		}
		this.#standing = this.actor.getSnapshot();
		this.#tellSoon();
	}

	/** Has done what a tab wishes, unless the walk has gone on since it saw it; answers in any case. */
	wish(message: MessageOf<'wish'>, from: string): void {
		const { wish, seen } = message;
		const snapshot = this.actor.getSnapshot();
		this.#standing = snapshot;
		this.#tellSoon();
		const present = this.#position;
		const isMeant = this.#presses.mean(from, seen, present);
		if (wish.type === 'next' || wish.type === 'back') {
			if (!isMeant || this.#held.holds(snapshot, wish, () => this.wish(message, from))) return;
		}
		this.#surroundings.wished(wish);
		if (isMeant) this.#presses.led(from, seen, present, this.#position);
	}

	get #position(): Position {
		const { at, cursor } = this.actor.getSnapshot().context;
		return { at, cursor };
	}

	send(event: WalkEvent): void {
		this.actor.send(event);
	}

	/** Goes on with a recorded call in place of those who sit, or with them again. @see Walk */
	playRecording(recording: readonly TraceEntry[] | null): void {
		this.#recorded = recording && new RecordedCall(recording, this.#surroundings.trace);
		this.actor.send({ type: 'recording.choose', isOn: recording !== null });
	}

	/** A seat was taken: by a tab that comes, or that comes back. Whoever sat there before is gone. */
	seatTaken(peer: PeerName): void {
		if (this.#taken.has(peer)) this.seatLeft(peer);
		this.#taken.add(peer);
		this.actor.send({ type: 'seat.taken', peer });
		this.#make(peer);
	}

	seatLeft(peer: PeerName): void {
		this.#taken.delete(peer);
		const link = this.#links.get(peer);
		if (link) link.isMade = false;
		this.actor.send({ type: 'seat.left', peer });
	}

	/** Takes in what a seat reports. @returns why it was left aside; null where it was not */
	hear(message: FromSeat): Refusal | null {
		const link = this.#links.get(message.peer);
		if (!link || link.attempt !== message.attempt) return 'old';
		return message.type === 'record' ? this.#record(link, message) : this.#settle(link, message);
	}

	/** Tells a tab everything from the beginning. */
	sync(to: string): void {
		this.#tellNow();
		const { trace, post } = this.#surroundings;
		let at = 0;
		do {
			const entries = trace.entries.slice(at, at + MOST_ENTRIES);
			post({ type: 'entries', term: this.term, to, entries });
			at += MOST_ENTRIES;
		} while (at < trace.entries.length);
		this.#postStanding(to, this.actor.getSnapshot());
	}

	/** Stops the walk. Its peers stay with those who hold their seats, as if this tab had crashed. */
	end(): void {
		this.#unsubscribe();
		for (const link of this.#links.values()) link.isMade = false;
		this.actor.stop();
	}

	#open(peer: PeerName, tell: Tell): Connection {
		const link: Link = {
			attempt: this.#surroundings.trace.attempt,
			isMade: false,
			pending: null,
			tell,
			entries: new Map()
		};
		this.#links.set(peer, link);
		this.#make(peer);
		return {
			perform: (command) => {
				link.pending = command;
				if (link.isMade) this.#ask(peer, link);
			},
			replaceSource: () => {
				if (!link.isMade) return;
				const { term } = this;
				this.#surroundings.tellSeat({ type: 'replace', term, peer, attempt: link.attempt });
			},
			close: () => {
				if (link.isMade) {
					const { term } = this;
					this.#surroundings.tellSeat({ type: 'end', term, peer, attempt: link.attempt });
				}
				if (this.#links.get(peer) === link) this.#links.delete(peer);
			}
		};
	}

	/** Has a seat make its peer as soon as somebody sits there, and perform what waits for it. */
	#make(peer: PeerName): void {
		const link = this.#links.get(peer);
		if (!link || link.isMade || !this.#taken.has(peer)) return;
		link.isMade = true;
		const { attempt } = link;
		const { term } = this;
		this.#surroundings.tellSeat({ type: 'fresh', term, peer, attempt, key: this.#key });
		if (link.pending) this.#ask(peer, link);
	}

	#ask(peer: PeerName, { attempt, pending }: Link): void {
		const { step, source, deed } = pending!;
		const { term } = this;
		const what = { step, source, ...(deed && { deed }) };
		this.#surroundings.tellSeat({ type: 'perform', term, peer, attempt, ...what });
	}

	#record(link: Link, { peer, number, at, entry }: MessageOf<'record'>): Refusal | null {
		const { trace } = this.#surroundings;
		const { call, data, ...rest } = entry;
		const settled = call === undefined ? undefined : link.entries.get(call);
		const whole = {
			...rest,
			peer,
			...(settled !== undefined && { call: settled }),
			...(data !== undefined && { data })
		} as NewEntry;
		const next = { seq: trace.entries.length, at, attempt: trace.attempt, ...whole };
		if (whyNotNext(next, trace.entries) !== null) return 'malformed';
		link.entries.set(number, trace.record(whole, at));
		return null;
	}

	#settle(link: Link, { step, error }: MessageOf<'outcome'>): Refusal | null {
		if (link.pending?.step !== step) return 'old';
		link.pending = null;
		link.tell(error ? { type: 'step.failed', error } : { type: 'step.performed' });
		return null;
	}

	/** News cross together, once for all that happens in one turn. */
	#tellSoon(): void {
		if (this.#isTelling) return;
		this.#isTelling = true;
		queueMicrotask(() => this.#tellNow());
	}

	#tellNow(): void {
		this.#isTelling = false;
		const { post } = this.#surroundings;
		const news = this.#news.splice(0);
		for (let at = 0; at < news.length; at += MOST_ENTRIES) {
			const entries = news.slice(at, at + MOST_ENTRIES);
			post({ type: 'entries', term: this.term, to: null, entries });
		}
		if (this.#standing) this.#postStanding(null, this.#standing);
		this.#standing = null;
	}

	#postStanding(to: string | null, { value, context }: WalkSnapshot): void {
		this.#surroundings.post({
			type: 'standing',
			term: this.term,
			to,
			length: this.#surroundings.trace.entries.length,
			standing: { value: value as Standing['value'], context: withoutCourse(context) }
		});
	}
}

/** Course and moments are the same in every tab, and much to say each time. */
function withoutCourse(context: WalkContext): Standing['context'] {
	const rest: Partial<WalkContext> = { ...context };
	delete rest.moments;
	delete rest.course;
	return rest as Standing['context'];
}
