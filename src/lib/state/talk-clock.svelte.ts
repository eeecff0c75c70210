import { keep, recall } from './kept';

/** The time a talk has taken: it runs, is stopped and set back by the speaker, and outlives a reload. */
export class TalkClock {
	#began = $state<number | null>(null);
	#before = $state(0);
	#now = $state(0);
	#timer: ReturnType<typeof setInterval> | undefined;

	/** Goes on from where the clock was when this window was here last. */
	start(): void {
		const kept = recall('talk');
		this.#began = kept?.began ?? null;
		this.#before = kept?.before ?? 0;
		this.#now = Date.now();
		this.#timer = setInterval(() => (this.#now = Date.now()), 250);
	}

	end(): void {
		clearInterval(this.#timer);
	}

	/** The time of day, in milliseconds since the Unix epoch. */
	get now(): number {
		return this.#now;
	}

	get runs(): boolean {
		return this.#began !== null;
	}

	/** Whether it has run at all since it was set back. */
	get isFresh(): boolean {
		return this.#began === null && this.#before === 0;
	}

	/** In milliseconds. */
	get elapsed(): number {
		return this.#before + (this.#began === null ? 0 : Math.max(0, this.#now - this.#began));
	}

	run(): void {
		if (this.runs) return;
		this.#began = this.#now = Date.now();
		this.#keep();
	}

	pause(): void {
		this.#now = Date.now();
		this.#before = this.elapsed;
		this.#began = null;
		this.#keep();
	}

	reset(): void {
		this.#began = null;
		this.#before = 0;
		this.#keep();
	}

	#keep(): void {
		keep('talk', { began: this.#began, before: this.#before });
	}
}
