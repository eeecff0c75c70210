import type { AnnotatedLine } from '../../src/lib/sdp';

/** What no token covers: only separators may be left. */
export function uncovered(line: AnnotatedLine): string {
	let rest = '';
	let at = 0;
	for (const { start, end } of line.tokens) {
		rest += line.text.slice(at, start);
		at = end;
	}
	return (rest + line.text.slice(at)).replace(/[ =:;,/|]/g, '');
}

/** What is wrong with a line's tokens: they must be in order, apart, and what they say they are. */
export function tokenFaults(line: AnnotatedLine): string[] {
	const faults: string[] = [];
	let at = 0;
	for (const token of line.tokens) {
		if (token.start < at) faults.push(`${token.name} overlaps what is in front of it`);
		if (token.end <= token.start) faults.push(`${token.name} is empty`);
		if (line.text.slice(token.start, token.end) !== token.value) faults.push(`${token.name} lies`);
		if (token.name === '' || token.meaning === '') faults.push(`${token.name} says nothing`);
		at = token.end;
	}
	if (at > line.text.length) faults.push('the last token ends behind the line');
	return faults;
}
