import { momentAtHead, momentOfSlug, type Moment } from '$lib/call/moments';
import type { Walk } from '$lib/call/walk';
import type { WalkEvent } from '$lib/call/walk-types';
import type { LivePeers } from '$lib/rtc/live';
import type { Asked, Screen, ScreenChange } from '$lib/tabs/messages';
import type { SharedWalk } from '$lib/tabs/shared-walk';
import { prefixAfter, type PeerName, type SessionView, type TraceEntry } from '$lib/trace';
import { consoleOf } from './console';
import type { Followed, ViewsOf } from './still-followed';
import { keep } from './kept';
import { maskedContext } from './masked-context';
import { CLEAR } from './opening';

/** A walk as its page shows it: where it stands, what is on the screen, the view of the moment looked at. */
export class ShownWalk {
	readonly moments: Moment[];
	protected followed = $state.raw() as Followed;
	/** The same walk where several tabs share it; null where both peers are in this one. */
	protected shared = $state.raw<SharedWalk | null>(null);
	protected isBegun = $state(false);
	/** What is on the screen where both peers are in this page: other tabs have no say in it. */
	protected ownScreen = $state.raw(CLEAR);

	constructor(moments: Moment[]) {
		this.moments = moments;
	}

	protected get walk(): Walk {
		return this.followed.walk;
	}

	/** Subscribes whatever reads this to everything that happens in the walk. */
	protected follow(): void {
		this.followed.follow();
	}

	protected get snapshot() {
		this.follow();
		return this.walk.snapshot;
	}

	/** Whether the machines run. False before the page is alive, and while nobody runs a shared walk. */
	get started(): boolean {
		this.follow();
		return this.isBegun && this.walk.ready;
	}

	get state() {
		return this.snapshot.value;
	}

	get context() {
		const { context } = this.snapshot;
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

	/** Where a slide is opened now. */
	momentOf(slug: string): number {
		return momentOfSlug(this.moments, slug, this.context.done);
	}

	/** Steps are performed without a pause, up to the moment that is read. */
	get replaying(): boolean {
		return this.snapshot.matches({ call: { attempt: 'replaying' } });
	}

	/** A press would come too early: the page is not alive yet, or a step is under way. */
	get busy(): boolean {
		return (
			!this.started || this.replaying || this.snapshot.matches({ call: { attempt: 'performing' } })
		);
	}

	/** A tab has left its seat with its peer: what happened can be read, and nothing performed. */
	get isParted(): boolean {
		return this.snapshot.matches({ call: { attempt: 'parted' } });
	}

	get playing(): boolean {
		return this.snapshot.matches({ pace: 'playing' });
	}

	get entries(): readonly TraceEntry[] {
		this.follow();
		const { entries } = this.walk.trace;
		const { masking } = this.followed;
		return this.isMasked ? masking.shown(entries) : masking.open(entries);
	}

	/** The screen is to be masked, and what it has shown is not masked yet: nothing of it may be seen. */
	get isCovered(): boolean {
		this.follow();
		return this.isMasked && this.followed.masking.isBehind(this.walk.trace.entries);
	}

	/**
	 * Everything that has happened until now, to be taken away: every value as it is on the screen, where
	 * that is masked.
	 *
	 * @param isMasked also where the screen is not
	 * @param between called now and then while it is put together
	 */
	async taken(isMasked: boolean, between?: () => void): Promise<readonly TraceEntry[]> {
		const { entries } = this.walk.trace;
		if (isMasked || this.isMasked) return this.followed.masking.whole(entries, between);
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

	/** What the wall shows of the questions of a slide; undefined until one was answered or turned over. */
	get asked(): Asked | undefined {
		return this.#screen.asked;
	}

	set asked(asked: Asked) {
		this.#show({ asked });
	}

	/** Whether what is shown was recorded, and no peers run. */
	get isRecorded(): boolean {
		return this.#screen.isRecorded;
	}

	get #screen(): Screen {
		this.follow();
		return this.shared?.screen ?? this.ownScreen;
	}

	#show(change: ScreenChange): void {
		if (this.shared) this.shared.show(change);
		else this.showHere(change);
		this.followed.tellNow();
	}

	/** Changes what is on the screen of this page, which shares its walk with no other. */
	protected showHere(change: Partial<Screen>): void {
		this.ownScreen = { ...this.ownScreen, ...change };
		keep('screen', this.ownScreen);
	}

	get #views(): ViewsOf {
		return this.isMasked ? this.followed.masking.views : this.followed.views;
	}

	/** What is alive of each peer at the head of the trace. */
	get live(): LivePeers['peers'] {
		this.follow();
		return this.walk.live.peers;
	}

	/** The states that the peers' machines are in; null while there is none. */
	machineOf(peer: PeerName) {
		this.follow();
		return this.walk.machineOf(peer);
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
		return prefixAfter(entries, this.walk.trace.attempt, this.moment.steps);
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
		return this.started && this.snapshot.can(event);
	}

	/** The real things, for the console: nobody masks those. */
	get console() {
		return consoleOf(() => this.walk);
	}
}
