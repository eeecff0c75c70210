/** How often a clock is asked in a row: of several answers the one that took least is the truest. */
const QUESTIONS = 5;
/** Milliseconds after which a clock is asked anew: no two run alike, and a machine may have slept. */
const AGAIN = 60_000;

/** What comparing clocks needs of its tab. */
export interface ClocksSurroundings {
	/** Milliseconds by the clock of this tab. */
	now(): number;
	/** Asks a tab what its clock says. */
	ask(tab: string, asked: number): void;
}

/** What is known of another clock. */
interface Comparison {
	/** Milliseconds to be added to what it says. */
	offset: number;
	/** Milliseconds that the best of the answers took, there and back. */
	delay: number;
	/** How many answers are still wanted. */
	left: number;
	/** When it was asked last, by the clock of this tab; null where no answer is waited for. */
	asked: number | null;
	/** Since when it is compared, by the clock of this tab. */
	since: number;
}

/**
 * How the clocks of other machines differ from this one's, so that what happened on two of them stands in one order: by
 * asking and being answered, as NTP does (RFC 5905, 8), where an answer came when half of its delay had passed.
 */
export class Clocks {
	readonly #surroundings: ClocksSurroundings;
	readonly #others = new Map<string, Comparison>();

	constructor(surroundings: ClocksSurroundings) {
		this.#surroundings = surroundings;
	}

	/** Compares the clock of a tab, unless that was done a moment ago. */
	compare(tab: string): void {
		const now = this.#surroundings.now();
		const before = this.#others.get(tab);
		if (before && now - before.since < AGAIN) return;
		const offset = before?.offset ?? 0;
		this.#ask(tab, { offset, delay: Infinity, left: QUESTIONS, asked: null, since: now });
	}

	/** A tab has answered what its clock said when it heard the question that was asked then. */
	answered(tab: string, asked: number, at: number): void {
		const comparison = this.#others.get(tab);
		if (comparison?.asked !== asked) return;
		const delay = this.#surroundings.now() - asked;
		if (delay < comparison.delay) {
			comparison.delay = delay;
			comparison.offset = asked + delay / 2 - at;
		}
		comparison.left -= 1;
		comparison.asked = null;
		if (comparison.left > 0) this.#ask(tab, comparison);
	}

	/** Milliseconds to be added to what the clock of a tab says; 0 where it was not compared. */
	offsetOf(tab: string): number {
		return this.#others.get(tab)?.offset ?? 0;
	}

	gone(tab: string): void {
		this.#others.delete(tab);
	}

	#ask(tab: string, comparison: Comparison): void {
		const { now, ask } = this.#surroundings;
		comparison.asked = now();
		this.#others.set(tab, comparison);
		ask(tab, comparison.asked);
	}
}
