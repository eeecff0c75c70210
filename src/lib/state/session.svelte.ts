import { momentsOf, type Moment, type SlideRef } from '$lib/call/moments';
import type { WalkEvent } from '$lib/call/walk-types';
import { titlesOf } from '$lib/deck/titles';
import { lessonsOf } from '$lib/lessons/names';
import { lackWords, type Lack } from '$lib/lessons/needs';
import type { Course } from '$lib/lessons/course';
import type { TraceEntry } from '$lib/trace';
import type { WalkWish } from '$lib/tabs/messages';
import type { RoomView, Seating } from '$lib/tabs/room';
import type { FarObstacle, Obstacle } from '$lib/tabs/sharing';
import { Care } from './care';
import { EarlyPresses } from './early-presses';
import { keep } from './kept';
import {
	firstMomentOf,
	keepProgress,
	keepScreen,
	momentOfLastPlace,
	openedMomentOf,
	openingOf,
	prepareSources,
	screenAtFirst,
	stillAt
} from './opening';
import { patternInPlace } from './pattern-in-place';
import { outBy, type SessionWishes, type SharedTable } from './session-wishes';
import { ShownWalk } from './shown-walk.svelte';
import { stillFollowed } from './still-followed';
import { theEngine } from './the-engine.svelte';

/** What leads the walk elsewhere. */
const MOVES = new Set<WalkEvent['type']>(['next', 'back', 'go.to', 'run.to', 'restart', 'play']);

/** The walk of a page: what can be done with it, beside all that is shown of it. */
export class Session extends ShownWalk {
	/** What the slides are called that explain a step, by the step's id. */
	readonly titles: Readonly<Record<string, string>>;
	#obstacle = $state<Obstacle | FarObstacle | null>(null);
	/** Where the broker is that the link of this tab names; null for none. */
	broker: string | null = null;
	#ended = false;
	/** The walk is about to begin: what runs it is fetched, and the browser is asked. */
	#isOpening = $state(false);
	/** The slide that it will begin at. */
	#slug = '';
	readonly #early = new EarlyPresses();
	#care: Care | null = null;
	#wishes: SessionWishes = {};
	/** What is lacking here for a call with peers. */
	#lack: () => Lack | null = () => null;
	#lastPlace = $state<number | null>(null);
	#moves = $state(0);
	/** How often the walk that runs here was to be led elsewhere, from whichever page. */
	#heeded = 0;

	/**
	 * @param course what is performed in it
	 * @param slug the slide that the page was opened at
	 */
	constructor(
		readonly course: Course,
		slides: readonly (SlideRef & { title?: string })[],
		slug: string
	) {
		super(momentsOf(course, slides));
		this.titles = titlesOf(course, slides);
		// As the server wrote it, which knows of no reload.
		this.#showStill(firstMomentOf(this.moments, slug));
	}

	/**
	 * Before the walk begins: shows a slide, where it will begin. Its text needs nothing of what runs it.
	 *
	 * @param slug '' for the first
	 */
	lookAhead(slug: string): void {
		if (!this.#isOpening) return;
		this.#slug = slug;
		this.#showStill(openedMomentOf(this.moments, slug));
	}

	/** Shows a moment, before anything runs. */
	#showStill(at: number): void {
		if (this.followed?.walk.snapshot.context.at === at) return;
		this.followed = stillFollowed(stillAt(this.course, this.moments, at));
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
		wishes: SessionWishes = {}
	): Promise<void> {
		const { mayAsk = true, changed, onlyFollows = false, shownBy, aside } = wishes;
		this.#wishes = wishes;
		this.#isOpening = true;
		this.lookAhead(slug);
		const { course, moments } = this;
		const engine = Promise.all([theEngine.get(), theEngine.stepsOf(lessonsOf(course.steps))]);
		const screen = wishes.screen ?? screenAtFirst();
		// What another page of this tab had on its screen is none of the next reload's business.
		keep('screen', screen);
		const opening = async (isRecorded: boolean, goesOn = false) => {
			// A call that goes on is made by whoever sits there, whatever is lacking here.
			const isWanted = isRecorded || (!goesOn && this.#lack() !== null);
			const recording = isWanted ? await wishes.recording?.().catch(() => null) : null;
			return openingOf({ course, moments, slug: this.#slug, mayAsk, recording: recording ?? null });
		};
		const [{ createWalk, followed, SharedWalk, carrierOf, lackHere }, steps] = await engine;
		if (wishes.needs) this.#lack = () => lackHere(wishes.needs!);
		this.broker = shared?.broker ?? null;
		const { carrier, obstacle } = await carrierOf(shared, (name, load) =>
			theEngine.part(name, load)
		);
		this.#obstacle = obstacle;
		const isKeptApart = obstacle !== null && onlyFollows;
		if (isKeptApart) this.#isOpening = false;
		else await shownBy;
		if (this.#ended || isKeptApart) return carrier?.end();
		if (shared && carrier) {
			const wished = (wish: WalkWish) => this.#heed(wish);
			const own = { carrier, screen, course, moments, steps, opening, wished };
			const walk = new SharedWalk({ ...shared, ...own });
			this.shared = walk;
			this.followed = followed(walk);
			keepScreen(walk);
		} else {
			const { input, recording: entries } = aside ?? (await opening(screen.isRecorded));
			// Left while the browser was asked about the camera: nothing may begin that nobody would end.
			if (this.#ended) return;
			if (input.at === 0 && !aside) this.#lastPlace = momentOfLastPlace(this.moments);
			this.ownScreen = { ...screen, isRecorded: entries !== null };
			this.followed = followed(createWalk(input, steps, entries));
		}
		this.#care = new Care(this.walk, mayAsk);
		if (!aside) keepProgress(this.walk);
		if (changed) this.walk.subscribe(changed);
		this.walk.begin();
		this.isBegun = true;
		this.#isOpening = false;
		changed?.();
		this.#early.doIn(this.walk, () => this.busy);
	}

	/** Whether something may be pressed: it waits for the walk where that has not begun. */
	get isPressable(): boolean {
		return this.started || this.#isOpening;
	}

	/** Whether what runs the walk could not be fetched yet, and is waited for. */
	get isAwaited(): boolean {
		return this.#isOpening && theEngine.isWaiting;
	}

	/**
	 * Goes on with a recorded call in place of peers, or with fresh peers again, at the moment that is
	 * looked at. Where another tab runs the walk, it is asked to, and has the recording itself.
	 *
	 * @throws the reason why there is no recording, or why there can be no peers
	 */
	async chooseRecorded(isOn: boolean): Promise<void> {
		if (this.#isOpening) {
			return new Promise((done) => this.#early.keep(() => done(this.chooseRecorded(isOn))));
		}
		if (!this.started || isOn === this.isRecorded) return;
		if (this.shared && !this.isRunHere) return this.shared.wishRecorded(isOn);
		const lack = isOn ? null : this.#lack();
		if (lack) throw new Error(lackWords(lack));
		if (!isOn) return this.#goOnWithPeers();
		const recording = await this.#wishes.recording?.();
		// Asked for more than once while it was on its way, it is played once.
		if (recording && !this.#ended && !this.isRecorded) this.#playRecording(recording);
	}

	/** Whether a recording is shown because somebody wants it, and not because something is lacking. */
	get isRecordingChosen(): boolean {
		return this.isRecorded && this.#lack() === null;
	}

	async #goOnWithPeers(): Promise<void> {
		await prepareSources(this.walk, this.#wishes.mayAsk ?? true);
		if (!this.#ended && this.isRecorded) this.#playRecording(null);
	}

	/** The test pattern takes the place of every camera. */
	choosePattern(): void {
		for (const event of patternInPlace(this)) this.send(event);
	}

	#playRecording(recording: readonly TraceEntry[] | null): void {
		if (!this.started) return;
		this.walk.playRecording(recording);
		if (!this.shared) this.showHere({ isRecorded: recording !== null });
		this.followed.tellNow();
	}

	/** Ends the walk: no live peer, no track in use, no timer remains. */
	end(): void {
		this.#ended = true;
		this.#isOpening = false;
		this.isBegun = false;
		this.#care?.end();
		this.walk.end();
	}

	/** The room in which several tabs share the walk; null where both peers are in this one. */
	get room(): RoomView | null {
		this.follow();
		return this.shared?.view ?? null;
	}

	/** Why both peers are here where several tabs were to share the walk; null where nothing keeps them apart. */
	get obstacle(): Obstacle | FarObstacle | null {
		return this.#obstacle;
	}

	/** What can be done about the seats of the room; null where there is none. */
	get seating(): Seating | null {
		return this.shared?.seating ?? null;
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

	/** How often the walk was led elsewhere from this page. */
	get moves(): number {
		return this.#moves;
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
		if (MOVES.has(event.type)) this.#moves += 1;
		if (this.#isOpening) this.#early.keep(() => this.send(event));
		if (!this.started) return;
		if (this.isRunHere && this.#leadsBeyond(event)) return;
		this.#lastPlace = null;
		if (event.type === 'source.choose') {
			keep('sources', { ...this.context.sources, [event.peer]: event.source });
		}
		if (event.type === 'speed.choose') keep('speed', event.speed);
		if (event.type === 'pace.choose') keep('pace', event.pace);
		// Where another tab runs the walk, it asks about the camera.
		const sent = this.isRunHere ? this.#care?.send(event) : this.walk.send(event);
		this.followed.tellNow();
		await sent;
	}

	/** Whether this tab runs the walk. */
	get isRunHere(): boolean {
		this.follow();
		return this.shared === null || this.shared.view.role === 'host';
	}

	/** What somebody in another tab pressed, where the walk runs in this one. */
	#heed(wish: WalkWish): void {
		// What cannot be is left as it is; its own key says why.
		if (wish.type === 'recorded') this.chooseRecorded(wish.isOn).catch(() => undefined);
		else if (!this.#leadsBeyond(wish)) void this.#care?.send(wish);
	}

	/** Whether a press leads out of the walk, where something follows it or comes before it. */
	#leadsBeyond({ type }: WalkEvent): boolean {
		const { beyond } = this.#wishes;
		if (MOVES.has(type)) this.#heeded += 1;
		const heeded = this.#heeded;
		const by = beyond && !this.busy ? outBy(type, this.context) : 0;
		if (by !== 0) beyond?.(by, () => heeded === this.#heeded);
		return by !== 0;
	}
}
