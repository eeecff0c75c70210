import { lessons } from 'virtual:deck';
import { topics } from 'virtual:levels';
import { expect, inject } from 'vitest';
import type { Deed } from '../../src/lib/breaks';
import { momentsOf, type Moment } from '../../src/lib/call/moments';
import { createWalk, type LocalWalk } from '../../src/lib/call/walk';
import { operable } from '../../src/lib/lessons/performed';
import {
	callFaults,
	courseOfLevel,
	GOALS,
	judge,
	slidesOfLevel,
	type Judgement,
	type Level,
	type Pointed,
	type Reached,
	type Variation
} from '../../src/lib/levels';
import type { Step } from '../../src/lib/steps/step';
import { PEER_NAMES, reduce, type PeerName, type SessionView } from '../../src/lib/trace';

const stepFiles = import.meta.glob<{ steps: readonly Step[] }>('../../src/lib/steps/*/index.ts', {
	eager: true
});
const OPERABLE = operable(
	Object.fromEntries(
		Object.entries(stepFiles).map(([path, { steps }]) => [path.split('/').at(-2)!, steps])
	)
);

/** All levels, in their order. */
export const LEVELS: readonly Level[] = topics.flatMap(({ levels }) => levels);

/** A step that takes what does not come is given so many turns of looking. */
const TURNS = 50;
const TURN = 20;
/** What neither connects nor fails is looked at for so long. */
const FOR_EVER = inject('isLong') ? 20_000 : 10_000;
const PATIENCE = { timeout: 30_000 };
/** How many reports of a peer tell that a picture does not come. */
const REPORTS = 3;

const turn = () => new Promise((resolve) => setTimeout(resolve, TURN));

/** One real call of a level. */
export class Played {
	readonly #walk: LocalWalk;
	readonly #level: Level;
	readonly #variation: Variation;
	readonly #moments: readonly Moment[];
	/** The step that waits for what does not come; null where none does. */
	#waits: string | null = null;

	/** @param isMended whether the call is made without the fault, to its end */
	constructor(level: Level, variation: Variation, isMended = false) {
		const { faults } = isMended ? { faults: [] } : variation;
		const lesson = lessons.find(({ slug }) => slug === level.lesson)!;
		const course = courseOfLevel(lesson.course, { faults });
		const moments = momentsOf(course, slidesOfLevel(course));
		const isAtEnd = level.opens === null || isMended;
		const at = isAtEnd ? moments.length - 1 : placeIn(moments, level.opens!);
		const sources = { john: 'pattern', jane: 'pattern' } as const;
		const input = { course, moments, at, sources, speed: 1, faults: callFaults(faults) } as const;
		this.#walk = createWalk(input, OPERABLE);
		this.#level = level;
		this.#variation = variation;
		this.#moments = moments;
	}

	/** Makes the call, up to the moment at which the level opens. */
	async open(): Promise<this> {
		this.#walk.begin();
		await this.#rest();
		return this;
	}

	end(): void {
		this.#walk.end();
	}

	get view(): SessionView {
		return reduce(this.#walk.trace.entries);
	}

	get entries() {
		return this.#walk.trace.entries;
	}

	/** Whether the goal is reached, and what proves it. */
	get reached(): Reached | null {
		const { done } = this.#walk.snapshot.context;
		const { reached } = GOALS[this.#level.goal]!({
			view: this.view,
			entries: this.entries,
			isGoneThrough: done >= this.#moments.at(-1)!.steps,
			peer: this.#variation.peer
		});
		return reached;
	}

	judged(pointed: Pointed): Judgement {
		return judge(pointed, this, this.#variation.faults);
	}

	async do(deed: Deed): Promise<void> {
		const before = this.view.deeds.length;
		this.#walk.send({ type: 'deed.do', deed });
		await this.#rest();
		expect(this.view.deeds.length, `${deed.do} is done`).toBe(before + 1);
	}

	/** Presses Next until the moment before a step, or as long as the call goes on and the goal is not reached. */
	async goOn(until?: string): Promise<void> {
		for (;;) {
			const { at } = this.#walk.snapshot.context;
			const moment = this.#moments[at]!;
			const isThere = moment.kind === 'before' && moment.step === until;
			const isOver = at === this.#moments.length - 1 || this.reached !== null;
			if (isThere || isOver || this.#refusal || this.#waits) return;
			this.#walk.send({ type: 'next' });
			await this.#rest();
		}
	}

	/** Waits until both are connected. */
	async connected(): Promise<void> {
		const states = () => PEER_NAMES.map((name) => this.#walk.live[name].pc?.connectionState);
		await expect.poll(states, PATIENCE).toEqual(['connected', 'connected']);
	}

	/** What becomes of the call that was gone through as far as it goes. */
	async outcome(): Promise<string> {
		if (this.#refusal) return this.#refusal;
		if (this.#waits) return `waits in ${this.#waits}`;
		const end = performance.now() + FOR_EVER;
		while (performance.now() < end) {
			const states = PEER_NAMES.map((name) => this.#walk.live[name].pc?.connectionState);
			if (states.includes('failed')) return 'failed';
			if (states.every((state) => state === 'connected')) return this.#pictures();
			await turn();
		}
		return 'not connected';
	}

	/** Who sees the other, once it can be told. */
	async #pictures(): Promise<string> {
		const since = this.entries.length;
		const reports = (name: PeerName) =>
			this.entries.slice(since).filter(({ kind, peer }) => kind === 'stats' && peer === name);
		const isTold = (name: PeerName) =>
			this.#sees(name) || (!this.#expects(name) && reports(name).length >= REPORTS);
		await expect.poll(() => PEER_NAMES.every(isTold), PATIENCE).toBe(true);
		const [one, ...others] = PEER_NAMES.filter((name) => this.#sees(name));
		if (one === undefined) return 'connected, nobody sees';
		return others.length > 0 ? 'connected' : `connected, ${one} alone sees`;
	}

	#sees(name: PeerName): boolean {
		return this.view.peers[name].milestones.firstFrame !== undefined;
	}

	/** Whether it is agreed that a picture comes: on a busy machine it takes its time. */
	#expects(name: PeerName): boolean {
		return this.view.peers[name].transceivers.some(
			({ kind, currentDirection }) =>
				kind === 'video' && (currentDirection === 'sendrecv' || currentDirection === 'recvonly')
		);
	}

	get #refusal(): string | null {
		const { error } = this.#walk.snapshot.context;
		return error && `${error.step}: ${error.error.name}`;
	}

	get #standing(): string {
		const { call } = this.#walk.actor.getSnapshot().value;
		return typeof call === 'object' && typeof call.attempt === 'string' ? call.attempt : 'busy';
	}

	/** Nothing is under way, or nothing comes of it. */
	async #rest(): Promise<void> {
		let idle = 0;
		this.#waits = null;
		while (this.#standing !== 'reading' && this.#standing !== 'refused') {
			idle = this.#takesNothing() ? idle + 1 : 0;
			if (idle > TURNS) {
				this.#waits = this.view.steps.at(-1)!.id;
				return;
			}
			await turn();
		}
	}

	/** Whether the step under way waits, and has recorded nothing. */
	#takesNothing(): boolean {
		if (this.#walk.snapshot.context.waiting.length === 0) return false;
		// A browser may fire what it likes meanwhile.
		const last = this.entries.findLast(
			({ kind }) => kind !== 'event' && kind !== 'changed' && kind !== 'stats' && kind !== 'lost'
		)!;
		return last.kind === 'step' && last.name === 'begin';
	}
}

function placeIn(moments: readonly Moment[], step: string): number {
	return moments.findIndex((moment) => moment.step === step && moment.kind === 'before');
}
