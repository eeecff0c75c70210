/** What a check found. */
export interface Verdict {
	/** `unknown` where the browser cannot tell, and a person has to look. */
	status: 'good' | 'bad' | 'unknown';
	/** One sentence on what was found. */
	says: string;
	/** What to do about it; absent where nothing has to be done. */
	todo?: string;
}

/** One thing that has to work on stage. A check never throws, and leaves nothing in use behind it. */
export interface Check {
	id: string;
	title: string;
	run: () => Promise<Verdict>;
}

export const good = (says: string): Verdict => ({ status: 'good', says });
export const bad = (says: string, todo: string): Verdict => ({ status: 'bad', says, todo });
export const unknown = (says: string, todo: string): Verdict => ({ status: 'unknown', says, todo });

/** The browser's own words for what it threw. */
export function wordsOf(error: unknown): string {
	return error instanceof Error || error instanceof DOMException
		? `${error.name}: ${error.message}`
		: String(error);
}
