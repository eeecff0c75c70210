import { contentsOf } from './prefix';
import { realEndFrom } from './read-line';
import { isSdpLine } from './sdp-line';

/** So many lines behind a description tell whether it goes on. */
const NEAR = 3;
/** So much of a line tells what it is. */
const TELLING = 200;
/** What may stand in front of a line that somebody marked, or that is of another log. */
const MARKS = /^(?:[^\w"'`{}()[\]]{0,12}(?=[a-z]=)|[\w.: \t[-]{1,60}[|>\]][ \t]*(?=[a-z]=))/;

/**
 * Whether the lines right behind a description are SDP as well, written in a way in which they could not
 * be read as part of it. Another description and candidates are none.
 */
export function goesOnUnread(text: string, end: number): boolean {
	let at = end;
	for (let seen = 0; seen < NEAR && at < text.length;) {
		const line = realEndFrom(text, at);
		const shown = text.slice(at, Math.min(line.end, at + TELLING));
		at = line.next;
		if (shown.trim() === '') continue;
		seen += 1;
		if (shown.includes('v=0')) return false;
		const content = MARKS.exec(shown)?.[0].length;
		// What another line of a log begins is its own.
		if (content === undefined && contentsOf(shown).some((one) => isSdpLine(shown, one)))
			return false;
		if (content === undefined) continue;
		if (/^a=(?:candidate|end-of-candidates)/.test(shown.slice(content))) continue;
		if (isSdpLine(shown, content)) return true;
	}
	return false;
}
