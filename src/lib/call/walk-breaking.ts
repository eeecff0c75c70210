import { assign } from 'xstate';
import { momentAfterNext } from './deeds-of-walk';
import { walkSetup } from './walk-setup';

/** A deed is done to the call; what a browser refuses is told, and the call stays as it is. */
const BEGIN = ['waitForDoers', 'recordDeed', 'performDeed'] as const;

/** The deed that was asked for at the moment that is read. */
export const breaking = walkSetup.createStateConfig({
	entry: [...BEGIN],
	always: {
		guard: 'deedIsOver',
		target: 'reading',
		description: 'a step is left out',
		actions: [assign({ at: ({ context }) => momentAfterNext(context) }), 'countDeed']
	},
	on: {
		'peer.performed': [
			{ guard: 'isTheLast', target: 'reading', description: 'it is done', actions: 'countDeed' },
			{ actions: 'stopWaiting' }
		],
		'peer.failed': [
			{
				guard: 'isTheLast',
				target: 'reading',
				description: 'the browser refused it',
				actions: ['recordDeedFailure', 'countDeed']
			},
			{ actions: ['recordDeedFailure', 'stopWaiting'] }
		]
	}
});

/** A deed that was done to the peers before these, at this place of a replay. */
export const breakingAgain = walkSetup.createStateConfig({
	entry: [...BEGIN],
	always: { guard: 'deedIsOver', target: 'between', actions: 'countDeed' },
	on: {
		'peer.performed': [
			{ guard: 'isTheLast', target: 'between', actions: 'countDeed' },
			{ actions: 'stopWaiting' }
		],
		'peer.failed': [
			{ guard: 'isTheLast', target: 'between', actions: ['recordDeedFailure', 'countDeed'] },
			{ actions: ['recordDeedFailure', 'stopWaiting'] }
		]
	}
});
