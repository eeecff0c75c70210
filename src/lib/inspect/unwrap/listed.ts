import type { Enclosed } from './enclosed-text';

/** The first line of a description in quotes of its own, or with others in a literal that goes on in the next. */
const FIRST = /(?<!\\)(\\*["'`])v=0(?=\1|\\+[rn])/g;
/** What stands between two literals: signs, what PHP and Elixir write of each, a break of a page. */
const BETWEEN = /(?:[\s,+.;&|=>()[\]<\\-]|\d|\b(?:b|u|string|br)\b){0,60}?(?=\\*["'`])/y;
/** Literals that stand so are one text, wherever it was cut. */
const IS_JOINED = /^(?:\s|\+|<>|\.|\\(?=\r?\n)|b(?=$))*$/;
const WRITTEN_END = /\\+[rn]/;
const ENDS = /\\+[rn]$/;
const LINE = /^(?:\\+[rn])*[a-z]=/;
/** What a console shows in place of the rest of a list. */
const MORE = /^[\s,]{0,8}(?:…|\.{3})/;
/** No line of a description is longer, in UTF-16 code units. */
const LONGEST = 20_000;
/** Fewer lines are no description. */
const FEWEST = 3;

interface Listed extends Enclosed {
	/** Whether a literal ends within a line of the description. */
	readonly isBroken: boolean;
}

/** Descriptions in literals, a line or more in each, however they are put together. Linear. */
export function findListed(text: string): Enclosed[] {
	return listsIn(text).filter(({ isBroken }) => !isBroken);
}

/** Descriptions in literals that a printer broke at the width of its page. Linear. */
export function findBrokenLiterals(text: string): Enclosed[] {
	return listsIn(text).filter(({ isBroken }) => isBroken);
}

function listsIn(text: string): Listed[] {
	const found: Listed[] = [];
	FIRST.lastIndex = 0;
	for (let first = FIRST.exec(text); first; first = FIRST.exec(text)) {
		const list = listAt(text, first.index, first[1]!);
		if (!list) continue;
		found.push(list);
		FIRST.lastIndex = list.end;
	}
	return found;
}

/** The literals from an offset on that belong to one description; null where there is only one. */
function listAt(text: string, start: number, mark: string): Listed | null {
	const pieces: string[] = [];
	let [at, end, isBroken, isWritten] = [start, start, false, false];
	for (;;) {
		const from = at + mark.length;
		const piece = literalAt(text, from, mark);
		if (piece === null) break;
		const before = pieces.at(-1);
		if (before === undefined) isWritten = WRITTEN_END.test(piece);
		else {
			const isJoined = IS_JOINED.test(text.slice(end, at));
			const isWithin = isWritten && !ENDS.test(before);
			// Of a list each is a line; of one text each is what is left of it.
			if (piece.startsWith('v=') || (!LINE.test(piece) && !(isJoined && isWithin))) break;
			if (isWithin && !isJoined) break;
			isBroken ||= isWithin;
		}
		pieces.push(piece);
		end = from + piece.length + mark.length;
		BETWEEN.lastIndex = end;
		if (!BETWEEN.test(text)) break;
		at = BETWEEN.lastIndex;
		if (!text.startsWith(mark, at)) break;
	}
	const rest = MORE.test(text.slice(end, end + 12)) ? '…' : '';
	const lines = isWritten ? pieces.join('') : `${pieces.join('\r\n')}${rest || '\r\n'}`;
	if (pieces.length < 2 || lines.split(isWritten ? WRITTEN_END : '\r\n').length <= FEWEST) {
		return null;
	}
	return { start, end, text: lines, isBroken };
}

/** What stands in a literal up to its closing mark; null where that is not in its line. */
function literalAt(text: string, from: number, mark: string): string | null {
	for (let at = from; ;) {
		const closing = text.indexOf(mark, at);
		if (closing === -1 || closing - from > LONGEST) return null;
		const piece = text.slice(from, closing);
		if (/[\r\n]/.test(piece)) return null;
		// An escaped quote is part of it; where the mark has a backslash itself, more of them are.
		if (text[closing - 1] !== '\\') return piece;
		at = closing + 1;
	}
}
