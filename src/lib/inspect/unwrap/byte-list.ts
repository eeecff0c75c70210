import type { Enclosed } from './enclosed-text';

/** The beginnings of a description and of an object of JSON, as numbers of bytes. */
const BEGINNINGS: readonly (readonly number[])[] = [
	[0x76, 0x3d, 0x30],
	[0x7b, 0x22]
];
const TELLING =
	/(?<![\w.])(?:118[,\s]{1,8}61[,\s]{1,8}48|123[,\s]{1,8}34|0x76[,\s]{1,8}0x3d|0x7b[,\s]{1,8}0x22|76 3d 30|7b 22)(?![\w.])/i;
// No number is two of these, or a run that is too short would be tried in each way.
const ITEM = String.raw`(?:0x[0-9a-fA-F]{1,2}|[0-9a-fA-F]{2}|\d|\d{3})(?![\w.])`;
/** Fewer bytes are no description and no candidate. */
const RUN = new RegExp(String.raw`(?<![\w.,])${ITEM}(?:[,\s]{1,8}${ITEM}){40,}`, 'g');
/** What Node shows in place of the rest. */
const MORE = /^[\s,]{0,4}\.{3} \d{1,9} more/;

/** Texts as numbers of their bytes, as Go, Java, Erlang, Node and C print them. Linear. */
export function findByteLists(text: string): Enclosed[] {
	if (!TELLING.test(text)) return [];
	return [...text.matchAll(RUN)].flatMap(({ 0: run, index: start }) => {
		const items = run.split(/[,\s]+/);
		const isHex = items.every((item) => /^[0-9a-fA-F]{2}$/.test(item));
		const inner = textOfBytes(
			items.map((item) => (isHex ? parseInt(item, 16) : Number(item))),
			// What is printed in part may end within a character.
			false
		);
		if (inner === null) return [];
		const end = start + run.length;
		const rest = MORE.test(text.slice(end, end + 24)) ? '…' : '';
		return [{ start, end, text: inner + rest }];
	});
}

function isByte(value: unknown): value is number {
	return typeof value === 'number' && Number.isInteger(value) && value >= 0 && value <= 255;
}

/** The text that bytes are; null where they do not begin as a description or as JSON does. */
export function textOfBytes(bytes: readonly unknown[], isWhole = true): string | null {
	if (!BEGINNINGS.some((one) => one.every((byte, at) => bytes[at] === byte))) return null;
	if (!bytes.every(isByte)) return null;
	try {
		return new TextDecoder('utf-8', { fatal: isWhole }).decode(Uint8Array.from(bytes));
	} catch {
		return null;
	}
}
