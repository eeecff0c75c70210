import { createActor, type Actor, type SnapshotFrom } from 'xstate';
import type { Json, PeerName, Trace } from '../trace';
import { connectionLogic, type Connection, type Tell } from './connection';
import { deedAhead } from './deeds-of-walk';
import { peerMachine } from './peer-machine';
import { walkMachine } from './walk-machine';
import type { WalkContext, WalkInput } from './walk-types';

/** Where a walk stands: its states, its context, and what it can be told. */
export type WalkSnapshot = SnapshotFrom<typeof walkMachine>;

/** What a walk's machine needs of whoever runs it. */
export interface WalkSurroundings {
	trace: Trace;
	/** Makes the connection of a peer: a real one in this page, or one in another tab. */
	open: (peer: PeerName, tell: Tell) => Connection;
	/** Fresh peers are about to be made. */
	fresh: () => void;
	/** The call has come to rest. */
	settled: () => void;
}

/** Where a walk begins: at a moment, or where another walk was left. */
export type WalkBeginning = { input: WalkInput } | { snapshot: WalkSnapshot; input: WalkInput };

/** The machine of a walk at work: it asks connections for steps, and writes the trace. */
export function createWalkActor(
	beginning: WalkBeginning,
	{ trace, open, fresh, settled }: WalkSurroundings
): Actor<typeof walkMachine> {
	const peer = peerMachine.provide({ actors: { connection: connectionLogic(trace, open) } });

	const recordStep = (name: string, data: (context: WalkContext) => { [key: string]: Json }) =>
		function ({ context }: { context: WalkContext }) {
			const { id, performers } = context.course.steps[context.done]!;
			const [performer, another] = performers;
			trace.record({
				kind: 'step',
				name,
				peer: another === undefined ? performer! : null,
				data: { id, ...data(context) }
			});
		};

	const machine = walkMachine.provide({
		actors: { john: peer, jane: peer },
		actions: {
			recordAttempt: ({ context }) => {
				fresh();
				trace.record({
					kind: 'attempt',
					name: 'fresh peers',
					peer: null,
					data: { reason: context.reason, ...(context.course.seeded && { seeded: true }) }
				});
			},
			recordBegin: recordStep('begin', () => ({})),
			recordEnd: recordStep('end', () => ({})),
			recordDeed: ({ context }) => {
				const deed = deedAhead(context);
				const step = deed.do === 'skip' && { step: context.course.steps[context.done]!.id };
				trace.record({
					kind: 'deed',
					name: deed.do,
					peer: 'peer' in deed ? deed.peer : null,
					data: { ...(deed as unknown as { [key: string]: Json }), ...step }
				});
			},
			recordDeedFailure: ({ event }) => {
				if (event.type !== 'peer.failed') return;
				const data = { error: { ...event.error } };
				trace.record({ kind: 'deed', name: 'fail', peer: event.peer, data });
			},
			recordFailure: recordStep('fail', ({ error }) => ({ error: { ...error!.error } })),
			settled
		}
	});
	return createActor(machine, beginning);
}
