import { parseTraceFile } from '$lib/trace/file';
import type { TraceEntry } from '$lib/trace';

/**
 * Loads the recorded call that comes with the site.
 *
 * @param base the site's base path
 * @returns its entries; rejected with an `Error` where it cannot be loaded or read
 */
export async function recordedCall(base: string): Promise<readonly TraceEntry[]> {
	const response = await fetch(`${base}/samples/call.parley-trace.json`);
	if (!response.ok) throw new Error(`the server said ${response.status}`);
	const parsed = parseTraceFile(await response.text());
	if (!parsed.ok) throw new Error(parsed.problem);
	return parsed.file.entries;
}
