import { KNOWN_WORDS, type Meaning } from './known-words';
import { SERVER_WORDS } from './server-words';

/** What words of a browser, a server or a library mean; null where that is not known. */
export function meaningOfWords(text: string): Meaning | null {
	return [...SERVER_WORDS, ...KNOWN_WORDS].find(([words]) => words.test(text))?.[1] ?? null;
}
