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

/** Something that is done, when, and what comes of it. */
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
export const changed = (change: string, kind: Kind, outcome: Outcome): Row => ({
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
export const carried = (
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

/** Something that is done to the call itself, before a step. */
export const done = (deed: Deed, before: string, outcome: Outcome): Row => ({
	name: `before ${before}: ${Object.values(deed).join(' ')}`,
	before,
	deedIn: () => deed,
	...outcome
});
