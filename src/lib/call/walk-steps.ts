import { and, assign, raise } from 'xstate';
import { momentAfterNext } from './deeds-of-walk';
import { walkSetup } from './walk-setup';

/** Steps are performed without a pause, up to the moment that is read. */
export const replaying = walkSetup.createStateConfig({
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
			// What was done to the peers before these is done to these at the same place.
			entry: 'beginWhatIsNext',
			always: { guard: and(['deedIsDue', 'deedIsOver']), target: 'between', actions: 'countDeed' },
			on: {
				'peer.failed': [
					{
						guard: and(['deedIsDue', 'isTheLast']),
						target: 'between',
						description: 'the step is performed',
						actions: ['recordDeedFailure', 'countDeed']
					},
					{ guard: 'deedIsDue', actions: ['recordDeedFailure', 'stopWaiting'] }
				],
				'peer.performed': [
					{
						guard: and(['deedIsDue', 'isTheLast']),
						target: 'between',
						description: 'the step is performed',
						actions: 'countDeed'
					},
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
});

/**
 * The step of the moment that is read is performed, or something is done to the call beside its steps: what a
 * browser refuses of that is told, and the call stays as it is.
 */
export const performing = walkSetup.createStateConfig({
	entry: 'beginWhatIsNext',
	always: {
		guard: and(['deedIsDue', 'deedIsOver']),
		target: 'reading',
		description: 'the step is performed',
		actions: [assign({ at: ({ context }) => momentAfterNext(context) }), 'countDeed']
	},
	on: {
		'peer.performed': [
			{
				guard: and(['deedIsDue', 'isTheLast']),
				target: 'reading',
				description: 'the step is performed',
				actions: 'countDeed'
			},
			{
				guard: 'isTheLast',
				target: 'reading',
				description: 'the step is performed',
				actions: ['recordEnd', 'countStep', assign({ at: ({ context }) => context.at + 1 })]
			},
			{ actions: 'stopWaiting' }
		],
		'peer.failed': [
			{
				guard: and(['deedIsDue', 'isTheLast']),
				target: 'reading',
				description: 'the step is performed',
				actions: ['recordDeedFailure', 'countDeed']
			},
			{ guard: 'deedIsDue', actions: ['recordDeedFailure', 'stopWaiting'] },
			{ target: 'refused', description: 'the browser refused', actions: 'keepError' }
		],
		back: {
			guard: 'waitsForSeat',
			target: 'reading',
			description: 'Back',
			actions: 'giveUpStep'
		}
	}
});

/** A browser refused a step: nothing goes on until somebody decides how. */
export const refused = walkSetup.createStateConfig({
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
		'go.to': [
			{
				guard: 'isPerformed',
				target: 'reading',
				description: 'another slide is opened',
				actions: ['giveUpStep', assign({ at: ({ event }) => event.at })]
			},
			{
				guard: 'isAMoment',
				target: '#walk.call.attempt',
				reenter: true,
				description: 'a slide ahead, after a refusal',
				actions: 'aim'
			}
		]
	}
});
