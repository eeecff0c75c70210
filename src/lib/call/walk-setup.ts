import { assign, enqueueActions, setup } from 'xstate';
import { performers, STEPS, stepsUntilMedia } from '../steps';
import type { AttemptReason } from '../trace';
import type { PeerCommand } from './events';
import type { Moment } from './moments';
import { peerMachine } from './peer-machine';
import type { WalkContext, WalkEvent, WalkInput } from './walk-types';

/** Milliseconds that Play stays at a moment, at speed 1. */
const BEAT = 4000;

const here = (context: WalkContext): Moment => context.moments[context.at]!;
const ahead = (context: WalkContext): Moment | undefined => context.moments[context.at + 1];

/** Why fresh peers are made of peers that cannot go on. */
export const whyFresh = (context: WalkContext): AttemptReason =>
	context.stale === 'lost' ? 'lost' : 'retry';

/** The step after those that are performed. */
const upcoming = (context: WalkContext) => STEPS[context.done];

/**
 * What the walk's chart is made of: guards that say what may happen, and actions that make it happen.
 *
 * The actions `recordAttempt`, `recordBegin`, `recordEnd`, `recordFailure` and `settled` write the
 * trace; whoever makes the actor provides them.
 */
export const walkSetup = setup({
	types: {
		context: {} as WalkContext,
		input: {} as WalkInput,
		events: {} as WalkEvent
	},
	actors: { john: peerMachine, jane: peerMachine },
	delays: { beat: ({ context }) => BEAT / context.speed },
	guards: {
		looksAtEntry: ({ context }) => context.cursor !== null,
		/** At the head, where going on needs peers that can. */
		isStale: ({ context }) =>
			context.stale !== null &&
			(here(context).steps === context.done || (ahead(context)?.steps ?? 0) > context.done),
		hasNext: ({ context }) => ahead(context) !== undefined,
		hasPrevious: ({ context }) => context.at > 0,
		nextIsAStep: ({ context }) => (ahead(context)?.steps ?? 0) > context.done,
		/** The deck left out slides of steps, which are performed on the way. */
		nextIsSeveralSteps: ({ context }) => (ahead(context)?.steps ?? 0) > context.done + 1,
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
			context.done >= stepsUntilMedia(event.peer) &&
			context.done < STEPS.length,
		sourceIsAskedFor: ({ context, event }) =>
			event.type === 'source.choose' && context.done + 1 === stepsUntilMedia(event.peer)
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
		/** Fresh peers come back to where the step was refused, and go on: with the replay, or the step. */
		goOnAfresh: assign(({ context, event }) => {
			const reason = event.type === 'source.choose' ? ('source' as const) : ('retry' as const);
			return context.goal > context.done
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
						reason:
							event.type === 'go.to' && context.stale ? whyFresh(context) : ('run-to' as const)
					}
				: {}
		),
		/** Back to the last moment before the step that was refused; the peers are not to be trusted. */
		giveUpStep: assign(({ context }) => ({
			at: Math.max(
				0,
				context.moments.findLastIndex(({ steps }) => steps <= context.done)
			),
			goal: context.done,
			then: 'stay' as const,
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
});
