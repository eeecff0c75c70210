import type { Browser, Line } from '../../../sdp';

/** What browsers want of lines of a kind, and who refuses the whole description without it. */
export interface Demand {
	readonly id: string;
	/** The names of the attributes, or the letters of the lines, that it is about; all lines where there are none. */
	readonly on?: readonly string[];
	/** Whether the text alone does not tell that a line has no fault. */
	readonly looksAround?: true;
	/** Whether browsers read such lines in sections of RTP alone, and leave them aside in others. */
	readonly isOfRtp?: true;
	/** What is wrong with a line, as what follows `Line 12 `; null where nothing is. */
	readonly fault: (line: Line) => string | null;
	/** Where a fault of the text counts; everywhere if this is not said. */
	readonly where?: (line: Line) => boolean;
	readonly refusedBy: readonly Browser[];
	/** Who takes it in an offer, and cannot answer. */
	readonly unanswerableBy?: readonly Browser[];
	readonly todo: string;
	/** Where the grammar of the line stands. */
	readonly source: string;
}

/** A word of a line in a sentence. */
export const said = (word: string | undefined): string => `"${(word ?? '').slice(0, 40)}"`;

/** What was asked last: several demands in turn are about one line. */
let last: { readonly line: Line | null; readonly words: readonly string[] } = {
	line: null,
	words: []
};

/** The words of a line, behind its name. */
export function wordsIn(line: Line): readonly string[] {
	if (last.line !== line) last = { line, words: wordsOf(line.value) };
	return last.words;
}

/** What stands between the blanks of a text: mostly one word. */
function wordsOf(text: string): readonly string[] {
	if (!text.includes(' ')) return text === '' ? [] : [text];
	const words = text.split(' ');
	return words.includes('') ? words.filter((word) => word !== '') : words;
}

/** The first of the words of a line, without taking the others apart; null where it is the only one. */
export function firstOfMore({ value }: Line): string | null {
	const words = value.trim();
	const end = words.indexOf(' ');
	return end === -1 ? null : words.slice(0, end);
}

/** Whether a word is a whole number up to a limit. */
export const isUpTo = (word: string | undefined, limit: number): boolean =>
	/^\d{1,12}$/.test(word ?? '') && Number(word) <= limit;
