import { browserPageIn, WHOLE_PAGE } from './browser-page';
import { copyDamageOf, damagesIn, type CopyDamage } from './copied';
import type { FoundDescription } from './find-descriptions';
import type { Finder } from './line-finder';
import type { FoundParts } from './parts';
import { isCollapsed } from './unwrap/collapsed';
import { counted } from './counted';

/** What is said of how a text was copied, and of nothing that it was copied from. */
export interface Note {
	readonly id: NoteId;
	/** For a person. */
	readonly sentence: string;
	/** The first line that it is about, from 1; null where no line can be named. */
	readonly line: number | null;
}

export type NoteId =
	/** A console shortened it. */
	| 'shortened'
	/** Addresses or secrets were masked. */
	| 'masked'
	/** A program fills values in. */
	| 'filled-in'
	/** A quote, bracket or tag stands behind a candidate or the last line. */
	| 'closed'
	/** Somebody left lines of a description out. */
	| 'left-out'
	/** Somebody wrote beside the lines of a description, or between them. */
	| 'remarks'
	/** Two descriptions are compared, and stand in the lines of both. */
	| 'compared'
	/** All lines of a description stand in one. */
	| 'one-line'
	/** The last line of a description has no line end. */
	| 'no-last-line-end'
	| 'page-of-chromium'
	| 'page-of-firefox';

const DAMAGE: Readonly<Record<CopyDamage, (lines: string) => string>> = {
	shortened: (lines) =>
		`A console shortened ${lines}, and shows “…” for what it left out. To have the whole: copy(value) or JSON.stringify(value) in the console, or “Copy string contents” in the menu of the value.`,
	masked: (lines) =>
		`Whoever passed this on masked ${lines}: what stands there is no address and no secret, and nothing is concluded from it.`,
	'filled-in': (lines) =>
		`A program fills something into ${lines}, and nothing is concluded from what stands in its place. Print what it makes of it to have that looked at.`
};

/** Everything that is to be said of how a text was copied, each once, with the first line of it. */
export function notesOf(text: string, parts: FoundParts, finder: Finder): Note[] {
	return [
		...damageNotes(text, parts, finder),
		...personNotes(parts, finder),
		...comparedNotes(parts, finder),
		...oneLineNotes(text, parts, finder),
		...closedNotes(text, parts, finder),
		...endNotes(parts, finder),
		...pageNotes(text)
	];
}

const CUT_BEHIND = /^["'`]? ?(?:\.{3} ?\d+ more |…)/;

function damageNotes(
	text: string,
	{ descriptions, candidates }: FoundParts,
	finder: Finder
): Note[] {
	const damaged: { damage: CopyDamage; line: string; from: number | null }[] = [];
	const look = (damage: CopyDamage | null, line: string, from: number | null) => {
		if (damage) damaged.push({ damage, line, from });
	};
	for (const { sdp, start, end } of descriptions) {
		const damages = damagesIn(sdp);
		for (const [at, line] of sdp.split(/\r\n|\n|\r/).entries()) look(damages[at]!, line, start);
		// Node says behind the quote how much it left out.
		if (end !== null && CUT_BEHIND.test(text.slice(end, end + 20))) {
			damaged.push({ damage: 'shortened', line: lastLine(sdp), from: start });
		}
	}
	for (const one of candidates) look(copyDamageOf(one.text), one.text, one.start);
	return (['shortened', 'masked', 'filled-in'] as const).flatMap((id) => {
		const those = damaged.filter(({ damage }) => damage === id);
		const [first] = those;
		if (!first) return [];
		const sentence = DAMAGE[id](counted(those.length, 'line'));
		return [{ id, sentence, line: finder.lineOf(first.line, first.from) }];
	});
}

/** So many lines are named in a sentence. */
const MOST_NAMED = 5;

/** What the person did who passed a description on. */
function personNotes({ descriptions }: FoundParts, finder: Finder): Note[] {
	const cut = descriptions.find(({ leftOut }) => leftOut !== null);
	const remarks = descriptions.flatMap((one) => one.remarks);
	const notes: Note[] = [];
	if (cut) {
		const sentence = `Whoever passed this on left lines of ${named(cut)} out, so nothing is concluded from it.`;
		notes.push({ id: 'left-out', sentence, line: finder.lineAt(cut.leftOut!) });
	}
	if (remarks.length > 0) {
		const places = remarks.map((at) => finder.lineAt(at));
		const shown = places.slice(0, MOST_NAMED).join(', ');
		const where = `in ${remarks.length === 1 ? 'line' : 'lines'} ${shown}${remarks.length > MOST_NAMED ? ' and more' : ''}`;
		const sentence = `${remarks.length === 1 ? 'A remark or a line of others stands' : `${remarks.length} remarks or lines of others stand`} beside the lines of SDP, ${where}, and ${remarks.length === 1 ? 'is' : 'are'} no part of it.`;
		notes.push({ id: 'remarks', sentence, line: places[0]! });
	}
	return notes;
}

function comparedNotes({ descriptions }: FoundParts, finder: Finder): Note[] {
	const first = descriptions.find(({ isCompared }) => isCompared);
	if (!first) return [];
	const sentence =
		'This compares two descriptions (a diff): the one before is read and the one after, each by itself, and the marks between are no part of either.';
	return [{ id: 'compared', sentence, line: finder.lineAt(first.start!) }];
}

/** So much of a description tells whether it stands in one line. */
const TELLING = 200;

function oneLineNotes(text: string, { descriptions }: FoundParts, finder: Finder): Note[] {
	const one = descriptions.find(
		({ start, verbatim }) =>
			start !== null && !verbatim && isCollapsed(text.slice(start, start + TELLING))
	);
	if (!one) return [];
	const sentence = `All lines of ${named(one)} stand in one here, and were taken apart. If only the copy lost their ends, all is well; a browser that is handed one line refuses it (RFC 8866, 5).`;
	return [{ id: 'one-line', sentence, line: finder.lineAt(one.start!) }];
}

/** What stands behind without having been opened in front. */
const CLOSING = /^(?:[)\]]|<\/?\w|["'`])/;

function closedNotes(
	text: string,
	{ descriptions, candidates }: FoundParts,
	finder: Finder
): Note[] {
	const closing = (end: number) => CLOSING.exec(text.slice(end, end + 3))?.[0] ?? null;
	for (const { end, lacksEnd, sdp, start } of descriptions) {
		const isWhole = copyDamageOf(lastLine(sdp)) !== 'shortened';
		const mark = end === null || !lacksEnd || !isWhole ? null : closing(end);
		if (mark === null) continue;
		const sentence = `The ${words(mark)} behind the last line belongs to what it was copied from, and not to the SDP.`;
		return [{ id: 'closed', sentence, line: finder.lineOf(lastLine(sdp), start) }];
	}
	for (const { text: line, start, end } of candidates) {
		const mark = start === null || end === null ? null : closing(end);
		if (mark === null || isOpened(text.slice(Math.max(0, start! - 100), start!), mark)) continue;
		const sentence = `The ${words(mark)} behind a candidate belongs to what it was copied from: the candidate ends in front of it.`;
		return [{ id: 'closed', sentence, line: finder.lineOf(line, start) }];
	}
	return [];
}

/** Whether a quote stands in front as well: then the candidate is a member of something. */
function isOpened(front: string, mark: string): boolean {
	return /^["'`]/.test(mark) && new RegExp(`${mark}[^\r\n${mark}]{0,80}$`).test(front);
}

function words(mark: string): string {
	if (mark.startsWith('<')) return 'tag';
	return /["'`]/.test(mark) ? 'quote' : 'bracket';
}

function endNotes({ descriptions }: FoundParts, finder: Finder): Note[] {
	const one = descriptions.find(
		({ lacksEnd, sdp }) => lacksEnd && copyDamageOf(lastLine(sdp)) !== 'shortened'
	);
	if (!one) return [];
	const line = lastLine(one.sdp);
	const shown = line.length > 60 ? `${line.slice(0, 60)}…` : line;
	const sentence = `The last line of ${named(one)}, “${shown}”, has no line end (RFC 8866, 5). If it went into the browser so, Chromium refuses the description: “Invalid SDP line”. Put \\r\\n behind it.`;
	return [{ id: 'no-last-line-end', sentence, line: finder.lineOf(line, one.start) }];
}

function named({ type }: FoundDescription): string {
	return type === null ? 'the description' : `the ${type}`;
}

function lastLine(sdp: string): string {
	return sdp
		.trimEnd()
		.split(/[\r\n]/)
		.at(-1)!;
}

function pageNotes(text: string): Note[] {
	const page = browserPageIn(text);
	return page === null ? [] : [{ id: `page-of-${page}`, sentence: WHOLE_PAGE[page], line: null }];
}
