import { isReal, isWhole } from '../syntax';
import { clip, quote } from '../words';

/** One parameter of a=fmtp: what its values say, and which there are. */
export interface Parameter {
	/** What a value says, as a clause without a full stop. */
	readonly says: (value: string) => string;
	/** Whether there is such a value. */
	readonly takes: (value: string) => boolean;
	/** Completes "It must be …". */
	readonly wants: string;
}

/** The parameters of one codec, by name. */
export type Parameters = Readonly<Record<string, Parameter>>;

/** A parameter whose values may be anything. */
export function anything(says: Parameter['says']): Parameter {
	return { says, takes: () => true, wants: 'anything' };
}

/** A parameter that is 0 or 1. */
export function flag(on: string, off: string, unknown?: string): Parameter {
	return {
		says: (value) => {
			if (value === '1') return on;
			if (value === '0') return off;
			return unknown === undefined
				? `${clip(value)} is neither 0 nor 1`
				: `${unknown} ${clip(value)}`;
		},
		takes: (value) => value === '0' || value === '1',
		wants: '0 or 1'
	};
}

/** A parameter that is a whole number, from the least to the most there may be. */
export function whole(says: Parameter['says'], least = 0, most = Infinity): Parameter {
	const range = most === Infinity ? '' : ` from ${least} to ${most}`;
	return {
		says,
		takes: (value) => isWhole(value) && Number(value) >= least && Number(value) <= most,
		wants: most === Infinity && least === 1 ? 'a number greater than 0' : `a number${range}`
	};
}

/** A parameter that is a number greater than 0, which may have decimals. */
export function positive(says: Parameter['says']): Parameter {
	return {
		says,
		takes: (value) => isReal(value) && Number(value) > 0,
		wants: 'a number greater than 0'
	};
}

/** A parameter whose values are numbers that stand for something. */
export function choice(names: readonly string[], unknown: string): Parameter {
	return {
		says: (value) =>
			(isWhole(value) ? names[Number(value)] : undefined) ?? `${unknown} ${clip(value)}`,
		takes: (value) => isWhole(value) && Number(value) < names.length,
		wants: `a number from 0 to ${names.length - 1}`
	};
}

/** A parameter whose values are words that stand for something. */
export function oneOf(names: Readonly<Record<string, string>>): Parameter {
	const known = new Map(Object.entries(names));
	const words = [...known.keys()];
	return {
		says: (value) => known.get(value) ?? quote(value),
		takes: (value) => known.has(value),
		wants: `${words.slice(0, -1).join(', ')} or ${words.at(-1) ?? ''}`
	};
}
