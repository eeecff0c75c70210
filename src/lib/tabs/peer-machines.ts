import { createActor, type Actor } from 'xstate';
import { connectionLogic } from '../call/connection';
import { peerMachine } from '../call/peer-machine';
import type { PeerStates } from '../call/walk';
import { performersOf, type Course } from '../lessons/course';
import { PEER_NAMES, Trace, type PeerName, type TraceEntry } from '../trace';

/**
 * The machines of both peers, led by the trace alone, wherever the peers are. They read on when they are
 * asked: an entry may be recorded in the middle of another machine's action.
 */
export class PeerMachines {
	readonly #trace: Trace;
	readonly #course: Course;
	readonly #actors = new Map<PeerName, Actor<typeof peerMachine>>();
	/** As much of the trace as was read. */
	readonly #read = new Trace();
	#source: readonly TraceEntry[];

	constructor(trace: Trace, course: Course) {
		this.#course = course;
		this.#trace = trace;
		this.#source = trace.entries;
		this.#read.subscribe((entry) => this.#follow(entry));
	}

	/** The states of a peer's machine; null before there is an attempt. */
	statesOf(peer: PeerName): PeerStates | null {
		this.#readOn();
		return this.#actors.get(peer)?.getSnapshot().value ?? null;
	}

	#readOn(): void {
		const { entries } = this.#trace;
		if (entries !== this.#source) {
			// Another trace is followed from its beginning.
			this.end();
			this.#read.clear();
			this.#source = entries;
		}
		this.#read.adopt(entries.slice(this.#read.entries.length));
	}

	#follow({ kind, name, data }: TraceEntry): void {
		if (kind === 'attempt') return this.#begin();
		if (kind !== 'step') return;
		const { id } = data as { id: string };
		for (const peer of performersOf(this.#course, id)) {
			this.#actors
				.get(peer)
				?.send(
					name === 'begin'
						? { type: 'step.perform', step: id, source: 'pattern' }
						: { type: 'step.performed' }
				);
		}
	}

	#begin(): void {
		this.end();
		const machine = peerMachine.provide({
			actors: {
				connection: connectionLogic(this.#read, () => ({
					perform: () => {},
					replaceSource: () => {},
					close: () => {}
				}))
			},
			// There is no walk above them: what they report is in the trace already.
			actions: { reportPerformed: () => {}, reportFailed: () => {}, reportLost: () => {} }
		});
		for (const peer of PEER_NAMES) {
			const actor = createActor(machine, { input: { peer } });
			actor.start();
			this.#actors.set(peer, actor);
		}
	}

	end(): void {
		for (const actor of this.#actors.values()) actor.stop();
		this.#actors.clear();
	}
}
