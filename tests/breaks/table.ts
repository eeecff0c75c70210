import { changesFor, type Deed, type WireMessage as Said } from '../../src/lib/breaks';
import type { SessionView } from '../../src/lib/trace';
import { isWaiting } from '../../src/lib/trace/fate';

export type BrowserName = 'Chromium' | 'Firefox';
type Each<T> = T | Record<BrowserName, T>;

/** What comes of something that is done to the call of the talk, if one then goes on by Next alone. */
export interface Outcome {
	/**
	 * `connected`, both; `failed`, one of the two; `not connected`, and not failed for twenty seconds; `waits in`
	 * a step; or a step that is refused, with the name of the error. Several, with “or” between them, where it is
	 * left to chance.
	 */
	readonly outcome: Each<string>;
	/** The id of what is found first; null for nothing. */
	readonly first: Each<string | null>;
	/** It is seen within seconds, and tells of its kind. */
	readonly isQuick?: boolean;
}

export interface Row extends Outcome {
	readonly name: string;
	/** The step before which it is done. */
	readonly before: string;
	/** Null where there is nothing to do it to. */
	deedIn(view: SessionView): Deed | null;
}

type Kind = 'offer' | 'answer' | 'candidate';

/** Whom a message is for, and the step that takes it. */
const TAKEN = {
	offer: ['jane', 'jane-sets-remote-description'],
	answer: ['john', 'john-sets-remote-description'],
	candidate: ['jane', 'jane-adds-candidate']
} as const;

function waitingFor(view: SessionView, kind: Kind) {
	const [to] = TAKEN[kind];
	const member = kind === 'candidate' ? kind : 'description';
	return view.wire.find(
		(one) => one.to === to && isWaiting(one) && member in (one.message as object)
	);
}

/** A ready-made change, at the first moment at which it makes sense. */
const changed = (change: string, kind: Kind, outcome: Outcome): Row => ({
	name: `${kind}: ${change}`,
	before: TAKEN[kind][1],
	deedIn(view) {
		const message = waitingFor(view, kind);
		const changes = message ? changesFor(message.message as unknown as Said) : [];
		if (!message || !changes.some(({ id }) => id === change)) return null;
		return { do: 'change', peer: message.to, message: message.id, change };
	},
	...outcome
});

/** Something that whoever carries a message does with it. */
const carried = (
	what: 'drop' | 'repeat' | 'postpone' | 'return',
	kind: Kind,
	outcome: Outcome
): Row => ({
	name: `${kind}: ${what}`,
	before: TAKEN[kind][1],
	deedIn(view) {
		const message = waitingFor(view, kind);
		return message ? { do: what, peer: message.to, message: message.id } : null;
	},
	...outcome
});

const done = (deed: Deed, before: string, outcome: Outcome): Row => ({
	name: `before ${before}: ${Object.values(deed).join(' ')}`,
	before,
	deedIn: () => deed,
	...outcome
});

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
