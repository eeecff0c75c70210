import { createActor, type Actor } from 'xstate';
import { Cameras } from '../rtc/camera';
import { LivePeers } from '../rtc/live';
import { memoryWire } from '../signaling/memory-wire';
import type { Wire } from '../signaling/wire';
import { performers, STEPS } from '../steps';
import { Trace, type Json, type PeerName } from '../trace';
import { connectionLogic } from './connection';
import { peerMachine } from './peer-machine';
import { walkMachine } from './walk-machine';
import type { WalkContext, WalkInput } from './walk-types';

/** A walk with everything that it runs on. */
export interface Walk {
	actor: Actor<typeof walkMachine>;
	trace: Trace;
	live: LivePeers;
	/** Makes the first peers, and performs what comes before the first moment. */
	begin(): void;
	/** Stops everything: no live peer, no track in use, no timer remains. */
	end(): void;
}

/** A walk with both peers in this page, joined by a wire in memory. Nothing runs before `begin()`. */
export function createWalk(input: WalkInput): Walk {
	const trace = new Trace();
	const live = new LivePeers();
	const cameras = new Cameras();
	let ends: Record<PeerName, Wire>;

	const peer = peerMachine.provide({
		actors: {
			connection: connectionLogic((name) => ({ trace, live, cameras, wire: ends[name] }))
		}
	});

	const recordStep = (name: string, data: (context: WalkContext) => { [key: string]: Json }) =>
		function ({ context }: { context: WalkContext }) {
			const step = STEPS[context.done]!;
			const [performer, another] = performers(step);
			trace.record({
				kind: 'step',
				name,
				peer: another === undefined ? performer! : null,
				data: { id: step.id, ...data(context) }
			});
		};

	const machine = walkMachine.provide({
		actors: { john: peer, jane: peer },
		actions: {
			recordAttempt: ({ context }) => {
				const [john, jane] = memoryWire();
				ends = { john, jane };
				cameras.offerAgain();
				trace.record({
					kind: 'attempt',
					name: 'fresh peers',
					peer: null,
					data: { reason: context.reason }
				});
			},
			recordBegin: recordStep('begin', () => ({})),
			recordEnd: recordStep('end', () => ({})),
			recordFailure: recordStep('fail', ({ error }) => ({ error: { ...error!.error } })),
			settled: () => cameras.releaseUnused()
		}
	});

	const actor = createActor(machine, { input });
	return {
		actor,
		trace,
		live,
		begin() {
			actor.start();
			actor.send({ type: 'begin' });
		},
		end() {
			actor.stop();
			cameras.release();
		}
	};
}
