/** What a page asks the worker: whether its version is kept whole, or to fetch what is missing. */
export type OfflineQuestion = { type: 'offline.ask' } | { type: 'offline.fill' };

/** What the worker answers, through the port that came with the question. */
export interface OfflineAnswer {
	/** The version that pages are given. */
	version: string;
	/** How many files are missing. */
	missing: number;
	/** Why what was missing could not be fetched. */
	problem?: string;
}
