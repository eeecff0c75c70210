import type { Differences } from '../trace/view';
import type { Envelope } from './envelope';

type Content = Envelope['message'];

/** The lines in which two messages differ: of the descriptions that they carry, else of their JSON. */
export function differences(before: Content, after: Content): Differences {
	const [old, now] = [linesOf(before), linesOf(after)];
	return { removed: without(old, now), added: without(now, old) };
}

function linesOf({ description, ...rest }: Content): string[] {
	if (description) return [`type: ${description.type}`, ...description.sdp.split(/\r\n|\r|\n/)];
	return JSON.stringify(rest, null, '\t').split('\n');
}

/** The lines that are not among the others, each as often as it is more often here than there. */
function without(lines: readonly string[], others: readonly string[]): string[] {
	const left = new Map<string, number>();
	for (const line of others) left.set(line, (left.get(line) ?? 0) + 1);
	return lines.filter((line) => {
		const count = left.get(line) ?? 0;
		left.set(line, count - 1);
		return count <= 0;
	});
}
