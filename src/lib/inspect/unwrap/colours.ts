/** ECMA-48, 8.3.117 and 8.3.41: how a terminal is told colours, and what is left of it in logs and copies. */
const ESCAPE = String.fromCharCode(0x1b);
const ESCAPED = new RegExp(
	String.raw`(?:${ESCAPE}|\u241b|(?<!\\)\\+(?:u001b|x1b|033|e)|#033|\^\[)\[[\d;]{0,20}[mK]`,
	'gi'
);
/** What stands where the escape itself was lost; a word in brackets may begin with an m, too. */
const BARE = /\[\d{1,3}(?:;\d{1,3}){0,5}m|\[m(?![\w .-]{0,40}\])/g;
const RESETS = /\[0?m/;
/** A colour: nothing is set back that was not set. */
const SETS = /\[\d{1,3}(?:;\d{1,3}){0,5}m/;

/** A text without what tells a terminal its colours. The lines stay where they are. Linear. */
export function withoutColours(text: string): string {
	const plain = /\[[\d;]{0,20}[mK]/.test(text) ? text.replace(ESCAPED, '') : text;
	const isBare = SETS.test(plain) && RESETS.test(plain) && (plain.match(BARE)?.length ?? 0) > 1;
	return isBare ? plain.replace(BARE, '') : plain;
}
