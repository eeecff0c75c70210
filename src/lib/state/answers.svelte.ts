import { SvelteMap } from 'svelte/reactivity';
import { keep, recall } from './kept';

/** What somebody expects of the steps that a slide asks about, and has chosen before they ran. */
export class Answers {
	readonly #chosen = new SvelteMap<string, number>();

	/** Reads what was chosen on earlier visits. */
	recall(): void {
		for (const [slug, option] of Object.entries(recall('answers') ?? {})) {
			this.#chosen.set(slug, option);
		}
	}

	/** The option that was chosen on a slide, from 0; null for none. */
	of(slug: string): number | null {
		return this.#chosen.get(slug) ?? null;
	}

	choose(slug: string, option: number): void {
		this.#chosen.set(slug, option);
		keep('answers', Object.fromEntries(this.#chosen));
	}
}
