import { SvelteMap } from 'svelte/reactivity';
import { isLevels, keep, recall } from './kept';

/** That a level was reached. */
export interface LevelReached {
	/** When first, in milliseconds since the Unix epoch. */
	at: number;
	/** How many hints were read for it. */
	hints: number;
}

/** What a file of progress says of itself. */
const FORMAT = 'parley-levels';
const VERSION = 1;

/** Which levels somebody has reached in this browser. */
export class LevelProgress {
	readonly #reached = new SvelteMap<string, LevelReached>();

	/** Reads what was kept on earlier visits, and in other tabs until now. */
	recall(): void {
		this.#add(recall('levels') ?? {});
	}

	/** When a level was reached; null where it was not. */
	of(slug: string): LevelReached | null {
		return this.#reached.get(slug) ?? null;
	}

	/** A level is reached; the first time counts. */
	reach(slug: string, hints: number): void {
		this.recall();
		this.#add({ [slug]: { at: Date.now(), hints } });
		this.#keep();
	}

	/** Everything, to be taken away: JSON. */
	file(): string {
		const levels = Object.fromEntries(this.#reached);
		return `${JSON.stringify({ format: FORMAT, version: VERSION, levels }, null, '\t')}\n`;
	}

	/**
	 * Adds what a file has that was taken away.
	 * @returns how many levels of it were not reached here
	 * @throws an `Error` that says in a sentence why it cannot be read
	 */
	read(text: string): number {
		const levels = levelsIn(text);
		this.recall();
		const before = this.#reached.size;
		this.#add(levels);
		this.#keep();
		return this.#reached.size - before;
	}

	#add(levels: Readonly<Record<string, LevelReached>>): void {
		for (const [slug, one] of Object.entries(levels)) {
			const known = this.#reached.get(slug);
			if (!known || one.at < known.at) this.#reached.set(slug, one);
		}
	}

	#keep(): void {
		keep('levels', Object.fromEntries(this.#reached));
	}
}

function levelsIn(text: string): Record<string, LevelReached> {
	let value: unknown;
	try {
		value = JSON.parse(text);
	} catch (cause) {
		throw new Error('This is no JSON, and progress is kept as JSON.', { cause });
	}
	const { format, version, levels } = (value ?? {}) as Record<string, unknown>;
	if (format !== FORMAT) throw new Error('This is no file with progress from here.');
	if (version !== VERSION) {
		throw new Error(
			`This file is of version ${String(version)}, and version ${VERSION} is read here.`
		);
	}
	if (!isLevels(levels)) throw new Error('What this file says of the levels cannot be read.');
	return levels;
}
