/** Milliseconds without a word after which a claim has been lost. */
const QUIET = 2000;

/**
 * What is waited for while a room at a broker is entered: that everything the broker has kept was heard. That is so where
 * the own claim has come out of it, and after that an own word, whichever of the two a broker brings last. A broker
 * handles together what comes together, so the word is said only then.
 */
export class Entry {
	/** Resolves once all was heard; never where the connection was torn before. */
	readonly ended: Promise<void>;
	readonly #acts: { claim(): void; say(): void };
	/** Whether the own claim comes back as it was said: it is not kept, or was not when it was asked for. */
	#isLive: boolean;
	#hasSaid = false;
	#timer: ReturnType<typeof setTimeout> | undefined;
	#end!: () => void;

	/**
	 * @param acts how something is claimed again, and how an own word is said
	 * @param isLive whether this member listens before it claims anything
	 */
	constructor(acts: { claim(): void; say(): void }, isLive: boolean) {
		this.#acts = acts;
		this.#isLive = isLive;
		this.ended = new Promise((resolve) => (this.#end = resolve));
	}

	/** More is to come. Where nothing does, somebody has emptied the own place before it was listened to. */
	waits(): void {
		clearTimeout(this.#timer);
		this.#timer = setTimeout(() => this.claimAnew(), QUIET);
	}

	/** The own place was emptied or overwritten: anybody can. */
	claimAnew(): void {
		this.#isLive = true;
		this.#acts.claim();
	}

	/** The own claim is back, from what the broker had kept or as it was said. */
	ownIsBack(isKept: boolean): void {
		if (!isKept && !this.#isLive) return;
		this.#hasSaid = true;
		this.#acts.say();
	}

	/** The own word is back; one of a connection that was torn meanwhile tells nothing of this one. */
	wordIsBack(): void {
		if (!this.#hasSaid) return;
		this.drop();
		this.#end();
	}

	/** Waits no more. */
	drop(): void {
		clearTimeout(this.#timer);
	}
}
