import type { PeerStates, Walk } from '../call/walk';
import type { WalkSnapshot } from '../call/walk-actor';
import { walkMachine } from '../call/walk-machine';
import type { WalkEvent } from '../call/walk-types';
import { Cameras } from '../rtc/camera';
import { LivePeers } from '../rtc/live';
import { monotonicEpoch, PEER_NAMES, Trace, type PeerName, type TraceEntry } from '../trace';
import { Company, type SeatView } from './company';
import { Host } from './host';
import { HOST_LOCK, TabLocks, type Release } from './locks';
import type { Message, MessageOf, Screen, ScreenChange, Wish } from './messages';
import { Mirror } from './mirror';
import { OwnSeats } from './own-seats';
import { PeerMachines } from './peer-machines';
import { Presence } from './presence';
import type { Role, RoomView, RoomWishes } from './room';
import type { FromSeat, ToSeat } from './seat';
import { TabChannel, type Refusal } from './tab-channel';

/** A walk that several tabs share: one of them runs it, each seat has its own real peer, all see all. */
export class SharedWalk implements Walk {
	readonly trace = new Trace();
	readonly live = new LivePeers();
	readonly #wishes: RoomWishes;
	readonly #locks: TabLocks;
	readonly #channel: TabChannel;
	readonly #company = new Company();
	readonly #machines: PeerMachines;
	readonly #cameras = new Cameras();
	readonly #seats: OwnSeats;
	readonly #mirror: Mirror;
	readonly #presence = new Presence(
		() => this.#seats.areWorking,
		() => this.#sayHere(false)
	);
	readonly #listeners = new Set<() => void>();
	readonly #end = new AbortController();
	#host: Host | null = null;
	#releaseHosting: Release | undefined;
	#hasJoined = false;
	#wantsToHost = false;
	#otherVersion = false;
	#otherDeck: string | null = null;
	#screen: Screen;

	constructor(wishes: RoomWishes) {
		const { room, site, moments, screen } = wishes;
		this.#wishes = wishes;
		this.#screen = screen;
		this.#locks = new TabLocks(room);
		this.#machines = new PeerMachines(this.trace);
		this.#seats = new OwnSeats(this.#locks, {
			room,
			cameras: this.#cameras,
			live: this.live,
			tell: (message) => this.#tellHost(message)
		});
		this.#mirror = new Mirror({
			trace: this.trace,
			moments,
			post: (message) => this.#channel.post(message),
			stood: () => this.#stood()
		});
		this.#channel = new TabChannel(room, site, this.#locks, {
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
		return this.#host?.actor.getSnapshot() ?? this.#mirror.snapshot;
	}

	/** Whether there is a walk that can be told something: here, or in a tab that is followed. */
	get ready(): boolean {
		return this.#host !== null || (this.#mirror.isInStep && this.#mirror.host !== null);
	}

	machineOf(peer: PeerName): PeerStates | null {
		return this.#machines.statesOf(peer);
	}

	/** What there is to know of the room at this moment. */
	get view(): RoomView {
		const { host, isUnanswered } = this.#mirror;
		const [hostSeat] = host === null ? [] : this.#company.seatsOf(host);
		return {
			room: this.#wishes.room,
			role: this.#role,
			own: this.#seats.peers,
			seats: { john: this.#seatOf('john'), jane: this.#seatOf('jane') },
			spectators: this.#company.spectators,
			waitsFor: (isUnanswered && hostSeat) || null,
			meetsOtherVersion: this.#otherVersion,
			otherDeck: this.#otherDeck,
			screen: this.#screen,
			refused: { ...this.#channel.refused, signaling: this.#seats.refused }
		};
	}

	get #role(): Role {
		if (!this.#hasJoined) return 'joining';
		if (this.#host) return 'host';
		return this.#seats.peers.length > 0 ? 'guest' : 'spectator';
	}

	#seatOf(peer: PeerName): SeatView {
		if (this.#seats.has(peer)) return { by: 'this', doing: this.#presence.doing };
		const doing = this.#company.doingAt(peer);
		return { by: doing === null ? 'nobody' : 'other', doing };
	}

	/** What is on the screen beside the walk. */
	get screen(): Screen {
		return this.#screen;
	}

	/** Changes what is on the screen: here at once, and in every tab by the host, which has the last word. */
	show(change: ScreenChange): void {
		if (this.#host) return this.#tellScreen(change);
		this.#screen = { ...this.#screen, ...change };
		this.#mirror.wish({ type: 'show', change });
		this.#changed();
	}

	/** Two tabs may change something at once: what comes of both, only one of them can say. */
	#tellScreen(change: Partial<Screen>): void {
		this.#screen = { ...this.#screen, ...change };
		this.#channel.post({ type: 'screen', screen: this.#screen });
		this.#changed();
	}

	send(event: WalkEvent): void {
		if (this.#host) this.#host.send(event);
		else this.#mirror.wish(event as Wish);
	}

	/** Asks whoever runs the walk for a recorded call in place of the peers, or for fresh peers again. */
	wishRecorded(isOn: boolean): void {
		this.#mirror.wish({ type: 'recorded', isOn });
	}

	/** Only the tab that runs the walk can; in another it does nothing. */
	playRecording(recording: readonly TraceEntry[] | null): void {
		if (!this.#host) return;
		this.#host.playRecording(recording);
		this.#tellScreen({ isRecorded: recording !== null });
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
			const hasTaken = await this.#seats.take(peer);
			if (this.#end.signal.aborted) return;
			if (hasTaken) this.#host?.seatTaken(peer);
		}
		this.#sayHere(false);
		this.#changed();
		if (this.#seats.peers.length > 0) void this.#becomeHostInTurn();
	}

	end(): void {
		this.#end.abort();
		this.#presence.end();
		removeEventListener('pagehide', this.#leave);
		this.#host?.end();
		this.#seats.end();
		this.#machines.end();
		this.#cameras.release();
		this.#releaseHosting?.();
		this.#channel.close();
	}

	async #join(): Promise<void> {
		await this.#channel.open();
		if (this.#end.signal.aborted) return;
		this.#presence.begin();
		addEventListener('pagehide', this.#leave);
		this.#sayHere(true);
		await this.takeSeats(this.#wishes.seats);
		this.#hasJoined = true;
		this.#changed();
		if (this.#wishes.inherits) for (const peer of this.#wishes.seats) void this.#inherit(peer);
	}

	/** Sits down in a seat as soon as whoever is there has left it for good. */
	async #inherit(peer: PeerName): Promise<void> {
		while (!this.#end.signal.aborted && !this.#seats.has(peer)) {
			await this.#seats.whenLeft(peer, this.#end.signal);
			if (!this.#end.signal.aborted) await this.takeSeats([peer]);
		}
	}

	/** A page that is put aside keeps its locks and answers nothing: better that it comes back anew. */
	readonly #leave = (event: PageTransitionEvent) => {
		this.end();
		if (event.persisted) addEventListener('pageshow', () => location.reload(), { once: true });
	};

	#sayHere(ask: boolean): void {
		this.#channel.post({
			type: 'here',
			seats: [...this.#seats.peers],
			doing: this.#presence.say(),
			hosting: this.#host?.term ?? null,
			deck: this.#wishes.deck,
			ask
		});
	}

	#changed(): void {
		for (const listener of this.#listeners) listener();
	}

	// Hosting.

	async #becomeHostInTurn(): Promise<void> {
		if (this.#wantsToHost) return;
		this.#wantsToHost = true;
		try {
			this.#releaseHosting = await this.#locks.hold(HOST_LOCK, this.#end.signal);
		} catch {
			return;
		}
		if (this.#end.signal.aborted) return this.#releaseHosting();
		await this.#becomeHost();
	}

	async #becomeHost(): Promise<void> {
		const goesOn = this.#mirror.isInStep && this.trace.attempt > 0;
		if (!goesOn) this.trace.clear();
		// The former host is no more, though that may not have been heard yet.
		if (this.#mirror.host !== null) this.#company.gone(this.#mirror.host);
		const { input, recording } = await this.#wishes.opening(this.#screen.isRecorded);
		if (this.#end.signal.aborted) return;
		const taken = [...this.#seats.peers, ...this.#company.seats];
		const absent = PEER_NAMES.filter((peer) => !taken.includes(peer));
		const { value, context } = this.#mirror.snapshot;
		const beginning = {
			taken,
			recording,
			input: { ...input, absent },
			...(goesOn && {
				snapshot: walkMachine.resolveState({ value, context: { ...context, absent } })
			})
		};
		this.#host = new Host(monotonicEpoch(), beginning, {
			trace: this.trace,
			post: (message) => this.#channel.post(message),
			tellSeat: (message) => this.#tellSeat(message),
			settled: () => this.#cameras.releaseUnused(),
			wished: (wish) => {
				if (wish.type === 'show') this.show(wish.change);
				else this.#wishes.wished(wish);
			}
		});
		this.#host.actor.subscribe(() => this.#changed());
		this.#sayHere(true);
		this.#host.begin(goesOn);
		this.#tellScreen({ isRecorded: recording !== null });
	}

	#tellSeat(message: ToSeat): void {
		if (this.#seats.hear(message)) this.#presence.update();
		else this.#channel.post(message);
	}

	#tellHost(message: FromSeat): void {
		if (this.#host) this.#host.hear(message);
		else this.#channel.post(message);
		this.#presence.update();
	}

	/** Where the walk is that is followed, it has come to stand. */
	#stood(): void {
		if (this.snapshot.matches({ call: { attempt: 'reading' } })) this.#cameras.releaseUnused();
		this.#changed();
	}

	// Hearing.

	#hear(message: Message, from: string): Refusal | null {
		switch (message.type) {
			case 'here':
				this.#hearHere(message, from);
				return null;
			case 'sync':
				if (message.host === this.#channel.id) this.#tellAll(from);
				return null;
			case 'screen':
				if (this.#host || from !== this.#mirror.host) return null;
				this.#screen = message.screen;
				this.#changed();
				return null;
			case 'entries':
			case 'standing':
				if (message.to !== null && message.to !== this.#channel.id) return null;
				return this.#host ? null : this.#mirror.hear(message, from);
			case 'wish':
				this.#host?.wish(message);
				return null;
			case 'fresh':
			case 'perform':
			case 'replace':
			case 'end':
				if (this.#seats.hear(message)) this.#presence.update();
				return null;
			case 'record':
			case 'outcome':
				return this.#host?.hear(message) ?? null;
		}
	}

	/** Whoever asks hears what is on the screen, and then the whole walk: what is masked is so at once. */
	#tellAll(to: string): void {
		if (!this.#host) return;
		this.#tellScreen({});
		this.#host.sync(to);
	}

	#hearHere(message: MessageOf<'here'>, from: string): void {
		if (this.#whereSeatsChange(() => this.#company.heard(from, message))) this.#changed();
		if (message.hosting !== null) {
			this.#otherDeck = message.deck === this.#wishes.deck ? null : message.deck;
			if (this.#otherDeck !== null) this.#changed();
			else if (!this.#host) this.#mirror.follow(from, message.hosting);
		}
		if (message.ask) this.#sayHere(false);
	}

	#hearGone(id: string): void {
		this.#whereSeatsChange(() => this.#company.gone(id));
		const wasFollowed = this.#mirror.host === id;
		this.#mirror.gone(id);
		// Its successor may have spoken before, and not have been believed.
		if (wasFollowed) this.#sayHere(true);
		this.#changed();
	}

	/** Tells the host of every seat of another tab that has changed hands. */
	#whereSeatsChange<T>(change: () => T): T {
		const before = this.#company.holders;
		const changed = change();
		const after = this.#company.holders;
		for (const peer of PEER_NAMES) {
			if (this.#seats.has(peer) || before[peer] === after[peer]) continue;
			if (after[peer] === null) this.#host?.seatLeft(peer);
			else this.#host?.seatTaken(peer);
		}
		return changed;
	}
}
