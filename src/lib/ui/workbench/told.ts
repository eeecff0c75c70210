import type { Deed, Told } from '$lib/breaks';
import { deedWords } from '$lib/breaks/deed-words';
import type { Session } from '$lib/state/session.svelte';
import type { ErrorData, PeerName } from '$lib/trace';
import { kindOf } from '../panel/message';

/** Something that was done, as it is told. */
export interface ToldDeed {
	words: string;
	/** What the browser said, where it refused. */
	error?: ErrorData | undefined;
}

/** What was done to this call, the oldest first. */
export function toldDeeds(session: Session): ToldDeed[] {
	const { context, head } = session;
	return context.deeds.map(({ deed, done }, index) => ({
		words: deedWords(deed, toldOf(session, deed, done)),
		// Fresh peers have it done to them one after the other.
		error: index < context.applied ? head.deeds[index]?.error : undefined
	}));
}

/** What was done last, in words; null where nothing was. A recorded call is as it was. */
export function lastDeedWords(session: Session): string | null {
	return session.isRecorded ? null : (toldDeeds(session).at(-1)?.words ?? null);
}

/** @param done how many steps were performed when it was done */
function toldOf({ course, titles, head }: Session, deed: Deed, done: number): Told {
	if (deed.do === 'skip' || deed.do === 'step') {
		const step = deed.do === 'step' ? deed.step : course.steps[done]?.id;
		const title = titles[step ?? ''] ?? step;
		const isEarly = course.steps.findIndex(({ id }) => id === step) >= done;
		return { ...(title !== undefined && { title }), isEarly };
	}
	const message =
		'message' in deed && head.wire.find(({ to, id }) => to === deed.peer && id === deed.message);
	return message ? { message: kindOf(message.message) } : {};
}

/** Somebody waits for what may never come, since it was lost or left out. */
export interface Wait {
	peers: readonly PeerName[];
	/** What the step is called that is under way. */
	title: string;
	/** When it began, in milliseconds since the Unix epoch. */
	since: number;
}

/** Who waits in a call that was broken; null where nobody does, and while the browser asks for a camera. */
export function waitOf(session: Session): Wait | null {
	const { context, head, entries, course, titles } = session;
	const { waiting, deeds, applied, done } = context;
	if (session.isRecorded || waiting.length === 0 || deeds.length === 0) return null;
	if (head.calls.some(({ name, status }) => name === 'getUserMedia' && status === 'pending')) {
		return null;
	}
	const now = deeds[applied]?.deed;
	const step = now?.do === 'step' ? now.step : course.steps[done]?.id;
	const begun = Math.max(head.steps.at(-1)?.begin ?? 0, head.deeds.at(-1)?.seq ?? 0);
	return {
		peers: waiting,
		title: titles[step ?? ''] ?? step ?? '',
		since: entries[begun]?.at ?? 0
	};
}
