import { assign, fromCallback, sendParent, sendTo, setup } from 'xstate';
import type { Source } from '../steps/step';
import type { PeerName } from '../trace';
import type { ConnectionEvent, PeerCommand, PeerReport, SourceCommand } from './events';

/** What the connection of a peer is told when it is made. */
export interface ConnectionInput {
	peer: PeerName;
}

/**
 * One peer of the call: what it may do next, by the states of JSEP (RFC 9429, 3.2) and of
 * webrtc-pc (4.3.3). The real connection lives in the actor `connection`, which closes it on exit; in
 * another tab the same machine runs over that tab's own connection.
 */
export const peerMachine = setup({
	types: {
		context: {} as { peer: PeerName; step: string | null; source: Source },
		input: {} as { peer: PeerName },
		events: {} as PeerCommand | SourceCommand | ConnectionEvent
	},
	actors: {
		connection: fromCallback<PeerCommand | SourceCommand, ConnectionInput>(() => {
			throw new Error('The machine of a peer needs a connection: provide the actor "connection".');
		})
	},
	actions: {
		reportPerformed: sendParent(({ context }): PeerReport => ({
			type: 'peer.performed',
			peer: context.peer,
			step: context.step!
		})),
		reportFailed: sendParent(({ context, event }): PeerReport => ({
			type: 'peer.failed',
			peer: context.peer,
			step: context.step!,
			error: (event as Extract<ConnectionEvent, { type: 'step.failed' }>).error
		})),
		reportLost: sendParent(({ context }): PeerReport => ({ type: 'peer.lost', peer: context.peer }))
	}
}).createMachine({
	id: 'peer',
	context: ({ input }) => ({ peer: input.peer, step: null, source: 'pattern' }),
	invoke: {
		id: 'connection',
		src: 'connection',
		input: ({ context }) => ({ peer: context.peer })
	},
	on: { 'source.replace': { actions: sendTo('connection', ({ event }) => event) } },
	type: 'parallel',
	states: {
		operation: {
			initial: 'idle',
			states: {
				idle: {
					on: {
						'step.perform': {
							target: 'pending',
							description: 'a step is asked for',
							actions: [
								assign({ step: ({ event }) => event.step, source: ({ event }) => event.source }),
								sendTo('connection', ({ event }) => event)
							]
						}
					}
				},
				pending: {
					on: {
						'step.performed': {
							target: 'idle',
							description: 'its promise is fulfilled',
							actions: 'reportPerformed'
						},
						'step.failed': {
							target: 'idle',
							description: 'its promise is rejected',
							actions: 'reportFailed'
						}
					}
				}
			}
		},
		signaling: {
			initial: 'absent',
			on: { 'connection.closed': { target: '.closed', description: 'close()' } },
			states: {
				absent: {
					on: { 'connection.created': { target: 'stable', description: 'new RTCPeerConnection()' } }
				},
				stable: {
					on: {
						'local.offer.set': {
							target: 'have-local-offer',
							description: 'setLocalDescription(offer)'
						},
						'remote.offer.set': {
							target: 'have-remote-offer',
							description: 'setRemoteDescription(offer)'
						}
					}
				},
				'have-local-offer': {
					on: {
						'remote.answer.set': {
							target: 'stable',
							description: 'setRemoteDescription(answer)'
						},
						'remote.pranswer.set': {
							target: 'have-remote-pranswer',
							description: 'the other’s pranswer'
						},
						'offer.rolled.back': { target: 'stable', description: 'rollback' },
						// Its own offer is rolled back on the way (webrtc-pc, 4.4.2, setRemoteDescription).
						'remote.offer.set': {
							target: 'have-remote-offer',
							description: 'the other’s offer'
						}
					}
				},
				'have-remote-offer': {
					on: {
						'local.answer.set': { target: 'stable', description: 'setLocalDescription(answer)' },
						'local.pranswer.set': {
							target: 'have-local-pranswer',
							description: 'its own pranswer'
						},
						'offer.rolled.back': { target: 'stable', description: 'rollback' }
					}
				},
				'have-local-pranswer': {
					on: {
						'local.answer.set': { target: 'stable', description: 'its own answer' }
					}
				},
				'have-remote-pranswer': {
					on: {
						'remote.answer.set': {
							target: 'stable',
							description: 'the other’s answer'
						}
					}
				},
				closed: {}
			}
		},
		connection: {
			initial: 'new',
			on: { 'connection.closed': { target: '.closed', description: 'close()' } },
			states: {
				new: {
					on: {
						'connection.connecting': { target: 'connecting', description: 'checks begin' },
						'connection.connected': { target: 'connected', description: 'it works at once' },
						'connection.failed': { target: 'failed', description: 'no candidate in time' }
					}
				},
				connecting: {
					on: {
						'connection.connected': {
							target: 'connected',
							description: 'a pair works, DTLS is done'
						},
						'connection.failed': { target: 'failed', description: 'no pair works in time' }
					}
				},
				connected: {
					on: {
						'connection.disconnected': { target: 'disconnected', description: 'packets stop' },
						'connection.connecting': { target: 'connecting', description: 'another path is tried' },
						'connection.failed': { target: 'failed', description: 'the path is gone' }
					}
				},
				disconnected: {
					on: {
						'connection.connected': { target: 'connected', description: 'packets come again' },
						'connection.connecting': { target: 'connecting', description: 'another path is tried' },
						'connection.failed': { target: 'failed', description: 'none for too long' }
					}
				},
				failed: {
					entry: 'reportLost',
					on: {
						'connection.connected': { target: 'connected', description: 'a late candidate works' },
						'connection.connecting': { target: 'connecting', description: 'checks begin again' }
					}
				},
				closed: {}
			}
		}
	}
});
