/** Finds in which line of what was pasted something stands. */
export interface Finder {
	/** The line of an offset, from 1. Asked in rising order, all answers together cost one pass. */
	readonly lineAt: (offset: number) => number;
	/** The line in which a text stands first, from an offset on; null where it was written otherwise. */
	readonly lineOf: (line: string, from: number | null) => number | null;
}

export function finderIn(text: string): Finder {
	let [at, line] = [0, 1];
	const lineAt = (offset: number) => {
		if (offset < at) [at, line] = [0, 1];
		for (
			let feed = text.indexOf('\n', at);
			feed !== -1 && feed < offset;
			feed = text.indexOf('\n', at)
		) {
			at = feed + 1;
			line += 1;
		}
		return line;
	};
	return {
		lineAt,
		lineOf: (content, from) => {
			const place = text.indexOf(content, from ?? 0);
			return place === -1 ? (from === null ? null : lineAt(from)) : lineAt(place);
		}
	};
}
