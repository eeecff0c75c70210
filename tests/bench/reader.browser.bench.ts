// How long a description of ten thousand lines keeps the page from answering.
// Run with `npm run bench`: it prints the longest task of each of several runs, in Chromium.
import { afterEach, describe, it } from 'vitest';
import { userEvent } from 'vitest/browser';
import { endAll, liveOffer, longer, read } from '../reader/live';

const RUNS = 7;
/** What the page promises, in milliseconds. */
const MOST = 100;

const long = longer((await liveOffer()).gathered, 10_000);

afterEach(endAll);

const nextFrame = () => new Promise(requestAnimationFrame);

/** Resolves when something is so, looking once a frame. */
async function until(isSo: () => boolean): Promise<void> {
	while (!isSo()) await nextFrame();
}

/** The tasks over 50 ms that the browser tells of, until a long one of our own is told: the last. */
class Tasks {
	readonly #told: PerformanceEntry[] = [];
	readonly #observer = new PerformanceObserver((list) => this.#told.push(...list.getEntries()));

	constructor() {
		this.#observer.observe({ type: 'longtask' });
	}

	/** Has the browser tell of everything so far, by a long task to wait for. */
	async settle(): Promise<number> {
		await nextFrame();
		await new Promise((resolve) => setTimeout(resolve));
		const begin = performance.now();
		while (performance.now() < begin + 60);
		await until(() => this.#told.some(({ startTime, duration }) => startTime + duration > begin));
		return begin;
	}

	/** The longest task that began between two moments, in milliseconds; 0 where all were short. */
	longest(from: number, to: number): number {
		const own = this.#told.filter(
			({ startTime, duration }) => startTime >= from && startTime + duration <= to
		);
		return Math.max(0, ...own.map(({ duration }) => duration));
	}
}

const tasks = new Tasks();

async function longestTask(work: () => Promise<void>): Promise<number> {
	await tasks.settle();
	const from = performance.now();
	await work();
	return tasks.longest(from, await tasks.settle());
}

function print(title: string, longest: readonly number[]): void {
	const words = longest.map((time) => (time === 0 ? '<50' : String(Math.round(time)))).join(' ');
	const short = longest.filter((time) => time < MOST).length;
	console.log(`${title}: longest task of each run, the first one cold, in ms: ${words}`);
	console.log(`    ${short} of ${RUNS} runs without a task over ${MOST} ms`);
}

const isDrawn = () => document.querySelector('[role="row"]') !== null;

describe('a description of ten thousand lines', () => {
	it('opens', { timeout: 120_000 }, async () => {
		const longest: number[] = [];
		for (let run = 0; run < RUNS; run++) {
			const time = await longestTask(async () => {
				read({ text: long });
				await until(isDrawn);
				// Long enough for the slices in which problems are counted afterwards.
				for (let frame = 0; frame < 30; frame++) await nextFrame();
			});
			longest.push(time);
			endAll();
		}
		print('A description of 10,000 lines opens', longest);
	});

	it('unfolds, scrolls and jumps to its end', { timeout: 120_000 }, async () => {
		const longest: number[] = [];
		for (let run = 0; run < RUNS; run++) {
			const { target, row, rows, all, focused } = read({ text: long });
			await until(isDrawn);
			const time = await longestTask(async () => {
				row('s0').click();
				row('s1').click();
				await until(() => rows('line').length > 5);
				for (let at = 0; at < 30; at++) {
					target.scrollTop += 400;
					await nextFrame();
				}
				all('[role="row"]')[0]!.focus();
				await userEvent.keyboard('{End}');
				await until(() => focused()?.startsWith('s') ?? false);
			});
			longest.push(time);
			endAll();
		}
		print('It unfolds, scrolls and jumps to its end', longest);
	});
});
