import type { Row } from './rows';

/** Widths in pixels of a letter, and heights of a line of text: near enough until rows are measured. */
const MONO = 7.8;
const SERIF = 7;
const MONO_LINE = 20;
const SERIF_LINE = 21;

/** How high a row that was never drawn will be, in a list of that width. */
export function estimate(row: Row, width: number): number {
	if (row.kind === 'section') return 37;
	if (row.kind !== 'line') return 27;
	const room = Math.max(120, width - 50);
	const isWide = width >= 560;
	const left = isWide ? room * 0.47 : room;
	const right = isWide ? room * 0.5 : room;
	const mono = Math.ceil((Math.min(row.line.text.length, 2000) * MONO) / left) * MONO_LINE;
	// Explanations are made when they are drawn; most have about a hundred letters.
	const serif = Math.ceil((100 * SERIF) / right) * SERIF_LINE;
	return 11 + (isWide ? Math.max(mono, serif) : mono + serif);
}
