import { and, assign, raise } from 'xstate';
import { walkSetup, whyFresh } from './walk-setup';

/** All that was asked for is performed: a moment is read, and the next step waits for a press. */
export const reading = walkSetup.createStateConfig({
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
			{
				guard: 'nextIsSeveralSteps',
				target: 'replaying',
				description: 'Next, in a deck without some steps’ slides',
				actions: assign(({ context }) => ({
					at: context.at + 1,
					goal: context.moments[context.at + 1]!.steps,
					then: 'stay' as const
				}))
			},
			{ guard: 'nextIsAStep', target: 'performing', description: 'Next' },
			{ guard: 'hasNext', actions: assign({ at: ({ context }) => context.at + 1 }) }
		],
		// In the picture one arrow with Next: something is performed, and the moment is read again.
		'deed.do': {
			guard: 'isPossible',
			target: 'performing',
			description: 'Next',
			actions: 'keepDeed'
		},
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
				actions: 'aim'
			},
			{
				guard: 'isAMoment',
				target: 'replaying',
				description: 'a slide ahead is opened',
				actions: 'aim'
			}
		]
	}
});

/** A seat was left with its peer: what happened can be read, and nothing performed. */
export const parted = walkSetup.createStateConfig({
	entry: ['settled', assign({ stale: null, waiting: [] }), raise({ type: 'pause' })],
	on: {
		'seat.taken': [
			{
				guard: 'isTheLastAbsent',
				target: '#walk.call.attempt',
				reenter: true,
				description: 'seat taken',
				actions: ['markPresent', assign({ reason: 'seat' })]
			},
			{ actions: 'markPresent' }
		],
		'seat.left': { actions: 'markAbsent' },
		// A peer whose other side has gone is lost by and by: that is known already.
		'peer.lost': {},
		next: [
			{ guard: 'looksAtEntry', actions: assign({ cursor: null }) },
			{
				guard: 'nextIsPerformed',
				actions: assign({ at: ({ context }) => context.at + 1 })
			}
		],
		back: {
			guard: 'hasPrevious',
			actions: assign({ at: ({ context }) => context.at - 1, cursor: null })
		},
		'go.to': {
			guard: 'isPerformed',
			actions: assign({ at: ({ event }) => event.at, cursor: null })
		}
	}
});
