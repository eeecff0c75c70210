/** Which shares of the width of a window its slide may have, in percent: neither side becomes useless. */
export const [NARROWEST, WIDEST] = [28, 60];

/** The share that it has until another is chosen. */
export const USUAL = 40;

/** By how much a key moves it. */
export const STEP = 5;

/** The share nearest to the one that is wished. */
export function within(share: number): number {
	return Math.min(WIDEST, Math.max(NARROWEST, share));
}
