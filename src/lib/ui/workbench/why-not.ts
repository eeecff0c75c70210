import type { Session } from '$lib/state/session.svelte';

/** What can be done wherever anything can. */
const ANYTHING = { type: 'deed.do', deed: { do: 'silence', peer: 'john' } } as const;

/** Why nothing can be done to the call now, in a sentence; null where something can. */
export function whyNot(session: Session): string | null {
	if (session.isRecorded) return 'A recorded call cannot be changed.';
	if (session.can(ANYTHING)) return null;
	const { context, started, isParted } = session;
	if (!started) return 'The call has not begun yet.';
	if (isParted || context.absent.length > 0) {
		return 'A seat is empty: the call can be changed once it is taken again.';
	}
	if (context.error !== null) {
		return 'The browser refused a step: answer that first, with “Try again” or “Dismiss”, or undo what you did.';
	}
	if (context.waiting.length > 0 || session.replaying) {
		return 'A step is under way: the call can be changed once it is done.';
	}
	if (context.stale !== null) return 'These peers are lost: Next makes fresh ones.';
	return 'You look at an earlier moment: go to the live end to change something.';
}
