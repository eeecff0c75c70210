import { momentsOf } from '../call/moments';
import type { createWalk, Walk } from '../call/walk';
import { chunk } from '../deck/chunk';
import { courseOf } from '../lessons/course';
import { FIRST_LESSON } from '../lessons/names';
import { operable } from '../lessons/performed';
import { steps } from '../steps/call';
import {
	PEER_NAMES,
	reduce,
	stateOf,
	stepsDone,
	type ErrorData,
	type SessionView,
	type TraceEntry
} from '../trace';
import { bad, good, type Verdict } from './verdict';

export interface FullRunScope {
	createWalk: typeof createWalk;
	/** How long everything may take, in milliseconds. */
	patience: number;
}

/** What runs a walk, fetched when it is to run. */
const walks = chunk(() => import('../call/walk'), 'createWalk');

/** null where it cannot be fetched now. */
async function browserScope(): Promise<FullRunScope | null> {
	const loaded = await walks().catch(() => null);
	return loaded && { createWalk: loaded.createWalk, patience: 30_000 };
}

const COURSE = courseOf(FIRST_LESSON, { [FIRST_LESSON]: { begins: null, wire: 'held', steps } });

/** Before hanging up, and after it. */
const MOMENTS = momentsOf(COURSE, [
	{ slug: 'connected', step: null, steps: steps.length - 1 },
	{ slug: 'ended', step: null, steps: steps.length }
]);

/** What came of a run: how long it took in milliseconds, or where it stopped. */
type Outcome = { ok: true; took: number } | { ok: false; says: string };

/**
 * Performs every step of the talk on two real peers with the test pattern: connected, frames decoded
 * at both sides, hung up.
 */
export async function checkFullRun(given?: FullRunScope): Promise<Verdict> {
	const scope = given ?? (await browserScope());
	if (scope === null) {
		return bad('What runs the call could not be fetched.', 'Check again once the network is back.');
	}
	const walk = scope.createWalk(
		{
			course: COURSE,
			moments: MOMENTS,
			at: 0,
			sources: { john: 'pattern', jane: 'pattern' },
			speed: 1
		},
		operable({ [FIRST_LESSON]: steps })
	);
	try {
		const outcome = await outcomeOf(walk, scope.patience);
		if (!outcome.ok) {
			return bad(
				outcome.says,
				'Check again. If that does not help, restart the browser, or use another one; on stage a recorded run can take its place.'
			);
		}
		return good(
			`All ${steps.length} steps ran, pictures arrived on both sides after ${Math.round(outcome.took)} ms, and the call was hung up.`
		);
	} finally {
		walk.end();
	}
}

function outcomeOf(walk: Walk, patience: number): Promise<Outcome> {
	return new Promise((resolve) => {
		let took: number | undefined;
		const timer = setTimeout(
			() => done({ ok: false, says: whereItStands(walk, patience) }),
			patience
		);
		const unsubscribe = walk.trace.subscribe((entry) => {
			const failure = failureOf(entry);
			if (failure !== null) return done({ ok: false, says: failure });
			const view = reduce(walk.trace.entries);
			if (took === undefined && isConnected(view)) {
				took = entry.at - walk.trace.entries[0]!.at;
				walk.send({ type: 'next' });
			}
			const isOver = entry.kind === 'step' && entry.name === 'end' && isLast(entry);
			if (isOver && took !== undefined) done({ ok: true, took });
		});
		function done(outcome: Outcome) {
			clearTimeout(timer);
			unsubscribe();
			resolve(outcome);
		}
		walk.begin();
	});
}

function failureOf({ kind, name, data }: TraceEntry): string | null {
	if (kind === 'lost') return 'The browser gave up on the connection.';
	if (kind !== 'step' || name !== 'fail') return null;
	const { id, error } = data as unknown as { id: string; error: ErrorData };
	return `The step ${id} was refused. ${error.name}: ${error.message}`;
}

function isLast({ data }: TraceEntry): boolean {
	return (data as { id: string }).id === steps.at(-1)!.id;
}

/** Connected, and what arrives is decoded; all steps but the last are performed. */
function isConnected(view: SessionView): boolean {
	const { peers } = view;
	return (
		stepsDone(view) === steps.length - 1 &&
		PEER_NAMES.every(
			(peer) =>
				stateOf(peers[peer], 'connectionState') === 'connected' &&
				peers[peer].milestones.firstFrame !== undefined
		)
	);
}

function whereItStands(walk: Walk, patience: number): string {
	const view = reduce(walk.trace.entries);
	const states = PEER_NAMES.map((peer) => stateOf(view.peers[peer], 'connectionState') ?? 'absent');
	return `After ${patience / 1000} s, ${stepsDone(view)} of ${steps.length} steps were performed; John’s connection is ${states[0]}, Jane’s ${states[1]}.`;
}
