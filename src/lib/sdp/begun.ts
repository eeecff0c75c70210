import { annotate } from './annotate';
import { ATTRIBUTE_RULES, LINE_RULES } from './grammar';
import type { CompiledRule } from './grammar/compile';

/** Candidates that have a related address (RFC 8839, 5.1), and one. Some leave it out, and are whole without. */
const TYPES = ['srflx', 'prflx', 'relay'];
const RELATED = 'raddr 192.0.2.1 rport 9';

/** What may end a line, beside the ends of the samples of the rules: where a value is one of a few (RFC 8839, 5.1; RFC 8842, 5; RFC 8122, 5). */
const ENDS = [
	...'active passive actpass holdconn so UDP udp TCP tcp IN IP4 IP6 typ host audio video application'.split(
		' '
	),
	...'UDP/TLS/RTP/SAVPF RTP/SAVPF RTP/AVP UDP/DTLS/SCTP sha-1 sha-256 sha-384 sha-512'.split(' '),
	...TYPES.map((type) => `${type} ${RELATED}`),
	RELATED,
	'rport 9'
];

/** What stands in front of a line of a section, with what the samples of the rules refer to. */
const SECTION = 'm=video 9 RTP/AVP 0\r\na=ssrc:3239603703 cname:x\r\na=ssrc:1814042788 cname:x\r\n';

/**
 * Whether a line cannot be read as it is, but could be if it went on: a text that stops in it breaks off there, and
 * the line is no fault of whoever wrote it. What it lacks is taken from the sample of its rule; a last word that could
 * do with one more part behind a slash, as `opus/48000` could, is wrong and whole.
 * @param line without its line end
 */
export function isBegun(line: string): boolean {
	if (/^[a-z]=?$/.test(line)) return true;
	const name = /^a=([^:]*)/.exec(line)?.[1];
	const rule = name === undefined ? LINE_RULES.get(line.charAt(0)) : ATTRIBUTE_RULES.get(name);
	if (rule === undefined) return false;
	const { isRead, isSound } = lookedAt(line, rule);
	if (isSound) return false;
	const ends = [...knownEnds(line), ...sampleEnds(line, rule)];
	const within = isRead ? ends.filter((end) => !end.startsWith('/')) : ends;
	return wholesOf(line, within, rule).some((whole) => lookedAt(whole, rule).isSound);
}

/** Whether a line has the words that its rule asks for, and whether they are right, whatever stands around it. */
function lookedAt(text: string, { level, check }: CompiledRule) {
	const front = level === 'session' || text.startsWith('m=') ? '' : SECTION;
	const line = annotate(front + text).lines.at(-1)!;
	const { problem, flaw } = line.fields;
	const isRead = problem === null && flaw === null;
	return { isRead, isSound: isRead && (check?.(line.fields, line) ?? null) === null };
}

/** What makes the last word of a line one of the few that it may be. */
function knownEnds(line: string): readonly string[] {
	const last = line.slice(line.search(/[^ :=]*$/));
	if (TYPES.includes(last)) return [];
	return ENDS.filter((end) => end.startsWith(last)).map((end) => end.slice(last.length));
}

/** What makes the last word of a line as whole as the same one of the sample. */
function sampleEnds(line: string, { sample }: CompiledRule): readonly string[] {
	const same = sample.split(' ')[line.split(' ').length - 1] ?? '';
	return Array.from({ length: same.length + 1 }, (_, from) => same.slice(from));
}

/** What a line may become: its last word made whole, with the words of the sample that it has not yet and without. */
function wholesOf(
	line: string,
	ends: readonly string[],
	{ sample }: CompiledRule
): readonly string[] {
	const behind = sample.split(' ').slice(line.split(' ').length);
	return ends.flatMap((end) => [[line + end, ...behind].join(' '), line + end]);
}
