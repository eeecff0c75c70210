import type { Meaning, Rule, Rules } from '../rule';
import { compileShape, type Reader } from '../shape';
import type { Token } from '../types';
import { typeMeaning } from './types';

/** A rule, ready for use. */
export interface CompiledRule extends Rule {
	/** The name of the attribute, or the letter of another line. */
	readonly name: string;
	readonly read: Reader;
	/** The tokens in front of the value, which all lines of the rule share. */
	readonly lead: readonly Token[];
	/** A map, for field names may come from the input. */
	readonly meanings: ReadonlyMap<string, Meaning>;
}

/**
 * The tokens in front of a line's value: its letter, and the name of an attribute.
 * @param about what the attribute is, as a sentence
 */
export function leadOf(type: string, attribute: string, about: string): readonly Token[] {
	const letter = { start: 0, end: 1, name: 'type', value: type, meaning: typeMeaning(type) };
	if (attribute === '') return [letter];
	const end = 2 + attribute.length;
	return [letter, { start: 2, end, name: 'attribute', value: attribute, meaning: about }];
}

/** Written out: rules that all have the same properties in the same order are read fastest. */
function compileRule(name: string, rule: Rule, isAttribute: boolean): CompiledRule {
	return {
		name,
		sample: rule.sample,
		about: rule.about,
		shape: rule.shape,
		level: rule.level,
		spec: rule.spec,
		usage: rule.usage,
		fields: rule.fields,
		explain: rule.explain,
		check: rule.check,
		around: rule.around,
		identity: rule.identity,
		lead: isAttribute ? leadOf('a', name, `${rule.about}.`) : leadOf(name, '', ''),
		read: typeof rule.shape === 'string' ? compileShape(rule.shape) : rule.shape,
		meanings: new Map(Object.entries(rule.fields ?? {}))
	};
}

function compileRules(
	tables: readonly Rules[],
	isAttribute: boolean
): ReadonlyMap<string, CompiledRule> {
	const rules = tables.flatMap((table) => Object.entries(table));
	// A map, for names come from the input: an object would also answer to `constructor`.
	return new Map(rules.map(([name, rule]) => [name, compileRule(name, rule, isAttribute)]));
}

/** Rules by the letter of the line. */
export function compileLineRules(...tables: readonly Rules[]): ReadonlyMap<string, CompiledRule> {
	return compileRules(tables, false);
}

/** Rules by the name of the attribute. */
export function compileAttributeRules(
	...tables: readonly Rules[]
): ReadonlyMap<string, CompiledRule> {
	return compileRules(tables, true);
}
