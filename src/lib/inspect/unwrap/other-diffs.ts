import { comparedIn } from './diff';
import type { Compared } from './enclosed-text';
import { realEndFrom } from './read-line';

/** `diff -c`: the files, where a change begins, and of which lines each side is. */
const CONTEXT_FILE = /^(?:\*\*\*|---) (?!\d+(?:,\d+)? (?:\*{4}|-{4})\s*$)(.{1,200})/;
const CONTEXT_BREAK = /^\*{10,}\s*$/;
const CONTEXT_OLD = /^\*\*\* (\d+)(?:,\d+)? \*{4}\s*$/;
const CONTEXT_NEW = /^--- (\d+)(?:,\d+)? -{4}\s*$/;
const CONTEXT_LINE = /^[-+! ] [a-z]=/;
/** `diff` without options: where, and what it was and became. */
const PLAIN_HEAD = /^(\d+)(?:,\d+)?[acd](\d+)(?:,\d+)?\s*$/;
const PLAIN_LINE = /^[<>] ?[a-z]=/;
const PLAIN_RULE = /^---\s*$/;
const NO_END = /^\\ No newline/;

/** The lines of a diff as `diff -u` writes them, with where they stand. */
interface Run {
	readonly start: number;
	end: number;
	readonly lines: string[];
	/** Of each change the lines before it and after it, where they stand one behind the other. */
	old: string[] | null;
	fresh: string[] | null;
	readonly isPlain: boolean;
}

/** Both sides of what `diff -c` and `diff` without options tell of two descriptions. Linear. */
export function findOtherDiffs(text: string): Compared[] {
	const isTold = /^(?:\*{10,}|\d+(?:,\d+)?[acd]\d+(?:,\d+)?)\s*$/m.test(text);
	if (!isTold || !/^(?:> ?)*[-+! <>] ?[a-z]=/m.test(text)) return [];
	const found: Compared[] = [];
	let run: Run | null = null;
	const close = () => {
		if (run) {
			settle(run);
			const columns = comparedIn(run.lines, run.isPlain);
			if (columns) found.push({ start: run.start, end: run.end, ...columns });
		}
		run = null;
	};
	for (let at = 0; at < text.length;) {
		const { end, next } = realEndFrom(text, at);
		const line = text.slice(at, end).replace(/(?:\^M|\r)$/, '');
		const isFirst = run === null;
		const isPlain = PLAIN_HEAD.test(line);
		const isContext = CONTEXT_FILE.test(line) || CONTEXT_BREAK.test(line);
		if (isFirst && (isPlain || isContext)) {
			run = { start: at, end, lines: [], old: null, fresh: null, isPlain };
		}
		if (run) {
			if (take(run, line)) run.end = next;
			else {
				close();
				// It may be the head of another one.
				if (isPlain || isContext) continue;
			}
		}
		at = next;
	}
	close();
	return found;
}

/** Takes a line that belongs to the diff. */
function take(run: Run, line: string): boolean {
	return NO_END.test(line) || (run.isPlain ? takePlain(run, line) : takeContext(run, line));
}

function takePlain({ lines }: Run, line: string): boolean {
	const [, old, fresh] = PLAIN_HEAD.exec(line) ?? [];
	if (old !== undefined) lines.push(`@@ -${old} +${fresh} @@`);
	else if (PLAIN_LINE.test(line)) lines.push((line[0] === '<' ? '-' : '+') + line.slice(1).trim());
	else return PLAIN_RULE.test(line) || line === '<' || line === '>';
	return true;
}

function takeContext(run: Run, line: string): boolean {
	const [old, fresh] = [CONTEXT_OLD.exec(line)?.[1], CONTEXT_NEW.exec(line)?.[1]];
	const name = CONTEXT_FILE.exec(line)?.[1];
	if (name !== undefined) {
		// The next file of the same diff.
		if (run.old !== null) return false;
		run.lines.push(`${line.startsWith('*') ? '---' : '+++'} ${name}`);
	} else if (CONTEXT_BREAK.test(line)) settle(run);
	else if (old !== undefined) {
		run.lines.push(`@@ -${old} +${old} @@`);
		run.old = [];
	} else if (fresh !== undefined && run.old) run.fresh = [];
	else if (CONTEXT_LINE.test(line) && run.old) (run.fresh ?? run.old).push(line);
	else return line.trim() === '' && run.old !== null;
	return true;
}

/** Puts both sides of a change together: a side without lines of its own has those that did not change. */
function settle(run: Run): void {
	const { old, fresh } = run;
	if (old === null) return;
	const isKept = (line: string) => line.startsWith('  ');
	const [before, after] = [
		old.length > 0 ? old : (fresh ?? []).filter(isKept),
		fresh && fresh.length > 0 ? fresh : old.filter(isKept)
	];
	let place = 0;
	const added = () => {
		for (; place < after.length && !isKept(after[place]!); place += 1) {
			run.lines.push(`+${after[place]!.slice(2)}`);
		}
	};
	for (const line of before) {
		if (isKept(line)) {
			added();
			run.lines.push(` ${line.slice(2)}`);
			place += 1;
		} else run.lines.push(`-${line.slice(2)}`);
	}
	added();
	[run.old, run.fresh] = [null, null];
}
