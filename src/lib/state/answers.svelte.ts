import { SvelteMap } from 'svelte/reactivity';
import { keep, recall } from './kept';

/** What somebody answered to a question. */
export interface Given {
	/** The option that was chosen, as it stood there. */
	said: string;
	/** When, in milliseconds since the Unix epoch. */
	at: number;
	/** The option that a call proved right when it was looked at; null before. */
	call: string | null;
}

/** A question: the slide that asks it, and the check that reads its answer. */
const nameOf = (slug: string, check: string) => `${slug}#${check}`;

/** What somebody expects of what slides ask about, and what came of it. */
export class Answers {
	readonly #given = new SvelteMap<string, Given>();

	/** Reads what was answered on earlier visits, and in other tabs until now. */
	recall(): void {
		for (const [name, given] of Object.entries(recall('answers') ?? {})) {
			this.#given.set(name, given);
		}
	}

	/** What was answered to a question of a slide; null for nothing. */
	of(slug: string, check: string): Given | null {
		return this.#given.get(nameOf(slug, check)) ?? null;
	}

	/** All that was answered on a slide. */
	on(slug: string): Given[] {
		return [...this.#given]
			.filter(([name]) => name.startsWith(nameOf(slug, '')))
			.map(([, one]) => one);
	}

	choose(slug: string, check: string, said: string): void {
		this.#keep(nameOf(slug, check), { said, at: Date.now(), call: null });
	}

	/** A call has answered what somebody had answered before. */
	learn(slug: string, check: string, call: string): void {
		const given = this.of(slug, check);
		if (given && given.call !== call) this.#keep(nameOf(slug, check), { ...given, call });
	}

	#keep(name: string, given: Given): void {
		// Another tab may have kept more since.
		this.recall();
		this.#given.set(name, given);
		keep('answers', Object.fromEntries(this.#given));
	}
}
