import type { Fields } from '../fields';
import { isReal, isWhole } from '../syntax';

export { isWhole } from '../syntax';

/** A whole number that is not 0 (`integer` of RFC 8866, 9). */
export const isPositive = (value: string) => isWhole(value) && Number(value) > 0;

/** A check: the field is a whole number. */
export function wholeNumber(field: string, what: string, highest = Infinity) {
	const range = highest === Infinity ? '' : ` from 0 to ${highest}`;
	return (fields: Fields): string | null => {
		const value = fields.get(field);
		return isWhole(value) && Number(value) <= highest
			? null
			: `The ${what} must be a number${range}.`;
	};
}

/** A check: the field is a whole number, and not 0 (`integer` of RFC 8866, 9). */
export function positiveNumber(field: string, what: string) {
	return (fields: Fields): string | null => {
		const value = fields.get(field);
		return isWhole(value) && Number(value) > 0
			? null
			: `The ${what} must be a number greater than 0.`;
	};
}

/** A check: the field is a number, not 0, which may have decimals (`non-zero-int-or-real`). */
export function realNumber(field: string, what: string) {
	return (fields: Fields): string | null => {
		const value = fields.get(field);
		return isReal(value) && Number(value) > 0
			? null
			: `The ${what} must be a number greater than 0.`;
	};
}
