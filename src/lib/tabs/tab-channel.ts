import type { Line } from '../signaling/line';
import type { Carrier } from './carrier';
import { tabLock, type Release } from './locks';
import { addresseeOf, parseEnvelope, parseMessage, type Envelope, type Message } from './messages';

/** How much came through the channel and was left aside, by what was wrong with it. */
export interface Refused {
	/** Not a message, or not one of any kind that is known. */
	malformed: number;
	/** Sent by nobody who is here. */
	unknown: number;
	/** Heard before, or too late: sent again, or about peers that are no more. */
	old: number;
	/** Sent by another version of the site. */
	version: number;
}

/** What was wrong with something. */
export type Refusal = keyof Refused;

/** What a tab does with what it hears. */
export interface Hearing {
	/** @returns why it was left aside; null where it was not */
	message(message: Message, from: string): Refusal | null;
	/** A tab that was heard is no more. */
	gone(id: string): void;
	/** A tab that has another version of the site has said something. */
	otherVersion(from: string, site: string): void;
	/** Something was left aside. */
	refused(): void;
	/** The carrier could make nothing of what came, and nobody was heard yet. */
	stranger(): void;
	/** What carries the room is away: nothing is said or heard. */
	away(): void;
	/** Whoever was heard is gone, and comes again: what was said meanwhile may be lost. */
	interrupted(): void;
}

interface Sender {
	/**
	 * The numbers of what was heard last, said to all and said to one: what carries them need not keep the order between the
	 * two. null while it is not known whether the sender is here.
	 */
	last: { all: number; one: number } | null;
	/** What it said meanwhile. */
	waiting: Envelope[];
	/** Ends waiting for its going. */
	watched: AbortController;
}

/** How much is kept of senders of whom it is not known yet whether they are here. */
const MOST_WAITING = 2000;

/**
 * How much has to come that nothing can be made of, and nothing else, before somebody is believed to speak with another
 * key. A stray message is one; whoever comes into a room says more than three things.
 */
const STRANGE = 3;
/** How often such a one is answered: it may just be coming in, and is to hear enough that it cannot open either. */
const MOST_ANSWERS = 12;

/**
 * What the tabs of one room say to each other, over a line of their carrier, as text. Nothing
 * is trusted: a message counts only where its shape is right, where its sender is really here – which
 * the carrier says, by the lock that every tab holds – and where it was not heard before.
 */
export class TabChannel {
	/** This tab. */
	readonly id = crypto.randomUUID();
	readonly refused: Refused = { malformed: 0, unknown: 0, old: 0, version: 0 };
	readonly #site: string;
	readonly #carrier: Carrier;
	readonly #hearing: Hearing;
	readonly #senders = new Map<string, Sender>();
	readonly #end = new AbortController();
	#line: Line | undefined;
	#release: Release | undefined;
	readonly #numbers = { all: 0, one: 0 };
	#waiting = 0;
	#isLooking = false;
	#isAway = false;
	/** How much came that the carrier could make nothing of, while nobody was heard; null once somebody was. */
	#strange: number | null = 0;

	constructor(carrier: Carrier, site: string, hearing: Hearing) {
		this.#carrier = carrier;
		this.#site = site;
		this.#hearing = hearing;
	}

	/** Whether what carries the room is away, so that nobody hears this tab, nor this tab anybody. */
	get isAway(): boolean {
		return this.#isAway;
	}

	/**
	 * Whether somebody speaks here who cannot be understood, and nobody who can: as where the key is that of another
	 * room. A call that works is not troubled by what strangers send.
	 */
	get hearsStrangers(): boolean {
		return (this.#strange ?? 0) >= STRANGE;
	}

	/** Takes part from now on. */
	async open(): Promise<void> {
		const release = await this.#carrier.locks.hold(tabLock(this.id));
		if (this.#end.signal.aborted) return release();
		this.#release = release;
		this.#line = this.#carrier.line('', {
			text: (text) => this.#hear(text),
			refused: () => this.#meetsStranger(),
			away: () => {
				this.#isAway = true;
				this.#hearing.away();
			},
			interrupted: () => this.#interrupted()
		});
	}

	/**
	 * Says something to all other tabs of the room.
	 * @param to the tab that it is said for; the others may be spared it
	 */
	post(message: Message, to = addresseeOf(message)): void {
		const number = (this.#numbers[to === null ? 'all' : 'one'] += 1);
		const envelope: Envelope = {
			parley: 1,
			site: this.#site,
			from: this.id,
			number,
			...(to !== null && { to }),
			message
		};
		this.#line?.post(JSON.stringify(envelope), to === null ? undefined : tabLock(to));
	}

	close(): void {
		this.#end.abort();
		this.#line?.close();
		this.#line = undefined;
		this.#release?.();
	}

	#refuse(why: Refusal, count = 1): void {
		this.refused[why] += count;
		this.#hearing.refused();
	}

	#meetsStranger(): void {
		if (this.#strange !== null) {
			this.#strange += 1;
			// Whoever has the other key learns of it only by what it hears.
			if (this.#strange <= MOST_ANSWERS) this.#hearing.stranger();
		}
		this.#refuse('malformed');
	}

	#hear(text: string): void {
		const envelope = parseEnvelope(text);
		if (envelope === null || envelope.from === this.id) return this.#refuse('malformed');
		const sender = this.#senders.get(envelope.from);
		if (sender && sender.last !== null) return this.#take(sender, envelope);
		if (this.#waiting >= MOST_WAITING) return this.#refuse('unknown');
		this.#waiting += 1;
		if (sender) sender.waiting.push(envelope);
		else this.#await(envelope);
		void this.#lookWhoIsHere();
	}

	#await(envelope: Envelope): void {
		const watched = new AbortController();
		this.#senders.set(envelope.from, { last: null, waiting: [envelope], watched });
	}

	/** Nobody who was heard is believed to be here before he is heard again. */
	#interrupted(): void {
		const known = [...this.#senders].filter(([, { last }]) => last !== null);
		for (const [id, { watched }] of known) {
			watched.abort();
			this.#senders.delete(id);
			this.#hearing.gone(id);
		}
		this.#isAway = false;
		// What was said before the carrier was lost, and comes late, is no stranger's.
		if (this.#strange !== null) this.#strange = 0;
		this.#hearing.interrupted();
	}

	#take(sender: Sender, envelope: Envelope): void {
		const way = envelope.to === undefined ? 'all' : 'one';
		if (envelope.number <= sender.last![way]) return this.#refuse('old');
		sender.last![way] = envelope.number;
		this.#strange = null;
		if (envelope.site !== this.#site) {
			this.#refuse('version');
			return this.#hearing.otherVersion(envelope.from, envelope.site);
		}
		const message = parseMessage(envelope.message);
		if (message === null) return this.#refuse('malformed');
		const refusal = this.#hearing.message(message, envelope.from);
		if (refusal !== null) this.#refuse(refusal);
	}

	/** Asks the browser which of the unknown senders are here. One question at a time. */
	async #lookWhoIsHere(): Promise<void> {
		if (this.#isLooking) return;
		this.#isLooking = true;
		const asked = [...this.#senders].filter(([, { last }]) => last === null);
		// Where the browser does not tell any more, nobody who is not known yet can be believed.
		const held = await this.#carrier.locks.held().catch(() => new Set<string>());
		this.#isLooking = false;
		if (this.#end.signal.aborted) return;
		for (const [id, sender] of asked) {
			this.#waiting -= sender.waiting.length;
			if (!held.has(tabLock(id))) {
				this.#senders.delete(id);
				this.#refuse('unknown', sender.waiting.length);
				continue;
			}
			sender.last = { all: 0, one: 0 };
			this.#watch(id, sender);
			for (const envelope of sender.waiting.splice(0)) this.#take(sender, envelope);
		}
		if ([...this.#senders.values()].some(({ last }) => last === null)) void this.#lookWhoIsHere();
	}

	#watch(id: string, { watched }: Sender): void {
		const signal = AbortSignal.any([watched.signal, this.#end.signal]);
		void this.#carrier.locks.whenFree(tabLock(id), signal).then(() => {
			this.#senders.delete(id);
			this.#hearing.gone(id);
		});
	}
}
