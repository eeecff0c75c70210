import type { Fields } from './fields';
import type { Line } from './line';
import { Section } from './section';
import type { LineJson } from './types';

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
