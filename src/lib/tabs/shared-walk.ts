import type { PeerStates, Walk } from '../call/walk';
import type { WalkSnapshot } from '../call/walk-actor';
import type { WalkEvent } from '../call/walk-types';
import { Cameras } from '../rtc/camera';
import { LivePeers } from '../rtc/live';
import { Trace, type PeerName, type TraceEntry } from '../trace';
import { Following } from './following';
import type { Host } from './host';
import { Hosting } from './hosting';
import { MessageRouter } from './message-router';
import type { Message, Screen, ScreenChange, Wish } from './messages';
import { Mirror } from './mirror';
import { Neighbours } from './neighbours';
import { OwnSeats } from './own-seats';
import { PeerMachines } from './peer-machines';
import { Presence } from './presence';
import type { RoomView, RoomWishes } from './room';
import { viewOfRoom } from './room-view';
import type { FromSeat, ToSeat } from './seat';
import { SharedScreen } from './shared-screen';
import { Sitting } from './sitting';
import { TabChannel } from './tab-channel';

/** A walk that several tabs share: one of them runs it, each seat has its own real peer, all see all. */
export class SharedWalk implements Walk {
	readonly trace = new Trace();
	readonly live = new LivePeers();
	readonly seating: Sitting;
	readonly #wishes: RoomWishes;
	readonly #channel: TabChannel;
	readonly #neighbours: Neighbours;
	readonly #machines: PeerMachines;
	readonly #cameras = new Cameras();
	readonly #seats: OwnSeats;
	readonly #mirror: Mirror;
	readonly #following: Following;
	readonly #hosting: Hosting;
	readonly #screen: SharedScreen;
	readonly #presence = new Presence(
		() => this.#seats.areWorking,
		() => this.#sayHere(false)
	);
	readonly #listeners = new Set<() => void>();
	readonly #end = new AbortController();
	#hasJoined = false;

	constructor(wishes: RoomWishes) {
		const { carrier, site, deck, course, opening, inherits = false } = wishes;
		this.#wishes = wishes;
		const { trace } = this;
		const { locks, line } = carrier;
		const changed = () => this.#changed();
		const post = (message: Message) => this.#channel.post(message);
		const isHost = () => this.#host !== null;
		this.#machines = new PeerMachines(trace, course);
		this.#seats = new OwnSeats(locks, {
			...wishes,
			line,
			cameras: this.#cameras,
			live: this.live,
			tell: (message) => this.#tellHost(message),
			sat: (peer) => this.#host?.seatTaken(peer),
			lost: (peer) => this.seating.lose(peer)
		});
		this.#neighbours = new Neighbours({
			...wishes,
			locks,
			isHost,
			has: (peer) => this.#seats.has(peer),
			id: () => this.#channel.id,
			ask: (to) => post({ type: 'ask', to }),
			changed
		});
		const hostIsSilent = () => this.#neighbours.hostIsSilent;
		const stood = () => this.#stood();
		this.#mirror = new Mirror({ ...wishes, trace, post, hostIsSilent, stood });
		this.#following = new Following({
			neighbours: this.#neighbours,
			mirror: this.#mirror,
			deck,
			host: () => this.#host,
			has: (peer) => this.#seats.has(peer),
			sayHere: (ask, to) => this.#sayHere(ask, to),
			changed
		});
		this.#screen = new SharedScreen(wishes.screen, {
			isHost,
			tell: (screen) => post({ type: 'screen', screen }),
			wish: (change) => this.#mirror.wish({ type: 'show', change }),
			changed
		});
		this.#hosting = new Hosting({
			locks,
			signal: this.#end.signal,
			trace,
			mirror: this.#mirror,
			neighbours: this.#neighbours,
			opening,
			own: () => this.#seats.peers,
			isRecorded: () => this.#screen.shown.isRecorded,
			begins: () => this.#sayHere(true),
			begun: (isRecorded) => this.#screen.tell({ isRecorded }),
			stepsDown: () => this.#stepDown(),
			changed,
			post,
			tellSeat: (message) => this.#tellSeat(message),
			settled: () => this.#cameras.releaseUnused(),
			wished: (wish) => {
				if (wish.type === 'show') this.show(wish.change);
				else wishes.wished(wish);
			}
		});
		this.seating = new Sitting({
			signal: this.#end.signal,
			seats: this.#seats,
			cameras: this.#cameras,
			mirror: this.#mirror,
			neighbours: this.#neighbours,
			hosting: this.#hosting,
			inherits,
			sayHere: () => this.#sayHere(false),
			changed
		});
		const router = new MessageRouter({
			neighbours: this.#neighbours,
			following: this.#following,
			hosting: this.#hosting,
			mirror: this.#mirror,
			seats: this.#seats,
			screen: this.#screen,
			presence: this.#presence,
			channel: () => this.#channel,
			sayHere: (ask, to) => this.#sayHere(ask, to),
			changed
		});
		this.#channel = new TabChannel(carrier, site, router);
		trace.subscribe(changed);
		this.live.subscribe(changed);
	}

	get #host(): Host | null {
		return this.#hosting.host;
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
		return viewOfRoom({
			wishes: this.#wishes,
			hasJoined: this.#hasJoined,
			isHost: this.#host !== null,
			seats: this.#seats,
			presence: this.#presence,
			neighbours: this.#neighbours,
			mirror: this.#mirror,
			channel: this.#channel,
			screen: this.screen
		});
	}

	/** What is on the screen beside the walk. */
	get screen(): Screen {
		return this.#screen.shown;
	}

	/** Changes what is on the screen, in every tab. */
	show(change: ScreenChange): void {
		this.#screen.show(change);
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
		this.#screen.tell({ isRecorded: recording !== null });
	}

	subscribe(listener: () => void): () => void {
		this.#listeners.add(listener);
		return () => this.#listeners.delete(listener);
	}

	begin(): void {
		void this.#join();
	}

	end(): void {
		this.#end.abort();
		this.#presence.end();
		this.#neighbours.end();
		removeEventListener('pagehide', this.#leave);
		this.#hosting.end();
		this.#seats.end();
		this.#machines.end();
		this.#cameras.release();
		this.#channel.close();
		this.#wishes.carrier.end();
	}

	async #join(): Promise<void> {
		await this.#channel.open();
		if (this.#end.signal.aborted) return;
		this.#presence.begin();
		addEventListener('pagehide', this.#leave);
		this.#sayHere(true);
		await this.seating.sitDown(this.#wishes);
		if (this.#end.signal.aborted) return;
		this.#hasJoined = true;
		this.#neighbours.begin();
		this.#changed();
		this.seating.inherit(this.#wishes.seats);
	}

	/** A page that is put aside keeps its locks and answers nothing: better that it comes back anew. */
	readonly #leave = (event: PageTransitionEvent) => {
		this.end();
		if (event.persisted) addEventListener('pageshow', () => location.reload(), { once: true });
	};

	/** @param to the tab that alone is told; without, all are */
	#sayHere(ask: boolean, to?: string): void {
		const message: Message = {
			type: 'here',
			seats: [...this.#seats.peers],
			doing: to === undefined ? this.#presence.say() : this.#presence.doing,
			hosting: this.#host?.term ?? null,
			deck: this.#wishes.deck,
			ask
		};
		this.#channel.post(message, to);
	}

	#changed(): void {
		for (const listener of this.#listeners) listener();
	}

	/** Another tab runs the walk from now on; this one follows, where it can. */
	#stepDown(): void {
		this.#following.follow();
		this.#sayHere(true);
		this.#changed();
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
}
