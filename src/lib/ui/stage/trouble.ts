import { briefly } from '$lib/diagnose/in-words';
import { explainError } from '$lib/rtc/explain-error';
import type { Session } from '$lib/state/session.svelte';
import { interruptedIn } from '../panel/interruptions';
import { reasonOf } from '../findings/reason';
import { NAMES } from '../panel/names';
import { capFor } from './stage-keys';

/** What has gone wrong, in one calm line with the key that helps; null where nothing has. */
export function troubleOf(session: Session): string | null {
	const { error, stale, deeds } = session.context;
	const next = capFor('next');
	const pattern = capFor('pattern');
	const recorded = capFor('recorded');
	if (error !== null) {
		const { what, camera } = explainError(error.error, error.error.attempted);
		const reason = camera === null ? reasonOf(session) : null;
		const words = reason === null ? what : briefly(reason.claim);
		return camera === null
			? `${words} ${next} tries again, ${recorded} goes on with a recorded call.`
			: `${words} ${pattern} goes on with the test pattern, ${recorded} with a recorded call.`;
	}
	const asks = session.busy
		? session.head.calls.find((call) => call.name === 'getUserMedia' && call.status === 'pending')
		: undefined;
	if (asks) {
		return `The browser is asking for ${NAMES[asks.peer ?? 'john']}’s camera. ${pattern} goes on with the test pattern.`;
	}
	const [interrupted] = stale === null ? interruptedIn(session) : [];
	if (interrupted) return `${interrupted.words} ${pattern} goes on with the test pattern.`;
	const isBroken = deeds.length > 0 && session.head.lost !== null;
	if (stale === null && !isBroken) return null;
	const reason = reasonOf(session);
	const words =
		reason === null ? 'The browsers gave up on this connection.' : briefly(reason.claim);
	if (stale === null) return `${words} ${capFor('mend')} undoes what was broken.`;
	return `${words} ${next} makes a fresh one, and goes on.`;
}
