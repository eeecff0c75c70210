import { beginningsOf, type Beginnings } from './beginnings';
import type { Codec } from './codecs/codec';
import { codecsIn } from './codecs/codecs-in';
import type { Fields } from './fields';
import { headOf, type MediaHead } from './media-head';
import type { AnnotatedLine, LineJson } from './types';

export type Direction = 'sendrecv' | 'sendonly' | 'recvonly' | 'inactive';

const DIRECTIONS: readonly Direction[] = ['sendrecv', 'sendonly', 'recvonly', 'inactive'];

/** A line as its section, its neighbours and the rules know it. */
export interface Line extends AnnotatedLine {
	readonly section: Section;
	/** What is known of all lines of its kind; undefined for what only the registry or nobody knows. */
	readonly rule:
		| {
				/** What the line is, as a phrase without a full stop. */
				readonly about: string;
				/** The fields that tell this line from others of its name. */
				readonly identity?: readonly string[] | undefined;
				readonly check?: ((fields: Fields, line: Line) => string | null) | undefined;
				readonly around?: ((first: string, line: Line) => string | null) | undefined;
		  }
		| undefined;
	/** The words of the value, read by the line's rule, or as one piece where there is none. */
	readonly fields: Fields;
	/** The value as it is written: what follows `m=` or `a=name:`. */
	readonly value: string;
	/** Reads the words from the text; `fields` does so only where the line was not the last one asked. */
	read(): Fields;
	/** Plain data: what `JSON.stringify` and `structuredClone` can carry. */
	toJSON(): LineJson;
}

const NONE: Line[] = [];

/** So many names are looked for one by one. */
const FEW = 12;

const ICE = new Set(['ice-ufrag', 'ice-pwd', 'candidate', 'ice-lite']);

const speaksIce = ({ lines }: Section) => lines.some(({ attribute }) => ICE.has(attribute));

/** The session part of a description, or one of its m= sections. Knows its lines by name. */
export class Section {
	readonly lines: Line[] = [];
	/** Only the names that somebody asked for: of most attributes nobody does. */
	readonly #byName = new Map<string, Line[]>();
	#isIndexed = false;
	#codecs: ReadonlyMap<string, Codec> | undefined;
	readonly #amounts = new Map<string, Map<string, number>>();
	readonly #beginnings = new Map<string, Beginnings<Line>>();

	#rids: Map<string, string> | undefined;
	#ssrcRoles: Map<string, string> | undefined;
	#said: MediaHead | undefined;
	#ice: boolean | undefined;

	/**
	 * @param index -1 for the session part, else the position among the m= sections
	 * @param description what the section belongs to
	 */
	constructor(
		readonly index: number,
		readonly description: Description
	) {}

	/** The lines of one attribute, in order. */
	attributes(name: string): readonly Line[] {
		const found = this.#byName.get(name);
		if (found !== undefined) return found;
		if (this.#isIndexed) return NONE;
		// Whoever concludes asks for sixty names, and most are not there: then each line is put to its own.
		if (this.#byName.size >= FEW) {
			this.#index();
			return this.#byName.get(name) ?? NONE;
		}
		const same = this.lines.filter(({ attribute }) => attribute === name);
		const kept = same.length === 0 ? NONE : same;
		this.#byName.set(name, kept);
		return kept;
	}

	#index(): void {
		this.#isIndexed = true;
		const former = new Set(this.#byName.keys());
		for (const line of this.lines) {
			const { attribute } = line;
			if (former.has(attribute)) continue;
			const same = this.#byName.get(attribute);
			if (same === undefined) this.#byName.set(attribute, [line]);
			else same.push(line);
		}
	}

	/** The first line of one attribute. */
	attribute(name: string): Line | undefined {
		return this.attributes(name)[0];
	}

	/** The same, or that of the session part where the section has none (RFC 8866, 5.13). */
	effective(name: string): Line | undefined {
		return this.attribute(name) ?? this.description.session.attribute(name);
	}

	/** The m= line; undefined for the session part. */
	get mLine(): Line | undefined {
		return this.index === -1 ? undefined : this.lines[0];
	}

	get #head(): MediaHead {
		return (this.#said ??= headOf(this.mLine?.fields));
	}

	/** `audio`, `video`, `application`, …; `session` for the session part. */
	get kind(): string {
		return this.#head.kind;
	}

	/** null where the section has no a=mid. */
	get mid(): string | null {
		return this.attribute('mid')?.fields.get('identification-tag') || null;
	}

	get isData(): boolean {
		return this.#head.isData;
	}

	get isRtp(): boolean {
		return this.#head.isRtp;
	}

	get isBundleOnly(): boolean {
		return this.attribute('bundle-only') !== undefined;
	}

	/** Port 0 without a=bundle-only: refused, or stopped (RFC 3264, 6; RFC 9143, 6). */
	get isRejected(): boolean {
		return this.#head.isClosed && !this.isBundleOnly;
	}

	/**
	 * Whether candidates bring the addresses: this section has ICE, or the session, or a section that
	 * it shares a transport with (RFC 9143, 7.1.3).
	 */
	get usesIce(): boolean {
		return (this.#ice ??= this.#findIce());
	}

	#findIce(): boolean {
		const { session, sections } = this.description;
		if (speaksIce(this) || speaksIce(session)) return true;
		if (this !== session && !this.#isBundled()) return false;
		return sections.some((section) => speaksIce(section));
	}

	#isBundled(): boolean {
		const { mid } = this;
		const groups = mid === null ? NONE : this.description.session.attributes('group');
		return groups.some(
			({ fields }) =>
				fields.get('semantics') === 'BUNDLE' && fields.all('identification-tag').includes(mid ?? '')
		);
	}

	/** sendrecv where nothing is said (RFC 8866, 6.7). */
	get direction(): Direction {
		const said = (section: Section) => DIRECTIONS.find((name) => section.attribute(name));
		return said(this) ?? said(this.description.session) ?? 'sendrecv';
	}

	/** The payload types of the m= line and of a=rtpmap, with what they stand for. */
	get codecs(): ReadonlyMap<string, Codec> {
		return (this.#codecs ??= codecsIn(this));
	}

	#beginningsOf(attribute: string): Beginnings<Line> {
		let found = this.#beginnings.get(attribute);
		if (found === undefined) {
			found = beginningsOf(this.attributes(attribute), attribute);
			this.#beginnings.set(attribute, found);
		}
		return found;
	}

	/** The first line of an attribute that begins with a word: a payload type, an SSRC, an id. */
	lineOf(attribute: string, word: string): Line | undefined {
		return this.#beginningsOf(attribute).first.get(word);
	}

	/** Whether a line begins with the same word as an earlier one of its attribute. */
	repeats(line: Line): boolean {
		return this.#beginningsOf(line.attribute).later.has(line);
	}

	/** Whether any two lines of an attribute begin with the same word. */
	hasRepeated(attribute: string): boolean {
		return this.#beginningsOf(attribute).later.size > 0;
	}

	/** Whether the m= line lists a format. */
	lists(format: string): boolean {
		return this.mLine?.fields.all('fmt').includes(format) ?? false;
	}

	/** A payload type's codec in a few words; null where it stands for none. */
	describe(payloadType: string): string | null {
		return this.codecs.get(payloadType)?.description ?? null;
	}

	/**
	 * How many lines of an attribute have a word.
	 * @param wordOf finds the word in a line, always the same one for an attribute
	 */
	count(attribute: string, word: string, wordOf: (line: Line) => string): number {
		let amounts = this.#amounts.get(attribute);
		if (amounts === undefined) {
			amounts = new Map();
			for (const line of this.attributes(attribute)) {
				const found = wordOf(line);
				amounts.set(found, (amounts.get(found) ?? 0) + 1);
			}
			this.#amounts.set(attribute, amounts);
		}
		return amounts.get(word) ?? 0;
	}

	/** The versions that a=rid lines describe, with their directions: `send`, `recv`. */
	get rids(): ReadonlyMap<string, string> {
		return (this.#rids ??= new Map(
			this.attributes('rid').map(({ fields }) => [fields.get('rid-id'), fields.get('rid-dir')])
		));
	}

	/** What a stream is to others, from a=ssrc-group; null where it stands alone. */
	roleOfSsrc(ssrc: string): string | null {
		if (this.#ssrcRoles === undefined) {
			this.#ssrcRoles = new Map();
			for (const { fields } of this.attributes('ssrc-group')) {
				const [first = '', second] = fields.all('ssrc-id');
				const semantics = fields.get('semantics');
				if (semantics === 'FID' && second !== undefined) {
					this.#ssrcRoles.set(second, `retransmission of ${first.slice(0, 10)}`);
				} else if (semantics === 'FEC-FR' && second !== undefined) {
					this.#ssrcRoles.set(second, `error correction for ${first.slice(0, 10)}`);
				}
			}
		}
		return this.#ssrcRoles.get(ssrc) ?? null;
	}
}

/** A session description, line by line and section by section. */
export class Description {
	/** All lines, in order: `lines.map((l) => l.text + l.ending).join('')` is the input. */
	readonly lines: Line[] = [];
	/** The lines in front of the first m= line. */
	readonly session: Section = new Section(-1, this);
	/** The m= sections, in order. */
	readonly sections: Section[] = [];
	#mids: Map<string, Section> | undefined;
	#asked: Line | undefined;
	#read: Fields | undefined;

	/**
	 * The words of one of its lines. Whoever reads asks one line for many things, and then the next:
	 * the words of one line are kept, for those of ten thousand would fill the memory.
	 */
	fieldsOf(line: Line): Fields {
		if (this.#read === undefined || this.#asked !== line) {
			this.#read = line.read();
			this.#asked = line;
		}
		return this.#read;
	}

	/** The section with that a=mid; the first one, should there be several. */
	sectionOf(mid: string): Section | undefined {
		if (this.#mids === undefined) {
			this.#mids = new Map();
			for (const section of this.sections) {
				const own = section.mid;
				if (own !== null && !this.#mids.has(own)) this.#mids.set(own, section);
			}
		}
		return this.#mids.get(mid);
	}

	/** The input, byte for byte. */
	toString(): string {
		return this.lines.map(({ text, ending }) => text + ending).join('');
	}

	/** Plain data: every line with everything that is said about it. */
	toJSON(): { lines: LineJson[] } {
		return { lines: this.lines.map((line) => line.toJSON()) };
	}
}
