import { variationOf, type Level, type Variation } from '$lib/levels/level';
import type { Judgement, Pointed } from '$lib/levels/pointing';
import type { LevelProgress } from '$lib/state/level-progress.svelte';
import { replyTo } from './replies';

/** Seeds are whole numbers below this. */
const SEEDS = 1000;

/** A seed that nobody can know before. */
export const anySeed = () => Math.floor(Math.random() * SEEDS);

/** What somebody does in a level, beside the call: each attempt at it is a call of its own. */
export class Play {
	/** Which form the level takes; null until that is drawn. */
	seed = $state<number | null>(null);
	/** How often it was begun anew. */
	#round = $state(0);
	/** What was said to what was pointed at last; null where nothing was, or it is put aside. */
	reply = $state<{ words: string; isRight: boolean } | null>(null);
	/** The cause was named. */
	isProven = $state(false);
	/** The call is made without the fault. */
	isMended = $state(false);
	/** What proves that it is reached; null until it is. */
	reached = $state<string | null>(null);
	/** How many hints are read. */
	hints = $state(0);
	/** Somebody wanted to read what it is, and has not found it. */
	isTold = $state(false);
	/** Somebody has begun another call from here. */
	wasPressed = false;
	readonly #progress: LevelProgress;

	constructor(
		readonly level: Level,
		progress: LevelProgress
	) {
		this.#progress = progress;
	}

	get variation(): Variation {
		return variationOf(this.level, this.seed ?? 0);
	}

	/** The variation as the call has it: once it is mended, nothing is wrong with it. */
	get faults(): Variation['faults'] {
		return this.isMended ? [] : this.variation.faults;
	}

	/** Another one for each call that is to be made. */
	get key(): string {
		return `${this.seed} ${this.#round} ${this.isMended}`;
	}

	/** Begins anew with a form of the level. */
	begin(seed: number): void {
		this.seed = seed;
		this.again();
		Object.assign(this, { isProven: false, reached: null, hints: 0, isTold: false });
	}

	/** A clean slate: fresh peers, and the fault is in it again. */
	again(): void {
		this.wasPressed = this.seed !== null && this.#round > 0;
		this.#round += 1;
		this.isMended = false;
		this.reply = null;
	}

	/** Somebody has pointed at something. */
	point(pointed: Pointed, judgement: Judgement): void {
		if (this.isProven) return;
		this.isProven = judgement === 'right';
		this.reply = { words: replyTo(pointed, judgement), isRight: this.isProven };
	}

	/** Makes the call without the fault. */
	mend(): void {
		this.wasPressed = true;
		this.reply = null;
		this.isMended = true;
	}

	/** The goal of the level is met in the call; where something is to be found, it counts once that is. */
	meet(proof: string): void {
		if (this.reached !== null || (this.level.kind === 'find' && !this.isProven)) return;
		this.reached = proof;
		this.reply = null;
		if (!this.isTold) this.#progress.reach(this.level.slug, this.hints);
	}
}
