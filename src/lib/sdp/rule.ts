import type { Fields } from './fields';
import type { Line } from './description';
import type { Reader } from './shape';
import type { Level, Spec, Usage } from './types';

/**
 * What a word means: the same for all values, or made from the value, its line, and its
 * neighbours: it is the field at `index`.
 */
export type Meaning =
	string | ((value: string, line: Line, fields: Fields, index: number) => string);

/** A value, or how to find it in a line. */
export type From<T> = T | ((fields: Fields, line: Line) => T);

/** Everything there is to know about one type of line. */
export interface Rule {
	/** A line as it is met, which the rule itself explains without a problem. */
	readonly sample: string;
	/** What the attribute is, as a phrase without a full stop. */
	readonly about: string;
	/** How the value is written; see `compileShape`. A reader of its own where no shape is enough. */
	readonly shape: string | Reader;
	readonly level: Level;
	readonly spec: From<Spec>;
	readonly usage: From<Usage>;
	/** What each field says, by its name in the shape. */
	readonly fields?: Readonly<Record<string, Meaning>>;
	/** What the line says, in one sentence. */
	readonly explain: (fields: Fields, line: Line) => string;
	/** What is wrong with the values, in one sentence. */
	readonly check?: (fields: Fields, line: Line) => string | null;
	/** What is wrong with the line beside the others of its section, where its first word is all that matters. */
	readonly around?: (first: string, line: Line) => string | null;
	/** The fields that tell this line from others of its name, for comparing descriptions. */
	readonly identity?: readonly string[];
}

/** Rules by the name of an attribute, or by the letter of another line. */
export type Rules = Readonly<Record<string, Rule>>;

/** Resolves a `From`. */
export function resolve<T extends Spec | Usage>(from: From<T>, fields: Fields, line: Line): T {
	return typeof from === 'function' ? from(fields, line) : from;
}
