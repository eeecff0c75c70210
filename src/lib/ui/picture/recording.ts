import { gunzip } from '$lib/signaling/gzip';
import { forPage } from '$lib/state/patiently';
import type { TraceEntry } from '$lib/trace';
import { parseTraceFile } from '$lib/trace/file';

/** Bytes of a recording: none that comes with the site has as many. */
const MOST = 20_000_000;

/**
 * Loads the text of a recorded call that comes with the site, packed by gzip or not; asked for as a page itself is.
 *
 * @param address where it is
 * @throws an `Error` where it cannot be loaded; a `TypeError` where it is damaged; a `RangeError` where it is no recording of ours
 */
export async function recordingText(address: string): Promise<string> {
	const bytes = await forPage(async () => {
		const response = await fetch(address);
		if (!response.ok) throw new Error(`the server said ${response.status}`);
		return new Uint8Array(await response.arrayBuffer());
	});
	// A server may have it unpacked on its way: what comes tells (RFC 1952, 2.3.1).
	const isPacked = bytes[0] === 0x1f && bytes[1] === 0x8b;
	return new TextDecoder().decode(isPacked ? await gunzip(bytes, MOST) : bytes);
}

/**
 * Loads a recorded call that comes with the site.
 *
 * @param address where it is; null where there is none
 * @returns its entries; rejected with an `Error` where there is none, or it cannot be loaded or read
 */
export async function recordedCall(address: string | null): Promise<readonly TraceEntry[]> {
	if (address === null) throw new Error('no recording of this lesson comes with the site');
	const parsed = parseTraceFile(await recordingText(address));
	if (!parsed.ok) throw new Error(parsed.problem);
	return parsed.file.entries;
}
