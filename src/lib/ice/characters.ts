/** A set of characters of ASCII, as what the grammars of SDP and ICE allow. */
export type Characters = (code: number) => boolean;

const isDigit: Characters = (code) => code >= 48 && code <= 57;

/** Whether a text is a whole number of so many digits at most: `1*10DIGIT` and its like. */
export function isNumber(text: string, mostDigits: number): boolean {
	for (let at = 0; at < text.length; at++) {
		if (!isDigit(text.charCodeAt(at))) return false;
	}
	return text.length > 0 && text.length <= mostDigits;
}

const isLetter: Characters = (code) => (code >= 97 && code <= 122) || (code >= 65 && code <= 90);

/** `ice-char`: letters, digits, `+` and `/` (RFC 8839, 5.1). */
export const isIceChar: Characters = (code) =>
	isLetter(code) || isDigit(code) || code === 43 || code === 47;

/** `token-char`: what names are made of (RFC 8866, 9). */
export const isTokenChar: Characters = (code) =>
	isLetter(code) ||
	isDigit(code) ||
	code === 45 ||
	code === 33 ||
	(code >= 35 && code <= 39) ||
	code === 42 ||
	code === 43 ||
	code === 46 ||
	(code >= 94 && code <= 126);

/** `VCHAR`: what can be seen (RFC 5234, B.1). */
export const isVisible: Characters = (code) => code >= 33 && code <= 126;

/** The first character that is not allowed, as a sentence shows it; null where all are. */
export function strayIn(text: string, isAllowed: Characters): string | null {
	for (let at = 0; at < text.length; at++) {
		if (!isAllowed(text.charCodeAt(at))) return shown(text.codePointAt(at) ?? 0);
	}
	return null;
}

/** `“=”`, `a space`, `a tab`, `the character U+0007`. */
function shown(code: number): string {
	if (code === 32) return 'a space';
	if (code === 9) return 'a tab';
	const isHidden = code < 32 || (code >= 127 && code < 161) || (code >= 0xd800 && code < 0xe000);
	return isHidden
		? `the character U+${code.toString(16).toUpperCase().padStart(4, '0')}`
		: `“${String.fromCodePoint(code)}”`;
}
