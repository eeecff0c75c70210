import { emptyProblem, nameProblem, spaceProblem } from './attribute-name';
import type { Line, Section } from './description';
import { Fields } from './fields';
import { ATTRIBUTE_RULES, LINE_RULES } from './grammar';
import { leadOf, type CompiledRule } from './grammar/compile';
import { registered } from './iana';
import { resolve } from './rule';
import { readRest } from './shape';
import type { Level, LineJson, Spec, Token, Usage } from './types';
import { clip, quote } from './words';

const EQUALS = 61;
const SPACE = 32;

/** A letter and `=` begin every line of SDP (RFC 8866, 5). */
function typeOf(text: string): string {
	const letter = text.charCodeAt(0);
	return letter >= 97 && letter <= 122 && text.charCodeAt(1) === EQUALS ? text.charAt(0) : '';
}

/** A line of a description, explained when it is asked to: most of ten thousand are never looked at. */
export class ExplainedLine implements Line {
	readonly type: string;
	readonly attribute: string;
	/** The rule for this line; undefined for what only the registry or nobody knows. */
	readonly rule: CompiledRule | undefined;
	/** Where the value begins in the text: behind `m=` or `a=name:`. */
	readonly #value: number;

	constructor(
		readonly text: string,
		readonly ending: string,
		readonly number: number,
		readonly section: Section
	) {
		this.type = typeOf(text);
		if (this.type === 'a') {
			const colon = text.indexOf(':', 2);
			let name = text.slice(2, colon === -1 ? text.length : colon);
			let rule = ATTRIBUTE_RULES.get(name);
			this.#value = colon === -1 ? text.length : colon + 1;
			if (rule === undefined) {
				// Browsers read `a=recvonly ` as a=recvonly: a space ends a name as a colon does.
				const space = name.indexOf(' ');
				if (space !== -1) rule = ATTRIBUTE_RULES.get(name.slice(0, space));
				if (rule !== undefined) {
					name = rule.name;
					this.#value = 2 + space;
				}
			}
			this.rule = rule;
			// The rule's own copy of the name, so that ten thousand lines share a few.
			this.attribute = rule?.name ?? name;
		} else {
			this.attribute = '';
			this.#value = 2;
			this.rule = this.type === '' ? undefined : LINE_RULES.get(this.type);
		}
	}

	/** The words of the value, read by the line's rule, or as one piece where there is none. */
	get fields(): Fields {
		return this.section.description.fieldsOf(this);
	}

	/** Reads the words from the text; `fields` does so only where the line was not the last one asked. */
	read(): Fields {
		const { rule, text, type } = this;
		const fields = new Fields(text);
		const from = type === '' ? 0 : this.#value;
		if (rule !== undefined) {
			if (text.charCodeAt(from) === SPACE && this.#breaksOff(rule)) {
				fields.problem = spaceProblem(rule.name, rule.shape !== '');
				readRest(fields, from);
			} else rule.read(fields, from);
		} else if (from < text.length) fields.add(type === '' ? 'text' : 'value', from, text.length);
		return fields;
	}

	/** Whether a space ends the name where a colon should, or where the line should. */
	#breaksOff({ name, shape }: CompiledRule): boolean {
		if (this.type !== 'a' || this.#value !== 2 + name.length) return false;
		return shape !== '' || this.value.trim() !== '';
	}

	/** The value as it is written: what follows `m=` or `a=name:`. */
	get value(): string {
		return this.type === '' ? this.text : this.text.slice(this.#value);
	}

	get known(): boolean {
		return this.rule !== undefined || registered(this.attribute) !== undefined;
	}

	get problem(): string | null {
		if (this.type === '') {
			return this.text === ''
				? 'An empty line: SDP has none.'
				: 'A line of SDP begins with one letter and an equals sign.';
		}
		const { rule } = this;
		if (rule === undefined) {
			return this.#misnamed() ?? this.#misplaced();
		}
		const { fields } = this;
		const own = fields.problem ?? this.#misplaced() ?? rule.check?.(fields, this);
		return own ?? rule.around?.(fields.at(0), this) ?? fields.flaw;
	}

	/** What is wrong with the name, or behind it, of an attribute that has no rule. */
	#misnamed(): string | null {
		if (this.type !== 'a') return null;
		const problem = nameProblem(this.attribute);
		if (problem !== null || this.known) return problem;
		return emptyProblem(this.text);
	}

	/** Whether the line stands in the part of the description where its specification wants it. */
	#misplaced(): string | null {
		const level = this.rule ? this.rule.level : this.level;
		const inSession = this.section.index === -1;
		if (level === 'session' && !inSession) {
			return 'This line belongs to the session part, before the first m= line.';
		}
		if (level === 'source') return 'This attribute belongs to a stream, after a=ssrc and its SSRC.';
		return level === 'media' && inSession
			? 'This line belongs in a section, after its m= line.'
			: null;
	}

	get explanation(): string {
		const { rule } = this;
		if (rule !== undefined) {
			const { fields } = this;
			if (fields.problem === null) return rule.explain(fields, this);
			return `${rule.about}, but it cannot be read: ${fields.problem}`;
		}
		if (this.type === '') return this.problem ?? '';
		if (this.type !== 'a') return `No specification defines a line of type ${quote(this.type)}.`;
		const misnamed = nameProblem(this.attribute);
		if (misnamed !== null) return misnamed;
		const entry = registered(this.attribute);
		if (entry !== undefined) {
			return `${quote(this.attribute)} is registered with IANA (${entry.reference}, ${entry.levelInWords}); WebRTC has no use for it.`;
		}
		return `An attribute named ${quote(this.attribute)}, which no known specification defines; browsers ignore it.`;
	}

	get spec(): Spec | null {
		if (this.rule !== undefined) return resolve(this.rule.spec, this.fields, this);
		return registered(this.attribute)?.spec ?? null;
	}

	get usage(): Usage | null {
		if (this.rule !== undefined) return resolve(this.rule.usage, this.fields, this);
		return registered(this.attribute)?.usage ?? null;
	}

	get level(): Level | null {
		return this.rule?.level ?? registered(this.attribute)?.level ?? null;
	}

	get tokens(): readonly Token[] {
		const { fields } = this;
		const lead = this.rule?.lead ?? this.#lead();
		// The length is known: an array that grows would take three times the memory.
		const tokens = new Array<Token>(lead.length + fields.length);
		for (let index = 0; index < lead.length; index++) tokens[index] = lead[index] as Token;
		for (let index = 0; index < fields.length; index++) {
			const name = fields.nameAt(index);
			const value = fields.at(index);
			tokens[lead.length + index] = {
				start: fields.startAt(index),
				end: fields.endAt(index),
				name,
				value,
				meaning: this.#meaning(fields, name, value, index)
			};
		}
		return tokens;
	}

	/** The tokens in front of the value, where no rule has them. */
	#lead(): readonly Token[] {
		const { type, attribute } = this;
		return type === '' ? [] : leadOf(type, attribute, 'The name of the attribute.');
	}

	#meaning(fields: Fields, name: string, value: string, index: number): string {
		if (name === 'unread') return fields.problem ?? '';
		const meaning = this.rule?.meanings.get(name);
		if (meaning === undefined) return `The ${clip(name)}.`;
		return typeof meaning === 'string' ? meaning : meaning(value, this, fields, index);
	}

	/** Plain data: what `JSON.stringify` and `structuredClone` can carry. */
	toJSON(): LineJson {
		const { number, text, ending, type, attribute, known, problem, explanation } = this;
		const { spec, usage, level, tokens, section } = this;
		return {
			number,
			section: section.index,
			text,
			ending,
			type,
			attribute,
			known,
			problem,
			explanation,
			spec,
			usage,
			level,
			tokens
		};
	}
}
