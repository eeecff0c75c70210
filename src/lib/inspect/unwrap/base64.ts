import { LONGEST_PREFIX, shapeOf } from './prefix';
import { realEndFrom } from './read-line';
import type { Enclosed } from './enclosed-text';

/** RFC 4648, 4 and 5. Fewer letters hold neither a description nor a candidate. */
const RUN = /[A-Za-z0-9+/_-]{40,}={0,2}/g;
/** What a log, a mail or a literal has behind a line of it. */
const CLOSES = String.raw`[ \t]*(?:\\+[rn])*["'\`]?[,;)}\]+.$↵]*[ \t]*$`;
const LINE_CLOSES = new RegExp(`^${CLOSES}`);
/** A further line of the same, with what is in front of it. */
const FURTHER = new RegExp(String.raw`^(|.*[^A-Za-z0-9+/_=-])([A-Za-z0-9+/_-]+={0,2})${CLOSES}`);
/** The last one, with other members of its object behind. */
const LAST = /^([^\w+/]*)([A-Za-z0-9+/_-]+={0,2})(?![\w+/=-])/;

/** So many lines of a block are tried as its beginning, with all behind them: other words may stand above it. */
const MOST_TRIED = 20;

/** Texts in base64 or base64url, on one line or broken over several (RFC 2045, 6.8). Linear. */
export function findBase64(text: string): Enclosed[] {
	const found: Enclosed[] = [];
	let [blockEnd, tried] = [0, 0];
	RUN.lastIndex = 0;
	for (let run = RUN.exec(text); run; run = RUN.exec(text)) {
		const start = run.index;
		const end = start + run[0].length;
		if (!mayBeText(run[0])) continue;
		tried = start < blockEnd ? tried + 1 : 0;
		const whole = tried < MOST_TRIED ? broken(text, start, end) : null;
		const first = { code: run[0], end };
		blockEnd = Math.max(blockEnd, whole?.end ?? 0);
		for (const { code, end: last } of whole ? [whole, first] : [first]) {
			const inner = decoded(code);
			if (inner === null || !isText(inner)) continue;
			found.push({ start, end: last, text: inner });
			RUN.lastIndex = last;
			break;
		}
	}
	return found;
}

/** Whether a code begins with what gzip (RFC 1952, 2.3.1) or zlib (RFC 1950, 2.2) begin with. */
const COMPRESSED = /(?<![A-Za-z0-9+/_-])(?:H4sI|eJ[wyz]|eNo|eNp)[A-Za-z0-9+/_-]{36}/;

/** Whether a text holds base64 of something that is compressed. */
export const holdsCompressed = (text: string): boolean => COMPRESSED.test(text);

/** The code that begins at an offset and goes on in the lines behind it; null where it does not. */
function broken(text: string, start: number, end: number): { code: string; end: number } | null {
	const parts = [text.slice(start, end)];
	let [shape, stop] = [null as string | null, end];
	const first = realEndFrom(text, end);
	if (!LINE_CLOSES.test(text.slice(end, Math.min(first.end, end + LONGEST_PREFIX)))) return null;
	for (let at = first.next; at < text.length;) {
		const { end: lineEnd, next } = realEndFrom(text, at);
		const line = text.slice(at, Math.min(lineEnd, at + 4 * LONGEST_PREFIX));
		if (line.trim() !== '') {
			const read = [FURTHER, LAST].map((expression) => expression.exec(line));
			const fits = (prefix: string) => shape === null || shapeOf(prefix) === shape;
			const found = read.find((one) => one !== null && fits(one[1]!));
			if (!found) break;
			const [, prefix = '', code = ''] = found;
			shape = shapeOf(prefix);
			parts.push(code);
			stop = at + prefix.length + code.length;
			if (found !== read[0] || code.endsWith('=') || code.length < 16) break;
		}
		at = next;
	}
	return parts.length > 1 ? { code: parts.join(''), end: stop } : null;
}

/** null where it is no base64 of UTF-8. */
function decoded(code: string): string | null {
	const plain = code.replace(/=+$/, '').replaceAll('-', '+').replaceAll('_', '/');
	if (plain.length % 4 === 1) return null;
	try {
		const bytes = Uint8Array.from(atob(plain), (char) => char.charCodeAt(0));
		return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
	} catch {
		return null;
	}
}

/** Whether a code begins with what has no control characters, which most codes of other things have. */
function mayBeText(code: string): boolean {
	const plain = code.slice(0, 40).replaceAll('-', '+').replaceAll('_', '/');
	return !/[^\t\r\n\u0020-\uffff]/.test(atob(plain));
}

function isText(text: string | null): boolean {
	return text !== null && /^[\t\r\n\u0020-\u007e\u00a0-\uffff]+$/.test(text);
}
