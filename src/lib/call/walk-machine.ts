import { and, assign, not, raise } from 'xstate';
import { walkSetup, whyFresh } from './walk-setup';
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
							actions: assign(({ context }) => ({
								at: 0,
								goal: context.moments[0]?.steps ?? 0,
								then: 'stay' as const,
								reason: 'restart' as const
							}))
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
						'peer.lost': { guard: 'mayBeLost', actions: assign({ stale: 'lost' }) },
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
					states: {
						parted: {
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
						},
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
								back: {
									guard: 'waitsForSeat',
									target: 'reading',
									description: 'Back',
									actions: 'giveUpStep'
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
		}
	}
});
