/**
 * The line by which an operation is known where its code is folded: the one that asks something of the
 * connection, else one that speaks of it, else the first that is code.
 */
export function tellingLine(code: string): string {
	const lines = code
		.split('\n')
		.map((line) => line.trim())
		.filter((line) => line !== '' && !line.startsWith('//'));
	return (
		lines.find((line) => /\.pc\.\w+\(/.test(line)) ??
		lines.find((line) => /\.pc\./.test(line)) ??
		lines[0] ??
		''
	);
}
