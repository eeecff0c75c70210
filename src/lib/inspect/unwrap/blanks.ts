/** A line that has blanks alone between its fields, as no program writes them (RFC 8866, 5.2). */
const HARD = /o=\S{1,200}\u00a0\d{1,30}\u00a0\d{1,30}\u00a0IN\u00a0IP[46]\u00a0/;

/** A text with the blanks that a page or a chat does not break at as those that they were. All offsets stay. */
export function withPlainBlanks(text: string): string {
	return HARD.test(text) ? text.replaceAll('\u00a0', ' ') : text;
}
