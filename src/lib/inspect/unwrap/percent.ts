import type { Enclosed } from './enclosed-text';

const RUN = /[^\s"`<>&\\]+/g;
/** What line ends, spaces and the marks of SDP and JSON become, encoded once or more often. */
const TELLING = /%(?:25){0,4}(?:0[aAdD]|2[0-9a-fA-F]|3[a-fA-F]|5[b-dB-D]|7[b-dB-D])/;

/** Texts that are percent-encoded, as in the query of an address (RFC 3986, 2.1). Linear. */
export function findPercentEncoded(text: string): Enclosed[] {
	if (!TELLING.test(text)) return [];
	const found: Enclosed[] = [];
	for (const { 0: run, index } of text.matchAll(RUN)) {
		if (!TELLING.test(run)) continue;
		const spaced = isForm(run) ? run.replaceAll('+', ' ') : run;
		const inner = decoded(spaced);
		if (inner !== null) found.push({ start: index, end: index + run.length, text: inner });
	}
	return found;
}

/**
 * Whether a plus is a space, as forms write it (URL Standard, 5.2): where the spaces of a text are not
 * encoded. Base64 has line ends and quotes neither, and keeps its plus.
 */
function isForm(run: string): boolean {
	return !run.includes('%20') && /%(?:25){0,4}(?:0[aAdD]|22)/.test(run);
}

function decoded(code: string): string | null {
	try {
		return decodeURIComponent(code);
	} catch {
		return null;
	}
}
