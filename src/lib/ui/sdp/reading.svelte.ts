import { untrack } from 'svelte';
import { SvelteSet } from 'svelte/reactivity';
import { annotate, type Description, type Line, type Section } from '$lib/sdp';
import { follow } from '$lib/state/follow.svelte';
import type { PeerName } from '$lib/trace';
import { carryOver, changesOf } from './changes';
import { countProblems, countValues, filterOf } from './filter';
import { rowsOf, type Row } from './rows';
import type { Seen } from './seen';

export interface Input {
	readonly text: string;
	readonly before: string | undefined;
	readonly peer: PeerName | undefined;
	/** Whether a line can be pointed at, as the proof of something. */
	readonly isPointed: boolean;
}

/** Up to so many lines everything is computed at once; of more, only what is asked for. */
const FEW = 2500;
/** So short a description is read without being unfolded first. */
const SHORT = 30;

/** How one description is being read: what is folded, opened and filtered. */
export class Reading {
	readonly #input: () => Input;
	readonly #seen: Seen;
	readonly #startsFolded: boolean;
	/** Sections that are not as they started. */
	readonly #turned = new SvelteSet<number>();
	/** Lines that are open, by number. */
	readonly #opened = new SvelteSet<number>();
	#seenThen = $state.raw<ReadonlySet<string> | null>(null);

	search = $state('');
	/** The index of the only section that is shown; null for all. */
	only = $state<number | null>(null);
	onlyChanged = $state(false);
	/** How many lines of each section have something wrong with them. */
	problems = $state.raw<ReadonlyMap<number, number> | null>(null);

	readonly description: Description = $derived.by(() => annotate(this.#input().text));
	readonly isLong: boolean = $derived.by(() => this.description.lines.length > FEW);

	/** What another description has differently; null where there is none to compare with. */
	readonly changes = $derived.by(() => {
		const { before } = this.#input();
		if (before === undefined || (this.isLong && !this.onlyChanged)) return null;
		return changesOf(before, this.description);
	});

	readonly #filter = $derived.by(() =>
		filterOf({
			search: this.search,
			changed: this.onlyChanged ? this.changes : null,
			seen: this.#seenThen,
			// Explaining ten thousand lines would be felt with each letter that is typed.
			explained: !this.isLong
		})
	);

	readonly rows: Row[] = $derived.by(() =>
		rowsOf(this.description, {
			isFolded: ({ index }) => this.#startsFolded !== this.#turned.has(index),
			isOpened: ({ number }) => this.#opened.has(number),
			filter: this.#filter,
			only: this.only,
			peer: this.#input().peer,
			isPointed: this.#input().isPointed
		})
	);

	/** How often the followed value occurs in each section. */
	readonly lit = $derived.by(() =>
		follow.selected === null || this.isLong
			? null
			: countValues(this.description, this.#input().peer, (value) => follow.isLit(value))
	);

	constructor(input: () => Input, seen: Seen) {
		this.#input = input;
		this.#seen = seen;
		this.#startsFolded = untrack(() => this.description.lines.length > SHORT);
	}

	get onlyUnseen(): boolean {
		return this.#seenThen !== null;
	}

	/** Compares with what was seen until now: lines shall not go while they are looked at. */
	set onlyUnseen(only: boolean) {
		this.#seenThen = only ? this.#seen.snapshot() : null;
	}

	/** Whether something is searched or left out. Sections cannot be folded then. */
	get isFiltered(): boolean {
		return this.#filter !== null || this.only !== null;
	}

	toggleSection({ index }: Section): void {
		if (this.isFiltered) return;
		if (!this.#turned.delete(index)) this.#turned.add(index);
	}

	toggleLine(line: Line): void {
		if (this.#opened.delete(line.number)) return;
		this.#opened.add(line.number);
		this.#seen.add([line]);
	}

	/** Notes what was on the screen long enough to be read. */
	look(lines: readonly Line[]): void {
		this.#seen.add(lines);
	}

	/**
	 * Opens a line by its number, and what keeps it from being shown: its section, the filter.
	 * @returns false where there is no such line
	 */
	reveal(number: number): boolean {
		const line = this.description.lines[number - 1];
		if (line === undefined) return false;
		if (!this.rows.some((row) => row.kind === 'line' && row.line === line)) {
			this.clearFilter();
			const { index } = line.section;
			if (this.#startsFolded) this.#turned.add(index);
			else this.#turned.delete(index);
		}
		this.#opened.add(number);
		this.#seen.add([line]);
		return true;
	}

	clearFilter(): void {
		this.search = '';
		this.only = null;
		this.onlyChanged = false;
		this.onlyUnseen = false;
	}

	/** Keeps open what was open, where a later version of the text has it still. */
	carryOver(before: Description, after: Description): void {
		const numbers = carryOver(before, after, this.#opened);
		this.#opened.clear();
		for (const number of numbers) this.#opened.add(number);
		if (this.only !== null && after.sections.length <= this.only) this.only = null;
	}

	async countProblems(isOver: () => boolean): Promise<void> {
		const problems = await countProblems(this.description, isOver);
		if (!isOver()) this.problems = problems;
	}
}
