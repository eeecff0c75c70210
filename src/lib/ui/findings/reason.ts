import type { Finding } from '$lib/diagnose';
import type { Session } from '$lib/state/session.svelte';
import { untrack } from 'svelte';
import { later } from '../later/later.svelte';

/** What was concluded for a session, with what had gone wrong then: it is concluded once. */
const known = new WeakMap<Session, { readonly cause: object; readonly finding: Finding | null }>();

/** What a conclusion is about: as long as that is the same, so is the conclusion. */
function causeIn({ context, head }: Session): object | null {
	const { error, stale, deeds, goal, done } = context;
	if (error) return error;
	if (stale === 'lost') return head.lost;
	// Of a call that was broken on purpose each entry may tell more; not while all of it is performed again.
	return deeds.length > 0 && goal <= done ? head : null;
}

/**
 * The finding that explains why the call of a session is lost, a step of it was refused, or what comes of
 * what was done to it on purpose; null where nothing has gone wrong, where it is not known why, and until
 * what concludes has come. Of a call that is seeded with a fault nothing is concluded: the reader is to.
 */
export function reasonOf(session: Session): Finding | null {
	if (session.course.seeded) return null;
	const cause = causeIn(session);
	if (cause === null) return null;
	void later.want();
	const { tools } = later;
	if (tools === null) return null;
	const before = known.get(session);
	if (before?.cause === cause) return before.finding;
	const [first] = untrack(() => tools.diagnoseSession(session.entries, session.head).findings);
	const finding = first && first.id !== 'call.unexplained' ? first : null;
	known.set(session, { cause, finding });
	return finding;
}
