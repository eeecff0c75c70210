/** Says whether a value is of a shape: small enough for what every page reads before anything else. */
export type Shape<T> = (value: unknown) => value is T;

type Of<S> = S extends Shape<infer T> ? T : never;

export const isString: Shape<string> = (value) => typeof value === 'string';
export const isBoolean: Shape<boolean> = (value) => typeof value === 'boolean';

/** A number from `least` to `most`. */
export const isIn =
	(least: number, most: number): Shape<number> =>
	(value): value is number =>
		typeof value === 'number' && value >= least && value <= most;

/** One of these values. */
export const isOneOf =
	<const T extends readonly (string | number)[]>(...values: T): Shape<T[number]> =>
	(value): value is T[number] =>
		(values as readonly unknown[]).includes(value);

/** A list of which each is of a shape. */
export const isListOf =
	<T>(of: Shape<T>): Shape<T[]> =>
	(value): value is T[] =>
		Array.isArray(value) && value.every(of);

/** An object of which each value is of a shape, whatever its name. */
export const isRecordOf =
	<T>(of: Shape<T>): Shape<Record<string, T>> =>
	(value): value is Record<string, T> =>
		isObject(value) && Object.values(value).every(of);

/** An object that has these members, each of its shape; of others it may have any. */
export const isWith =
	<S extends Record<string, Shape<unknown>>>(members: S): Shape<{ [K in keyof S]: Of<S[K]> }> =>
	(value): value is { [K in keyof S]: Of<S[K]> } =>
		isObject(value) && Object.entries(members).every(([name, is]) => is(value[name]));

function isObject(value: unknown): value is Record<string, unknown> {
	return typeof value === 'object' && value !== null && !Array.isArray(value);
}
