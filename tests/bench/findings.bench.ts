// What it costs to conclude, beside explaining the same description. Run with `npm run bench`.
import { describe, it } from 'vitest';
import type * as Diagnose from '../../src/lib/diagnose';
import type * as Sdp from '../../src/lib/sdp';
import { bundled } from './bundled';
import { conference } from './descriptions';
import { readEverything } from './read-everything';
import { tabled } from './table';
import { throughput } from './throughput';

const { annotate } = await bundled<typeof Sdp>('../../src/lib/sdp/index.ts');
const { diagnose } = await bundled<typeof Diagnose>('../../src/lib/diagnose/index.ts');

const LINES = 10_000;
const ROUNDS = 30;

const explaining = (text: string) => readEverything(annotate(text));
const concluding = (sdp: string) =>
	diagnose({ kind: 'description', role: 'offer', given: { sdp, of: 'offer' } });

describe('the findings of a description', () => {
	it(`of ${LINES} lines beside explaining it`, { timeout: 900_000 }, ({ task }) => {
		const texts = [conference(LINES)];
		let [explained, concluded] = [0, 0];
		for (let round = 0; round < ROUNDS; round++) {
			explained = Math.max(explained, throughput(explaining, texts));
			concluded = Math.max(concluded, throughput(concluding, texts));
		}
		const ratio = explained / concluded;
		tabled(task, {
			what: `Findings of ${LINES} lines, beside explaining them`,
			measured: `${concluded.toFixed(1)} MB/s, ${explained.toFixed(1)} MB/s: they cost ${ratio.toFixed(2)} ×`,
			goal: '≤ 1 ×',
			isReached: ratio <= 1
		});
	});
});
