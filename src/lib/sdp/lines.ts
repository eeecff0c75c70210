/** What ends a line; nothing does at the end of the input. */
export type Ending = '\r\n' | '\n' | '\r' | '';

const LINE_FEED = 10;

/**
 * Splits at CRLF, LF and CR, whichever come, and keeps them (RFC 8866, 5 asks for CRLF and for
 * tolerance of LF). An ending at the very end begins no further line; the empty text has no lines.
 * @param take is given each line: `text + ending`, and the lines joined, give the input back
 */
export function splitLines(text: string, take: (text: string, ending: Ending) => void): void {
	let start = 0;
	let feed = text.indexOf('\n');
	let carriage = text.indexOf('\r');
	while (feed !== -1 || carriage !== -1) {
		const crlf = carriage !== -1 && text.charCodeAt(carriage + 1) === LINE_FEED;
		if (carriage !== -1 && (feed === -1 || carriage < feed)) {
			take(text.slice(start, carriage), crlf ? '\r\n' : '\r');
			start = carriage + (crlf ? 2 : 1);
			carriage = text.indexOf('\r', start);
			if (feed !== -1 && feed < start) feed = text.indexOf('\n', start);
		} else {
			take(text.slice(start, feed), '\n');
			start = feed + 1;
			feed = text.indexOf('\n', start);
		}
	}
	if (start < text.length) take(text.slice(start), '');
}
