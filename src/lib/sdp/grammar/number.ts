import type { Fields } from '../fields';

/** A value of ABNF's `1*DIGIT`; no number that SDP knows is longer. */
const WHOLE = /^\d{1,20}$/;
/** `non-zero-int-or-real` of RFC 8866, 9, and 0. */
const REAL = /^\d{1,20}(\.\d{1,20})?$/;

export const isWhole = (value: string) => WHOLE.test(value);

/** A whole number that is not 0 (`integer` of RFC 8866, 9). */
export const isPositive = (value: string) => isWhole(value) && Number(value) > 0;

/** A check: the field is a whole number. */
export function wholeNumber(field: string, what: string, highest = Infinity) {
	const range = highest === Infinity ? '' : ` from 0 to ${highest}`;
	return (fields: Fields): string | null => {
		const value = fields.get(field);
		return WHOLE.test(value) && Number(value) <= highest
			? null
			: `The ${what} must be a number${range}.`;
	};
}

/** A check: the field is a number, which may have decimals. */
export function realNumber(field: string, what: string) {
	return (fields: Fields): string | null =>
		REAL.test(fields.get(field)) ? null : `The ${what} must be a number.`;
}
