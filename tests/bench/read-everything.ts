import type { Description } from '../../src/lib/sdp';

/** Asks each line for all that can be said about it; the sum keeps the work from being left out. */
export function readEverything({ lines }: Description): number {
	let read = 0;
	for (const { explanation, problem, spec, usage, tokens } of lines) {
		read += explanation.length + (problem?.length ?? 0);
		read += (spec?.url.length ?? 0) + (usage?.by.length ?? 0);
		for (const token of tokens) {
			read += token.start + token.end + token.name.length + token.value.length;
			read += token.meaning.length;
		}
	}
	return read;
}
