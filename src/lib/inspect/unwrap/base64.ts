import { LONGEST_PREFIX, shapeOf } from './prefix';
import { realEndFrom } from './read-line';
import type { Enclosed } from './enclosed-text';

/** RFC 4648, 4 and 5. Fewer letters hold neither a description nor a candidate. */
const RUN = /[A-Za-z0-9+/_-]{40,}={0,2}/g;
/** A further line of the same, with what a log or a mail has in front and a literal behind. */
const FURTHER =
	/^(|.*[^A-Za-z0-9+/_=-])([A-Za-z0-9+/_-]+={0,2})[ \t]*(?:\\+[rn])*["'`]?[,;)}\]]*[ \t]*$/;
const LINE_CLOSES = /^[ \t]*(?:\\+[rn])*["'`]?[,;)}\]+]*[ \t]*$/;

/** Texts in base64 or base64url, on one line or broken over several (RFC 2045, 6.8). Linear. */
export function findBase64(text: string): Enclosed[] {
	const found: Enclosed[] = [];
	RUN.lastIndex = 0;
	for (let run = RUN.exec(text); run; run = RUN.exec(text)) {
		const start = run.index;
		const end = start + run[0].length;
		if (!isText(decoded(run[0].slice(0, 40)))) continue;
		const [whole, first] = [broken(text, start, end), { code: run[0], end }];
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

/** The code that begins at an offset and goes on in the lines behind it; null where it does not. */
function broken(text: string, start: number, end: number): { code: string; end: number } | null {
	const parts = [text.slice(start, end)];
	let [shape, stop] = [null as string | null, end];
	const first = realEndFrom(text, end);
	if (!LINE_CLOSES.test(text.slice(end, Math.min(first.end, end + LONGEST_PREFIX)))) return null;
	for (let at = first.next; at < text.length;) {
		const { end: lineEnd, next } = realEndFrom(text, at);
		const line = text.slice(at, Math.min(lineEnd, at + 4 * LONGEST_PREFIX));
		const [, prefix = '', code] = FURTHER.exec(line) ?? [];
		if (code === undefined || (shape ?? shapeOf(prefix)) !== shapeOf(prefix)) break;
		shape = shapeOf(prefix);
		parts.push(code);
		stop = at + prefix.length + code.length;
		if (code.endsWith('=') || code.length < 16) break;
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

function isText(text: string | null): boolean {
	return text !== null && /^[\t\r\n\u0020-\u007e\u00a0-\uffff]+$/.test(text);
}
