/** A row of a hex dump: where in the data it stands, and its groups, of which the last may be text. */
export interface HexRow {
	/** As it is written: in which base can be told only by the row behind it. */
	readonly offset: string;
	readonly groups: readonly { readonly hex: string; readonly end: number }[];
}

/** Longer rows are none, in UTF-16 code units. */
const LONGEST = 400;
const FRONT = /^[^\w\r\n]{0,12}(?:0[xX])?([0-9a-fA-F]{4,8}):?(?=[ \t]{1,4}[0-9a-fA-F]{2})/;
/** Two hyphens are what DEBUG and others have in the middle. */
const GROUP = /(?:[ \t]{1,4}|-)([0-9a-fA-F]{2}(?:[0-9a-fA-F]{2}){0,7})(?=[ \t|>-]|$)/y;

/**
 * A line as a row of `xxd`, `hexdump -C`, `od -t x1`, `tcpdump -X` or Wireshark: offset, bytes, and mostly
 * the text of them; null where it is none.
 */
export function hexRowOf(line: string): HexRow | null {
	if (line.length > LONGEST) return null;
	const front = FRONT.exec(line);
	if (!front) return null;
	const groups: { hex: string; end: number }[] = [];
	GROUP.lastIndex = front[0].length;
	for (let group = GROUP.exec(line); group; group = GROUP.exec(line)) {
		groups.push({ hex: group[1]!, end: GROUP.lastIndex });
	}
	return groups.length > 0 ? { offset: front[1]!, groups } : null;
}

/** How many bytes the groups of a row have, were all of them bytes. */
export function mostBytes({ groups }: HexRow): number {
	return groups.reduce((sum, { hex }) => sum + hex.length / 2, 0);
}

/** The first bytes of a row, as hex; null where it has fewer, or a group reaches past them. */
export function bytesOf(row: HexRow, count: number): { hex: string; end: number } | null {
	let hex = '';
	for (const group of row.groups) {
		hex += group.hex;
		if (hex.length === 2 * count) return { hex, end: group.end };
		if (hex.length > 2 * count) return null;
	}
	return null;
}

/** The bytes of a row whose number is not known: as far as the columns of bytes reach. */
export function bytesUpTo({ groups }: HexRow, column: number, most: number): string {
	let hex = '';
	for (const group of groups) {
		if (group.end > column || hex.length + group.hex.length > 2 * most) break;
		hex += group.hex;
	}
	return hex;
}
