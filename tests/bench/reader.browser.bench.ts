// How long a description of ten thousand lines keeps the page from answering.
// Run with `npm run bench`: it prints the longest task of each of several runs, in Chromium.
import { afterEach, describe, it } from 'vitest';
import { userEvent } from 'vitest/browser';
import { endAll, liveOffer, longer, read } from '../reader/live';
import { longestTask, nextFrame, print, RUNS, until } from './tasks';

const long = longer((await liveOffer()).gathered, 10_000);

afterEach(endAll);

const isDrawn = () => document.querySelector('[role="row"]') !== null;

describe('a description of ten thousand lines', () => {
	it('opens', { timeout: 120_000 }, async ({ task }) => {
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
		print(task, 'A description of 10,000 lines opens', longest);
	});

	it('unfolds, scrolls and jumps to its end', { timeout: 120_000 }, async ({ task }) => {
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
		print(task, 'It unfolds, scrolls and jumps to its end', longest);
	});
});
