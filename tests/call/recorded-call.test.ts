import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { momentsOf } from '../../src/lib/call/moments';
import { RecordedCall } from '../../src/lib/call/recorded-call';
import { createWalkActor } from '../../src/lib/call/walk-actor';

import { reduce, stateOf, Trace, type TraceEntry } from '../../src/lib/trace';
import { parseTraceFile } from '../../src/lib/trace/file';
import { CALL, STEPS } from './course';
import { told } from './told';

const read = parseTraceFile(readFileSync('src/static/samples/call.parley-trace.json', 'utf8'));
if (!read.ok) throw new Error(read.problem);
const RECORDING = read.file.entries;
const MOMENTS = momentsOf(
	CALL,
	STEPS.map(({ id }) => ({ slug: id, step: id }))
);
const SOURCES = { john: 'pattern', jane: 'pattern' } as const;

function begun(at = 0, recording: readonly TraceEntry[] = RECORDING) {
	let now = 0;
	const trace = new Trace(() => (now += 1));
	const recorded = new RecordedCall(recording, trace);
	const actor = createWalkActor(
		{ input: { course: CALL, moments: MOMENTS, at, sources: SOURCES, speed: 1 } },
		{
			trace,
			open: (peer, tell) => recorded.open(peer, tell),
			fresh() {},
			settled() {}
		}
	);
	actor.start();
	actor.send({ type: 'begin' });
	return {
		trace,
		send: actor.send,
		get context() {
			return actor.getSnapshot().context;
		}
	};
}

describe('a recorded call in place of peers', () => {
	it('brings, step by step, everything that was recorded, and nothing else', () => {
		const walk = begun();
		for (let press = 1; press < MOMENTS.length; press += 1) walk.send({ type: 'next' });
		expect(walk.context.at).toBe(MOMENTS.length - 1);
		expect(told(walk.trace.entries)).toEqual(told(RECORDING));
		expect(stateOf(reduce(walk.trace.entries).peers.jane, 'connectionState')).toBe('closed');
	});

	it('performs one step a press, and none on the way back', () => {
		const walk = begun();
		walk.send({ type: 'next' });
		expect(walk.context).toMatchObject({ at: 1, done: 1 });
		const { length } = walk.trace.entries;
		walk.send({ type: 'back' });
		walk.send({ type: 'next' });
		expect(walk.context).toMatchObject({ at: 1, done: 1 });
		expect(walk.trace.entries).toHaveLength(length);
	});

	it('opens a moment ahead, and begins at one', () => {
		const ahead = MOMENTS.findIndex(({ slug }) => slug === 'remaining-candidates') + 1;
		const walk = begun();
		walk.send({ type: 'go.to', at: ahead });
		expect(walk.context).toMatchObject({ at: ahead, done: STEPS.length - 1 });
		expect(told(begun(ahead).trace.entries)).toEqual(told(walk.trace.entries));
	});

	it('begins again on request', () => {
		const walk = begun(MOMENTS.length - 1);
		const last = walk.trace.entries.at(-1)!;
		walk.send({ type: 'restart' });
		walk.send({ type: 'next' });
		const again = walk.trace.entries.slice(last.seq + 1);
		expect(again[0]).toMatchObject({ kind: 'attempt', attempt: 2 });
		expect(told(again).length).toBeGreaterThan(0);
	});

	it('ties every result to its own call', () => {
		const { entries } = begun(MOMENTS.length - 1).trace;
		for (const entry of entries) {
			if (entry.call !== undefined) expect(entries[entry.call]!.name).toBe(entry.name);
		}
	});

	it('goes through the steps of an empty recording, in which nothing happens', () => {
		const walk = begun(MOMENTS.length - 1, []);
		expect(walk.context.done).toBe(STEPS.length);
		expect(told(walk.trace.entries)).toEqual([]);
	});

	it('leaves as much time between what happened in a step as there was', () => {
		const gaps = (entries: readonly TraceEntry[]) => {
			const own = entries.filter(
				({ step, kind }) => step === 'john-sets-local-description' && kind !== 'step'
			);
			return own.map(({ at }) => Math.round(at - own[0]!.at));
		};
		expect(gaps(begun(MOMENTS.length - 1).trace.entries)).toEqual(gaps(RECORDING));
	});
});
