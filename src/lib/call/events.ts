import type { PeerDeed } from '../breaks';
import type { Source } from '../steps/step';
import type { ErrorData, PeerName } from '../trace';

/** How a step failed: the API that was called last, and the browser's words. */
export interface StepError extends ErrorData {
	attempted: string;
}

/** How a step came out. */
export type StepOutcome = { type: 'step.performed' } | { type: 'step.failed'; error: StepError };

/** What a connection tells its peer's machine. */
export type ConnectionEvent =
	| StepOutcome
	| { type: 'connection.created' }
	| { type: 'local.offer.set' }
	| { type: 'remote.offer.set' }
	| { type: 'local.answer.set' }
	| { type: 'remote.answer.set' }
	| { type: 'local.pranswer.set' }
	| { type: 'remote.pranswer.set' }
	| { type: 'offer.rolled.back' }
	| { type: 'connection.connecting' }
	| { type: 'connection.connected' }
	| { type: 'connection.disconnected' }
	| { type: 'connection.failed' }
	| { type: 'connection.closed' };

/** The test pattern is to take the place of what a peer sends, in the call that is there. */
export type SourceCommand = { type: 'source.replace' };

/** What a peer's machine is asked. */
export type PeerCommand = {
	type: 'step.perform';
	step: string;
	source: Source;
	/** What is done in place of a step; `step` is its name then. */
	deed?: PeerDeed;
};

/** What a peer's machine tells the walk. */
export type PeerReport =
	| { type: 'peer.performed'; peer: PeerName; step: string }
	| { type: 'peer.failed'; peer: PeerName; step: string; error: StepError }
	| { type: 'peer.lost'; peer: PeerName };
