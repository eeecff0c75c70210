import type { TraceEntry } from '$lib/trace';
import { writeTraceFile } from '$lib/trace/file';
import { mask } from '$lib/trace/mask';
import type { Session } from './session.svelte';

/** What happened in a session, to be taken away; what the screen masks is masked there as well. */
export function takenFrom(session: Session, isMasked: boolean): readonly TraceEntry[] {
	return isMasked || session.isMasked ? mask(session.entries) : session.entries;
}

/** The same as the text of a trace file. */
export function sessionFile(session: Session, isMasked: boolean): string {
	return writeTraceFile(takenFrom(session, isMasked), {
		title: session.isRecorded ? 'A recorded call' : 'A walk through a call',
		browser: navigator.userAgent,
		exportedAt: new Date().toISOString(),
		masked: isMasked || session.isMasked
	});
}
