import { LivePeers } from '../rtc/live';
import { Trace, type NewEntry, type TraceEntry } from '../trace';
import type { Connection, Tell } from './connection';
import type { PeerCommand } from './events';
import { createWalkActor } from './walk-actor';
import { walkOf, type LocalWalk } from './walk';
import type { WalkInput } from './walk-types';

/**
 * A walk over a recorded call: the same machine decides what may happen next, and a step that it asks
 * for is performed by entering what was recorded of it. No peer is made. A step that the recording
 * does not have brings nothing.
 *
 * @param recording entries of a trace; of several attempts the last is used
 */
export function recordedWalk(input: WalkInput, recording: readonly TraceEntry[]): LocalWalk {
	const attempt = recording.at(-1)?.attempt;
	const entries = recording.filter(
		(entry) => entry.attempt === attempt && entry.kind !== 'attempt' && entry.kind !== 'step'
	);
	const began = entries[0]?.at ?? 0;
	/** The clock of the recording: it stands still while somebody reads. */
	let now = began;
	/** How much later than in the recording everything is, since fresh peers were asked for. */
	let delay = 0;
	/** The steps that were entered since then. */
	let entered = new Set<string>();
	const trace = new Trace(() => now);

	/** Enters what was recorded of a step, of both peers in the order in which it happened. */
	function enter(step: string) {
		if (entered.has(step)) return;
		entered.add(step);
		const numbers = new Map<number, number>();
		for (const entry of entries) {
			if (entry.step !== step) continue;
			now = Math.max(now, entry.at + delay);
			numbers.set(entry.seq, trace.record(asNew(entry, numbers)));
		}
	}

	const open = (_: unknown, tell: Tell): Connection => ({
		perform({ step }: PeerCommand) {
			enter(step);
			tell({ type: 'step.performed' });
		},
		close() {}
	});

	const actor = createWalkActor(
		{ input },
		{
			trace,
			open,
			fresh() {
				entered = new Set();
				delay = now - began;
			},
			settled() {}
		}
	);
	return walkOf(actor, trace, new LivePeers());
}

/** An entry to be recorded again; a result refers to its call by the number that it has now. */
function asNew(
	{ peer, kind, name, call, data }: TraceEntry,
	numbers: ReadonlyMap<number, number>
): NewEntry {
	return {
		peer,
		kind,
		name,
		...(call !== undefined && { call: numbers.get(call) ?? call }),
		...(data !== undefined && { data })
	};
}
