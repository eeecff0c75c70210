import type { Browser } from '../sdp';
import type { Finding } from './finding';
import { wordsOf } from './browser-words';

/** What browsers make of a description that is handed to them. */
export interface Verdict {
	/** One sentence. */
	readonly sentence: string;
	/** Whether it goes through in every browser that was tried. */
	readonly isGood: boolean;
	/** What the browsers that refuse say, as far as it is known. */
	readonly words: readonly { readonly browser: Browser; readonly text: string }[];
}

const BROWSERS: readonly Browser[] = ['Chromium', 'Firefox'];

/**
 * Whether browsers take a description, by what was found in it.
 * @param what `offer` or `answer`
 * @param findings those that concern it, in order
 */
export function verdictOn(what: 'offer' | 'answer', findings: readonly Finding[]): Verdict {
	const refusing = BROWSERS.filter((browser) =>
		findings.some(({ refusedBy }) => refusedBy.includes(browser))
	);
	const words = refusing.flatMap((browser) => {
		const first = findings.find(({ refusedBy }) => refusedBy.includes(browser));
		const text = first && wordsOf(first.id, browser);
		return text ? [{ browser, text }] : [];
	});
	const [only] = refusing;
	if (only === undefined) {
		const isGood = !findings.some(({ severity }) => severity === 'breaks the call');
		const but = isGood ? '' : ', but no call comes of it';
		return { sentence: `A browser accepts this ${what}${but}.`, isGood, words };
	}
	if (refusing.length === BROWSERS.length) {
		return { sentence: `A browser refuses this ${what}.`, isGood: false, words };
	}
	const other = BROWSERS.find((browser) => browser !== only);
	const sentence = `${only} refuses this ${what}, ${other ?? ''} accepts it.`;
	return { sentence, isGood: false, words };
}
