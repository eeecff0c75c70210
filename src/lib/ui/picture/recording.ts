import { parseTraceFile } from '$lib/trace/file';
import type { TraceEntry } from '$lib/trace';

/**
 * Loads a recorded call that comes with the site.
 *
 * @param address where it is; null where there is none
 * @returns its entries; rejected with an `Error` where there is none, or it cannot be loaded or read
 */
export async function recordedCall(address: string | null): Promise<readonly TraceEntry[]> {
	if (address === null) throw new Error('no recording of this lesson comes with the site');
	const response = await fetch(address);
	if (!response.ok) throw new Error(`the server said ${response.status}`);
	const parsed = parseTraceFile(await response.text());
	if (!parsed.ok) throw new Error(parsed.problem);
	return parsed.file.entries;
}
