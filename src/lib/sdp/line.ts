import { Fields } from './fields';
import { ATTRIBUTE_RULES, LINE_RULES } from './grammar';
import type { CompiledRule } from './grammar/compile';
import { registered } from './iana';
import type { Section } from './section';
import { resolve } from './rule';
import { typeMeaning } from './grammar/types';
import type { AnnotatedLine, Level, LineJson, Spec, Token, Usage } from './types';
import { clip, quote } from './words';

const EQUALS = 61;

/** A letter and `=` begin every line of SDP (RFC 8866, 5). */
function typeOf(text: string): string {
	const letter = text.charCodeAt(0);
	return letter >= 97 && letter <= 122 && text.charCodeAt(1) === EQUALS ? text.charAt(0) : '';
}

/** A line of a description, explained when it is asked to: most of ten thousand are never looked at. */
export class Line implements AnnotatedLine {
	readonly type: string;
	readonly attribute: string;
	/** The rule for this line; undefined for what only the registry or nobody knows. */
	readonly rule: CompiledRule | undefined;
	/** Where the value begins in the text: behind `m=` or `a=name:`. */
	readonly #value: number;
	#fields: Fields | undefined;
	#tokens: Token[] | undefined;

	constructor(
		readonly text: string,
		readonly ending: string,
		readonly number: number,
		readonly section: Section
	) {
		this.type = typeOf(text);
		if (this.type === 'a') {
			const colon = text.indexOf(':', 2);
			this.attribute = text.slice(2, colon === -1 ? text.length : colon);
			this.#value = colon === -1 ? text.length : colon + 1;
			this.rule = ATTRIBUTE_RULES.get(this.attribute);
		} else {
			this.attribute = '';
			this.#value = 2;
			this.rule = this.type === '' ? undefined : LINE_RULES.get(this.type);
		}
	}

	/** The words of the value, read by the line's rule, or as one piece where there is none. */
	get fields(): Fields {
		if (this.#fields === undefined) {
			this.#fields = new Fields(this.text);
			if (this.rule !== undefined) this.rule.read(this.#fields, this.#value);
			else if (this.type === '') this.#addWhole(this.#fields, 'text', 0);
			else this.#addWhole(this.#fields, 'value', this.#value);
		}
		return this.#fields;
	}

	#addWhole(fields: Fields, name: string, from: number): void {
		if (from < this.text.length) fields.add(name, from, this.text.length);
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
		if (rule === undefined) return null;
		return this.fields.problem ?? this.#misplaced() ?? rule.check?.(this.fields, this) ?? null;
	}

	/** Whether the line stands in the part of the description where its specification wants it. */
	#misplaced(): string | null {
		const level = this.rule?.level;
		const inSession = this.section.index === -1;
		if (level === 'session' && !inSession) {
			return 'This line belongs to the session part, in front of the first m= line.';
		}
		return level === 'media' && inSession
			? 'This line belongs into a section, behind an m= line.'
			: null;
	}

	get explanation(): string {
		const { rule } = this;
		if (rule !== undefined) {
			const { problem } = this.fields;
			if (problem === null) return rule.explain(this.fields, this);
			return `${rule.about}, but it cannot be read: ${problem}`;
		}
		if (this.type === '') return this.problem ?? '';
		if (this.type !== 'a') return `No specification defines a line of type ${quote(this.type)}.`;
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
		return (this.#tokens ??= this.#makeTokens());
	}

	#makeTokens(): Token[] {
		const { fields, rule, text, type, attribute } = this;
		const lead = type === '' ? 0 : attribute === '' ? 1 : 2;
		// The length is known: an array that grows would take three times the memory.
		const tokens = new Array<Token>(lead + fields.length);
		if (lead > 0) tokens[0] = token(text, 0, 1, 'type', typeMeaning(type));
		if (lead > 1) {
			const about = rule?.sentence ?? 'The name of the attribute.';
			tokens[1] = token(text, 2, 2 + attribute.length, 'attribute', about);
		}
		for (let index = 0; index < fields.length; index++) {
			const name = fields.nameAt(index);
			const value = fields.at(index);
			const meaning = this.#meaning(name, value, index);
			const [start, end] = [fields.startAt(index), fields.endAt(index)];
			tokens[lead + index] = { start, end, name, value, meaning };
		}
		return tokens;
	}

	#meaning(name: string, value: string, index: number): string {
		if (name === 'unread') return this.fields.problem ?? '';
		const meaning = this.rule?.meanings.get(name);
		if (meaning === undefined) return `The ${clip(name)}.`;
		return typeof meaning === 'string' ? meaning : meaning(value, this, this.fields, index);
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

function token(text: string, start: number, end: number, name: string, meaning: string): Token {
	return { start, end, name, value: text.slice(start, end), meaning };
}
