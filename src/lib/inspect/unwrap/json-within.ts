/** What is sought in a text: objects with one of these members, and lists of lists that begin with one of these words. */
export interface Sought {
	readonly members: ReadonlySet<string>;
	readonly words: ReadonlySet<string>;
}

/** Where a value stands: [start, end). `end` is null where its brackets are not closed, or closed wrongly. */
export interface JsonWithin {
	readonly start: number;
	readonly end: number | null;
}

interface Bracket {
	readonly start: number;
	readonly isObject: boolean;
	isSought: boolean;
}

/** So much may stand between a bracket and the first word behind it. */
const NEAR = 200;

/**
 * The objects and lists of JSON that are sought in a text of any kind, by where they begin; of those within each
 * other the outermost that is whole. Only brackets and quotes are heeded: whether it is JSON, its reader tells.
 * Every character is looked at once.
 */
export function findJsonWithin(text: string, { members, words }: Sought): JsonWithin[] {
	const found: JsonWithin[] = [];
	const open: Bracket[] = [];
	const leave = (brackets: readonly Bracket[]) => {
		const lost = brackets.find(({ isSought }) => isSought);
		if (lost) found.push({ start: lost.start, end: null });
	};
	for (let at = 0; at < text.length; at += 1) {
		const code = text.charCodeAt(at);
		if (code === 0x7b || code === 0x5b) {
			open.push({ start: at, isObject: code === 0x7b, isSought: false });
		} else if (code === 0x7d || code === 0x5d) {
			const last = open.at(-1);
			if (last?.isObject !== (code === 0x7d)) leave(open.splice(0));
			else {
				open.pop();
				if (!last.isSought) continue;
				while (found.length > 0 && found.at(-1)!.start > last.start) found.pop();
				found.push({ start: last.start, end: at + 1 });
			}
		} else if (code === 0x22 && open.length > 0) {
			const end = endOfString(text, at);
			const word = end - at <= NEAR ? text.slice(at + 1, end) : '';
			const last = open.at(-1)!;
			const around = open.at(-2);
			if (last.isObject) {
				if (members.has(word) && /^"\s*:/.test(text.slice(end, end + NEAR))) last.isSought = true;
			} else if (words.has(word) && around?.isObject === false) {
				const isFirst = at - last.start <= NEAR && text.slice(last.start + 1, at).trim() === '';
				if (isFirst) around.isSought = true;
			}
			at = end;
		}
	}
	leave(open);
	return found;
}

/** Where a text in quotes ends: at the quote, or in front of the end of the line, which cannot be within. */
function endOfString(text: string, start: number): number {
	for (let at = start + 1; at < text.length; at += 1) {
		const code = text.charCodeAt(at);
		if (code === 0x22) return at;
		if (code === 0x5c) at += 1;
		else if (code === 0x0a || code === 0x0d) return at;
	}
	return text.length;
}
