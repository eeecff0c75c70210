import { attempt } from './walk-attempt';
import { pace } from './walk-pace';
import { walkSetup } from './walk-setup';
import { USUAL_PACE } from './walk-types';

/**
 * The walk: which moment is read, and the only place that decides what may happen next. It owns the
 * machines of both peers; entering `call` makes fresh ones, leaving it closes them.
 */
export const walkMachine = walkSetup.createMachine({
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
		pace: input.pace ?? USUAL_PACE,
		absent: input.absent ?? [],
		cursor: null
	}),
	type: 'parallel',
	states: {
		call: {
			initial: 'idle',
			states: {
				idle: { on: { begin: { target: 'attempt', description: 'the page is alive' } } },
				attempt
			}
		},
		pace
	}
});
