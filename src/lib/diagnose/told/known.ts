import { isOfCapture } from './called';
import { KNOWN_WORDS, type Meaning } from './known-words';
import { SERVER_WORDS } from './server-words';

/** Names of errors that mean a camera or a microphone where it is one that was asked for. */
const OF_DEVICE = /^told\.device-(?!overconstrained)/;

/** What words of a browser, a server or a library mean; null where that is not known. */
export function meaningOfWords(text: string): Meaning | null {
	const meaning =
		[...SERVER_WORDS, ...KNOWN_WORDS].find(([words]) => words.test(text))?.[1] ?? null;
	return meaning && OF_DEVICE.test(meaning.id) && !isOfCapture(text) ? null : meaning;
}
