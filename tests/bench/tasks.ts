import { median, tabled, type Tabled } from './table';

/** How often each thing is measured. */
export const RUNS = 7;
/** What the page promises, in milliseconds. */
const MOST = 100;

export const nextFrame = () => new Promise(requestAnimationFrame);

/** Resolves when something is so, looking once a frame. */
export async function until(isSo: () => boolean): Promise<void> {
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

export async function longestTask(work: () => Promise<void>): Promise<number> {
	await tasks.settle();
	const from = performance.now();
	await work();
	return tasks.longest(from, await tasks.settle());
}

/** Prints the longest task of each run, and what it comes to in the table; the first run is cold. */
export function print(task: Tabled, title: string, longest: readonly number[]): void {
	const words = longest.map((time) => (time === 0 ? '<50' : String(Math.round(time)))).join(' ');
	const short = longest.filter((time) => time < MOST).length;
	console.log(`${title}: longest task of each run, the first one cold, in ms: ${words}`);
	console.log(`    ${short} of ${RUNS} runs without a task over ${MOST} ms`);
	const warm = longest.slice(1);
	const figure = (time: number) => (time === 0 ? '<50' : String(Math.round(time)));
	tabled(task, {
		what: title,
		measured: `longest task ${figure(median(warm))} ms (median), ${figure(Math.max(...warm))} ms (worst)`,
		goal: `≤ ${MOST} ms`,
		isReached: median(warm) <= MOST
	});
}

/** Prints, below that, how long something took in each run, in milliseconds. */
export function printTimes(what: string, times: readonly number[]): void {
	console.log(`    ${what}, in ms: ${times.map(Math.round).join(' ')}`);
}
