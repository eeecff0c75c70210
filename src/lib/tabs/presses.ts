/** What somebody looks at who presses something: a moment, and an entry of the trace; null for the present. */
export interface Position {
	readonly at: number;
	readonly cursor: number | null;
}

const isSame = (one: Position, other: Position) =>
	one.at === other.at && one.cursor === other.cursor;

/**
 * Which presses of *Next* and *Back* still mean what whoever pressed them saw. Two people who press at
 * once mean the same step, and it is taken once. One person who presses twice means two, though the
 * second press was made before the answer to the first was seen.
 */
export class Presses {
	#by: string | null = null;
	/** Where the walk stood when each of the presses in a row was heard, the first as it was seen. */
	#passed: Position[] = [];
	/** Where the last of them has led. */
	#end: Position | null = null;

	/**
	 * Whether a tab that saw one position means the present one: it is the same, or nothing but presses
	 * of this very tab have led from the one to the other.
	 */
	mean(tab: string, seen: Position, present: Position): boolean {
		if (isSame(seen, present)) return true;
		const isInARow = this.#by === tab && this.#end !== null && isSame(this.#end, present);
		return isInARow && this.#passed.some((passed) => isSame(passed, seen));
	}

	/** A press of a tab that saw this, and that meant it, has led the walk from one position to another. */
	led(tab: string, seen: Position, from: Position, to: Position): void {
		// Where it was seen as it stands, every press before this one is answered.
		this.#passed = isSame(seen, from) ? [from] : [...this.#passed, from];
		this.#by = tab;
		this.#end = to;
	}
}
