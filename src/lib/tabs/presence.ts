import type { Doing } from './messages';

/** What this tab is busy with, and what the others believe that it is. */
export class Presence {
	readonly #isWorking: () => boolean;
	readonly #tell: () => void;
	#isAway = false;
	#said: Doing | null = null;

	/**
	 * @param isWorking whether a step is under way in this tab
	 * @param tell tells the others what `doing` is now
	 */
	constructor(isWorking: () => boolean, tell: () => void) {
		this.#isWorking = isWorking;
		this.#tell = tell;
	}

	get doing(): Doing {
		if (this.#isWorking()) return 'working';
		return this.#isAway ? 'away' : 'reading';
	}

	begin(): void {
		document.addEventListener('visibilitychange', this.#look);
		this.#isAway = document.hidden;
	}

	end(): void {
		document.removeEventListener('visibilitychange', this.#look);
	}

	/** What the others are told at this moment. */
	say(): Doing {
		this.#said = this.doing;
		return this.#said;
	}

	/** Tells the others where it is not what they heard last. */
	update(): void {
		if (this.doing !== this.#said) this.#tell();
	}

	/** A page that is only hidden still runs; the others are told. */
	readonly #look = () => {
		this.#isAway = document.hidden;
		this.update();
	};
}
