import { annotate } from './annotate';
import { ATTRIBUTE_RULES, LINE_RULES } from './grammar';
import type { CompiledRule } from './grammar/compile';

/** The related address of a candidate (RFC 8839, 5.1). */
const RELATED = 'raddr 192.0.2.1 rport 9';

/** What may end a line, beside the ends of the samples of the rules: where a value is one of a few (RFC 8839, 5.1; RFC 8842, 5; RFC 8122, 5). */
const ENDS = [
	...'active passive actpass holdconn so UDP udp TCP tcp IN IP4 IP6 typ host audio video application'.split(
		' '
	),
	...'UDP/TLS/RTP/SAVPF RTP/SAVPF RTP/AVP UDP/DTLS/SCTP sha-1 sha-256 sha-384 sha-512'.split(' '),
	...['srflx', 'prflx', 'relay'].map((type) => `${type} ${RELATED}`),
	RELATED,
	'rport 9'
];

/**
 * Whether a line cannot be read as it is, but could be if it went on: a text that stops in it breaks off there, and
 * the line is no fault of whoever wrote it. What it lacks is taken from the sample of its rule.
 * @param line without its line end
 */
export function isBegun(line: string): boolean {
	if (/^[a-z]=?$/.test(line)) return true;
	const name = /^a=([^:]*)/.exec(line)?.[1];
	const rule = name === undefined ? LINE_RULES.get(line.charAt(0)) : ATTRIBUTE_RULES.get(name);
	if (rule === undefined || isSound(line, rule)) return false;
	return wholesOf(line, rule).some((whole) => isSound(whole, rule));
}

/** Whether a line has all that its rule asks of it, whatever stands around it. */
function isSound(text: string, { level, check }: CompiledRule): boolean {
	const front = level === 'session' || text.startsWith('m=') ? '' : 'm=audio 9 RTP/AVP 0\r\n';
	const line = annotate(front + text).lines.at(-1)!;
	const { fields } = line;
	return (fields.problem ?? check?.(fields, line) ?? fields.flaw) === null;
}

/** What a line may become: with the words of the sample that it has not yet, and its last one as whole as can be. */
function wholesOf(line: string, { sample }: CompiledRule): readonly string[] {
	const [count, words] = [line.split(' ').length, sample.split(' ')];
	const behind = words
		.slice(count)
		.map((word) => ` ${word}`)
		.join('');
	const same = words[count - 1] ?? '';
	const ends = Array.from({ length: same.length + 1 }, (_, from) => same.slice(from));
	const last = line.slice(line.search(/[^ :=]*$/));
	const known = ENDS.filter((end) => end.startsWith(last)).map((end) => end.slice(last.length));
	return [...ends, ...known].flatMap((end) => [line + end + behind, line + end]);
}
