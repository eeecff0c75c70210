// Explaining everything, measured beside what others need for parsing alone, on the same inputs.
// Run with `npm run bench`: it prints the throughputs and their ratios.
import * as sdp from 'sdp';
import * as sdpTransform from 'sdp-transform';
import { describe, it } from 'vitest';
import type * as Sdp from '../../src/lib/sdp';
import { bundled } from './bundled';
import { conference, inputs } from './descriptions';
import { readEverything } from './read-everything';
import { tabled, type Tabled } from './table';
import { throughput } from './throughput';

const { annotate } = await bundled<typeof Sdp>('../../src/lib/sdp/index.ts');

const REFERENCE = 'sdp-transform parse';

const CONTESTANTS: Readonly<Record<string, (text: string) => unknown>> = {
	annotate: annotate,
	'annotate, every explanation read': (text) =>
		annotate(text).lines.reduce((sum, line) => sum + line.explanation.length, 0),
	'annotate, all read: explanation, problem, spec, usage, each token': (text) =>
		readEverything(annotate(text)),
	[REFERENCE]: (text) => sdpTransform.parse(text),
	'sdp splitSections + splitLines': (text) => sdp.splitSections(text).map(sdp.splitLines)
};

/** The best of several rounds, in turns, so that what else the machine does meets all alike. */
function compare(task: Tabled, title: string, texts: readonly string[]): void {
	const best = new Map<string, number>();
	for (let round = 0; round < 12; round++) {
		for (const [name, work] of Object.entries(CONTESTANTS)) {
			best.set(name, Math.max(best.get(name) ?? 0, throughput(work, texts)));
		}
	}
	const reference = best.get(REFERENCE) ?? 1;
	console.log(`\n${title}`);
	for (const [name, rate] of best) {
		const ratio = (rate / reference).toFixed(2);
		console.log(`${rate.toFixed(1).padStart(8)} MB/s ${ratio.padStart(7)} × ${REFERENCE}  ${name}`);
	}
	const all = best.get('annotate, all read: explanation, problem, spec, usage, each token') ?? NaN;
	tabled(task, {
		what: `${title}: annotate and read all of it, beside ${REFERENCE}`,
		measured: `${all.toFixed(1)} MB/s, ${reference.toFixed(1)} MB/s: ${(all / reference).toFixed(2)} ×`
	});
}

// Minutes on a busy machine, for only what this process computes is counted.
describe('annotate beside sdp-transform and sdp', () => {
	it('prints throughputs and ratios', { timeout: 900_000 }, ({ task }) => {
		compare(
			task,
			`${inputs.length} fixtures`,
			inputs.map(({ text }) => text)
		);
		for (const lines of [1_000, 10_000])
			compare(task, `a description of ${lines} lines`, [conference(lines)]);
	});
});
