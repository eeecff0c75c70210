import type { Enclosed } from './enclosed-text';

/** What a terminal puts where it breaks a long line: the blanks of its margin, behind a line end or not. */
const MARGIN = /(?:\r?\n)? {8,200}(?! )/g;
/** A description whose line ends are written out, for of others each line has its own. */
const DENSE = /v=0\\+[rn]/;
/** Rows are so wide at least, and so many margins are no chance. */
const NARROWEST = 40;
const FEWEST = 3;

interface Margin {
	readonly start: number;
	readonly end: number;
	readonly blanks: number;
}

/** Long lines that a terminal broke into rows of one width, with a margin in front of each. Linear. */
export function findPadded(text: string): Enclosed[] {
	if (!DENSE.test(text)) return [];
	return rowsOf(text).flatMap((margins) => {
		const [first, last] = [margins[0]!, margins.at(-1)!];
		const start = Math.max(text.lastIndexOf('\n', first.start - 1) + 1, 0);
		const feed = text.indexOf('\n', last.end);
		const end = feed === -1 ? text.length : feed;
		const width = Math.min(...margins.map(({ blanks }) => blanks));
		const pieces = margins.map((margin, at) => {
			const { start: to, blanks } = margin;
			const from = margins[at - 1]?.end ?? start;
			// A blank of the line itself may stand at the margin.
			return text.slice(from, to) + ' '.repeat(blanks - width);
		});
		const whole = pieces.join('') + text.slice(last.end, end);
		return DENSE.test(whole) ? [{ start, end, text: whole }] : [];
	});
}

/** The margins that have one width and stand at one distance, run by run. */
function rowsOf(text: string): Margin[][] {
	const runs: Margin[][] = [];
	for (const { 0: margin, index } of text.matchAll(MARGIN)) {
		const end = index + margin.length;
		const one = { start: index, end, blanks: margin.replace(/^\r?\n/, '').length };
		const run = runs.at(-1);
		if (run && goesOn(run, one)) run.push(one);
		else runs.push([one]);
	}
	return runs.filter(({ length }) => length >= FEWEST);
}

function goesOn(run: readonly Margin[], next: Margin): boolean {
	const [first, second] = run;
	const last = run.at(-1)!;
	const distance = next.start - last.end;
	if (Math.abs(next.blanks - first!.blanks) > 1 || distance < NARROWEST) return false;
	return second === undefined || Math.abs(second.start - first!.end - distance) <= 1;
}
