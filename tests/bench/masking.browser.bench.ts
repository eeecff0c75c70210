// How long masking a call of an hour and a half keeps the page from answering, and how long it takes.
// Run with `npm run bench`: it prints the longest task of each of several runs, in Chromium.
import { describe, it } from 'vitest';
import { inSlices } from '../../src/lib/state/in-slices';
import { Masking } from '../../src/lib/state/masking';
import { parseTraceFile, traceFileParts } from '../../src/lib/trace/file';
import { lengthened } from '../trace-file/long';
import { longestTask, print, printTimes, RUNS } from './tasks';

const ENTRIES = 12_000;

const recorded = await fetch('/samples/call.parley-trace.json');
const parsed = parseTraceFile(await recorded.text());
const entries = lengthened((parsed.ok && parsed.file.entries) || [], ENTRIES);
const META = { exportedAt: '2026-11-26T00:00:00.000Z', masked: true };

describe('a trace of twelve thousand entries', () => {
	it('is masked, and then saved', { timeout: 240_000 }, async ({ task }) => {
		const masks: number[] = [];
		const saves: number[] = [];
		const totals: number[] = [];
		for (let run = 0; run < RUNS; run++) {
			let time = 0;
			const masked = await longestTask(async () => {
				const begin = performance.now();
				await new Promise<void>((resolve) => {
					const masking = new Masking(resolve);
					masking.open(entries);
					masking.shown(entries);
				});
				time = performance.now() - begin;
			});
			masks.push(masked);
			totals.push(time);
			const save = longestTask(async () => {
				await inSlices(traceFileParts(entries, META));
			});
			saves.push(await save);
		}
		print(task, `A trace of ${ENTRIES} entries is masked`, masks);
		printTimes('until all are masked', totals);
		print(task, 'It is written as a file', saves);
	});
});
