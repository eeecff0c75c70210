/** What describes a candidate in front of its type (RFC 8839, 5.1), behind `candidate:`. */
const REQUIRED = 6;

/**
 * The `cand-type` of a line as a candidate or a description has it (RFC 8839, 5.1), in small letters;
 * null where it tells none.
 */
export function candidateType(line: string): string | null {
	const prefix = /^(?:a=)?candidate:/.exec(line)?.[0];
	if (prefix === undefined) return null;
	const words = line.slice(prefix.length).split(/ +/).slice(REQUIRED);
	const at = words.findIndex((word, index) => index % 2 === 0 && word.toLowerCase() === 'typ');
	return (at < 0 ? null : words[at + 1]?.toLowerCase()) || null;
}

/** Whether a line of a description is a candidate. */
export function isCandidate(line: string): boolean {
	return line.startsWith('a=candidate:');
}
