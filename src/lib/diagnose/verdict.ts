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

/** What a description is called that is handed over. */
export type What = 'offer' | 'answer' | 'provisional answer';

/**
 * Whether browsers take a description, and can answer it where it is an offer, by what was found in it.
 * @param what what it is handed over as
 * @param findings those that concern it, in order
 */
export function verdictOn(what: What, findings: readonly Finding[]): Verdict {
	const refusing = BROWSERS.filter((browser) =>
		findings.some(({ refusedBy }) => refusedBy.includes(browser))
	);
	const stuck = BROWSERS.filter(
		(browser) => !refusing.includes(browser) && findings.some(isUnanswerable(browser))
	);
	const words = [...refusing, ...stuck].flatMap((browser) => {
		const first = findings.find(
			(one) => one.refusedBy.includes(browser) || isUnanswerable(browser)(one)
		);
		const text = first && wordsOf(first.id, browser);
		return text ? [{ browser, text }] : [];
	});
	const [only] = refusing;
	if (only === undefined) {
		if (stuck.length > 0) {
			const where = stuck.length === BROWSERS.length ? '' : ` in ${stuck.join(' and ')}`;
			const sentence = `A browser takes this ${what}, but it cannot be answered${where}.`;
			return { sentence, isGood: false, words };
		}
		const isGood = !findings.some(({ severity }) => severity === 'breaks the call');
		const but = isGood ? '' : ', but no call comes of it';
		return { sentence: `A browser accepts this ${what}${but}.`, isGood, words };
	}
	if (refusing.length === BROWSERS.length) {
		return { sentence: `A browser refuses this ${what}.`, isGood: false, words };
	}
	const other = BROWSERS.find((browser) => browser !== only) ?? '';
	const sentence =
		stuck.length > 0
			? `${only} refuses this ${what}; ${other} takes it, but it cannot be answered there.`
			: `${only} refuses this ${what}, ${other} accepts it.`;
	return { sentence, isGood: false, words };
}

/**
 * The verdict where a browser is told to have refused a description, which counts for more than what was
 * found in it.
 * @param browser who it was, where that is told
 */
export function refusedVerdict(what: What, browser: Browser | null, said: string): Verdict {
	return {
		sentence: `${browser ?? 'A browser'} refused this ${what}, as the text says itself.`,
		isGood: false,
		words: browser ? [{ browser, text: said }] : []
	};
}

const isUnanswerable =
	(browser: Browser) =>
	({ unanswerableBy }: Finding) =>
		unanswerableBy.includes(browser);
