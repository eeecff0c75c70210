import type { Leftover } from './parts';
import { contentsOf } from './unwrap/prefix';
import { realEndFrom } from './unwrap/read-line';
import { isSdpLine } from './unwrap/sdp-line';

/** A part of a text that was read: [start, end). */
export type Range = readonly [start: number, end: number];

/** So much of a line tells what it looks like. */
const TELLING = 600;
const LONGEST_SHOWN = 200;
const CANDIDATE = /(?<![\w=])(?:a=)?candidate:[\w+/]{1,64} +\d/;

/** The lines outside what was read that look like SDP or a candidate. Linear. @param used in order */
export function leftoversOf(text: string, used: readonly Range[]): Leftover[] {
	const found: Leftover[] = [];
	let at = 0;
	// Many parts may be in one line, which is then searched for its end once.
	let line = { end: -1, next: 0 };
	for (const [start, end] of [...used, [text.length, text.length] as const]) {
		while (at < start) {
			if (line.next <= at) line = realEndFrom(text, at);
			const stop = Math.min(line.end, start);
			const shown = text.slice(at, Math.min(stop, at + TELLING));
			if (looksUsable(shown)) {
				found.push({ offset: at, text: shown.trim().slice(0, LONGEST_SHOWN) });
			}
			at = line.next > start ? start : line.next;
		}
		at = Math.max(at, end);
	}
	return found;
}

function looksUsable(line: string): boolean {
	if (line.includes('candidate:') && CANDIDATE.test(line)) return true;
	if (!line.includes('=')) return false;
	return contentsOf(line).some((at) => isSdpLine(line, at));
}
