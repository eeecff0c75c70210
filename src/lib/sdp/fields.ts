/** Stands for no note, for a note may be undefined. */
const NOTHING = Symbol('nothing');

/** How many entries a field has. */
const PARTS = 3;

/**
 * The words that a rule found in a line, by the names of the specification's grammar.
 * Offsets are into the line's text. A name may occur more than once: payload types, mids, …
 */
export class Fields {
	/**
	 * Name, start and text of one field after the other: a single array, for there are many lines.
	 * The text is cut out once, for most words are asked for several times.
	 */
	readonly #parts: (string | number)[] = [];
	/** What kept the line from being read to its end, in one sentence. */
	problem: string | null = null;
	/** What is wrong with how the line is written though it could be read, in one sentence. */
	flaw: string | null = null;
	/** What the line's rule made of the words, for the rule to find again. */
	#note: unknown = NOTHING;

	constructor(readonly text: string) {}

	add(name: string, start: number, end: number): void {
		this.#parts.push(name, start, this.text.slice(start, end));
	}

	/**
	 * Computes something once for this line: its rule asks for it in the sentence, the source, the
	 * words.
	 * @param make always the same function for a rule: one made for each call would cost more than it saves
	 */
	noted<T>(make: (fields: Fields) => T): T;
	noted<T, C>(make: (fields: Fields, context: C) => T, context: C): T;
	noted<T, C>(make: (fields: Fields, context: C) => T, context?: C): T {
		if (this.#note === NOTHING) this.#note = make(this, context as C);
		return this.#note as T;
	}

	get length(): number {
		return this.#parts.length / PARTS;
	}

	/** The name of the field at a position; empty where there is none. */
	nameAt(index: number): string {
		return (this.#parts[PARTS * index] as string | undefined) ?? '';
	}

	startAt(index: number): number {
		return (this.#parts[PARTS * index + 1] as number | undefined) ?? 0;
	}

	endAt(index: number): number {
		return this.startAt(index) + this.at(index).length;
	}

	/** The text of the field at a position. */
	at(index: number): string {
		return (this.#parts[PARTS * index + 2] as string | undefined) ?? '';
	}

	/** The position of the first field of that name; -1 where there is none. */
	indexOf(name: string): number {
		for (let part = 0; part < this.#parts.length; part += PARTS) {
			if (this.#parts[part] === name) return part / PARTS;
		}
		return -1;
	}

	/** The first field of that name; the empty text where there is none. */
	get(name: string): string {
		const index = this.indexOf(name);
		return index === -1 ? '' : this.at(index);
	}

	has(name: string): boolean {
		return this.indexOf(name) !== -1;
	}

	/** All fields of that name, in order. */
	all(name: string): string[] {
		const found: string[] = [];
		for (let index = 0; index < this.length; index++) {
			if (this.nameAt(index) === name) found.push(this.at(index));
		}
		return found;
	}
}
