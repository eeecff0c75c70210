import {
	momentAtHead,
	momentOfSlug,
	momentsOf,
	type Moment,
	type SlideRef
} from '$lib/call/moments';
import { createWalk, type Walk } from '$lib/call/walk';
import type { WalkEvent } from '$lib/call/walk-types';
import type { LivePeers } from '$lib/rtc/live';
import {
	prefixAfter,
	type PeerName,
	type SessionView,
	type TraceEntry,
	type Views
} from '$lib/trace';
import type { Screen, ScreenChange, WalkWish } from '$lib/tabs/messages';
import type { RoomView, RoomWishes, Seating } from '$lib/tabs/room';
import { SharedWalk } from '$lib/tabs/shared-walk';
import { whyNotShare, type Obstacle } from '$lib/tabs/sharing';
import type { Table } from '$lib/tabs/table';
import { Care } from './care';
import { consoleOf } from './console';
import { followed, type Followed } from './followed';
import { keep } from './kept';
import { maskedContext } from './masked-context';
import { patternInPlace } from './pattern-in-place';
import {
	CLEAR,
	DEFAULT_SOURCES,
	firstMomentOf,
	keepProgress,
	keepScreen,
	momentOfLastPlace,
	openingOf,
	screenAtFirst
} from './opening';

/** A seat at a table, and the version of the site and the deck that sit there. */
export type SharedTable = Table & Pick<RoomWishes, 'site' | 'deck' | 'inherits'>;

/** What a page wants of its walk. */
export interface SessionWishes {
	/**
	 * False where nobody may ever be asked for a camera, as on a stage: where it is not allowed already,
	 * the test pattern stands in.
	 */
	mayAsk?: boolean;
	/** Entries of a recorded call, where one can take the place of the peers. */
	recording?: () => Promise<readonly TraceEntry[]>;
	/** Told at once, not with the next frame, of everything that happens in the walk. */
	changed?: () => void;
	/** Whether the page shows what others do and nothing else: where tabs cannot share, nothing begins. */
	onlyFollows?: boolean;
}

/** What the page knows: the walk, and the view of the moment that is looked at. */
export class Session {
	readonly moments: Moment[];
	#followed = $state.raw() as Followed;
	#shared = $state.raw<SharedWalk | null>(null);
	#started = $state(false);
	#obstacle = $state<Obstacle | null>(null);
	#ended = false;
	#care: Care | null = null;
	#recording: SessionWishes['recording'];
	#lastPlace = $state<number | null>(null);
	#ownScreen = $state.raw(CLEAR);

	/** @param slug the slide that the page was opened at */
	constructor(slides: readonly SlideRef[], slug: string) {
		this.moments = momentsOf(slides);
		this.#showFirst(slug);
	}

	/** Shows the first moment of a slide, before anything runs. */
	#showFirst(slug: string): void {
		const at = firstMomentOf(this.moments, slug);
		if (this.#followed?.walk.snapshot.context.at === at) return;
		this.#followed = followed(
			createWalk({ moments: this.moments, at, sources: DEFAULT_SOURCES, speed: 1 })
		);
	}

	/**
	 * Starts the walk in the browser: at the moment where this page was left when it is reloaded, else
	 * at the beginning of its slide. Replays use the camera only where it was used before and is
	 * allowed.
	 *
	 * @param shared where this tab sits, where several tabs share the walk
	 */
	async start(
		slug: string,
		shared: SharedTable | null = null,
		{ mayAsk = true, recording, changed, onlyFollows = false }: SessionWishes = {}
	): Promise<void> {
		this.#recording = recording;
		this.#showFirst(slug);
		this.#obstacle = shared && (await whyNotShare());
		if (this.#ended || (this.#obstacle && onlyFollows)) return;
		const screen = screenAtFirst();
		// What another page of this tab had on its screen is none of the next reload's business.
		keep('screen', screen);
		const opening = async (isRecorded: boolean) => {
			// Where the recording is not there any more, the peers are real again.
			const entries = isRecorded ? await recording?.().catch(() => null) : null;
			return openingOf({ moments: this.moments, slug, mayAsk, recording: entries ?? null });
		};
		if (shared && !this.#obstacle) {
			const wished = (wish: WalkWish) => this.#heed(wish);
			const walk = new SharedWalk({ ...shared, screen, moments: this.moments, opening, wished });
			this.#shared = walk;
			this.#followed = followed(walk);
			keepScreen(walk);
		} else {
			const { input, recording: entries } = await opening(screen.isRecorded);
			// Left while the browser was asked about the camera: nothing may begin that nobody would end.
			if (this.#ended) return;
			if (input.at === 0) this.#lastPlace = momentOfLastPlace(this.moments);
			this.#ownScreen = { ...screen, isRecorded: entries !== null };
			this.#followed = followed(createWalk(input, entries));
		}
		this.#care = new Care(this.#walk, mayAsk);
		keepProgress(this.#walk);
		if (changed) this.#walk.subscribe(changed);
		this.#walk.begin();
		this.#started = true;
		changed?.();
	}

	/** Whether what is shown was recorded, and no peers run. */
	get isRecorded(): boolean {
		return this.#screen.isRecorded;
	}

	/**
	 * Goes on with a recorded call in place of peers, or with fresh peers again, at the moment that is
	 * looked at. Where another tab runs the walk, it is asked to, and has the recording itself.
	 *
	 * @throws the reason why there is no recording
	 */
	async chooseRecorded(isOn: boolean): Promise<void> {
		if (!this.started || isOn === this.isRecorded) return;
		if (this.#shared && !this.isRunHere) return this.#shared.wishRecorded(isOn);
		if (!isOn) return this.#playRecording(null);
		const recording = await this.#recording?.();
		// Asked for more than once while it was on its way, it is played once.
		if (recording && !this.#ended && !this.isRecorded) this.#playRecording(recording);
	}

	/** The test pattern takes the place of every camera. */
	choosePattern(): void {
		for (const event of patternInPlace(this)) this.send(event);
	}

	#playRecording(recording: readonly TraceEntry[] | null): void {
		if (!this.started) return;
		this.#walk.playRecording(recording);
		if (!this.#shared) this.#showHere({ isRecorded: recording !== null });
		this.#followed.tellNow();
	}

	/** Ends the walk: no live peer, no track in use, no timer remains. */
	end(): void {
		this.#ended = true;
		this.#started = false;
		this.#care?.end();
		this.#walk.end();
	}

	get #walk(): Walk {
		return this.#followed.walk;
	}

	/** Subscribes whatever reads this to everything that happens in the walk. */
	#follow(): void {
		this.#followed.follow();
	}

	get #snapshot() {
		this.#follow();
		return this.#walk.snapshot;
	}

	/** Whether the machines run. False before the page is alive, and while nobody runs a shared walk. */
	get started(): boolean {
		this.#follow();
		return this.#started && this.#walk.ready;
	}

	/** The room in which several tabs share the walk; null where both peers are in this one. */
	get room(): RoomView | null {
		this.#follow();
		return this.#shared?.view ?? null;
	}

	/** Why both peers are here where several tabs were to share the walk; null where nothing keeps them apart. */
	get obstacle(): Obstacle | null {
		return this.#obstacle;
	}

	/** What can be done about the seats of the room; null where there is none. */
	get seating(): Seating | null {
		return this.#shared?.seating ?? null;
	}

	get state() {
		return this.#snapshot.value;
	}

	get context() {
		const { context } = this.#snapshot;
		return this.isMasked ? maskedContext(context, () => this.head) : context;
	}

	/** The moment that is read. */
	get moment(): Moment {
		return this.context.moments[this.context.at]!;
	}

	/** The moment at the live end: after the last step that was performed. */
	get headMoment(): number {
		return momentAtHead(this.moments, this.context.done);
	}

	/** Steps are performed without a pause, up to the moment that is read. */
	get replaying(): boolean {
		return this.#snapshot.matches({ call: { attempt: 'replaying' } });
	}

	/** A press would come too early: the page is not alive yet, or a step is under way. */
	get busy(): boolean {
		return (
			!this.started || this.replaying || this.#snapshot.matches({ call: { attempt: 'performing' } })
		);
	}

	/** A tab has left its seat with its peer: what happened can be read, and nothing performed. */
	get isParted(): boolean {
		return this.#snapshot.matches({ call: { attempt: 'parted' } });
	}

	get playing(): boolean {
		return this.#snapshot.matches({ pace: 'playing' });
	}

	get entries(): readonly TraceEntry[] {
		this.#follow();
		const { entries } = this.#walk.trace;
		const { masking } = this.#followed;
		return this.isMasked ? masking.shown(entries) : masking.open(entries);
	}

	/** The screen is to be masked, and what it has shown is not masked yet: nothing of it may be seen. */
	get isCovered(): boolean {
		this.#follow();
		return this.isMasked && this.#followed.masking.isBehind(this.#walk.trace.entries);
	}

	/**
	 * Everything that has happened until now, to be taken away: every value as it is on the screen, where
	 * that is masked.
	 *
	 * @param isMasked also where the screen is not
	 * @param between called now and then while it is put together
	 */
	async taken(isMasked: boolean, between?: () => void): Promise<readonly TraceEntry[]> {
		const { entries } = this.#walk.trace;
		if (isMasked || this.isMasked) return this.#followed.masking.whole(entries, between);
		return entries.slice();
	}

	/** Whether addresses and ICE credentials are masked on the screen; on all screens of a shared walk. */
	get isMasked(): boolean {
		return this.#screen.isMasked;
	}

	set isMasked(isMasked: boolean) {
		this.#show({ isMasked });
	}

	/** Whether the screen is black; on a stage and in whatever mirrors it. */
	get isBlack(): boolean {
		return this.#screen.isBlack;
	}

	set isBlack(isBlack: boolean) {
		this.#show({ isBlack });
	}

	get #screen(): Screen {
		this.#follow();
		return this.#shared?.screen ?? this.#ownScreen;
	}

	#show(change: ScreenChange): void {
		if (this.#shared) this.#shared.show(change);
		else this.#showHere(change);
		this.#followed.tellNow();
	}

	#showHere(change: Partial<Screen>): void {
		this.#ownScreen = { ...this.#ownScreen, ...change };
		keep('screen', this.#ownScreen);
	}

	get #views(): Views {
		return this.isMasked ? this.#followed.masking.views : this.#followed.views;
	}

	/** What is alive at the head of the trace. */
	get live(): LivePeers {
		this.#follow();
		return this.#walk.live;
	}

	/** The states that the peers' machines are in; null while there is none. */
	machineOf(peer: PeerName) {
		this.#follow();
		return this.#walk.machineOf(peer);
	}

	/** The view at the live end of the trace. */
	get head(): SessionView {
		return this.#views.of(this.entries, this.entries.length);
	}

	/** How many entries the moment that is looked at has. */
	get length(): number {
		const { entries } = this;
		const { cursor, done } = this.context;
		// What is masked may not have come this far yet.
		if (cursor !== null) return Math.min(cursor + 1, entries.length);
		if (this.moment.steps >= done || this.busy) return entries.length;
		return prefixAfter(entries, this.#walk.trace.attempt, this.moment.steps);
	}

	/** Whether what is shown is the past. */
	get looksBack(): boolean {
		return this.length < this.entries.length;
	}

	/** Everything that is shown: the head, or the moment that is looked back at. */
	get view(): SessionView {
		return this.#views.of(this.entries, this.length);
	}

	/** Whether the machine would do something for this event. */
	can(event: WalkEvent): boolean {
		return this.started && this.#snapshot.can(event);
	}

	/** Where an earlier visit stopped, offered until something is done; null for nowhere. */
	get lastPlace(): Moment | null {
		return this.#lastPlace === null ? null : this.moments[this.#lastPlace]!;
	}

	/** Goes on from where an earlier visit stopped. */
	async returnToLastPlace(): Promise<void> {
		if (this.#lastPlace !== null) await this.goTo(this.#lastPlace);
	}

	forgetLastPlace(): void {
		this.#lastPlace = null;
	}

	/**
	 * Opens a moment: looks back at it, or performs everything up to it. Nobody is asked for a camera
	 * on the way; where it is not allowed yet, the test pattern stands in.
	 */
	goTo(at: number): Promise<void> {
		return this.#press({ type: 'go.to', at });
	}

	send(event: WalkEvent): void {
		void this.#press(event);
	}

	async #press(event: WalkEvent): Promise<void> {
		if (!this.started) return;
		this.#lastPlace = null;
		if (event.type === 'source.choose') {
			keep('sources', { ...this.context.sources, [event.peer]: event.source });
		}
		if (event.type === 'speed.choose') keep('speed', event.speed);
		if (event.type === 'pace.choose') keep('pace', event.pace);
		// Where another tab runs the walk, it asks about the camera.
		const sent = this.isRunHere ? this.#care?.send(event) : this.#walk.send(event);
		this.#followed.tellNow();
		await sent;
	}

	/** Whether this tab runs the walk. */
	get isRunHere(): boolean {
		return this.#shared === null || this.#shared.view.role === 'host';
	}

	/** What somebody in another tab pressed, where the walk runs in this one. */
	#heed(wish: WalkWish): void {
		// Without a recording the stage goes on as it is; its own key says why.
		if (wish.type === 'recorded') this.chooseRecorded(wish.isOn).catch(() => undefined);
		else void this.#care?.send(wish);
	}

	/** Where a slide is opened now. */
	momentOf(slug: string): number {
		return momentOfSlug(this.moments, slug, this.context.done);
	}

	/** The real things, for the console: nobody masks those. */
	get console() {
		return consoleOf(() => this.#walk);
	}
}
