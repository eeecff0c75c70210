import * as v from 'valibot';
import type { TraceEntry, TraceKind } from './entry';
import { dataSchema, Entry, Header, TRACE_FORMAT, TRACE_VERSION } from './file-schema';
import { jsonProblem, readJson } from './json-text';
import { finish, type Work } from './work';

/** What is said of a trace file as a whole. */
export interface TraceMeta {
	title?: string;
	/** `navigator.userAgent` of the browser that made the trace. */
	browser?: string;
	/** ISO 8601, for example `new Date().toISOString()`. */
	exportedAt: string;
	/** Whether addresses and ICE credentials were replaced (`mask`). */
	masked: boolean;
}

/** A trace as it stands in a file. `src/static/trace.schema.json` describes it for others. */
export interface TraceFile extends TraceMeta {
	format: typeof TRACE_FORMAT;
	version: typeof TRACE_VERSION;
	entries: TraceEntry[];
}

/** A file that was read, or one sentence on what was expected and where understanding stopped. */
export type ParsedTraceFile =
	| { readonly ok: true; readonly file: TraceFile }
	| { readonly ok: false; readonly problem: string };

/** Longer files are not read, in UTF-16 code units. */
export const LONGEST_FILE = 256 * 1024 * 1024;
/** More entries than anything that was ever recorded by hand. */
export const MOST_ENTRIES = 500_000;
/** How deep data may be nested. Statistics, the deepest that are recorded, need five. */
export const DEEPEST = 64;

/**
 * A trace as the text of a file: JSON with one line for each entry, so that two files can be
 * compared line by line.
 */
export function writeTraceFile(entries: readonly TraceEntry[], meta: TraceMeta): string {
	return finish(traceFileParts(entries, meta)).join('');
}

/** The same in parts, written one entry at a time. */
export function* traceFileParts(
	entries: readonly TraceEntry[],
	{ title, browser, exportedAt, masked }: TraceMeta
): Work<string[]> {
	const head = { format: TRACE_FORMAT, version: TRACE_VERSION, title, browser, exportedAt, masked };
	const members = Object.entries(head)
		.filter(([, value]) => value !== undefined)
		.map(([name, value]) => `\t${JSON.stringify(name)}: ${JSON.stringify(value)},\n`);
	const parts = [`{\n${members.join('')}\t"entries": [`];
	for (const [index, entry] of entries.entries()) {
		parts.push(`${index > 0 ? ',' : ''}\n\t\t${JSON.stringify(entry)}`);
		yield;
	}
	parts.push(entries.length > 0 ? '\n\t]\n}\n' : ']\n}\n');
	return parts;
}

/**
 * Reads the text of a trace file and trusts nothing in it: what comes back can be handed to
 * `reduce`. Never throws.
 */
export function parseTraceFile(text: string): ParsedTraceFile {
	if (text.length > LONGEST_FILE) {
		return refuse(`The file has ${text.length} characters; at most ${LONGEST_FILE} are read.`);
	}
	const json = readJson(text.charCodeAt(0) === 0xfeff ? text.slice(1) : text);
	if (!json.ok) return refuse(`A Parley trace is JSON. ${jsonProblem(text, json)}`);
	return checkTraceFile(json.value);
}

/** Checks what was parsed already. @see parseTraceFile */
export function checkTraceFile(value: unknown): ParsedTraceFile {
	const foreign = whyForeign(value);
	if (foreign !== null) return refuse(foreign);
	const header = v.safeParse(Header, value);
	if (!header.success) return refuse(`The head of the trace: ${issueWords(header.issues[0])}`);
	const { entries, ...head } = header.output;
	if (entries.length > MOST_ENTRIES) {
		return refuse(`The trace has ${entries.length} entries; at most ${MOST_ENTRIES} are read.`);
	}
	const checked: TraceEntry[] = [];
	for (const [index, entry] of entries.entries()) {
		const problem = whyNotNext(entry, checked);
		if (problem !== null) return refuse(`Entry ${index}${nameOf(entry)}: ${problem}`);
		checked.push(entry as TraceEntry);
	}
	const file: TraceFile = {
		...(head as Omit<TraceFile, 'entries'>),
		entries: checked
	};
	return { ok: true, file };
}

function refuse(problem: string): ParsedTraceFile {
	return { ok: false, problem };
}

/** Why something is no trace file of this version; null where it may be one. */
function whyForeign(value: unknown): string | null {
	const expected = `A Parley trace is a JSON object with "format": "${TRACE_FORMAT}"`;
	if (typeof value !== 'object' || value === null || Array.isArray(value)) {
		const what = Array.isArray(value) ? 'a list' : value === null ? 'null' : `a ${typeof value}`;
		return `${expected}, but this is ${what}.`;
	}
	const { format, version } = value as { format?: unknown; version?: unknown };
	if (format !== TRACE_FORMAT) {
		return format === undefined
			? `${expected}, but this object has no "format".`
			: `${expected}, but here "format" is ${shown(format)}.`;
	}
	if (typeof version === 'number' && version > TRACE_VERSION) {
		return `The trace is of version ${version}, made by a newer Parley; this one reads version ${TRACE_VERSION}.`;
	}
	return null;
}

/** Kinds of what happens to a message, and so to one of the peers. */
const OF_A_MESSAGE: ReadonlySet<TraceKind> = new Set<TraceKind>([
	'sent',
	'altered',
	'postponed',
	'repeated',
	'dropped',
	'delivered'
]);

/** Why something cannot be the next entry of a trace, as a sentence; null where it can. */
export function whyNotNext(value: unknown, before: readonly TraceEntry[]): string | null {
	const parsed = v.safeParse(Entry, value);
	if (!parsed.success) return issueWords(parsed.issues[0]);
	const entry = parsed.output as TraceEntry;
	if (entry.seq !== before.length) {
		return `"seq" must be the position in the trace, ${before.length}, but it is ${entry.seq}.`;
	}
	const last = before.at(-1);
	if (last !== undefined && entry.attempt < last.attempt) {
		return `"attempt" must not go back, but ${entry.attempt} follows ${last.attempt}.`;
	}
	if (entry.kind === 'result' || entry.kind === 'error') {
		const call = before[entry.call ?? -1];
		if (call?.kind !== 'call' || call.peer !== entry.peer || call.name !== entry.name) {
			return `"call" must be the "seq" of the earlier ${shown(entry.name)} call that it settles, but it is ${shown(entry.call)}.`;
		}
	} else if (entry.call !== undefined) {
		return `"call" belongs to a result or an error, but this is of kind "${entry.kind}".`;
	}
	if (OF_A_MESSAGE.has(entry.kind) && entry.peer === null) {
		return `"peer" must say who it is, but it is null.`;
	}
	const unsafe = whyUnsafe(entry.data);
	if (unsafe !== null) return unsafe;
	const schema = dataSchema(entry.kind, entry.name);
	const data = schema && v.safeParse(schema, entry.data);
	return data && !data.success ? issueWords(data.issues[0], 'data') : null;
}

/** What makes data unsafe to work with: nesting without end, and keys that reach for prototypes. */
function whyUnsafe(data: unknown): string | null {
	const open: [value: unknown, depth: number][] = [[data, 1]];
	for (let next = open.pop(); next; next = open.pop()) {
		const [value, depth] = next;
		if (typeof value !== 'object' || value === null) continue;
		if (depth > DEEPEST) return `"data" is nested deeper than ${DEEPEST} levels.`;
		if (Object.hasOwn(value, '__proto__')) return '"data" has a key "__proto__".';
		for (const member of Object.values(value)) open.push([member, depth + 1]);
	}
	return null;
}

/** How valibot's names of types read in a sentence. */
const TYPES: { [name: string]: string } = {
	string: 'a text',
	number: 'a number',
	boolean: 'true or false',
	Array: 'a list',
	Object: 'an object'
};

/** An issue as a sentence: which field, what was expected, what is there. */
function issueWords(issue: v.BaseIssue<unknown>, within?: string): string {
	const keys = issue.path?.map(({ key }) => String(key)) ?? [];
	const field = [...(within === undefined ? [] : [within]), ...keys].join('.');
	const { type, expected, received, input } = issue;
	// What is not known at all is reported with its own key as what was received.
	if (expected === 'never') return `"${field}" is not known here.`;
	if (input === undefined && received === 'undefined') return `"${field}" is missing.`;
	return `"${field}" must be ${expectedWords(type, expected, issue.message)}, but it is ${shown(input)}.`;
}

function expectedWords(type: string, expected: string | null, message: string): string {
	switch (type) {
		case 'custom':
			return message;
		case 'finite':
			return 'finite';
		case 'integer':
			return 'a whole number';
		case 'iso_timestamp':
			return 'a time such as "2026-01-31T12:00:00.000Z"';
		case 'max_length':
			return `no longer than ${expected?.slice(2)} characters`;
		case 'min_value':
			return `${expected?.slice(2)} or more`;
		default:
			return (expected ?? 'something else')
				.replace(/^\(|\)$/g, '')
				.split(' | ')
				.map((one) => TYPES[one] ?? one)
				.join(' or ');
	}
}

/** A value as it is quoted in a sentence. */
function shown(value: unknown): string {
	if (Array.isArray(value)) return 'a list';
	if (typeof value === 'object' && value !== null) return 'an object';
	if (typeof value === 'number') return String(value);
	const text = value === undefined ? 'missing' : JSON.stringify(value);
	return text.length > 60 ? `${text.slice(0, 60)}…` : text;
}

function nameOf(entry: unknown): string {
	const name = (entry as { name?: unknown } | null)?.name;
	return typeof name === 'string' ? ` (${shown(name)})` : '';
}
