const DOTTED = /^\d{1,3}(?:\.\d{1,3}){3}$/;

/**
 * Whether an IPv4 address has a number above 255: `123.456.7.89`. No program has such a one, and people write it in
 * the place of one that they hide; whether somebody mistyped it cannot be told.
 */
export const isImpossibleAddress = (text: string): boolean =>
	DOTTED.test(text) && text.split('.').some((number) => Number(number) > 255);
