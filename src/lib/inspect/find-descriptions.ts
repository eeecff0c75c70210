import type { Description } from '../trace';

/** A session description in a text. */
export interface FoundDescription {
	readonly sdp: string;
	/** As it is stated, else as `a=setup` lets one tell; null where nothing does. */
	readonly type: Description['type'] | null;
	/** Whether the type was stated beside it. */
	readonly stated: boolean;
	/** Whether it begins with `v=0`, or is some lines of a description. */
	readonly whole: boolean;
	/** Offsets in what was pasted; null where it was within JSON. */
	readonly start: number | null;
	readonly end: number | null;
	/** Whether `sdp` is that very part of the text; else its line endings were written as `\r\n`. */
	readonly verbatim: boolean;
}

const LINE = /[a-z]=[^\r\n]*(?:\r\n|\n|\r|$)/y;
/** The first line, and how it ends: by a line ending, or by one that is written out. */
const BEGINNING = /v=0[ \t]*(\r\n|\n|\r|\\+[rn])/g;
/** How far in front a text says of what type a description is. */
const NEARBY = 80;
/** An escape may be escaped itself, where JSON holds JSON: so often, and no more. */
const DEEPEST_ESCAPE = 4;

/** All descriptions in a text, in order: with real line endings, and with written out ones. */
export function findDescriptions(text: string): FoundDescription[] {
	const found: FoundDescription[] = [];
	BEGINNING.lastIndex = 0;
	for (let match = BEGINNING.exec(text); match; match = BEGINNING.exec(text)) {
		const start = match.index;
		if (/\w/.test(text[start - 1] ?? '') && !isEscaped(text, start)) continue;
		const escaped = match[1]!.startsWith('\\');
		const end = escaped ? endOfEscaped(text, start) : endOfLines(text, start);
		const slice = text.slice(start, end);
		const sdp = escaped ? unescaped(slice) : slice;
		const type = statedType(text, start, found.at(-1)?.end ?? 0);
		found.push(descriptionAs(sdp, { type, start, end, verbatim: !escaped }));
		BEGINNING.lastIndex = Math.max(end, start + 3);
	}
	return found;
}

/** A description with what is known of it. */
export function descriptionAs(
	sdp: string,
	known: Partial<Omit<FoundDescription, 'sdp' | 'stated'>> = {}
): FoundDescription {
	const { type = null, whole = sdp.startsWith('v=0'), start = null, end = null } = known;
	return {
		sdp,
		type: type ?? impliedType(sdp),
		stated: type !== null,
		whole,
		start,
		end,
		verbatim: known.verbatim ?? true
	};
}

/** An offer leaves the DTLS role open (RFC 8842, 5.2); an answer may not (RFC 8842, 5.3). */
function impliedType(sdp: string): FoundDescription['type'] {
	const [, setup] = /^a=setup:(\S+)/m.exec(sdp) ?? [];
	if (setup === 'actpass') return 'offer';
	return setup === 'active' || setup === 'passive' ? 'answer' : null;
}

/** The type that is stated last in front of a description. */
function statedType(text: string, start: number, from: number): FoundDescription['type'] {
	const front = text.slice(Math.max(from, start - NEARBY), start).toLowerCase();
	const words = [...front.matchAll(/(?<![a-z])(pranswer|offer|answer)(?![a-z])/g)];
	return (words.at(-1)?.[1] as FoundDescription['type'] | undefined) ?? null;
}

/** Whether a letter in front belongs to an escape, as the n of `\nv=0`. */
function isEscaped(text: string, start: number): boolean {
	return /\\[nrt]$/.test(text.slice(Math.max(0, start - 2), start));
}

/** Where the lines that look like lines of SDP end. */
function endOfLines(text: string, start: number): number {
	let end = start;
	for (;;) {
		LINE.lastIndex = end;
		const line = LINE.exec(text);
		if (!line || line[0] === '') return end;
		// A second description begins where the session begins again.
		if (end > start && line[0].startsWith('v=')) return end;
		end += line[0].length;
	}
}

/** Where a text with written out line endings ends: at a quote, a real line ending, or the next one. */
function endOfEscaped(text: string, start: number): number {
	const stop = /["'`\r\n]|\\[rn]v=0(?=\\)/g;
	stop.lastIndex = start;
	const found = stop.exec(text);
	if (!found) return text.length;
	if (found[0].length > 1) return found.index + 2;
	let end = found.index;
	// In JSON within JSON the quote itself is escaped.
	while (end > start && text[end - 1] === '\\') end -= 1;
	return end;
}

/** Undoes escapes until the line endings are real. */
function unescaped(text: string): string {
	let plain = text;
	for (let depth = 0; depth < DEEPEST_ESCAPE && /\\[rn]/.test(plain); depth += 1) {
		plain = plain.replace(/\\(?:u([0-9a-fA-F]{4})|(.))/g, (_, code: string, char: string) => {
			if (code !== undefined) return String.fromCharCode(parseInt(code, 16));
			return { r: '\r', n: '\n', t: '\t' }[char] ?? char;
		});
	}
	return plain;
}
