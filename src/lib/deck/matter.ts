import * as v from 'valibot';

/** Text that is there; `key` is what it is called where it is not. */
export const text = (key: string) =>
	v.pipe(v.string(`${key} must be text`), v.trim(), v.nonEmpty(`${key} is empty`));
