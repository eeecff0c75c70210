import type { Enclosed } from './enclosed-text';
import { LONGEST_PREFIX, shapeOf } from './prefix';
import { realEndFrom } from './read-line';

/** What an entry of a log ends with that is longer than a line may be, as rtpengine cuts it. */
const GOES_ON = / \.\.\.$/;
/** What the rest of it begins with, behind what each line of the log begins with. */
const REST = /(?:^|[ \t])\.\.\. /;
/** A description whose line ends are written out, for of others each line has its own. */
const DENSE = /v=0(?:\\+[rn]|#01[25])/;

/** Descriptions in an entry of a log that was cut, and goes on in the next ones. Linear. */
export function findCutEntries(text: string): Enclosed[] {
	if (!/ \.\.\.\r?\n/.test(text) || !DENSE.test(text)) return [];
	const found: Enclosed[] = [];
	for (let at = 0; at < text.length;) {
		const pieces: string[] = [];
		let { end, next } = realEndFrom(text, at);
		let line = text.slice(at, end);
		const head = line.slice(0, LONGEST_PREFIX);
		while (GOES_ON.test(line) && next < text.length) {
			const following = realEndFrom(text, next);
			const rest = restBehind(head, text.slice(next, following.end));
			if (rest === null) break;
			pieces.push(line.replace(GOES_ON, ''));
			({ end, next } = following);
			line = rest;
		}
		const whole = pieces.join('') + line;
		if (pieces.length > 0 && DENSE.test(whole)) found.push({ start: at, end, text: whole });
		at = next;
	}
	return found;
}

/** What a line has behind the dots with which it goes on with an entry of the same log; null where it does not. */
function restBehind(head: string, line: string): string | null {
	const dots = REST.exec(line.slice(0, LONGEST_PREFIX));
	if (dots === null) return null;
	const isSame = shapeOf(head).startsWith(shapeOf(line.slice(0, dots.index)));
	return isSame ? line.slice(dots.index + dots[0].length) : null;
}
