import { momentsOf, type Moment } from '../call/moments';
import type { PeerStates, Walk } from '../call/walk';
import type { WalkSnapshot } from '../call/walk-actor';
import { walkMachine } from '../call/walk-machine';
import type { WalkEvent, WalkInput } from '../call/walk-types';
import { Cameras } from '../rtc/camera';
import { LivePeers } from '../rtc/live';
import { monotonicEpoch, PEER_NAMES, Trace, type PeerName, type TraceEntry } from '../trace';
import { whyNotNext } from '../trace/file';
import { Company, type SeatView } from './company';
import { Host } from './host';
import { HOST_LOCK, seatLock, TabLocks, type Release } from './locks';
import type { Doing, Message, MessageOf, Screen, Standing, Wish } from './messages';
import { PeerMachines } from './peer-machines';
import { Seat, type FromSeat, type ToSeat } from './seat';
import { TabChannel, type Refused } from './tab-channel';

/** What a tab wants of a room. */
export interface SharedWalkInput {
	/** Tabs of one room share a walk; those of different rooms do not hear each other. */
	room: string;
	/** The version of the site. */
	site: string;
	/** The seats that this tab wants; none to watch only. */
	seats: readonly PeerName[];
	/** The deck that the moments are of: tabs with different decks cannot follow each other. */
	deck: string;
	moments: Moment[];
	/** Where the walk begins if this tab is the one to begin it. */
	opening(): Promise<WalkInput>;
	/** Does in this tab, which runs the walk, what somebody in another wishes. */
	wished(wish: Wish): void;
}

/** What a tab is in its room. */
export type Role = 'joining' | 'host' | 'guest' | 'spectator';

/** A room as one of its tabs knows it. */
export interface RoomView {
	room: string;
	/** What this tab is. */
	role: Role;
	/** The seats that this tab holds. */
	own: readonly PeerName[];
	seats: Record<PeerName, SeatView>;
	/** How many other tabs only watch. */
	spectators: number;
	/** The seat of the tab that has not answered yet what was pressed here; null where none is waited for. */
	waitsFor: PeerName | null;
	/** Whether a tab with another version of the site is here: the two do not understand each other. */
	meetsOtherVersion: boolean;
	/** The deck that a host shows where it is not this tab's; null for none. */
	otherDeck: string | null;
	/** What is on the screen beside the walk, the same in every tab. */
	screen: Screen;
	/** What came through the channels and was left aside. */
	refused: Refused & { signaling: number };
}

/** Milliseconds that a seat is waited for: a page that was reloaded meets the lock of its former self. */
const PATIENCE = 1000;

/**
 * Whether tabs can share a walk here: Web Locks are there in secure contexts alone, on `https` and on
 * `localhost`.
 */
export function canShare(): boolean {
	return isSecureContext && 'locks' in navigator && 'BroadcastChannel' in globalThis;
}

/** A walk that several tabs share: one of them runs it, each seat has its own real peer, all see all. */
export class SharedWalk implements Walk {
	readonly trace = new Trace();
	readonly live = new LivePeers();
	readonly #input: SharedWalkInput;
	readonly #locks: TabLocks;
	readonly #channel: TabChannel;
	readonly #company = new Company();
	readonly #machines: PeerMachines;
	readonly #cameras = new Cameras();
	readonly #seats = new Map<PeerName, Seat>();
	readonly #releases: Release[] = [];
	readonly #listeners = new Set<() => void>();
	readonly #end = new AbortController();
	#host: Host | null = null;
	/** The host that is followed: nobody before one was heard. */
	#following: { id: string; term: number } | null = null;
	#followed: WalkSnapshot;
	/** Whether `#followed` is what a host said. */
	#isInStep = false;
	#hasJoined = false;
	#wantsToHost = false;
	#isAway = false;
	/** Something was pressed here, and the host has said nothing since. */
	#isUnanswered = false;
	/** What the others were told last that this tab is doing. */
	#said: Doing | null = null;
	#otherVersion = false;
	#otherDeck: string | null = null;
	#screen: Screen = { isBlack: false, isMasked: false, isRecorded: false };

	constructor(input: SharedWalkInput) {
		this.#input = input;
		this.#locks = new TabLocks(input.room);
		this.#machines = new PeerMachines(this.trace);
		this.#followed = standingAtFirst(input.moments);
		this.#channel = new TabChannel(input.room, input.site, this.#locks, {
			message: (message, from) => this.#hear(message, from),
			gone: (id) => this.#hearGone(id),
			otherVersion: () => {
				this.#otherVersion = true;
				this.#changed();
			},
			refused: () => this.#changed()
		});
		this.trace.subscribe(() => this.#changed());
		this.live.subscribe(() => this.#changed());
	}

	get snapshot(): WalkSnapshot {
		return this.#host?.actor.getSnapshot() ?? this.#followed;
	}

	/** Whether there is a walk that can be told something: here, or in a tab that is followed. */
	get ready(): boolean {
		return this.#host !== null || (this.#isInStep && Boolean(this.#following?.id));
	}

	machineOf(peer: PeerName): PeerStates | null {
		return this.#machines.statesOf(peer);
	}

	/** What there is to know of the room at this moment. */
	get view(): RoomView {
		const signaling = [...this.#seats.values()].reduce((sum, seat) => sum + seat.refused, 0);
		return {
			room: this.#input.room,
			role: this.#role,
			own: this.#own,
			seats: { john: this.#seatOf('john'), jane: this.#seatOf('jane') },
			spectators: this.#company.spectators,
			waitsFor: (this.#isUnanswered && this.#company.seatsOf(this.#following?.id ?? '')[0]) || null,
			meetsOtherVersion: this.#otherVersion,
			otherDeck: this.#otherDeck,
			screen: this.#screen,
			refused: { ...this.#channel.refused, signaling }
		};
	}

	get #role(): Role {
		if (!this.#hasJoined) return 'joining';
		if (this.#host) return 'host';
		return this.#seats.size > 0 ? 'guest' : 'spectator';
	}

	get #own(): readonly PeerName[] {
		return PEER_NAMES.filter((peer) => this.#seats.has(peer));
	}

	#seatOf(peer: PeerName): SeatView {
		if (this.#seats.has(peer)) return { by: 'this', doing: this.#doing };
		const doing = this.#company.doingAt(peer);
		return { by: doing === null ? 'nobody' : 'other', doing };
	}

	/** Changes what is on the screen, in every tab. */
	show(change: Partial<Screen>): void {
		this.#screen = { ...this.#screen, ...change };
		this.#channel.post({ type: 'screen', screen: this.#screen });
		this.#changed();
	}

	send(event: WalkEvent): void {
		if (this.#host) return this.#host.send(event);
		const { at, cursor } = this.#followed.context;
		this.#isUnanswered = true;
		// What the machines of the host alone may say is no wish, and is refused where it arrives.
		this.#channel.post({ type: 'wish', wish: event as Wish, seen: { at, cursor } });
	}

	/** Asks whoever runs the walk for a recorded call in place of the peers, or for fresh peers again. */
	wishRecorded(isOn: boolean): void {
		const { at, cursor } = this.snapshot.context;
		this.#channel.post({ type: 'wish', wish: { type: 'recorded', isOn }, seen: { at, cursor } });
	}

	/** Only the tab that runs the walk can; in another it does nothing. */
	playRecording(recording: readonly TraceEntry[] | null): void {
		if (!this.#host) return;
		this.#host.playRecording(recording);
		this.show({ isRecorded: recording !== null });
	}

	subscribe(listener: () => void): () => void {
		this.#listeners.add(listener);
		return () => this.#listeners.delete(listener);
	}

	begin(): void {
		void this.#join();
	}

	/** Sits down in seats that are free. Who sits somewhere takes part, and may become the host. */
	async takeSeats(peers: readonly PeerName[]): Promise<void> {
		for (const peer of peers) {
			if (this.#seats.has(peer)) continue;
			const release = await this.#locks.holdIfFree(seatLock(peer), PATIENCE);
			if (this.#end.signal.aborted) return release?.();
			if (release === null) continue;
			this.#releases.push(release);
			this.#seats.set(
				peer,
				new Seat(peer, {
					room: this.#input.room,
					cameras: this.#cameras,
					live: this.live,
					tell: (message) => this.#tellHost(message)
				})
			);
			this.#host?.seatTaken(peer);
		}
		this.#sayHere(false);
		this.#changed();
		if (this.#seats.size > 0) void this.#becomeHostInTurn();
	}

	end(): void {
		this.#end.abort();
		document.removeEventListener('visibilitychange', this.#look);
		removeEventListener('pagehide', this.#leave);
		this.#host?.end();
		for (const seat of this.#seats.values()) seat.close();
		this.#machines.end();
		this.#cameras.release();
		for (const release of this.#releases) release();
		this.#channel.close();
	}

	async #join(): Promise<void> {
		await this.#channel.open();
		if (this.#end.signal.aborted) return;
		document.addEventListener('visibilitychange', this.#look);
		addEventListener('pagehide', this.#leave);
		this.#isAway = document.hidden;
		this.#sayHere(true);
		await this.takeSeats(this.#input.seats);
		this.#hasJoined = true;
		this.#changed();
	}

	/** A page that is only hidden still runs; the others are told. */
	readonly #look = () => {
		this.#isAway = document.hidden;
		this.#sayWhatChanged();
	};

	/** A page that is put aside keeps its locks and answers nothing: better that it comes back anew. */
	readonly #leave = (event: PageTransitionEvent) => {
		this.end();
		if (event.persisted) addEventListener('pageshow', () => location.reload(), { once: true });
	};

	get #doing(): Doing {
		if ([...this.#seats.values()].some((seat) => seat.isWorking)) return 'working';
		return this.#isAway ? 'away' : 'reading';
	}

	#sayHere(ask: boolean): void {
		const hosting = this.#host?.term ?? null;
		this.#said = this.#doing;
		this.#channel.post({
			type: 'here',
			seats: [...this.#own],
			doing: this.#said,
			hosting,
			deck: this.#input.deck,
			ask
		});
	}

	#sayWhatChanged(): void {
		if (this.#doing !== this.#said) this.#sayHere(false);
	}

	#changed(): void {
		for (const listener of this.#listeners) listener();
	}

	// Hosting.

	async #becomeHostInTurn(): Promise<void> {
		if (this.#wantsToHost) return;
		this.#wantsToHost = true;
		try {
			this.#releases.push(await this.#locks.hold(HOST_LOCK, this.#end.signal));
		} catch {
			return;
		}
		await this.#becomeHost();
	}

	async #becomeHost(): Promise<void> {
		const goesOn = this.#isInStep && this.trace.attempt > 0;
		if (!goesOn) this.trace.clear();
		// The former host is no more, though that may not have been heard yet.
		if (this.#following) this.#company.gone(this.#following.id);
		const opening = await this.#input.opening();
		if (this.#end.signal.aborted) return;
		const taken = [...this.#own, ...this.#company.seats];
		const absent = PEER_NAMES.filter((peer) => !taken.includes(peer));
		const input = { ...opening, absent };
		const { value, context } = this.#followed;
		const beginning = goesOn
			? { input, snapshot: walkMachine.resolveState({ value, context: { ...context, absent } }) }
			: { input };
		this.#following = null;
		this.#host = new Host(monotonicEpoch(), beginning, taken, {
			trace: this.trace,
			post: (message) => this.#channel.post(message),
			tellSeat: (message) => this.#tellSeat(message),
			settled: () => this.#cameras.releaseUnused(),
			wished: (wish) => this.#input.wished(wish)
		});
		this.#host.actor.subscribe(() => this.#changed());
		this.#sayHere(true);
		this.#host.begin(goesOn);
		this.#changed();
	}

	#tellSeat(message: ToSeat): void {
		const own = this.#seats.get(message.peer);
		if (!own) return this.#channel.post(message);
		own.hear(message);
		this.#sayWhatChanged();
	}

	#tellHost(message: FromSeat): void {
		if (this.#host) this.#host.hear(message);
		else this.#channel.post(message);
		this.#sayWhatChanged();
	}

	// Hearing.

	#hear(message: Message, from: string): void {
		switch (message.type) {
			case 'here':
				return this.#hearHere(message, from);
			case 'sync':
				if (message.host !== this.#channel.id || !this.#host) return;
				this.#host.sync(from);
				return this.#channel.post({ type: 'screen', screen: this.#screen });
			case 'screen':
				this.#screen = message.screen;
				return this.#changed();
			case 'entries':
			case 'standing':
				if (message.to !== null && message.to !== this.#channel.id) return;
				if (this.#following?.id !== from) return;
				return message.type === 'entries' ? this.#adopt(message) : this.#stand(message);
			case 'wish':
				return this.#host?.wish(message);
			case 'fresh':
			case 'perform':
			case 'end':
				if (this.#seats.has(message.peer)) this.#tellSeat(message);
				return;
			case 'record':
			case 'outcome':
				this.#host?.hear(message);
		}
	}

	#hearHere(message: MessageOf<'here'>, from: string): void {
		const before = this.#company.seats;
		if (this.#company.heard(from, message)) this.#changed();
		for (const peer of this.#company.seats) {
			if (!before.includes(peer) && !this.#seats.has(peer)) this.#host?.seatTaken(peer);
		}
		if (message.hosting !== null) {
			this.#otherDeck = message.deck === this.#input.deck ? null : message.deck;
			if (this.#otherDeck === null) this.#followIfLater(from, message.hosting);
			else this.#changed();
		}
		if (message.ask) this.#sayHere(false);
	}

	#hearGone(id: string): void {
		const before = this.#company.seats;
		this.#company.gone(id);
		for (const peer of before) {
			if (!this.#company.seats.includes(peer) && !this.#seats.has(peer)) {
				this.#host?.seatLeft(peer);
			}
		}
		if (this.#following?.id === id) this.#following = { id: '', term: this.#following.term };
		this.#changed();
	}

	// Following.

	/** Follows a host that is later than the one that was followed. */
	#followIfLater(id: string, term: number): void {
		if (this.#host || term <= (this.#following?.term ?? 0)) return;
		this.#following = { id, term };
		this.#askForAll();
	}

	#askForAll(): void {
		this.#isInStep = false;
		this.#channel.post({ type: 'sync', host: this.#following!.id });
	}

	#adopt({ to, entries }: MessageOf<'entries'>): void {
		const first = (entries[0] as { seq?: unknown } | undefined)?.seq;
		if (to !== null && (first === 0 || first === undefined)) this.trace.clear();
		// What comes before the beginning was asked for is in the answer.
		if (first !== this.trace.entries.length) return;
		for (const entry of entries) {
			if (whyNotNext(entry, this.trace.entries) !== null) return;
			this.trace.adopt([entry as never]);
		}
	}

	#stand({ length, standing }: MessageOf<'standing'>): void {
		if (length !== this.trace.entries.length) {
			// Something was missed: the tab was frozen, or its answer is still on the way.
			if (this.#isInStep) this.#askForAll();
			return;
		}
		const snapshot = snapshotOf(standing, this.#input.moments);
		if (snapshot === null) return;
		this.#followed = snapshot;
		this.#isInStep = true;
		this.#isUnanswered = false;
		if (snapshot.matches({ call: { attempt: 'reading' } })) this.#cameras.releaseUnused();
		this.#changed();
	}
}

/** Where a walk stands that nobody has begun. */
function standingAtFirst(moments: Moment[]): WalkSnapshot {
	return walkMachine.resolveState({
		value: { call: 'idle', pace: 'paused' },
		context: {
			moments: moments.length > 0 ? moments : momentsOf([]),
			at: 0,
			done: 0,
			goal: 0,
			then: 'stay',
			reason: 'start',
			waiting: [],
			stale: null,
			error: null,
			sources: { john: 'camera', jane: 'pattern' },
			speed: 1,
			absent: [],
			cursor: null
		}
	});
}

/** Where a host says that the walk stands; null where this is no moment of it. */
function snapshotOf({ value, context }: Standing, moments: Moment[]): WalkSnapshot | null {
	if (moments[context.at] === undefined) return null;
	return walkMachine.resolveState({ value, context: { ...context, moments } });
}
