import { and, assign, raise } from 'xstate';
import { parted, reading } from './walk-reading';
import { walkSetup } from './walk-setup';
import { performing, refused, replaying } from './walk-steps';

/**
 * One attempt at the call, with peers of its own: entering it makes them, leaving it closes them. What
 * is here may happen in whatever state it is.
 */
export const attempt = walkSetup.createStateConfig({
	invoke: [
		{ id: 'john', src: 'john', input: { peer: 'john' } },
		{ id: 'jane', src: 'jane', input: { peer: 'jane' } }
	],
	entry: [
		'forgetWhatIsAhead',
		assign({ done: 0, applied: 0, waiting: [], stale: null, error: null, cursor: null }),
		'recordAttempt'
	],
	initial: 'replaying',
	on: {
		restart: {
			target: '#walk.call.attempt',
			reenter: true,
			description: 'Restart',
			actions: assign(({ context }) => ({
				at: 0,
				deeds: [],
				goal: context.moments[0]?.steps ?? 0,
				then: 'stay' as const,
				reason: 'restart' as const
			}))
		},
		'deed.undo': {
			guard: 'hasDeeds',
			target: '#walk.call.attempt',
			reenter: true,
			description: 'Undo',
			actions: 'undoDeed'
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
			{
				guard: and(['isAnotherSource', 'sourceIsAskedFor', 'isUnderWay']),
				target: '#walk.call.attempt',
				reenter: true,
				description: 'another source',
				actions: ['chooseSource', 'goOnAfresh']
			},
			{ guard: 'isAnotherSource', actions: 'chooseSource' }
		],
		'source.replace': { guard: 'cameraIsInUse', actions: 'replaceSource' },
		'source.prepare': { actions: 'chooseSource' },
		'recording.choose': [
			{
				guard: 'isUnderWay',
				target: '#walk.call.attempt',
				reenter: true,
				description: 'another source',
				actions: ['chooseRecording', 'goOnAfresh']
			},
			{
				target: '#walk.call.attempt',
				reenter: true,
				description: 'another source',
				actions: ['chooseRecording', 'stayHere']
			}
		],
		'speed.choose': { actions: assign({ speed: ({ event }) => event.speed }) },
		'pace.choose': { actions: assign({ pace: ({ event }) => event.pace }) },
		'cursor.set': { actions: assign({ cursor: ({ event }) => event.seq }) },
		'peer.lost': { guard: 'isSurprise', actions: assign({ stale: 'lost' }) },
		'seat.left': [
			{
				guard: 'isMissed',
				target: '.parted',
				description: 'seat left',
				actions: ['markAbsent', 'keepUnfinished']
			},
			{ actions: 'markAbsent' }
		],
		'seat.taken': { actions: 'markPresent' },
		'peers.gone': [
			{
				guard: 'mayBeLost',
				target: '.parted',
				description: 'seat left',
				actions: 'keepUnfinished'
			},
			// The beat of Play went with the tab that had it.
			{ actions: raise({ type: 'pause' }) }
		]
	},
	states: { parted, replaying, reading, performing, refused }
});
