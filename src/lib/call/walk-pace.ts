import { and, not, raise } from 'xstate';
import { walkSetup } from './walk-setup';

/** Who presses Next: somebody, or Play, once a moment is read. */
export const pace = walkSetup.createStateConfig({
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
					description: 'once it is read: Next',
					actions: raise({ type: 'next' })
				}
			},
			on: {
				// Each moment is read from its beginning, whoever has pressed.
				next: {
					guard: and(['hasNext', not('isUnderWay')]),
					target: 'playing',
					reenter: true,
					description: 'Next'
				},
				'go.to': {
					guard: and(['isAMoment', not('isUnderWay')]),
					target: 'playing',
					reenter: true,
					description: 'another slide is opened'
				},
				pause: { target: 'paused', description: 'Pause, or an error' },
				back: { target: 'paused', description: 'Back' },
				restart: { target: 'paused', description: 'Restart' }
			}
		}
	}
});
