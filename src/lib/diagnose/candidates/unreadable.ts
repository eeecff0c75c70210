import { candidateFault, wordsOfCandidate } from '../description/unreadable/of-transport';
import { finding, type Finding } from '../finding';

/** At most so many are named. */
const MOST = 4;

const NAME = /^(?:a=)?candidate:/;

const faultOf = (text: string) => candidateFault(wordsOfCandidate(text.replace(NAME, '')));

/** Candidates without a description of which a browser takes none (RFC 8839, 5.1). */
export function unreadableAlone(texts: readonly string[]): Finding | null {
	const found = texts.flatMap((text) => {
		const fault = faultOf(text);
		return fault === null ? [] : [{ text, fault }];
	});
	const [first] = found;
	if (first === undefined) return null;
	const what = found.length === 1 ? 'A candidate' : `One of ${found.length} unreadable candidates`;
	return finding({
		id: 'ice.candidate-unreadable',
		claim: `${what} ${first.fault}, and cannot be read.`,
		because: found.slice(0, MOST).map(({ text }) => ({ kind: 'fact', text: text.slice(0, 200) })),
		todo: 'Hand candidates on as the browser makes them; if a program makes this one, mend it there.',
		source: 'RFC 8839, 5.1'
	});
}
