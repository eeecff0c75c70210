import type { TalkPart } from '$lib/deck/content';
import type { Session } from '$lib/state/session.svelte';
import { PEER_NAMES } from '$lib/trace';
import { later } from '../later/later.svelte';
import type { Obstacle } from '$lib/tabs/sharing';
import { OBSTACLES } from '../tabs/obstacles';
import { Ink } from './ink.svelte';
import type { Asking } from './asking';
import { capFor, optionOf, type StageCommand } from './stage-keys';
import { followingWords, whyNotFollowing } from './other-stage';
import { Pointer } from './pointer.svelte';
import { troubleOf } from './trouble';

/** What may be open over the slide. */
export type Sheet = 'help' | 'overview' | 'goTo' | 'ladder' | 'inspect' | 'break';

/** Milliseconds for which a word from the stage is shown. */
const READING_TIME = 6000;

/** What the stage does for each of its commands, and what is open on it. */
export class StageControl {
	readonly ink = new Ink();
	readonly pointer = new Pointer();
	/** What is open over the slide; null for nothing. */
	sheet = $state<Sheet | null>(null);
	isDrawing = $state(false);
	hasSpot = $state(false);
	hasSpotlight = $state(false);
	/** One calm line that goes by itself; null for none. */
	word = $state<string | null>(null);
	/** Whether it was read that the speaker's window cannot find this stage. */
	#isObstacleRead = $state(false);
	#wordTimer: ReturnType<typeof setTimeout> | undefined;

	/**
	 * @param speaker address of the speaker's window
	 * @param asking what walls show of the questions of the talk
	 * @param talk the parts of the talk
	 */
	constructor(
		readonly session: Session,
		readonly speaker: string,
		readonly asking: Asking,
		readonly talk: readonly TalkPart[]
	) {}

	/** Nothing is shown, here and in the speaker's window. */
	get isBlack(): boolean {
		return this.session.isBlack;
	}

	set isBlack(isBlack: boolean) {
		if (isBlack !== this.session.isBlack) this.session.isBlack = isBlack;
	}

	/**
	 * The one line below the slide: what was said just now, else what has gone wrong, or was broken on purpose; null for nothing.
	 * A key that was to help says before all what came of it.
	 */
	get said(): { words: string; isTrouble: boolean } | null {
		if (this.word !== null) return { words: this.word, isTrouble: false };
		const trouble = troubleOf(this.session);
		if (trouble !== null) return { words: trouble, isTrouble: true };
		const broken = later.bench?.lastDeedWords(this.session) ?? null;
		if (broken !== null) return { words: `Broken on purpose: ${broken}.`, isTrouble: false };
		const { obstacle } = this.session;
		if (obstacle && !this.#isObstacleRead) {
			// A stage is at no table that a broker carries.
			const { words } = OBSTACLES[obstacle as Obstacle];
			return {
				words: `The speaker’s window cannot find this stage: ${words}. ${capFor('close')} closes this line.`,
				isTrouble: false
			};
		}
		const { room, started } = this.session;
		return room?.role === 'spectator' && started && this.apart === null
			? { words: followingWords(room), isTrouble: false }
			: null;
	}

	/** Why another stage runs the talk that this one does not follow; null where that is not so. */
	get apart(): string | null {
		const { room, started } = this.session;
		return room && whyNotFollowing(room, started, this.talk);
	}

	/**
	 * Does what a key or a button asks for.
	 *
	 * @param key the key that was pressed, where it says more than its command
	 */
	perform(command: StageCommand, key = ''): void {
		this.#actions[command](key);
	}

	/** Opens a slide, and closes what is over it. On the slide that is there, the moment stays. */
	open(slug: string): void {
		this.sheet = null;
		if (slug === this.session.moment.slug) return;
		void this.session.goTo(this.session.momentOf(slug));
	}

	/** Ends what would go on by itself. */
	end(): void {
		clearTimeout(this.#wordTimer);
	}

	readonly #actions: Record<StageCommand, (key: string) => void> = {
		next: () => this.#move('next'),
		back: () => this.#move('back'),
		first: () => this.#goTo(0),
		last: () => this.#goTo(this.session.moments.length - 1),
		overview: () => this.#toggle('overview'),
		goTo: () => this.#toggle('goTo'),
		ladder: () => this.#toggle('ladder'),
		inspect: () => this.#toggle('inspect'),
		break: () => this.#toggle('break'),
		mend: () => this.#mend(),
		help: () => this.#toggle('help'),
		black: () => (this.isBlack = !this.isBlack),
		fullScreen: () => void this.#toggleFullScreen(),
		speaker: () => this.#openSpeaker(),
		mask: () => {
			this.session.isMasked = !this.session.isMasked;
			this.#say(
				this.session.isMasked
					? 'Addresses and credentials are masked.'
					: 'Addresses and credentials are shown.'
			);
		},
		spot: () => (this.hasSpot = !this.hasSpot),
		spotlight: () => (this.hasSpotlight = !this.hasSpotlight),
		larger: () => this.#light(() => this.pointer.grow()),
		smaller: () => this.#light(() => this.pointer.shrink()),
		point: (key) => this.pointer.step(key),
		draw: () => (this.isDrawing = !this.isDrawing),
		undo: () => this.ink.undo(this.session.moment.slug),
		clear: () => this.ink.clear(this.session.moment.slug),
		pattern: () => {
			this.session.choosePattern();
			this.#say('The test pattern stands in for the camera.');
		},
		recorded: () => void this.#toggleRecorded(),
		takeOver: () => void this.#takeOver(),
		turn: () => {
			if (this.sheet === null && !this.isBlack) this.asking.turn();
		},
		choose: (key) => {
			if (this.sheet === null && !this.isBlack) this.asking.choose(optionOf(key));
		},
		close: () => this.#close(),
		stay: () => {}
	};

	/** On a black screen nothing moves: what nobody sees would be missed. */
	#move(type: 'next' | 'back'): void {
		this.sheet = null;
		this.#isObstacleRead = true;
		if (this.isBlack) this.isBlack = false;
		else this.session.send({ type });
	}

	#mend(): void {
		const broken = later.bench?.lastDeedWords(this.session) ?? null;
		if (broken === null) this.#say('Nothing was broken.');
		else {
			this.session.send({ type: 'deed.undo' });
			this.#say(`Undone: ${broken}.`);
		}
	}

	#goTo(at: number): void {
		this.sheet = null;
		this.isBlack = false;
		void this.session.goTo(at);
	}

	#toggle(sheet: Sheet): void {
		this.isBlack = false;
		this.sheet = this.sheet === sheet ? null : sheet;
	}

	/** Changes the light, where there is one. */
	#light(change: () => void): void {
		if (this.hasSpotlight) change();
	}

	/** Closes one thing, the uppermost. */
	#close(): void {
		if (this.isBlack) this.isBlack = false;
		else if (this.sheet !== null) this.sheet = null;
		else if (this.isDrawing) this.isDrawing = false;
		else if (this.hasSpotlight) this.hasSpotlight = false;
		else if (this.hasSpot) this.hasSpot = false;
		else if (this.word !== null) this.word = null;
		else this.#isObstacleRead = true;
	}

	async #toggleRecorded(): Promise<void> {
		const isOn = !this.session.isRecorded;
		if (isOn) this.#say('The recorded call is being loaded.');
		try {
			await this.session.chooseRecorded(isOn);
			if (isOn) this.word = null;
			else if (!this.session.isRecorded) this.#say('Fresh peers go on.');
		} catch (error) {
			const { message } = error as Error;
			this.#say(isOn ? `There is no recorded call: ${message}` : message);
		}
	}

	async #takeOver(): Promise<void> {
		const { room, seating } = this.session;
		if (room?.role === 'spectator') await seating?.takeOver(PEER_NAMES);
		else this.#say('No other stage runs the talk.');
	}

	async #toggleFullScreen(): Promise<void> {
		try {
			if (document.fullscreenElement) await document.exitFullscreen();
			else await document.documentElement.requestFullscreen({ navigationUI: 'hide' });
		} catch {
			this.#say('This browser refuses full screen here. Its own key may work: F11.');
		}
	}

	/** Without an opener, for neither window shall depend on the other; so nobody learns whether it was blocked. */
	#openSpeaker(): void {
		window.open(this.speaker, '_blank', 'noopener');
		this.#say(`The speaker’s window is ${location.origin}${this.speaker}`);
	}

	#say(word: string): void {
		clearTimeout(this.#wordTimer);
		this.word = word;
		this.#wordTimer = setTimeout(() => (this.word = null), READING_TIME);
	}
}
