/** A change of one waiting message that somebody need not write by hand. */
export interface ReadyMade {
	/** Its name for good: a deed names it. */
	readonly id: string;
	/** What it does. */
	readonly title: string;
	/** What the line is for, and so what may be expected. */
	readonly about: string;
	/** What it changes: the SDP of a description, or the line of a candidate. */
	readonly of: 'description' | 'candidate';
	/** @returns null where it makes no sense: what it changes is not there */
	change(text: string): string | null;
}
