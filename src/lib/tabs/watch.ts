/** Milliseconds between two looks at who answers. */
const LOOK = 1000;

/**
 * Looks in a row without an answer after which a tab counts as silent. Looks are counted, not time: a
 * tab that itself stood still has looked at nobody meanwhile.
 */
const PATIENCE = 4;

/**
 * Looks in a row without an answer after which a tab asks: whoever is asked answers to all, so that a crowd that misses the
 * same tab need not ask as one. Where the first of it do not ask, some more do, and then everybody.
 */
const asksAfter = (before: number): number => (before < 2 ? 1 : before < 8 ? 2 : 3);

/** What a watch needs of its tab. */
export interface WatchSurroundings {
	/** The tabs that are needed, by their ids. */
	tabs(): Iterable<string>;
	/** The locks of which no tab has said that it holds them. */
	locks(): readonly string[];
	/** What is held at this moment, by anybody. */
	held(): Promise<ReadonlySet<string>>;
	/** Asks a tab to say that it is here. */
	ask(tab: string): void;
	/** How many of the others ask before this tab does. */
	before(): number;
	/** Whether anybody looks at this tab; where nobody does, nobody is told. */
	isSeen(): boolean;
	changed(): void;
}

/**
 * Finds out which tabs do not answer. A tab whose thread stands still keeps its locks, so the browser
 * does not say that it is gone; it answers again once it goes on. A page that is only hidden answers:
 * what it hears is not slowed down there, as its timers are.
 */
export class Watch {
	readonly #surroundings: WatchSurroundings;
	/** How often each tab was looked at since it was heard, and each lock since it is nobody's. */
	readonly #looks = new Map<string, number>();
	/** What was held when that was asked last. */
	#held: ReadonlySet<string> = new Set();
	#isAsking = false;
	#timer: ReturnType<typeof setInterval> | undefined;

	constructor(surroundings: WatchSurroundings) {
		this.#surroundings = surroundings;
	}

	begin(): void {
		void this.#askWhatIsHeld();
		this.#timer = setInterval(() => this.#look(), LOOK);
	}

	end(): void {
		clearInterval(this.#timer);
	}

	/** A tab has said something. */
	heard(tab: string): void {
		const wasSilent = this.isSilent(tab);
		if (this.#looks.has(tab)) this.#looks.set(tab, 0);
		if (wasSilent) this.#surroundings.changed();
	}

	/** Whether a tab does not answer, or nobody says that he holds a lock that is held. */
	isSilent(tabOrLock: string): boolean {
		return (this.#looks.get(tabOrLock) ?? 0) > PATIENCE;
	}

	/** Whether a lock is held of which no tab has said that it holds it. */
	isHeld(lock: string): boolean {
		return this.#held.has(lock) && this.#surroundings.locks().includes(lock);
	}

	#look(): void {
		const { tabs, locks, ask, before, isSeen } = this.#surroundings;
		if (!isSeen()) return;
		const needed = new Set(tabs());
		const after = asksAfter(before());
		for (const tab of needed) if (this.#looks.get(tab)! >= after) ask(tab);
		this.#count([...needed, ...locks().filter((lock) => this.#held.has(lock))]);
		void this.#askWhatIsHeld();
	}

	#count(watched: readonly string[]): void {
		const before = this.#known;
		for (const one of this.#looks.keys()) if (!watched.includes(one)) this.#looks.delete(one);
		for (const one of watched) this.#looks.set(one, (this.#looks.get(one) ?? 0) + 1);
		if (this.#known !== before) this.#surroundings.changed();
	}

	/** One question at a time: a browser may refuse to answer, or never do. */
	async #askWhatIsHeld(): Promise<void> {
		const { locks, held, changed } = this.#surroundings;
		if (this.#isAsking) return;
		if (locks().length === 0) {
			this.#held = new Set();
			return;
		}
		this.#isAsking = true;
		const before = locks()
			.filter((lock) => this.#held.has(lock))
			.join();
		this.#held = await held().catch(() => new Set<string>());
		this.#isAsking = false;
		const after = locks()
			.filter((lock) => this.#held.has(lock))
			.join();
		if (after !== before) changed();
	}

	/** Who is silent, as one text. */
	get #known(): string {
		return [...this.#looks.keys()].filter((one) => this.isSilent(one)).join();
	}
}
