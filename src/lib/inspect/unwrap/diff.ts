import type { Compared } from './enclosed-text';
import { realEndFrom } from './read-line';
import { isSdpLine } from './sdp-line';

/** Where a diff says of what it is, and where of it the next lines are. */
const HEAD = /^(?:diff |index |(?:---|\+\+\+) |\\ No newline|@@ -)/;
const OLD = /^--- (?:[ab]\/)?(.{1,200})/;
const NEW = /^\+\+\+ (?:[ab]\/)?(.{1,200})/;
const HUNK = /^@@ -\d/;
/** What stands for lines that are not there. */
const LEFT_OUT = '...';
/** Fewer lines are no description, and no diff leaves fewer around what it shows. */
const FEWEST = 3;
const LEAST_AROUND = 3;
/** More is asked for by whoever wants the whole. */
const MOST_AROUND = 25;

/** A run of lines that may be a diff. */
interface Run {
	readonly start: number;
	end: number;
	readonly lines: string[];
}

/**
 * Descriptions of which a diff tells how the one became the other: with `-`, `+` and a blank in the margin, as
 * `diff -u` and git write them, or marked so by hand. Linear.
 */
export function findDiffs(text: string): Compared[] {
	const indent = /^((?:> ?)*[ \t]*)[-+] ?[a-z]=/m.exec(text)?.[1];
	if (indent === undefined) return [];
	const found: Compared[] = [];
	let run: Run | null = null;
	const close = () => {
		const columns = run && comparedIn(withOneMargin(run.lines));
		if (run && columns) found.push({ start: run.start, end: run.end, ...columns });
		run = null;
	};
	for (let at = 0; at < text.length;) {
		const { end, next } = realEndFrom(text, at);
		const whole = text.slice(at, end);
		const line = whole.startsWith(indent) ? whole.slice(indent.length) : whole;
		const isHead = HEAD.test(line);
		// The next file of the same diff.
		if (run && isHead && (line.startsWith('diff ') || OLD.test(line)) && hasLines(run)) close();
		if (isHead || isLineOf(line)) {
			run ??= { start: at, end, lines: [] };
			run.lines.push(line.replace(/(?:\^M|\r)$/, ''));
			run.end = next;
		} else {
			close();
		}
		at = next;
	}
	close();
	return found;
}

const isLineOf = (line: string) => /^[-+ ]? ?[a-z]=/.test(line);

/** The lines as `diff -u` writes them, where a blank stands behind each mark, as test runners print both sides. */
function withOneMargin(lines: readonly string[]): readonly string[] {
	const isWide = (line: string) => /^[-+ ] [a-z]=/.test(line);
	const all = lines.filter((line) => isLineOf(line));
	const hasMark = (marks: RegExp) => all.some((line) => marks.test(line));
	if (!all.every(isWide) || !hasMark(/^ /) || !hasMark(/^[-+]/)) return lines;
	return lines.map((line) => (isWide(line) ? line[0]! + line.slice(2) : line));
}

const hasLines = ({ lines }: Run) => lines.some((line) => isLineOf(line));

/**
 * Both sides of a diff, with what it calls them; null where the lines are those of one description. Of a file that is new, or
 * is no more, there is one side, and nothing is compared.
 * @param isExcerpt whether it has nothing but what changed
 */
export function comparedIn(
	lines: readonly string[],
	isExcerpt = false
): Pick<Compared, 'text' | 'isPart'> | null {
	const of = lines.filter((line) => isLineOf(line));
	const certain = of.filter((line) => isSdpLine(line, /^[-+ ]/.test(line) ? 1 : 0));
	const count = (mark: string) => of.filter((line) => line.startsWith(mark)).length;
	const [removed, added, kept] = [count('-'), count('+'), count(' ')];
	const isTold = lines.some((line) => HUNK.test(line));
	const isMarked = isTold || (removed > 0 && added > 0) || kept + removed + added === of.length;
	if (removed + added === 0 || certain.length < FEWEST || !isMarked) return null;
	const isCutOff = isExcerpt || (isTold && goesOn(lines));
	const begun = lines.findIndex((line) => isLineOf(line));
	const named = (name: RegExp) => lines.map((line) => name.exec(line)?.[1]).find(Boolean);
	const side = (mark: string, heading: string) => {
		const own = lines.flatMap((line, at) => {
			// Between two hunks lines are left out; in front of the first nothing says so.
			if (HUNK.test(line)) return at > begun ? [LEFT_OUT] : [];
			if (!isLineOf(line)) return [];
			if (/^[a-z]/.test(line)) return [line];
			return line[0] === ' ' || line[0] === mark ? [line.slice(1)] : [];
		});
		return [heading, ...own, ...(isCutOff ? [LEFT_OUT] : []), ''].join('\n');
	};
	const isPart = isTold && (isCutOff || lines.filter((line) => HUNK.test(line)).length > 1);
	const [before, after] = [named(OLD), named(NEW)];
	if (kept === 0 && removed === 0) return { text: side('+', after ?? '') };
	if (kept === 0 && added === 0) return { text: side('-', before ?? '') };
	return { text: `${side('-', before ?? 'then:')}\n${side('+', after ?? 'then:')}`, isPart };
}

/** Whether a diff may leave out what comes behind its last hunk: as many lines stand there as around the others. */
function goesOn(lines: readonly string[]): boolean {
	const runs: number[] = [];
	let kept = 0;
	let isFirst = true;
	for (const line of lines) {
		if (line.startsWith(' ')) {
			kept += 1;
		} else if (/^[-+](?!--|\+\+)/.test(line)) {
			// What stands in front of a change is as long as what stands behind one, between two up to twice as long.
			runs.push(isFirst ? kept : Math.ceil(kept / 2));
			kept = 0;
			isFirst = false;
		} else if (HUNK.test(line)) {
			kept = 0;
			isFirst = true;
		}
	}
	return kept >= LEAST_AROUND && kept <= MOST_AROUND && !runs.some((run) => run > kept);
}
