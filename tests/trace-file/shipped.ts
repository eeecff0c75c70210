import { readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import { parseTraceFile, type TraceFile } from '../../src/lib/trace/file';

/**
 * A recording that comes with the site.
 * @param name of its file in `src/static/samples`, with its ending
 */
export function shipped(name: string): TraceFile {
	const bytes = readFileSync(`src/static/samples/${name}`);
	const text = (name.endsWith('.gzip') ? gunzipSync(bytes) : bytes).toString();
	const read = parseTraceFile(text);
	if (!read.ok) throw new Error(read.problem);
	return read.file;
}
