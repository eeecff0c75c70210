import { traceFileParts } from '$lib/trace/file';
import { inSlices } from './in-slices';
import type { ShownWalk } from './shown-walk.svelte';

/**
 * What happened in a session as the text of a trace file, in parts; what the screen masks is masked there
 * as well, by the same masks.
 *
 * @param between called now and then while it is written
 */
export async function sessionFile(
	session: ShownWalk,
	isMasked: boolean,
	between?: () => void
): Promise<string[]> {
	const masked = isMasked || session.isMasked;
	const entries = await session.taken(masked, between);
	const meta = {
		title: session.isRecorded ? 'A recorded call' : 'A walk through a call',
		browser: navigator.userAgent,
		exportedAt: new Date().toISOString(),
		masked
	};
	const parts = await inSlices(traceFileParts(entries, meta), between);
	// Masked while it was written: it is not given away as it was.
	return session.isMasked && !masked ? sessionFile(session, true, between) : parts;
}
