/** What may be chosen, and what is to be said of whoever chose it. */
export interface Option {
	say: string;
	/** Why it is so, or why one may well think so. */
	why: string;
	/** The answer of the check that it stands for; absent where a call never answers so. */
	when?: string | undefined;
}

/** A question that a slide asks; the call answers it. */
export interface Ask {
	question: string;
	/** The name of the check that reads the answer from the call. */
	check: string;
	options: Option[];
	/** What brings the answer: the slide’s step, where nothing is said; or the choice, for what is there already. */
	reveal?: 'choice' | undefined;
}

/** What is asked before the step of a slide. */
export const askedBefore = (asks: readonly Ask[]) => asks.filter(({ reveal }) => !reveal);

/** What is asked of a call that has answered already. */
export const askedAfter = (asks: readonly Ask[]) => asks.filter(({ reveal }) => reveal);
