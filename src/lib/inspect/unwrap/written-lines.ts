import type { Enclosed } from './enclosed-text';
import { realEndFrom } from './read-line';
import { withRealEnds } from './written-end';

/**
 * Lines that have whole texts in them, line ends written out: what was put around the lines of such a
 * text is found once they are lines. Linear.
 */
export function findWrittenLines(text: string): Enclosed[] {
	const found: Enclosed[] = [];
	for (let at = 0; at < text.length;) {
		const { end, next } = realEndFrom(text, at);
		const inner = withRealEnds(text.slice(at, end));
		if (inner !== null) found.push({ start: at, end, text: inner });
		at = next;
	}
	return found;
}
