/** A line of the input: `text + ending`, and the lines joined, give the input back. */
export interface RawLine {
	readonly text: string;
	readonly ending: '\r\n' | '\n' | '\r' | '';
}

const LINE_FEED = 10;

/**
 * Splits at CRLF, LF and CR, whichever come, and keeps them (RFC 8866, 5 asks for CRLF and for
 * tolerance of LF). An ending at the very end begins no further line; the empty text has no lines.
 */
export function splitLines(text: string): RawLine[] {
	const lines: RawLine[] = [];
	let start = 0;
	let feed = text.indexOf('\n');
	let carriage = text.indexOf('\r');
	while (feed !== -1 || carriage !== -1) {
		const crlf = carriage !== -1 && text.charCodeAt(carriage + 1) === LINE_FEED;
		if (carriage !== -1 && (feed === -1 || carriage < feed)) {
			lines.push({ text: text.slice(start, carriage), ending: crlf ? '\r\n' : '\r' });
			start = carriage + (crlf ? 2 : 1);
			carriage = text.indexOf('\r', start);
			if (feed !== -1 && feed < start) feed = text.indexOf('\n', start);
		} else {
			lines.push({ text: text.slice(start, feed), ending: '\n' });
			start = feed + 1;
			feed = text.indexOf('\n', start);
		}
	}
	if (start < text.length) lines.push({ text: text.slice(start), ending: '' });
	return lines;
}
