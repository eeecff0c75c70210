import { changedMessage, editsBetween, type WireMessage } from '$lib/breaks';
import { annotate } from '$lib/sdp';

/** What is wrong with a text that is to take the place of a message. */
export interface Problem {
	/** Which line, from 1; null where it is not of one line. */
	line: number | null;
	words: string;
	/** Whether it cannot even be sent; what a browser refuses can. */
	isFatal: boolean;
}

/** A candidate belongs in a section: alone, its line would be out of place. */
const SECTION = 'm=audio 9 UDP/TLS/RTP/SAVPF 0\r\n';

/**
 * What is wrong with a message as somebody has written it.
 *
 * @param before its text as it was
 * @param text its text as it shall be
 */
export function problemsOf(message: WireMessage, before: string, text: string): Problem[] {
	if (message.description) return problemsOfLines(text);
	try {
		const deed = { do: 'edit', edits: editsBetween(before, text) } as const;
		const { candidate } = changedMessage(message, deed) ?? message;
		// Empty, it ends the candidates.
		if (!candidate?.candidate) return [];
		return problemsOfLines(`${SECTION}a=${candidate.candidate}`)
			.filter(({ line }) => line !== 1)
			.map((one) => ({ ...one, line: null }));
	} catch (error) {
		return [{ line: null, words: (error as Error).message, isFatal: true }];
	}
}

function problemsOfLines(text: string): Problem[] {
	return annotate(text).lines.flatMap(({ number, problem }) =>
		problem === null ? [] : [{ line: number, words: problem, isFatal: false }]
	);
}
