import { carried, changed, done, type Row } from './rows';

/** Everything that can be done at the workbench, and what each browser makes of it. */
export const TABLE: readonly Row[] = [
	changed('another-password', 'offer', { outcome: 'failed', first: 'ice.password-differs' }),
	changed('another-ufrag', 'offer', {
		outcome: { Chromium: 'not connected', Firefox: 'jane-adds-candidate: OperationError' },
		first: { Chromium: 'ice.ufrag-differs', Firefox: 'ice.candidate-of-other-description' }
	}),
	changed('codec-removed', 'offer', { outcome: 'connected', first: 'signaling.message-altered' }),
	changed('direction', 'offer', { outcome: 'connected', first: 'signaling.message-altered' }),
	changed('fingerprint-digit', 'offer', { outcome: 'failed', first: 'dtls.fingerprint-differs' }),
	changed('m-lines-swapped', 'offer', {
		outcome: 'john-sets-remote-description: InvalidAccessError',
		first: 'answer.sections-differ',
		isQuick: true
	}),
	changed('mid-removed', 'offer', {
		outcome: { Chromium: 'connected', Firefox: 'jane-sets-remote-description: InvalidAccessError' },
		first: { Chromium: 'signaling.message-altered', Firefox: 'sdp.no-mid' },
		isQuick: true
	}),
	changed('no-bundle', 'offer', { outcome: 'connected', first: 'signaling.message-altered' }),
	changed('no-fingerprint', 'offer', {
		outcome: 'jane-sets-remote-description: InvalidAccessError',
		first: 'sdp.no-fingerprint'
	}),
	changed('no-rtcp-mux', 'offer', {
		outcome: 'jane-sets-remote-description: InvalidAccessError',
		first: 'sdp.no-rtcp-mux'
	}),
	changed('setup-in-offer', 'offer', { outcome: 'connected', first: 'signaling.message-altered' }),
	changed('another-password', 'answer', { outcome: 'failed', first: 'ice.password-differs' }),
	changed('another-ufrag', 'answer', {
		outcome: { Chromium: 'not connected', Firefox: 'john-adds-candidate: OperationError' },
		first: { Chromium: 'ice.ufrag-differs', Firefox: 'ice.candidate-of-other-description' }
	}),
	changed('codec-removed', 'answer', { outcome: 'connected', first: 'signaling.message-altered' }),
	changed('direction', 'answer', { outcome: 'connected', first: 'signaling.message-altered' }),
	changed('fingerprint-digit', 'answer', {
		outcome: 'failed',
		first: 'dtls.fingerprint-differs',
		isQuick: true
	}),
	changed('m-lines-swapped', 'answer', {
		outcome: 'john-sets-remote-description: InvalidAccessError',
		first: 'answer.sections-differ'
	}),
	changed('mid-removed', 'answer', {
		outcome: { Chromium: 'connected', Firefox: 'john-sets-remote-description: InvalidAccessError' },
		first: { Chromium: 'signaling.message-altered', Firefox: 'sdp.no-mid' }
	}),
	changed('no-bundle', 'answer', {
		outcome: { Chromium: 'not connected', Firefox: 'failed' },
		first: 'answer.bundle-lost'
	}),
	changed('no-fingerprint', 'answer', {
		outcome: 'john-sets-remote-description: InvalidAccessError',
		first: 'answer.no-fingerprint'
	}),
	changed('no-rtcp-mux', 'answer', {
		outcome: 'john-sets-remote-description: InvalidAccessError',
		first: 'answer.no-rtcp-mux'
	}),
	changed('setup', 'answer', { outcome: 'failed', first: 'dtls.both-speak' }),
	changed('setup-actpass-in-answer', 'answer', {
		outcome: 'john-sets-remote-description: InvalidAccessError',
		first: 'answer.setup-open'
	}),
	changed('another-address', 'candidate', {
		outcome: 'connected',
		first: 'signaling.message-altered'
	}),
	changed('another-port', 'candidate', {
		outcome: 'connected',
		first: 'signaling.message-altered'
	}),
	changed('another-ufrag-candidate', 'candidate', {
		outcome: { Chromium: 'connected', Firefox: 'jane-adds-candidate: OperationError' },
		first: { Chromium: 'signaling.message-altered', Firefox: 'ice.candidate-of-other-description' }
	}),
	changed('not-a-candidate', 'candidate', {
		outcome: 'jane-adds-candidate: OperationError',
		first: 'ice.candidate-unreadable',
		isQuick: true
	}),
	carried('drop', 'answer', {
		outcome: 'waits in john-sets-remote-description',
		first: 'signaling.description-lost'
	}),
	carried('drop', 'candidate', {
		outcome: 'waits in jane-adds-candidate',
		first: 'signaling.candidates-lost'
	}),
	carried('drop', 'offer', {
		outcome: 'waits in jane-sets-remote-description',
		first: 'signaling.description-lost',
		isQuick: true
	}),
	carried('postpone', 'answer', { outcome: 'connected', first: null }),
	carried('postpone', 'candidate', { outcome: 'connected', first: null }),
	carried('postpone', 'offer', { outcome: 'connected', first: null }),
	carried('repeat', 'answer', { outcome: 'connected', first: null }),
	carried('repeat', 'candidate', { outcome: 'connected', first: null }),
	carried('repeat', 'offer', { outcome: 'connected', first: null, isQuick: true }),
	carried('return', 'answer', {
		outcome: 'waits in john-sets-remote-description',
		first: 'signaling.description-lost'
	}),
	carried('return', 'candidate', {
		outcome: 'waits in jane-adds-candidate',
		first: 'signaling.candidates-lost'
	}),
	carried('return', 'offer', {
		outcome: 'waits in jane-sets-remote-description',
		first: 'signaling.description-lost'
	}),
	done({ do: 'filter', peer: 'jane', keeps: 'host' }, 'john-sends-offer', {
		outcome: 'connected',
		first: null
	}),
	done({ do: 'filter', peer: 'john', keeps: 'host' }, 'john-sends-offer', {
		outcome: 'connected',
		first: null
	}),
	done({ do: 'filter', peer: 'jane', keeps: 'none' }, 'john-sends-offer', {
		outcome: 'waits in jane-adds-candidate',
		first: 'signaling.candidates-lost',
		isQuick: true
	}),
	done({ do: 'filter', peer: 'john', keeps: 'none' }, 'john-sends-offer', {
		outcome: 'waits in john-adds-candidate',
		first: 'signaling.candidates-lost'
	}),
	done({ do: 'filter', peer: 'jane', keeps: 'relay' }, 'john-sends-offer', {
		outcome: 'waits in jane-adds-candidate',
		first: 'signaling.candidates-lost'
	}),
	done({ do: 'filter', peer: 'john', keeps: 'relay' }, 'john-sends-offer', {
		outcome: 'waits in john-adds-candidate',
		first: 'signaling.candidates-lost'
	}),
	done({ do: 'filter', peer: 'jane', keeps: 'srflx' }, 'john-sends-offer', {
		outcome: 'waits in jane-adds-candidate',
		first: 'signaling.candidates-lost'
	}),
	done({ do: 'filter', peer: 'john', keeps: 'srflx' }, 'john-sends-offer', {
		outcome: 'waits in john-adds-candidate',
		first: 'signaling.candidates-lost'
	}),
	done({ do: 'silence', peer: 'jane' }, 'john-sends-offer', {
		outcome: 'waits in jane-sets-remote-description',
		first: 'signaling.description-lost'
	}),
	done({ do: 'silence', peer: 'john' }, 'john-sends-offer', {
		outcome: 'waits in john-sets-remote-description',
		first: 'signaling.description-lost'
	}),
	done({ do: 'close', peer: 'jane' }, 'jane-creates-answer', {
		outcome: 'jane-creates-answer: InvalidStateError',
		first: 'negotiation.after-close'
	}),
	done({ do: 'close', peer: 'john' }, 'john-hangs-up', {
		// Firefox gives up when it has heard nothing for long enough, in eleven seconds or in more than twenty.
		outcome: { Chromium: 'failed', Firefox: 'not connected or failed' },
		first: 'ice.other-side-gone'
	}),
	done({ do: 'step', step: 'john-creates-offer' }, 'john-sends-offer', {
		outcome: 'connected',
		first: null
	}),
	done({ do: 'offer', peer: 'john' }, 'john-sends-offer', { outcome: 'connected', first: null }),
	done({ do: 'restart', peer: 'john' }, 'john-creates-offer', {
		outcome: 'connected',
		first: null
	}),
	done({ do: 'restart', peer: 'jane' }, 'john-hangs-up', { outcome: 'connected', first: null }),
	done({ do: 'channel', peer: 'john' }, 'john-creates-offer', {
		outcome: 'connected',
		first: null,
		isQuick: true
	}),
	done({ do: 'channel', peer: 'jane' }, 'john-hangs-up', { outcome: 'connected', first: null }),
	done({ do: 'skip' }, 'jane-adds-candidate', { outcome: 'connected', first: null }),
	done({ do: 'skip' }, 'jane-adds-tracks', {
		outcome: 'connected',
		first: 'media.no-track',
		isQuick: true
	}),
	done({ do: 'skip' }, 'jane-creates-answer', {
		outcome: 'waits in john-sets-remote-description',
		first: null
	}),
	done({ do: 'skip' }, 'jane-creates-peer-connection', {
		outcome: 'jane-sets-remote-description: TypeError',
		first: null
	}),
	done({ do: 'skip' }, 'jane-gets-media', { outcome: 'jane-adds-tracks: TypeError', first: null }),
	done({ do: 'skip' }, 'jane-sends-answer', {
		outcome: 'waits in john-sets-remote-description',
		first: null
	}),
	done({ do: 'skip' }, 'jane-sends-candidate', {
		outcome: 'waits in john-adds-candidate',
		first: null
	}),
	done({ do: 'skip' }, 'jane-sets-local-description', {
		outcome: 'waits in jane-sends-candidate',
		first: null
	}),
	done({ do: 'skip' }, 'jane-sets-remote-description', {
		outcome: 'jane-creates-answer: InvalidStateError',
		first: 'negotiation.refused'
	}),
	done({ do: 'skip' }, 'john-adds-candidate', { outcome: 'connected', first: null }),
	done({ do: 'skip' }, 'john-adds-tracks', {
		outcome: 'waits in john-sends-candidate',
		first: null
	}),
	done({ do: 'skip' }, 'john-creates-offer', {
		outcome: 'waits in jane-sets-remote-description',
		first: null
	}),
	done({ do: 'skip' }, 'john-gets-media', { outcome: 'john-adds-tracks: TypeError', first: null }),
	done({ do: 'skip' }, 'john-sends-candidate', {
		outcome: 'waits in jane-adds-candidate',
		first: null
	}),
	done({ do: 'skip' }, 'john-sends-offer', {
		outcome: 'waits in jane-sets-remote-description',
		first: null
	}),
	done({ do: 'skip' }, 'john-sets-local-description', {
		outcome: 'john-sets-remote-description: InvalidStateError',
		first: 'negotiation.answer-without-offer'
	}),
	done({ do: 'skip' }, 'john-sets-remote-description', {
		outcome: {
			Chromium: 'remaining-candidates: InvalidStateError',
			Firefox: 'john-adds-candidate: InvalidStateError'
		},
		first: 'negotiation.candidate-too-early'
	}),
	done({ do: 'skip' }, 'remaining-candidates', { outcome: 'connected', first: null })
];
