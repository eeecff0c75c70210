import { firstContext } from './first-context';
import { attempt } from './walk-attempt';
import { pace } from './walk-pace';
import { walkSetup } from './walk-setup';

/**
 * The walk: which moment is read, and the only place that decides what may happen next. It owns the
 * machines of both peers; entering `call` makes fresh ones, leaving it closes them.
 */
export const walkMachine = walkSetup.createMachine({
	id: 'walk',
	context: ({ input }) => firstContext(input),
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
