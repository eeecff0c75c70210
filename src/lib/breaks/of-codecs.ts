import { linesOf, rewritten } from './lines.ts';
import type { ReadyMade } from './ready-made.ts';

/** Formats that only help another one (RFC 4588; RFC 2198; RFC 5109; RFC 8627). */
const HELPERS = new Set(['rtx', 'red', 'ulpfec', 'flexfec', 'flexfec-03']);

/** Where the payload types of an m= line begin (RFC 8866, 5.14). */
const FORMATS = 3;

/** The payload types of the first codec of the first section for pictures; none where no other is left. */
function firstCodec(section: readonly string[]): ReadonlySet<string> {
	const names = new Map<string, string>();
	const retransmits = new Map<string, string>();
	for (const line of section) {
		const [, mapped, name] = /^a=rtpmap:(\d+) ([^/]+)/.exec(line) ?? [];
		if (mapped !== undefined && name !== undefined) names.set(mapped, name.toLowerCase());
		const [, helper, apt] = /^a=fmtp:(\d+) (?:.*;)?apt=(\d+)/.exec(line) ?? [];
		if (helper !== undefined && apt !== undefined) retransmits.set(helper, apt);
	}
	const formats = section[0]?.split(' ').slice(FORMATS) ?? [];
	const nameOf = (format: string) => names.get(format) ?? format;
	const codecs = formats.filter((format) => !HELPERS.has(nameOf(format)));
	const [first] = codecs.map(nameOf);
	if (codecs.every((format) => nameOf(format) === first)) return new Set();
	const own = new Set(codecs.filter((format) => nameOf(format) === first));
	return new Set(
		formats.filter((format) => own.has(format) || own.has(retransmits.get(format) ?? ''))
	);
}

function withoutFirstCodec(sdp: string): string | null {
	const texts = linesOf(sdp).map(({ text }) => text);
	const start = texts.findIndex((text) => text.startsWith('m=video '));
	if (start < 0) return null;
	const next = texts.findIndex((text, at) => at > start && text.startsWith('m='));
	const gone = firstCodec(texts.slice(start, next < 0 ? texts.length : next));
	const index = texts.slice(0, start).filter((text) => text.startsWith('m=')).length;
	return rewritten(sdp, (line, { section }) => {
		if (section !== index) return line;
		if (line.startsWith('m=')) {
			const words = line.split(' ');
			return words.filter((word, at) => at < FORMATS || !gone.has(word)).join(' ');
		}
		const format = /^a=(?:rtpmap|fmtp|rtcp-fb|imageattr):(\d+)(?: |$)/.exec(line)?.[1];
		return format !== undefined && gone.has(format) ? null : line;
	});
}

/** Changes of the codecs that a description names (RFC 8866, 6.6; RFC 4585, 4.2; RFC 6236, 3.1). */
export const OF_CODECS: readonly ReadyMade[] = [
	{
		id: 'codec-removed',
		title: 'Remove the first codec for pictures',
		about:
			'The first codec of a section is the one that its sender likes best, and only what both descriptions name can be used.',
		of: 'description',
		change: withoutFirstCodec
	}
];
