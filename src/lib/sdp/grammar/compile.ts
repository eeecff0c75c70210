import type { Meaning, Rule, Rules } from '../rule';
import { compileShape, type Reader } from '../shape';

/** A rule, ready for use. */
export interface CompiledRule extends Rule {
	readonly read: Reader;
	/** `about` as a sentence. */
	readonly sentence: string;
	/** A map, for field names may come from the input. */
	readonly meanings: ReadonlyMap<string, Meaning>;
}

function compileRule(rule: Rule): CompiledRule {
	return {
		...rule,
		sentence: `${rule.about}.`,
		read: typeof rule.shape === 'string' ? compileShape(rule.shape) : rule.shape,
		meanings: new Map(Object.entries(rule.fields ?? {}))
	};
}

/** Maps, for names come from the input: an object would also answer to `constructor`. */
export function compileRules(...tables: readonly Rules[]): ReadonlyMap<string, CompiledRule> {
	return new Map(
		tables.flatMap((table) =>
			Object.entries(table).map(([name, rule]) => [name, compileRule(rule)] as const)
		)
	);
}
