// Explaining everything, measured beside what others need for parsing alone, on the same inputs.
// Run with `npm run bench`: it prints the throughputs and their ratios.
import { readFileSync, readdirSync } from 'node:fs';
import * as sdp from 'sdp';
import * as sdpTransform from 'sdp-transform';
import { describe, it } from 'vitest';
import type * as Sdp from '../../src/lib/sdp';
import { bundled } from './bundled';
import { tabled, type Tabled } from './table';

const { annotate } = await bundled<typeof Sdp>('../../src/lib/sdp/index.ts');

const FIXTURES = new URL('../sdp/fixtures/', import.meta.url);

const inputs = readdirSync(FIXTURES)
	.filter((name) => name.endsWith('.sdp'))
	.map((name) => ({ name, text: readFileSync(new URL(name, FIXTURES), 'utf8') }));

/** A description of many lines, as a conference server with a hundred participants writes it. */
function conference(lines: number): string {
	const [head = '', ...sections] = (
		inputs.find(({ name }) => name.startsWith('chromium'))?.text ?? ''
	)
		.replaceAll('\r\n', '\n')
		.split(/(?=^m=)/m);
	let text = head;
	for (let count = head.split('\n').length, mid = 0; count < lines; mid++) {
		const section = (sections[mid % sections.length] ?? '').replace(/^a=mid:.*$/m, `a=mid:${mid}`);
		text += section;
		count += section.split('\n').length - 1;
	}
	return text.replaceAll('\n', '\r\n');
}

/** Asks each line for all that can be said about it; the sum keeps the work from being left out. */
function readEverything(text: string): number {
	let read = 0;
	for (const { explanation, problem, spec, usage, tokens } of annotate(text).lines) {
		read += explanation.length + (problem?.length ?? 0);
		read += (spec?.url.length ?? 0) + (usage?.by.length ?? 0);
		for (const token of tokens) {
			read += token.start + token.end + token.name.length + token.value.length;
			read += token.meaning.length;
		}
	}
	return read;
}

const REFERENCE = 'sdp-transform parse';

const CONTESTANTS: Readonly<Record<string, (text: string) => unknown>> = {
	annotate: annotate,
	'annotate, every explanation read': (text) =>
		annotate(text).lines.reduce((sum, line) => sum + line.explanation.length, 0),
	'annotate, all read: explanation, problem, spec, usage, each token': readEverything,
	[REFERENCE]: (text) => sdpTransform.parse(text),
	'sdp splitSections + splitLines': (text) => sdp.splitSections(text).map(sdp.splitLines)
};

/** What this process has computed so far, in ms: what else the machine does is not counted. */
function computed(): number {
	const { user, system } = process.cpuUsage();
	return (user + system) / 1e3;
}

/** Megabytes per second of computing, in one round of about a tenth of a second. */
function throughput(work: (text: string) => unknown, texts: readonly string[]): number {
	const size = texts.reduce((sum, text) => sum + text.length, 0);
	const begin = computed();
	let done = 0;
	while (computed() - begin < 100) {
		for (const text of texts) work(text);
		done += size;
	}
	return done / 1e3 / (computed() - begin);
}

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
