import { splitLines, type Ending } from '../sdp/lines.ts';

/** A line of a text, and what ends it: nothing where the text ends with it. */
export interface TextLine {
	text: string;
	ending: Ending;
}

/** Both joined give the text back. */
export function linesOf(text: string): TextLine[] {
	const lines: TextLine[] = [];
	splitLines(text, (line, ending) => lines.push({ text: line, ending }));
	return lines;
}

/** The part of a description that a line stands in. */
export interface Place {
	/** Which m= section it is, from 0; -1 is the part in front of them. */
	section: number;
	/** The m= line itself; empty in front of the first one. */
	mLine: string;
}

/**
 * Puts other lines in the place of those of a description; what ends them stays.
 * @param change gives what the line becomes; null takes it out
 * @returns null where no line became another one
 */
export function rewritten(
	description: string,
	change: (line: string, place: Place) => string | null
): string | null {
	const place: Place = { section: -1, mLine: '' };
	let text = '';
	splitLines(description, (line, ending) => {
		if (line.startsWith('m=')) {
			place.section += 1;
			place.mLine = line;
		}
		const changed = change(line, place);
		if (changed !== null) text += changed + ending;
	});
	return text === description ? null : text;
}

/** @returns null where no line is one of those */
export function without(description: string, isOne: (line: string) => boolean): string | null {
	return rewritten(description, (line) => (isOne(line) ? null : line));
}
