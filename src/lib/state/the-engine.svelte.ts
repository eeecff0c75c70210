import { chunk } from '$lib/deck/chunk';
import { operable, type Operable } from '$lib/lessons/performed';
import type { Step } from '$lib/steps/step';
import type * as Engine from './engine';
import { patiently } from './patiently';

const stepFiles = import.meta.glob<{ steps: readonly Step[] }>('../steps/*/index.ts');

/** What runs a walk, and the steps that it performs: fetched when they are asked for first. */
class TheEngine {
	/** How much of it could not be fetched, and is waited for. */
	#waiting = $state(0);
	/** By what it is called. */
	readonly #asked = new Map<string, Promise<unknown>>();

	/** Whether something could not be fetched, and is waited for. */
	get isWaiting(): boolean {
		return this.#waiting > 0;
	}

	/** What runs a walk, asked for as often as it takes. */
	get(): Promise<typeof Engine> {
		return this.#once(
			'engine',
			chunk(() => import('./engine'), 'createWalk')
		);
	}

	/** The steps of some lessons, by the slugs of those; the same. */
	async stepsOf(lessons: readonly string[]): Promise<Operable> {
		const loaded = lessons.map(async (lesson) => {
			const load = chunk(stepFiles[`../steps/${lesson}/index.ts`]!, 'steps');
			return [lesson, (await this.#once(`steps of ${lesson}`, load)).steps] as const;
		});
		return operable(Object.fromEntries(await Promise.all(loaded)));
	}

	/** A part of the page without which nobody can press, by its name; the same. */
	part<T>(name: string, load: () => Promise<T>): Promise<T> {
		return this.#once(`part ${name}`, load);
	}

	#once<T>(name: string, load: () => Promise<T>): Promise<T> {
		const asked = (this.#asked.get(name) as Promise<T> | undefined) ?? this.#fetch(load);
		this.#asked.set(name, asked);
		return asked;
	}

	async #fetch<T>(load: () => Promise<T>): Promise<T> {
		let waits = 0;
		const loaded = await patiently(load, {
			first: 300,
			longest: 8000,
			waits: () => {
				this.#waiting += 1 - waits;
				waits = 1;
			}
		});
		this.#waiting -= waits;
		return loaded;
	}
}

/** One for the page: its walks have it in common. */
export const theEngine = new TheEngine();
