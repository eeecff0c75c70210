import { annotate, type Line } from '../../src/lib/sdp';

/** The last of some lines. */
export function lastOf(lines: readonly string[]): Line {
	const found = annotate(lines.join('\r\n')).lines.at(-1);
	if (found === undefined) throw new Error('There is no line.');
	return found;
}

/** What the last token of that name says. */
export function meaningIn(line: Line, name: string): string | undefined {
	return line.tokens.findLast((token) => token.name === name)?.meaning;
}
