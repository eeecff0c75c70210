import { and, assign, enqueueActions, not, raise, setup } from 'xstate';
import { performers, STEPS, type Source } from '../steps';
import type { AttemptReason, PeerName } from '../trace';
import type { PeerCommand, PeerReport, StepError } from './events';
import type { Moment } from './moments';
import { peerMachine } from './peer-machine';

/** Milliseconds that Play stays at a moment, at speed 1. */
const BEAT = 4000;

/** How fast Play goes: twice is half the time at each moment. */
export const SPEEDS = [0.5, 1, 2, 4] as const;
export type Speed = (typeof SPEEDS)[number];

/** Whether the call goes on from a replay by itself: to the next moment, with its step. */
type Then = 'stay' | 'advance';

export interface WalkInput {
	moments: Moment[];
	/** The moment to begin at; the steps before it are performed first. */
	at: number;
	sources: Record<PeerName, Source>;
	speed: Speed;
}

/** Plain data only: the real peers live in actors. */
export interface WalkContext {
	moments: Moment[];
	/** The moment that is being read. */
	at: number;
	/** How many steps this attempt has performed. */
	done: number;
	/** How many steps a replay performs before it stops. */
	goal: number;
	then: Then;
	/** Why the present peers were made. */
	reason: AttemptReason;
	/** Who still performs the step that is under way. */
	waiting: PeerName[];
	/** The peers cannot go on as they are: the next press makes fresh ones. */
	stale: 'lost' | 'failed' | null;
	error: { peer: PeerName; step: string; error: StepError } | null;
	sources: Record<PeerName, Source>;
	speed: Speed;
	/** An entry of the trace that is looked at instead of the moment; null for none. */
	cursor: number | null;
}

export type WalkEvent =
	| { type: 'begin' }
	| { type: 'next' }
	| { type: 'back' }
	| { type: 'restart' }
	| { type: 'play' }
	| { type: 'pause' }
	| { type: 'speed.choose'; speed: Speed }
	| { type: 'go.to'; at: number }
	| { type: 'run.to'; at: number }
	| { type: 'source.choose'; peer: PeerName; source: Source }
	| { type: 'cursor.set'; seq: number | null }
	| { type: 'retry' }
	| { type: 'dismiss' }
	| PeerReport;

const here = (context: WalkContext): Moment => context.moments[context.at]!;
const ahead = (context: WalkContext): Moment | undefined => context.moments[context.at + 1];

/** Why fresh peers are made of peers that cannot go on. */
const whyFresh = (context: WalkContext): AttemptReason =>
	context.stale === 'lost' ? 'lost' : 'retry';

/** The step after those that are performed. */
const upcoming = (context: WalkContext) => STEPS[context.done];

/**
 * How many steps are performed when this peer has its media: from there on another source needs
 * fresh peers.
 */
function mediaStep(peer: PeerName): number {
	return STEPS.findIndex((step) => step.id === `${peer}-gets-media`) + 1;
}

/**
 * The walk: which moment is read, and the only place that decides what may happen next. It owns the
 * machines of both peers; entering `call` makes fresh ones, leaving it closes them.
 *
 * The actions `recordAttempt`, `recordBegin`, `recordEnd`, `recordFailure` and `settled` write the
 * trace; whoever makes the actor provides them.
 */
export const walkMachine = setup({
	types: {
		context: {} as WalkContext,
		input: {} as WalkInput,
		events: {} as WalkEvent
	},
	actors: { john: peerMachine, jane: peerMachine },
	delays: { beat: ({ context }) => BEAT / context.speed },
	guards: {
		looksAtEntry: ({ context }) => context.cursor !== null,
		isStale: ({ context }) => context.stale !== null && here(context).steps === context.done,
		hasNext: ({ context }) => ahead(context) !== undefined,
		hasPrevious: ({ context }) => context.at > 0,
		nextIsAStep: ({ context }) => (ahead(context)?.steps ?? 0) > context.done,
		goalReached: ({ context }) => context.done >= context.goal,
		goesOn: ({ context }) => context.then === 'advance',
		isTheLast: ({ context, event }) =>
			event.type === 'peer.performed' &&
			context.waiting.length === 1 &&
			context.waiting[0] === event.peer,
		/** After the last step the peers are closed, and nothing can be lost. */
		mayBeLost: ({ context }) => context.done < STEPS.length,
		isPerformed: ({ context, event }) =>
			event.type === 'go.to' && (context.moments[event.at]?.steps ?? Infinity) <= context.done,
		isAMoment: ({ context, event }) =>
			(event.type === 'go.to' || event.type === 'run.to') &&
			context.moments[event.at] !== undefined,
		isAnotherSource: ({ context, event }) =>
			event.type === 'source.choose' && context.sources[event.peer] !== event.source,
		sourceIsInUse: ({ context, event }) =>
			event.type === 'source.choose' &&
			context.done >= mediaStep(event.peer) &&
			context.done < STEPS.length,
		sourceIsAskedFor: ({ context, event }) =>
			event.type === 'source.choose' && context.done + 1 === mediaStep(event.peer)
	},
	actions: {
		recordAttempt: () => {},
		recordBegin: () => {},
		recordEnd: () => {},
		recordFailure: () => {},
		settled: () => {},
		perform: enqueueActions(({ context, enqueue }) => {
			for (const peer of context.waiting) {
				enqueue.sendTo(peer, {
					type: 'step.perform',
					step: upcoming(context)!.id,
					source: context.sources[peer]
				} satisfies PeerCommand);
			}
		}),
		waitForPerformers: assign(({ context }) => ({ waiting: performers(upcoming(context)!) })),
		stopWaiting: assign(({ context, event }) =>
			event.type === 'peer.performed'
				? { waiting: context.waiting.filter((peer) => peer !== event.peer) }
				: {}
		),
		countStep: assign(({ context }) => ({ done: context.done + 1, waiting: [] })),
		keepError: assign(({ event }) =>
			event.type === 'peer.failed'
				? { error: { peer: event.peer, step: event.step, error: event.error } }
				: {}
		),
		/** Fresh peers come back to where the step was refused, and perform it. */
		goOnAfresh: assign(({ context, event }) => {
			const reason = event.type === 'source.choose' ? ('source' as const) : ('retry' as const);
			return here(context).steps > context.done
				? { reason }
				: { reason, goal: context.done, then: 'advance' as const };
		}),
		/** Fresh peers come to the moment that an event asks for. */
		aim: assign(({ context, event }) =>
			event.type === 'go.to' || event.type === 'run.to'
				? {
						at: event.at,
						goal: context.moments[event.at]!.steps,
						then: 'stay' as const,
						cursor: null,
						reason: 'run-to' as const
					}
				: {}
		),
		/** Back to the moment before the step that was refused; the peers are not to be trusted. */
		giveUpStep: assign(({ context }) => ({
			at: context.moments.findIndex(
				(moment) => moment.kind === 'before' && moment.steps === context.done
			),
			stale: 'failed' as const,
			error: null,
			cursor: null
		})),
		chooseSource: assign(({ context, event }) =>
			event.type === 'source.choose'
				? { sources: { ...context.sources, [event.peer]: event.source } }
				: {}
		)
	}
}).createMachine({
	id: 'walk',
	context: ({ input }) => ({
		moments: input.moments,
		at: input.at,
		done: 0,
		goal: input.moments[input.at]?.steps ?? 0,
		then: 'stay',
		reason: input.at > 0 ? 'deep-link' : 'start',
		waiting: [],
		stale: null,
		error: null,
		sources: input.sources,
		speed: input.speed,
		cursor: null
	}),
	type: 'parallel',
	states: {
		call: {
			initial: 'idle',
			states: {
				idle: { on: { begin: { target: 'attempt', description: 'the page is alive' } } },
				attempt: {
					invoke: [
						{ id: 'john', src: 'john', input: { peer: 'john' } },
						{ id: 'jane', src: 'jane', input: { peer: 'jane' } }
					],
					entry: [
						assign({ done: 0, waiting: [], stale: null, error: null, cursor: null }),
						'recordAttempt'
					],
					initial: 'replaying',
					on: {
						restart: {
							target: '#walk.call.attempt',
							reenter: true,
							description: 'Restart',
							actions: assign({ at: 0, goal: 0, then: 'stay', reason: 'restart' })
						},
						'run.to': {
							guard: 'isAMoment',
							target: '#walk.call.attempt',
							reenter: true,
							description: 'Run to here',
							actions: 'aim'
						},
						'source.choose': [
							{
								guard: and(['isAnotherSource', 'sourceIsInUse']),
								target: '#walk.call.attempt',
								reenter: true,
								description: 'another source',
								actions: [
									'chooseSource',
									assign(({ context }) => ({
										goal: Math.max(context.done, context.goal),
										reason: 'source' as const
									}))
								]
							},
							{ guard: 'isAnotherSource', actions: 'chooseSource' }
						],
						'speed.choose': { actions: assign({ speed: ({ event }) => event.speed }) },
						'cursor.set': { actions: assign({ cursor: ({ event }) => event.seq }) },
						'peer.lost': { guard: 'mayBeLost', actions: assign({ stale: 'lost' }) }
					},
					states: {
						replaying: {
							initial: 'between',
							states: {
								between: {
									always: [
										{
											guard: and(['goalReached', 'goesOn']),
											target: '#walk.call.attempt.reading',
											actions: [assign({ then: 'stay' }), raise({ type: 'next' })]
										},
										{
											guard: 'goalReached',
											target: '#walk.call.attempt.reading',
											description: 'the moment is reached'
										},
										{ target: 'stepping', description: 'there is a step to perform' }
									]
								},
								stepping: {
									entry: ['waitForPerformers', 'recordBegin', 'perform'],
									on: {
										'peer.performed': [
											{
												guard: 'isTheLast',
												target: 'between',
												description: 'the step is performed',
												actions: ['recordEnd', 'countStep']
											},
											{ actions: 'stopWaiting' }
										]
									}
								}
							},
							on: {
								'peer.failed': {
									target: 'refused',
									description: 'the browser refused',
									actions: 'keepError'
								}
							}
						},
						reading: {
							entry: 'settled',
							on: {
								next: [
									{ guard: 'looksAtEntry', actions: assign({ cursor: null }) },
									{
										guard: and(['isStale', 'hasNext']),
										target: '#walk.call.attempt',
										reenter: true,
										description: 'Next, on a lost pair',
										actions: assign(({ context }) => ({
											goal: context.done,
											then: 'advance' as const,
											reason: whyFresh(context)
										}))
									},
									{ guard: 'nextIsAStep', target: 'performing', description: 'Next' },
									{ guard: 'hasNext', actions: assign({ at: ({ context }) => context.at + 1 }) }
								],
								back: {
									guard: 'hasPrevious',
									actions: assign({ at: ({ context }) => context.at - 1, cursor: null })
								},
								'go.to': [
									{
										guard: 'isPerformed',
										actions: assign({ at: ({ event }) => event.at, cursor: null })
									},
									{
										guard: and(['isAMoment', ({ context }) => context.stale !== null]),
										target: '#walk.call.attempt',
										reenter: true,
										description: 'a slide ahead, on a lost pair',
										actions: assign(({ context, event }) => ({
											at: event.at,
											goal: context.moments[event.at]!.steps,
											then: 'stay' as const,
											reason: whyFresh(context)
										}))
									},
									{
										guard: 'isAMoment',
										target: 'replaying',
										description: 'a slide ahead is opened',
										actions: 'aim'
									}
								]
							}
						},
						performing: {
							entry: ['waitForPerformers', 'recordBegin', 'perform'],
							on: {
								'peer.performed': [
									{
										guard: 'isTheLast',
										target: 'reading',
										description: 'the step is performed',
										actions: [
											'recordEnd',
											'countStep',
											assign({ at: ({ context }) => context.at + 1 })
										]
									},
									{ actions: 'stopWaiting' }
								],
								'peer.failed': {
									target: 'refused',
									description: 'the browser refused',
									actions: 'keepError'
								},
								'source.choose': {
									guard: and(['isAnotherSource', 'sourceIsAskedFor']),
									target: '#walk.call.attempt',
									reenter: true,
									description: 'another source',
									actions: ['chooseSource', 'goOnAfresh']
								}
							}
						},
						refused: {
							entry: ['recordFailure', raise({ type: 'pause' })],
							on: {
								next: {
									target: '#walk.call.attempt',
									reenter: true,
									description: 'Next, or try again',
									actions: 'goOnAfresh'
								},
								retry: {
									target: '#walk.call.attempt',
									reenter: true,
									description: 'Next, or try again',
									actions: 'goOnAfresh'
								},
								dismiss: { target: 'reading', description: 'Dismiss', actions: 'giveUpStep' },
								back: { target: 'reading', description: 'Back', actions: 'giveUpStep' },
								'source.choose': {
									guard: and(['isAnotherSource', 'sourceIsAskedFor']),
									target: '#walk.call.attempt',
									reenter: true,
									description: 'another source',
									actions: ['chooseSource', 'goOnAfresh']
								}
							}
						}
					}
				}
			}
		},
		pace: {
			initial: 'paused',
			states: {
				paused: {
					on: { play: { guard: 'hasNext', target: 'playing', description: 'Play' } }
				},
				playing: {
					always: { guard: not('hasNext'), target: 'paused', description: 'the end' },
					after: {
						beat: {
							target: 'playing',
							reenter: true,
							description: 'after a while: Next',
							actions: raise({ type: 'next' })
						}
					},
					on: {
						pause: { target: 'paused', description: 'Pause, or an error' },
						back: { target: 'paused', description: 'Back' },
						restart: { target: 'paused', description: 'Restart' }
					}
				}
			}
		}
	}
});
