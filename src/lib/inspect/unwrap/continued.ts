import type { Enclosed } from './enclosed-text';
import { realEndFrom } from './read-line';

/** Where YAML (5.7 of 1.2), C and shells go on with a text in the next line; YAML keeps a blank that it marks. */
const BREAK = /\\\r?\n[ \t]*(?:\\(?= ))?/g;
/** A description whose line ends are written out, for of others each line has its own. */
const DENSE = /v=0\\+[rn]/;
const CONTINUED = /\\\r?\n/;

/** Descriptions that a backslash at the end of a line continues in the next one. Linear. */
export function findContinued(text: string): Enclosed[] {
	if (!CONTINUED.test(text) || !DENSE.test(text)) return [];
	const found: Enclosed[] = [];
	for (let at = 0; at < text.length;) {
		let { end, next } = realEndFrom(text, at);
		while (isContinued(text, at, end) && next < text.length)
			({ end, next } = realEndFrom(text, next));
		const whole = text.slice(at, end);
		if (CONTINUED.test(whole) && DENSE.test(whole))
			found.push({ start: at, end, text: whole.replace(BREAK, '') });
		at = next;
	}
	return found;
}

/** Whether a line ends with a backslash that is not escaped by another. */
function isContinued(text: string, start: number, end: number): boolean {
	let count = 0;
	while (end - count > start && text[end - 1 - count] === '\\') count += 1;
	return count % 2 === 1;
}
