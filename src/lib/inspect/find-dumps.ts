import { jsonProblem, readJson } from '../trace/json-text';
import type { Dump } from './dump';
import { dumpOf, isBeginning, isSurelyDump } from './dump-of-json';
import { leftoversOf, type Range } from './leftovers';
import { readRtcstats, RTCSTATS_MAGIC } from './rtcstats';
import { findJsonWithin } from './unwrap/json-within';
import { withoutPrefixAt } from './unwrap/same-prefix';
import { isObject } from './values';

/** The dumps of a text in which something else stands as well. */
export interface FoundDumps {
	readonly dumps: readonly Dump[];
	/** How many lines around them look like SDP or a candidate. */
	readonly left: number;
	/** Of one that is damaged or cut off where that is; null where none is. */
	readonly broken: { readonly problem: string; readonly offset: number } | null;
}

const NONE: FoundDumps = { dumps: [], left: 0, broken: null };

const SOUGHT = {
	members: new Set(['PeerConnections', 'peerConnections']),
	words: new Set(['create'])
};
/** Without any of these no dump is in a text. It decides only whether it is looked for. */
const SIGNS = ['eerConnections', RTCSTATS_MAGIC, '"create"', '"create\\'];
/** What stands behind the prefix of a line, where a prefix is. */
const BEHIND_PREFIX = new RegExp(`"[Pp]eerConnections"|${RTCSTATS_MAGIC}\\s|\\["create"`);
/** A text in a text in a text: deeper nobody writes a dump. */
const DEEPEST = 3;

/**
 * The dumps that stand in a text, whatever is around them: the fence of Markdown, words, an assignment, the signs in
 * front of the lines of a mail, or the quotes of a text in JSON. Linear.
 */
export function findDumps(text: string, depth = 0): FoundDumps {
	if (depth > DEEPEST || !hasSign(text)) return NONE;
	const plain = within(text);
	if (plain.dumps.length > 0) return plain;
	const behind = BEHIND_PREFIX.exec(text);
	const bare = behind && withoutPrefixAt(text, behind.index);
	const unquoted = bare === null ? NONE : within(bare);
	if (unquoted.dumps.length > 0) return unquoted;
	const written = writtenIn(text, depth);
	return written.dumps.length > 0 ? written : { ...NONE, broken: unquoted.broken ?? plain.broken };
}

/** The dumps within parsed JSON that is none itself, in order. @param text what was parsed */
export function dumpsIn(json: unknown, text: string): Dump[] {
	if (!hasSign(text)) return [];
	const dumps: Dump[] = [];
	const open: unknown[] = [json];
	while (open.length > 0) {
		const value = open.pop();
		if (typeof value === 'string') dumps.push(...findDumps(value, 1).dumps);
		else if (isSurelyDump(value)) dumps.push(dumpOf(value)!);
		else if (Array.isArray(value) || isObject(value)) {
			for (const member of Object.values(value).reverse()) open.push(member);
		}
	}
	return dumps;
}

function hasSign(text: string): boolean {
	return SIGNS.some((sign) => text.includes(sign));
}

interface Placed {
	readonly start: number;
	readonly end: number;
	readonly dumps: readonly Dump[];
}

function found(text: string, placed: readonly Placed[]): FoundDumps {
	if (placed.length === 0) return NONE;
	const sorted = [...placed].sort((a, b) => a.start - b.start);
	const used = sorted.map(({ start, end }): Range => [start, end]);
	const dumps = sorted.flatMap((one) => one.dumps);
	return { dumps, left: leftoversOf(text, used).length, broken: null };
}

/** Those that are written out. */
function within(text: string): FoundDumps {
	const placed: Placed[] = [];
	let broken: number | null = null;
	for (const { start, end } of findJsonWithin(text, SOUGHT)) {
		const json = end === null ? null : readJson(text.slice(start, end));
		if (json?.ok && isSurelyDump(json.value)) {
			placed.push({ start, end: end!, dumps: [dumpOf(json.value)!] });
		} else if (!json?.ok && isBegun(text, start)) broken ??= start;
	}
	const all = found(text, [...placed, ...linesIn(text)]);
	return broken === null || all.dumps.length > 0
		? all
		: { ...all, broken: problemFrom(text, broken) };
}

/** Whether a dump of webrtc-internals begins here, of which its end need not be there. */
function isBegun(text: string, start: number): boolean {
	const beginning = text.slice(start, start + 100_000);
	return (
		beginning.includes('"PeerConnections"') &&
		/"(?:updateLog|rtcConfiguration|getUserMedia|UserAgent)"/.test(beginning)
	);
}

function problemFrom(text: string, start: number): FoundDumps['broken'] {
	const json = readJson(text.slice(start));
	if (json.ok) return null;
	const offset = start + json.offset;
	return { problem: jsonProblem(text, { ...json, offset }), offset };
}

const MAGIC_LINE = new RegExp(`^[ \\t]*${RTCSTATS_MAGIC}[ \\t]*\\r?\\n(?=[ \\t]*[{[])`, 'gm');
const FIRST_LINE = /^[ \t]*(?=\["create",)/m;
const EVENT_LINE = /^[ \t]*(?:\[(?:"|\d{1,6},)|\{").*/gm;

/** Dumps of rtcstats that are a line of JSON for each event. */
function linesIn(text: string): Placed[] {
	const begins = [...text.matchAll(MAGIC_LINE)].map(({ index }) => index);
	if (begins.length === 0) {
		const begin = beginOfLines(text);
		if (begin !== null) begins.push(begin);
	}
	return begins.map((start, place) => {
		const part = text.slice(start, begins[place + 1]);
		let length = 0;
		for (const line of part.matchAll(EVENT_LINE)) length = line.index + line[0].length;
		const end = start + length;
		return { start, end, dumps: [readRtcstats(part.slice(0, length).trimStart())] };
	});
}

/** Where the lines begin that nothing names, with the one that tells of the whole; null where none do. */
function beginOfLines(text: string): number | null {
	const first = FIRST_LINE.exec(text)?.index;
	if (first === undefined) return null;
	const line = readJson(/.*/y.exec(text.slice(first, first + 100_000))![0]);
	if (!line.ok || !isBeginning(line.value)) return null;
	const before = first === 0 ? 0 : text.lastIndexOf('\n', first - 2) + 1;
	const told = readJson(text.slice(before, first));
	return told.ok && isObject(told.value) ? before : first;
}

/** Where JSON begins of which the quotes are escaped. */
const ESCAPED = /[{[](?:\s|\\{1,8}[nrt]){0,40}\\{1,8}"/g;

/** Those that stand in a text of JSON. */
function writtenIn(text: string, depth: number): FoundDumps {
	const placed: Placed[] = [];
	ESCAPED.lastIndex = 0;
	for (let next = ESCAPED.exec(text); next; next = ESCAPED.exec(text)) {
		const start = next.index;
		const end = endOfEscaped(text, start);
		ESCAPED.lastIndex = end;
		const slice = text.slice(start, end);
		const json = hasSign(slice) ? readJson(`"${slice}"`) : null;
		const { dumps } = json?.ok ? findDumps(json.value as string, depth + 1) : NONE;
		// A dump within is read with the same expression, which remembers where it was.
		ESCAPED.lastIndex = end;
		if (dumps.length > 0) placed.push({ start, end, dumps });
	}
	return found(text, placed);
}

/** Where a text ends of which the quotes are escaped: at one that is not, or at the end of the line. */
function endOfEscaped(text: string, start: number): number {
	for (let at = start; at < text.length; at += 1) {
		const code = text.charCodeAt(at);
		if (code === 0x22 || code === 0x0a || code === 0x0d) return at;
		if (code === 0x5c) at += 1;
	}
	return text.length;
}
