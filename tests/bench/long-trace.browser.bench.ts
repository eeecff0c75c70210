// A trace of 100,000 entries in /inspect: how long until it is shown, how long until any entry of it is,
// and whether memory grows with its length. Run with `npm run bench`, in Chromium.
import { flushSync, mount, unmount } from 'svelte';
import { describe, it } from 'vitest';
import '../../src/lib/ui/theme.css';
import Recorded from '../../src/lib/ui/inspect/Recorded.svelte';
import { parseTraceFile } from '../../src/lib/trace/file';
import { Views } from '../../src/lib/trace/views';
import { lengthened } from '../trace-file/long';
import { median, tabled } from './table';
import { nextFrame } from './tasks';

/** What one picture of the screen takes, in milliseconds. */
const FRAME = 16;
const CHOSEN = 60;

const response = await fetch('/samples/call.parley-trace.json');
const parsed = parseTraceFile(await response.text());
const recorded = (parsed.ok && parsed.file.entries) || [];

/** The session of so many entries on the page: milliseconds until it is drawn, and until others are chosen. */
async function shown(length: number) {
	const entries = lengthened(recorded, length);
	const target = document.body.appendChild(document.createElement('div'));
	const begin = performance.now();
	const page = mount(Recorded, { target, props: { entries, views: new Views(), titles: {} } });
	flushSync();
	void target.offsetHeight;
	const opened = performance.now() - begin;
	await nextFrame();
	const scrubber = target.querySelector<HTMLInputElement>('input[type="range"]')!;
	const times: number[] = [];
	for (let run = 0; run < CHOSEN; run += 1) {
		// To and fro through the whole trace, as nobody drags, but as one presses on the ladder.
		const share = (run * 0.618034) % 1;
		const least = Number(scrubber.min);
		scrubber.value = String(Math.round(least + share * (Number(scrubber.max) - least)));
		const chosen = performance.now();
		scrubber.dispatchEvent(new Event('input', { bubbles: true }));
		flushSync();
		void target.offsetHeight;
		times.push(performance.now() - chosen);
		await nextFrame();
	}
	await unmount(page);
	target.remove();
	return { opened, times };
}

describe('a trace of 100,000 entries', () => {
	it('is opened, and any entry of it is chosen', { timeout: 600_000 }, async ({ task }) => {
		for (const length of [1_000, 10_000, 100_000]) {
			const { opened, times } = await shown(length);
			const middle = median(times);
			const worst = Math.max(...times);
			console.log(`${length} entries: opened in ${Math.round(opened)} ms`);
			tabled(task, {
				what: `${length} entries: another one is chosen and drawn`,
				measured: `${middle.toFixed(1)} ms (median), ${worst.toFixed(1)} ms (worst); opened in ${Math.round(opened)} ms`,
				goal: `≤ ${FRAME} ms`,
				isReached: middle <= FRAME
			});
		}
	});
});
