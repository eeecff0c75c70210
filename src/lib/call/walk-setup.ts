import { assign, enqueueActions, setup } from 'xstate';
import { isOver, isSurprise, stepsUntilMedia } from '../lessons/course';
import type { AttemptReason, PeerName } from '../trace';
import type { PeerCommand, SourceCommand } from './events';
import { deedCommand, doers, isPossible } from './deeds-of-walk';
import type { Moment } from './moments';
import { peerMachine } from './peer-machine';
import type { WalkContext, WalkEvent, WalkInput } from './walk-types';

/** Milliseconds that Play stays at a moment, at speed 1, where there is less to be read. */
const BEAT = 4000;

/**
 * How long Play stays at the moment that is read, in milliseconds: as long as its text takes to read.
 * While a step is performed, that is the moment after it.
 */
function readingTime(context: WalkContext): number {
	const moment = context.waiting.length > 0 ? (ahead(context) ?? here(context)) : here(context);
	const minutes = (moment.words ?? 0) / context.pace;
	return Math.max(BEAT, minutes * 60_000) / context.speed;
}

const here = (context: WalkContext): Moment => context.moments[context.at]!;
const ahead = (context: WalkContext): Moment | undefined => context.moments[context.at + 1];

/** Why fresh peers are made of peers that cannot go on. */
export const whyFresh = (context: WalkContext): AttemptReason =>
	context.stale === 'lost' ? 'lost' : 'retry';

/** Why fresh peers are made while a step is under way. */
function whyAfresh(event: WalkEvent): AttemptReason {
	if (event.type === 'source.choose') return 'source';
	return event.type === 'recording.choose' ? whyRecorded(event.isOn) : 'retry';
}

const whyRecorded = (isOn: boolean): AttemptReason => (isOn ? 'recorded' : 'live');

/** The step that is under way is left unperformed, or what was to be done to the call undone. */
const givenUp = (context: WalkContext) => ({
	deeds: context.deeds.slice(0, context.applied),
	at: Math.max(
		0,
		context.moments.findLastIndex(({ steps }) => steps <= context.done)
	),
	goal: context.done,
	then: 'stay' as const,
	stale: 'failed' as const,
	waiting: [],
	error: null,
	cursor: null
});

/** The step after those that are performed. */
const upcoming = ({ course, done }: WalkContext) => course.steps[done];

/** Whether a peer has its media, in a call that is not over. */
const hasMedia = ({ course, done }: WalkContext, peer: PeerName) =>
	done >= stepsUntilMedia(course, peer) && !isOver(course, done);

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
	delays: { beat: ({ context }) => readingTime(context) },
	guards: {
		looksAtEntry: ({ context }) => context.cursor !== null,
		/** At the head, where going on needs peers that can. */
		isStale: ({ context }) =>
			context.stale !== null &&
			(here(context).steps === context.done || (ahead(context)?.steps ?? 0) > context.done),
		hasNext: ({ context }) => ahead(context) !== undefined,
		hasPrevious: ({ context }) => context.at > 0,
		nextIsPerformed: ({ context }) => (ahead(context)?.steps ?? Infinity) <= context.done,
		nextIsAStep: ({ context }) => (ahead(context)?.steps ?? 0) > context.done,
		/** The deck left out slides of steps, which are performed on the way. */
		nextIsSeveralSteps: ({ context }) => (ahead(context)?.steps ?? 0) > context.done + 1,
		/** The steps are performed, and all that was done to the call at this place. */
		goalReached: ({ context }) =>
			context.done >= context.goal && context.deeds[context.applied]?.done !== context.done,
		goesOn: ({ context }) => context.then === 'advance',
		isTheLast: ({ context, event }) =>
			(event.type === 'peer.performed' || event.type === 'peer.failed') &&
			context.waiting.length === 1 &&
			context.waiting[0] === event.peer,
		/** What was done to the peers before these at this moment is to be done to these. */
		deedIsDue: ({ context }) => context.deeds[context.applied]?.done === context.done,
		deedIsOver: ({ context }) => context.waiting.length === 0,
		isPossible: ({ context, event }) => event.type === 'deed.do' && isPossible(context, event.deed),
		hasDeeds: ({ context }) => context.deeds.length > 0,
		/** Whether the peers cannot go on without whoever has left. */
		isMissed: ({ context, event }) =>
			event.type === 'seat.left' &&
			!isOver(context.course, context.done) &&
			context.course.steps
				.slice(0, context.done)
				.some(({ performers }) => performers.includes(event.peer)),
		isTheLastAbsent: ({ context, event }) =>
			event.type === 'seat.taken' && context.absent.every((peer) => peer === event.peer),
		waitsForSeat: ({ context }) => context.waiting.some((peer) => context.absent.includes(peer)),
		/** A step that is under way may be the one that makes the connection fail. */
		isSurprise: ({ context: { course, done, waiting, deeds } }) =>
			deeds.length === 0 && isSurprise(course, waiting.length > 0 ? done + 1 : done),
		mayBeLost: ({ context }) => !isOver(context.course, context.done),
		isPerformed: ({ context, event }) =>
			event.type === 'go.to' && (context.moments[event.at]?.steps ?? Infinity) <= context.done,
		isAMoment: ({ context, event }) =>
			(event.type === 'go.to' || event.type === 'run.to') &&
			context.moments[event.at] !== undefined,
		isAnotherSource: ({ context, event }) =>
			event.type === 'source.choose' && context.sources[event.peer] !== event.source,
		sourceIsInUse: ({ context, event }) =>
			event.type === 'source.choose' && hasMedia(context, event.peer),
		sourceIsAskedFor: ({ context, event }) =>
			event.type === 'source.choose' &&
			context.done + 1 === stepsUntilMedia(context.course, event.peer),
		cameraIsInUse: ({ context, event }) =>
			event.type === 'source.replace' &&
			context.sources[event.peer] === 'camera' &&
			hasMedia(context, event.peer),
		/** A step was asked for, and is not performed: it is pending, or it was refused. */
		isUnderWay: ({ context }) => context.waiting.length > 0 || context.error !== null
	},
	actions: {
		recordAttempt: () => {},
		recordBegin: () => {},
		recordEnd: () => {},
		recordFailure: () => {},
		recordDeed: () => {},
		recordDeedFailure: () => {},
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
		/** What was done after the moment that fresh peers come to is not done to them. */
		forgetWhatIsAhead: assign(({ context }) => ({
			deeds: context.deeds.filter(({ done }) => done <= context.goal)
		})),
		waitForDoers: assign(({ context }) => ({ waiting: doers(context) })),
		beginWhatIsNext: enqueueActions(({ context, enqueue }) => {
			const isDeed = context.deeds[context.applied]?.done === context.done;
			enqueue(isDeed ? 'waitForDoers' : 'waitForPerformers');
			enqueue(isDeed ? 'recordDeed' : 'recordBegin');
			enqueue(isDeed ? 'performDeed' : 'perform');
		}),
		performDeed: enqueueActions(({ context, enqueue }) => {
			for (const peer of context.waiting) enqueue.sendTo(peer, deedCommand(context, peer));
		}),
		keepDeed: assign(({ context, event }) =>
			event.type === 'deed.do'
				? { deeds: [...context.deeds, { deed: event.deed, done: context.done }] }
				: {}
		),
		/** The deed is done; a step that it leaves out counts as if it had been performed. */
		countDeed: assign(({ context }) => ({
			applied: context.applied + 1,
			waiting: [],
			done: context.done + (context.deeds[context.applied]?.deed.do === 'skip' ? 1 : 0)
		})),
		/** Fresh peers come to the moment that is read without what was done last. */
		undoDeed: assign(({ context }) => ({
			deeds: context.deeds.slice(0, -1),
			goal: Math.max(context.goal, context.done),
			then: 'stay' as const,
			cursor: null,
			reason: 'undone' as const
		})),
		waitForPerformers: assign(({ context }) => ({ waiting: [...upcoming(context)!.performers] })),
		stopWaiting: assign(({ context, event }) =>
			event.type === 'peer.performed' || event.type === 'peer.failed'
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
			const reason = whyAfresh(event);
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
							event.type === 'go.to' && (context.stale || context.error)
								? whyFresh(context)
								: ('run-to' as const)
					}
				: {}
		),
		/** Fresh peers come to the moment that is read. */
		stayHere: assign(({ context, event }) =>
			event.type === 'recording.choose'
				? {
						goal: here(context).steps,
						then: 'stay' as const,
						cursor: null,
						reason: whyRecorded(event.isOn)
					}
				: {}
		),
		/** Back to the last moment before the step; the peers are not to be trusted. */
		giveUpStep: assign(({ context }) => givenUp(context)),
		/** What was under way when a seat was left is taken up again once it is taken. */
		keepUnfinished: assign(({ context }) => {
			// A replay has its goal, and what was refused on the way there may come about with others.
			if (context.goal > context.done) return { error: null };
			if (context.error) return { ...givenUp(context), stale: null };
			if (context.deeds.length > context.applied) return {};
			return {
				goal: context.done,
				then: context.waiting.length > 0 ? ('advance' as const) : ('stay' as const)
			};
		}),
		markAbsent: assign(({ context, event }) =>
			event.type === 'seat.left' && !context.absent.includes(event.peer)
				? { absent: [...context.absent, event.peer] }
				: {}
		),
		markPresent: assign(({ context, event }) =>
			event.type === 'seat.taken'
				? { absent: context.absent.filter((peer) => peer !== event.peer) }
				: {}
		),
		chooseSource: assign(({ context, event }) =>
			event.type === 'source.choose' || event.type === 'source.prepare'
				? { sources: { ...context.sources, [event.peer]: event.source } }
				: {}
		),
		/** Fresh peers begin with the pattern at once. */
		replaceSource: enqueueActions(({ context, event, enqueue }) => {
			if (event.type !== 'source.replace') return;
			enqueue.sendTo(event.peer, { type: 'source.replace' } satisfies SourceCommand);
			enqueue.assign({ sources: { ...context.sources, [event.peer]: 'pattern' as const } });
		}),
		/** What was recorded had the test pattern on both sides. */
		chooseRecording: assign(({ event }) =>
			event.type === 'recording.choose' && event.isOn
				? { sources: { john: 'pattern' as const, jane: 'pattern' as const } }
				: {}
		)
	}
});
