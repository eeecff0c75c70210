import { checkTraceFile } from '../trace/file';
import { TRACE_FORMAT, TRACE_VERSION } from '../trace/file-schema';
import { jsonProblem, readJson } from '../trace/json-text';
import { counted } from './counted';
import { dumpOf } from './dump-of-json';
import { dumpsIn, findDumps } from './find-dumps';
import { partsOfJson } from './find-parts';
import { ofDump, ofFoundDumps } from './recognise-dumps';
import { ofParts } from './recognise-parts';
import { ofStatistics } from './recognise-statistics';
import { ofText } from './recognise-text';
import { ofTold } from './recognise-told';
import { EXPECTED, unknown, type Recognised } from './recognised';
import { isRtcstatsTuple, readRtcstats, RTCSTATS_MAGIC } from './rtcstats';
import { statisticsIn } from './statistics/find-statistics';

/** Longer texts are not looked at, in UTF-16 code units. */
export const LONGEST_TEXT = 256 * 1024 * 1024;

/** What a dump that is not whole is called. */
const WEBRTC_INTERNALS = 'a dump of webrtc-internals';

/** RFC 1952, 2.3.1. Its second byte is no text, so what a reader makes of it differs. */
const GZIP = ['\u001f\u008b', '\u001f\u2039', '\u001f\ufffd'];

/**
 * Says what a text is that somebody pasted or dropped, and takes it apart: descriptions and
 * candidates in every form in which they are passed on, and whole recordings. Never throws; linear
 * in the length of the text.
 */
export function recognise(text: string): Recognised {
	if (text.length > LONGEST_TEXT) {
		return unknown(
			`The text has ${text.length} characters; at most ${LONGEST_TEXT} are read.`,
			null
		);
	}
	const first = text.search(/[^\s\ufeff]/);
	if (first === -1) return unknown(`There is nothing here. ${EXPECTED}.`, null);
	if (GZIP.some((magic) => text.startsWith(magic))) {
		return unknown('This is compressed (gzip), as Chromium saves its dumps: unpack it first.', 0);
	}
	if (text.startsWith(RTCSTATS_MAGIC, first)) return ofDump(readRtcstats(text.slice(first)));
	return '{["'.includes(text[first]!) ? ofJson(text, first) : (ofWrapped(text) ?? ofText(text));
}

/** `[ERR] [ice.c:…]`, `[Tue May 21 12:00:09 2024] [WARN]`, `[1430371965.384158] DEBUG`, `[2023-03-31 09:56:02.364][INFO]`, `[12:00:01] …`, `[1:15:0305/213105.123:ERROR:dtls_transport.cc(628)] …` */
const LOG =
	/^\[(?:[A-Z]{3,8}\]|(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun)\b[^\]"]{0,40}\]|\d[\d:. TZ/+-]{3,40}\][\s[]|\w[\w .-]{0,40}\]\s+[\w[]|\d{1,10}:\d{1,10}:\d{4}\/\d{6}[.\d]{0,8}:[A-Z]{3,8}[\d:])/;

/** What a text is that begins like JSON; lines of JSON count too. */
function ofJson(text: string, first: number): Recognised {
	const json = readJson(first === 0 ? text : text.slice(first));
	if (json.ok) return ofValue(text, json.value);
	if (areRtcstatsLines(text, first)) return ofDump(readRtcstats(text.slice(first)));
	const lines = valuesOfLines(text);
	if (lines) return ofValue(text, lines);
	const dumps = ofWrapped(text);
	if (dumps) return dumps;
	const offset = first + json.offset;
	const problem = jsonProblem(text, { ...json, offset });
	const recording = damagedRecording(text, first);
	if (recording !== null) return unknown(`This looks like ${recording}. ${problem}`, offset);
	// A list of events in a log, a JavaScript literal, two objects one after the other.
	const parts = ofText(text);
	// A log begins with the time or the level in brackets, and nothing like that is JSON.
	return parts.kind === 'unknown' && !LOG.test(text.slice(first, first + 200))
		? unknown(`This looks like JSON. ${EXPECTED}. ${problem}`, offset)
		: parts;
}

/** The dumps in a text that has something else around them; null where there are none. */
function ofWrapped(text: string): Recognised | null {
	const { dumps, left, broken } = findDumps(text);
	const problem =
		broken && unknown(`This looks like ${WEBRTC_INTERNALS}. ${broken.problem}`, broken.offset);
	return ofFoundDumps(dumps, left) ?? problem;
}

function ofValue(text: string, value: unknown): Recognised {
	if (isFormat(value)) {
		const parsed = checkTraceFile(value);
		if (!parsed.ok) {
			const newer = isNewer(value) ? '' : ', but it is damaged';
			return unknown(`This is a Parley trace${newer}. ${parsed.problem}`, null);
		}
		const { entries, masked } = parsed.file;
		const sentence = `A Parley trace with ${counted(entries.length, 'entry', 'entries')}${masked ? ', addresses and credentials masked' : ''}.`;
		return { kind: 'trace', sentence, file: parsed.file };
	}
	const dump = dumpOf(value);
	if (dump) return ofDump(dump);
	const within = ofFoundDumps(dumpsIn(value, text), 0);
	if (within) return within;
	const statistics = statisticsIn(value, text);
	const parts = partsOfJson(value, 0, statistics.length > 0);
	const isAlone = parts.descriptions.length + parts.candidates.length === 0;
	return (
		(isAlone ? ofStatistics(text, statistics) : null) ??
		ofParts(text, parts, statistics) ??
		ofTold(text) ??
		unknown(`This is JSON, but it holds no description and no candidate. ${EXPECTED}.`, null)
	);
}

function isFormat(value: unknown): boolean {
	return (value as { format?: unknown } | null)?.format === TRACE_FORMAT;
}

/** Whether a trace says that it is of a version of which nothing can be known here. */
function isNewer(value: unknown): boolean {
	const version = (value as { version?: unknown } | null)?.version;
	return typeof version === 'number' && version > TRACE_VERSION;
}

/** The values of a text in which each line is JSON, as a log writes them; null for another text. */
function valuesOfLines(text: string): unknown[] | null {
	const values: unknown[] = [];
	for (const line of text.split('\n')) {
		if (line.trim() === '') continue;
		const json = readJson(line);
		if (!json.ok) return null;
		values.push(json.value);
	}
	return values.length > 1 ? values : null;
}

/** Whether the text is a line of JSON after the other, at least the first of them an event. */
function areRtcstatsLines(text: string, first: number): boolean {
	for (let from = first, line = 0; from < text.length && line < 3; line += 1) {
		const feed = text.indexOf('\n', from);
		const to = feed === -1 ? text.length : feed;
		const json = readJson(text.slice(from, to));
		if (!json.ok) return false;
		if (isRtcstatsTuple(json.value)) return true;
		from = to + 1;
	}
	return false;
}

/** What damaged JSON was going to be, by what its beginning says; null where that says nothing. */
function damagedRecording(text: string, first: number): string | null {
	const beginning = text.slice(first, first + 100_000);
	if (beginning.includes(`"${TRACE_FORMAT}"`)) return 'a Parley trace';
	const isDump = /"(PeerConnections|updateLog|UserAgentData)"/.test(beginning);
	return isDump ? WEBRTC_INTERNALS : null;
}
