import { readFileSync } from 'node:fs';
import { prefixAfter, Views, type SessionView } from '../../src/lib/trace';
import { parseTraceFile } from '../../src/lib/trace/file';

const read = parseTraceFile(readFileSync('src/static/samples/call.parley-trace.json', 'utf8'));
if (!read.ok) throw new Error(read.problem);

/** The recorded call that comes with the site. */
export const { entries } = read.file;

/** What it shows when so many of its steps were performed. */
export function viewAfter(steps: number): SessionView {
	return new Views().of(entries, prefixAfter(entries, 1, steps));
}
