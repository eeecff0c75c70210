import type { Actor, StateValueFrom } from 'xstate';
import type { Operable } from '../lessons/performed';
import { Cameras } from '../rtc/camera';
import { LivePeers } from '../rtc/live';
import { recallConfiguration } from '../rtc/network';
import { memoryWire } from '../signaling/memory-wire';
import type { Wire } from '../signaling/wire';
import { Trace, type PeerName, type TraceEntry } from '../trace';
import { openConnection } from './connection';
import type { peerMachine } from './peer-machine';
import { RecordedCall } from './recorded-call';
import { createWalkActor, type WalkSnapshot } from './walk-actor';
import type { walkMachine } from './walk-machine';
import type { WalkEvent, WalkInput } from './walk-types';

/** The states that a peer's machine is in. */
export type PeerStates = StateValueFrom<typeof peerMachine>;

/** What there is to know of where a walk stands. */
export type WalkStand = Pick<WalkSnapshot, 'value' | 'context' | 'matches' | 'can'>;

/**
 * A walk, wherever it runs: in this page, in another tab whose course is followed here, or in a
 * recording.
 */
export interface Walk {
	readonly trace: Trace;
	/** The real peers of this page. */
	readonly live: LivePeers;
	/** Where the walk stands, and what it can be told. */
	readonly snapshot: WalkStand;
	/** Whether it can be told anything: it has begun, and where it runs in another tab, that tab is there. */
	readonly ready: boolean;
	/** The states of a peer's machine; null while there is none. */
	machineOf(peer: PeerName): PeerStates | null;
	send(event: WalkEvent): void;
	/**
	 * Calls `listener` whenever the walk, its trace or its live peers changed.
	 * @returns a function that ends it
	 */
	subscribe(listener: () => void): () => void;
	/**
	 * Goes on with a recorded call in place of peers, or with fresh peers again, at the moment that is
	 * read; a step that was asked for and not performed is performed then.
	 * @param recording entries of a trace; null for real peers
	 */
	playRecording(recording: readonly TraceEntry[] | null): void;
	/** Makes the first peers, and performs what comes before the first moment. */
	begin(): void;
	/** Stops everything: no live peer, no track in use, no timer remains. */
	end(): void;
}

/** A walk with both peers in this page, with the actor that it is. */
export interface LocalWalk extends Walk {
	readonly actor: Actor<typeof walkMachine>;
}

/**
 * A walk with both peers in this page, joined by a wire in memory. Nothing runs before `begin()`.
 *
 * @param steps all that the course performs
 * @param recording entries of a recorded call in place of the peers
 */
export function createWalk(
	input: WalkInput,
	steps: Operable,
	recording: readonly TraceEntry[] | null = null
): LocalWalk {
	const trace = new Trace();
	const live = new LivePeers();
	const cameras = new Cameras();
	let ends: Record<PeerName, Wire>;
	let recorded = recording && new RecordedCall(recording, trace);

	const actor = createWalkActor(
		{ input },
		{
			trace,
			open: (peer, tell) =>
				recorded?.open(peer, tell) ??
				openConnection(
					peer,
					{
						record: (entry) => trace.record(entry),
						wire: ends[peer],
						course: input.course,
						steps,
						cameras,
						live,
						faults: input.faults ?? [],
						// A call with faults is the one that is described, whatever was set.
						configuration: input.faults ? null : recallConfiguration()
					},
					tell
				),
			fresh() {
				const [john, jane] = memoryWire();
				ends = { john, jane };
				cameras.offerAgain();
			},
			settled: () => cameras.releaseUnused()
		}
	);
	return {
		actor,
		trace,
		live,
		get snapshot() {
			return actor.getSnapshot();
		},
		get ready() {
			return !actor.getSnapshot().matches({ call: 'idle' });
		},
		machineOf: (peer) => actor.getSnapshot().children[peer]?.getSnapshot().value ?? null,
		send: (event) => actor.send(event),
		subscribe(listener) {
			const { unsubscribe } = actor.subscribe(listener);
			const ends = [unsubscribe, trace.subscribe(listener), live.subscribe(listener)];
			return () => {
				for (const end of ends) end();
			};
		},
		playRecording(recording) {
			recorded = recording && new RecordedCall(recording, trace);
			actor.send({ type: 'recording.choose', isOn: recording !== null });
		},
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
