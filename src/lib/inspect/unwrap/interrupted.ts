import { contentAt, contentsOf } from './prefix';
import { realEndFrom, type WrappedLine } from './read-line';
import { isSdpLine } from './sdp-line';

/** So many lines of others may stand between two lines of a description. */
const MOST_FOREIGN = 5;
/** So many lines behind those of others tell whether the description goes on in them. */
const NEAR = 60;
/** Fewer lines behind words of a person are what the person quotes. */
const FEWEST = 2;
const TELLING = 600;

/** Lines that stand once in the session part, and in no section (RFC 8866, 5). */
const OF_SESSION = /^[vost]=/;
/** What stands once in a section, whatever its value. */
const ONCE =
	/^(?:[vostc]=|a=(?:mid|setup|ice-ufrag|ice-pwd|ice-options|rtcp|rtcp-mux|group:BUNDLE|msid-semantic|rtpmap:\d+)(?=[: ]|$))/;
const DIRECTION = /^a=(?:sendrecv|sendonly|recvonly|inactive)\s*$/;
/** Candidates are sent one by one, and stand behind the description that they belong to. */
const OF_CANDIDATES = /^a=(?:candidate|end-of-candidates|remote-candidates)\b/;
/** What a program wrote in between has its time, or its file. */
const OF_PROGRAM = /\d{1,2}:\d{2}|\.\w{1,5}:\d/;
/** What nobody says: marks, fences, brackets. */
const OF_NOBODY = /^\s*(?:[^A-Za-z\s]|[`~*]{3,}\w*\s*$)/;
/** What a person writes in front of something else. */
const HEADING = /:[\s*_`]*$|\b(?:offer|answer|pranswer|candidates?|descriptions?|sdp)\b/i;

/** What of a line is said once, so that who says it again begins something else. */
const keyOf = (line: string): string =>
	DIRECTION.test(line) ? 'direction' : (ONCE.exec(line)?.[0] ?? line.trimEnd());

/** Where a description goes on, and the lines of others in front of that. */
export interface GoesOn {
	readonly content: number;
	readonly foreign: readonly number[];
}

/** Tells where a description goes on behind a few lines of others, which have no prefix by which to know them. */
export class Interrupted {
	readonly #text: string;
	/** What was said so far in the section, or in the session part. */
	#said = new Set<string>();
	readonly #mids = new Set<string>();
	readonly #sections = new Set<string>();
	/** The sections that are to come, as the session part tells. */
	readonly #announced = new Set<string>();
	/** The formats of the section that nothing was said of yet. */
	#formats = new Set<string>();
	#isInSection = false;
	#seen = 0;
	/** So many lines were read when others stood between them last. */
	#last = 0;

	constructor(text: string) {
		this.#text = text;
	}

	/**
	 * Where the lines go on behind those of others that begin at an offset; null where they do not.
	 * @param blank how many blank lines stand in front; null where one stands behind each line
	 */
	behind(at: number, blank: number | null, lines: readonly WrappedLine[]): GoesOn | null {
		for (; this.#seen < lines.length; this.#seen += 1) {
			const { start, end } = lines[this.#seen]!;
			this.#read(this.#text.slice(start, Math.min(end, start + TELLING)));
		}
		const gap = this.#gapFrom(at, blank);
		if (gap === null) return null;
		const { foreign, content, isHeading, isSaid } = gap;
		const block = this.#blockFrom(content);
		const isEnough = block.length >= FEWEST || (!isSaid && lines.length - this.#last > FEWEST);
		if (!isEnough || !this.#fits(block)) return null;
		// Words of a person begin something else; a time or a fence does not.
		const isNew = isSaid || isHeading;
		if (isNew && (gap.isOther || !this.#isMissing(block))) return null;
		this.#last = lines.length;
		return { content, foreign };
	}

	#read(line: string): void {
		if (line.startsWith('m=')) {
			this.#said = new Set();
			this.#isInSection = true;
			this.#sections.add(line.trimEnd());
			this.#formats = new Set(line.trimEnd().split(' ').slice(3));
		}
		this.#said.add(keyOf(line));
		const [, mid] = /^a=mid:(\S+)/.exec(line) ?? [];
		if (mid !== undefined) this.#mids.add(mid);
		const [, format] = /^a=rtpmap:(\d+)/.exec(line) ?? [];
		if (format !== undefined) this.#formats.delete(format);
		const [, bundle] = /^a=group:BUNDLE (.+)/.exec(line) ?? [];
		for (const name of bundle?.trim().split(/ +/) ?? []) this.#announced.add(name);
	}

	/** The lines of others up to the first that may be one of the description. */
	#gapFrom(start: number, before: number | null) {
		const foreign: number[] = [];
		let [blank, heading, isOther, isSaid] = [before ?? 0, false, false, false];
		for (let at = start; at < this.#text.length;) {
			const { end, next } = realEndFrom(this.#text, at);
			const line = this.#text.slice(at, Math.min(end, at + TELLING));
			const content = contentAt(line, '');
			if (line.trim() === '') blank += 1;
			else if (content >= 0 && isSdpLine(line, content)) {
				const isApart = before !== null && blank > 0;
				const gap = { foreign, content: at + content, isHeading: heading, isSaid };
				return { ...gap, isOther: isApart && isOther };
			} else {
				// A line that holds SDP somewhere is of another log, or speaks of it.
				if (foreign.length === MOST_FOREIGN || contentsOf(line).some((one) => isSdpLine(line, one)))
					return null;
				foreign.push(at);
				isSaid ||= !OF_PROGRAM.test(line) && !OF_NOBODY.test(line);
				const isHeading = HEADING.test(line) && !OF_PROGRAM.test(line);
				heading ||= isHeading;
				isOther ||= isHeading && /\b(?:offer|answer)\b/i.test(line);
			}
			at = next;
		}
		return null;
	}

	/** The lines of SDP from an offset on that stand together. */
	#blockFrom(start: number): string[] {
		const block: string[] = [];
		for (let at = start; at < this.#text.length && block.length < NEAR;) {
			const { end, next } = realEndFrom(this.#text, at);
			const line = this.#text.slice(at, Math.min(end, at + TELLING));
			const content = contentAt(line, '');
			if (content < 0 || line.startsWith('v=', content)) break;
			block.push(line.slice(content));
			at = next;
		}
		return block;
	}

	/** Whether lines may be of this description: nothing in them is said again, or begins another. */
	#fits(block: readonly string[]): boolean {
		if (block.every((line) => OF_CANDIDATES.test(line))) return false;
		const section = block.findIndex((line) => line.startsWith('m='));
		const own = section === -1 ? block : block.slice(0, section);
		const isAgain = (line: string) =>
			!OF_CANDIDATES.test(line) &&
			((this.#isInSection && OF_SESSION.test(line)) || this.#said.has(keyOf(line)));
		if (own.some(isAgain)) return false;
		const mids = block.flatMap((line) => /^a=mid:(\S+)/.exec(line)?.[1] ?? []);
		if (mids.some((mid) => this.#mids.has(mid))) return false;
		return section !== 0 || mids.length > 0 || !this.#sections.has(block[0]!.trimEnd());
	}

	/** Whether the description lacks what stands in some lines: a section that it announces, or one of its formats. */
	#isMissing(block: readonly string[]): boolean {
		return block.some((line) => {
			const [, mid] = /^a=mid:(\S+)/.exec(line) ?? [];
			if (mid !== undefined) return this.#announced.has(mid);
			const [, format] = /^a=rtpmap:(\d+)/.exec(line) ?? [];
			return format !== undefined && this.#formats.has(format);
		});
	}
}
