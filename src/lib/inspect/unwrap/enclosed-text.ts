/** A text that stands in another one in a code, with where the code stands. */
export interface Enclosed {
	readonly start: number;
	readonly end: number;
	readonly text: string;
}
