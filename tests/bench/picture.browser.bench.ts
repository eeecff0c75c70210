// Whether the picture of the call keeps a walk from being drawn, when Next is pressed as fast as it may be.
// Run with `npm run bench`: it prints the longest pause between two frames, beside a walk without it.
import { mount, unmount } from 'svelte';
import { describe, it } from 'vitest';
import { momentsOf } from '../../src/lib/call/moments';
import { createWalk } from '../../src/lib/call/walk';

import { Views } from '../../src/lib/trace';
import CallPicture from '../../src/lib/ui/picture/CallPicture.svelte';
import { Shown } from './shown.svelte';
import { median, tabled } from './table';
import { nextFrame, RUNS } from './tasks';
import { CALL, OPERABLE, STEPS } from '../call/course';

/** What the eye takes for a jump, in milliseconds. */
const DROPPED = 50;

const moments = momentsOf(
	CALL,
	STEPS.map(({ id }) => ({ slug: id, step: id }))
);

/** The pauses between frames while a whole call is walked through, in milliseconds. */
async function walked(hasPicture: boolean): Promise<number[]> {
	const target = document.body.appendChild(document.createElement('div'));
	target.style.cssText = 'width: 860px; height: 420px';
	const shown = new Shown();
	const picture = hasPicture
		? mount(CallPicture, {
				target,
				props: {
					get view() {
						return shown.view;
					},
					get entries() {
						return shown.entries;
					}
				}
			})
		: null;
	const walk = createWalk(
		{ course: CALL, moments, at: 0, sources: { john: 'pattern', jane: 'pattern' }, speed: 1 },
		OPERABLE
	);
	walk.begin();
	const views = new Views();
	const pauses: number[] = [];
	let before = await nextFrame();
	while (walk.snapshot.context.at < moments.length - 1) {
		if (walk.snapshot.can({ type: 'next' })) void walk.send({ type: 'next' });
		// As the session does it: what the trace has grown by is shown once a frame.
		shown.entries = [...walk.trace.entries];
		shown.view = views.of(shown.entries, shown.entries.length);
		const now = await nextFrame();
		pauses.push(now - before);
		before = now;
	}
	walk.end();
	if (picture) await unmount(picture);
	target.remove();
	return pauses;
}

const print = (what: string, runs: readonly number[][]) => {
	const longest = runs.map((pauses) => Math.round(Math.max(...pauses))).join(' ');
	const dropped = runs.map((pauses) => pauses.filter((pause) => pause > DROPPED).length);
	console.log(`    ${what}: longest pause between frames in ms: ${longest}`);
	console.log(`    ${what}: pauses over ${DROPPED} ms in each run: ${dropped.join(' ')}`);
};

describe('a walk in which Next is pressed as fast as it may be', () => {
	it('with the picture and without it', { timeout: 300_000 }, async ({ task }) => {
		const without: number[][] = [];
		const withIt: number[][] = [];
		// In turn, so that a machine that slows down slows both.
		for (let run = 0; run < RUNS; run += 1) {
			without.push(await walked(false));
			withIt.push(await walked(true));
		}
		console.log(`A call of ${moments.length} moments, ${RUNS} runs, the first one cold`);
		print('without the picture', without);
		print('with the picture', withIt);
		// The first run is cold.
		const over = (runs: readonly number[][]) =>
			runs.slice(1).map((pauses) => pauses.filter((pause) => pause > DROPPED).length);
		const [bare, drawn] = [median(over(without)), median(over(withIt))];
		tabled(task, {
			what: `Next as fast as it may be: pauses over ${DROPPED} ms in a walk, without the picture`,
			measured: `${drawn}, ${bare} (medians)`,
			goal: 'no more than without',
			isReached: drawn <= bare
		});
	});
});
