import { beginsLine, isSdpLine } from './sdp-line';

/** A longer prefix is none, in UTF-16 code units. */
export const LONGEST_PREFIX = 400;
/** So many places of a line are tried at which its content may begin. */
const TRIES = 12;

/** A number, a time, an address, a hash: what differs from line to line in the prefix of a log. */
const VARIABLE =
	/(?:[0-9a-zA-Z_]{0,40}?\d[0-9a-zA-Z_]*)(?:[.:,+\-/][0-9a-zA-Z_]*\d[0-9a-zA-Z_]*)*/g;
/** A line end that is written out may stand in front of a line, where the one before it is real. */
const CONTENT = /(?:(?<![\w-])|(?<=#01[25])|(?<=^[ \t]*\\[nr]))[a-z]=/g;

/** Spaces of any kind, and what has no width, as pages and chats put between. */
const INDENT = /^[\s\u200b\ufeff]*/;

/** The name of a container or of a device, which is the same in all lines of one. */
const NAME = /^[A-Za-z][A-Za-z_]*\d{1,3}$/;

/** What the prefixes of the lines of one log have in common: no numbers, and no width of spaces. */
export function shapeOf(prefix: string): string {
	return prefix
		.replace(VARIABLE, (word) => (NAME.test(word) ? word : '#'))
		.replace(/[\s\u200b\ufeff]+/g, ' ')
		.trim();
}

/** The shape of the prefix in front of the first line of SDP in a line of text; null where there is none. */
export function learnShape(line: string): string | null {
	if (contentAt(line, '') >= 0) return '';
	for (const at of contentsOf(line)) {
		if (isSdpLine(line, at)) return shapeOf(line.slice(0, at));
	}
	return null;
}

/** Where the content of a line begins behind a prefix of a shape; -1 where it has another prefix. */
export function contentAt(line: string, shape: string): number {
	if (shape === '') {
		const indent = INDENT.exec(line)![0].length;
		return beginsLine(line, indent) ? indent : -1;
	}
	for (const at of contentsOf(line)) {
		if (shapeOf(line.slice(0, at)) === shape) return at;
	}
	return -1;
}

/** Where the content of a line may begin: a letter and an equals sign behind no letter. */
export function contentsOf(line: string): number[] {
	CONTENT.lastIndex = 0;
	const places: number[] = [];
	for (let found = CONTENT.exec(line); found && found.index <= LONGEST_PREFIX;) {
		places.push(found.index);
		if (places.length === TRIES) break;
		found = CONTENT.exec(line);
	}
	return places;
}
