import { createActor, fromCallback, SimulatedClock } from 'xstate';
import type {
	ConnectionEvent,
	PeerCommand,
	SourceCommand,
	StepError
} from '../../src/lib/call/events';
import { momentsOf, type Moment } from '../../src/lib/call/moments';
import { peerMachine, type ConnectionInput } from '../../src/lib/call/peer-machine';
import { walkMachine } from '../../src/lib/call/walk-machine';
import type { WalkEvent, WalkInput } from '../../src/lib/call/walk-types';
import { performers, type Source } from '../../src/lib/steps/step';
import type { PeerName } from '../../src/lib/trace';
import { CALL, STEPS } from './course';

/** A deck with every step, an idea at both ends, and one between two steps. */
export const MOMENTS: Moment[] = momentsOf(CALL, [
	{ slug: 'opening', step: null },
	...STEPS.flatMap(({ id }) =>
		id === 'john-sends-candidate'
			? [
					{ slug: 'candidates-appear', step: null },
					{ slug: id, step: id }
				]
			: [{ slug: id, step: id }]
	),
	{ slug: 'thanks', step: null }
]);

/** The moment before or after a step. */
export function momentOf(step: string, kind: 'before' | 'after' = 'before'): number {
	return MOMENTS.findIndex((moment) => moment.step === step && moment.kind === kind);
}

/** How many steps are performed when this one is begun. */
export function stepsBefore(step: string): number {
	return STEPS.findIndex(({ id }) => id === step);
}

/** A browser that says no. */
export const DENIED: StepError = {
	name: 'NotAllowedError',
	message: 'Permission denied',
	attempted: 'getUserMedia'
};

/** A connection without a browser: it does what the test tells it to. */
interface ScriptedConnection {
	peer: PeerName;
	command: PeerCommand | null;
	tell: (event: ConnectionEvent) => void;
}

/** One operation that a connection was asked for. */
export interface Asked {
	attempt: number;
	peer: PeerName;
	step: string;
	source: Source;
}

/**
 * A walk over connections that the test plays. At first they perform at once whatever they are asked;
 * with `automatic` false they wait to be told.
 */
export function scriptedWalk(input: Partial<WalkInput> = {}) {
	const open = new Map<PeerName, ScriptedConnection>();
	const asked: Asked[] = [];
	const replaced: PeerName[] = [];
	const log: { attempt: number; what: 'begin' | 'end' | 'fail' | 'fresh'; detail: string }[] = [];
	const refusals = new Map<string, StepError>();
	const clock = new SimulatedClock();
	let attempt = 0;
	let opened = 0;

	type Command = PeerCommand | SourceCommand;
	const connection = fromCallback<Command, ConnectionInput>(({ input, sendBack, receive }) => {
		const one: ScriptedConnection = {
			peer: input.peer,
			command: null,
			tell: sendBack as ScriptedConnection['tell']
		};
		opened += 1;
		open.set(input.peer, one);
		receive((command) => {
			if (command.type === 'source.replace') return void replaced.push(one.peer);
			one.command = command;
			asked.push({ attempt, peer: one.peer, step: command.step, source: command.source });
			if (walk.automatic) walk.perform(one.peer);
		});
		return () => {
			opened -= 1;
			if (open.get(input.peer) === one) open.delete(input.peer);
		};
	});
	const peer = peerMachine.provide({ actors: { connection } });
	const note =
		(what: 'begin' | 'end' | 'fail') =>
		({ context }: { context: { done: number } }) =>
			log.push({ attempt, what, detail: STEPS[context.done]!.id });

	const actor = createActor(
		walkMachine.provide({
			actors: { john: peer, jane: peer },
			actions: {
				recordAttempt: ({ context }) => {
					attempt += 1;
					log.push({ attempt, what: 'fresh', detail: context.reason });
				},
				recordBegin: note('begin'),
				recordEnd: note('end'),
				recordFailure: note('fail')
			}
		}),
		{
			clock,
			input: {
				course: CALL,
				moments: MOMENTS,
				at: 0,
				sources: { john: 'camera', jane: 'pattern' },
				speed: 1,
				...input
			}
		}
	);

	const walk = {
		actor,
		clock,
		asked,
		/** Whose source was replaced, in order. */
		replaced,
		log,
		/** Whether a connection performs a step as soon as it is asked. */
		automatic: true,
		get context() {
			return actor.getSnapshot().context;
		},
		/** Where the call stands: `reading`, `performing`, `replaying`, `refused` or `idle`. */
		get standing() {
			const { call } = actor.getSnapshot().value;
			if (typeof call === 'string') return call;
			return typeof call.attempt === 'string' ? call.attempt : 'replaying';
		},
		get pace() {
			return actor.getSnapshot().value.pace;
		},
		get attempt() {
			return attempt;
		},
		/** How many connections are open. */
		get opened() {
			return opened;
		},
		/** Who was asked for a step and has not answered. */
		get pending(): PeerName[] {
			return [...open.values()].filter(({ command }) => command).map((one) => one.peer);
		},
		/** The steps that this attempt has ended, in order. */
		get ended() {
			return log
				.filter((one) => one.attempt === attempt && one.what === 'end')
				.map((one) => one.detail);
		},
		begin() {
			actor.start();
			actor.send({ type: 'begin' });
			return walk;
		},
		send(...events: (WalkEvent | WalkEvent['type'])[]) {
			for (const event of events) {
				actor.send(typeof event === 'string' ? ({ type: event } as WalkEvent) : event);
			}
			return walk;
		},
		next(times = 1) {
			for (let press = 0; press < times; press += 1) walk.send('next');
			return walk;
		},
		/** Makes a step be refused each time until `allow`. */
		refuse(step: string, error: StepError = DENIED) {
			refusals.set(step, error);
			return walk;
		},
		allow(step: string) {
			refusals.delete(step);
			return walk;
		},
		/** A connection answers what it was asked. */
		perform(peer: PeerName, error?: StepError) {
			const one = open.get(peer);
			if (!one?.command) return walk;
			const refused = error ?? refusals.get(one.command.step);
			one.command = null;
			one.tell(refused ? { type: 'step.failed', error: refused } : { type: 'step.performed' });
			return walk;
		},
		/** A connection says what became of it, unasked. */
		tell(peer: PeerName, event: ConnectionEvent) {
			open.get(peer)?.tell(event);
			return walk;
		},
		/** The browser gives a connection up. */
		lose(peer: PeerName) {
			return walk.tell(peer, { type: 'connection.failed' });
		}
	};
	return walk;
}

/** The operations of some steps, as a walk asks for them. */
export function operationsOf(steps: readonly string[]) {
	return steps.flatMap((id) =>
		performers(STEPS.find((step) => step.id === id)!).map((peer) => `${peer} ${id}`)
	);
}

export type ScriptedWalk = ReturnType<typeof scriptedWalk>;

/** A walk that has come by Next alone to the moment before a step. */
export function readingBefore(step: string, input: Partial<WalkInput> = {}) {
	return scriptedWalk(input).begin().next(momentOf(step));
}

/** A walk in which a step was refused. */
export function refusedAt(step: string, input: Partial<WalkInput> = {}) {
	return readingBefore(step, input).refuse(step).next();
}

/** What the connections of the present attempt were asked for. */
export function operationsIn(walk: ScriptedWalk) {
	return walk.asked
		.filter(({ attempt }) => attempt === walk.attempt)
		.map(({ peer, step }) => `${peer} ${step}`);
}

/** The steps of the call, in their order. */
export const ALL = STEPS.map(({ id }) => id);

/** The last moment of the deck. */
export const LAST = MOMENTS.length - 1;
