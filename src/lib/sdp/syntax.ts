/** No number that SDP knows is longer. */
const LONGEST = 20;

/** `0` to `9`. */
export function isDigit(code: number): boolean {
	return code >= 48 && code <= 57;
}

/** Where the digits end that begin at an offset. */
function digitsEnd(text: string, from: number): number {
	let at = from;
	while (at < text.length && isDigit(text.charCodeAt(at))) at += 1;
	return at;
}

/** Whether a text is a whole number: `1*DIGIT` of ABNF, of 20 digits at most. */
export function isWhole(text: string): boolean {
	return text.length > 0 && text.length <= LONGEST && digitsEnd(text, 0) === text.length;
}

/** Whether a text is a number that may have decimals: `30`, `29.97` (RFC 8866, 9). */
export function isReal(text: string): boolean {
	const point = digitsEnd(text, 0);
	if (point === 0 || point > LONGEST) return false;
	if (point === text.length) return true;
	return (
		text.charAt(point) === '.' &&
		point + 1 < text.length &&
		text.length <= 2 * LONGEST &&
		digitsEnd(text, point + 1) === text.length
	);
}

/** Whether a text is a payload type of RTP: 0 to 127 (RFC 3550, 5.1). */
export function isPayloadType(text: string): boolean {
	return text.length <= 3 && isWhole(text) && Number(text) <= 127;
}

/** Whether a character may be in a token (RFC 8866, 9): visible ASCII without the signs "(),/:;<=>?@[\]. */
export function isTokenChar(code: number): boolean {
	return (
		code === 33 ||
		(code >= 35 && code <= 39) ||
		code === 42 ||
		code === 43 ||
		code === 45 ||
		code === 46 ||
		(code >= 48 && code <= 57) ||
		(code >= 65 && code <= 90) ||
		(code >= 94 && code <= 126)
	);
}

/** Whether a text is a token (RFC 8866, 9). */
export function isToken(text: string): boolean {
	for (let at = 0; at < text.length; at++) {
		if (!isTokenChar(text.charCodeAt(at))) return false;
	}
	return text.length > 0;
}

/** What is wrong with what is no token. @param what begins the sentence */
export const noToken = (what: string) =>
	`${what} a token: letters, digits and a few signs, such as - and _.`;

/** Whether a text is an SSRC: 32 bits (RFC 3550, 5.1). */
export const isSsrc = (text: string) =>
	text.length <= 10 && isWhole(text) && Number(text) < 2 ** 32;

/** Whether a text has letters, digits and some further signs only, at least one of them. */
export function isWordOf(text: string, signs: string): boolean {
	for (let at = 0; at < text.length; at++) {
		const code = text.charCodeAt(at) | 32;
		const isLetter = code >= 97 && code <= 122 && text.charCodeAt(at) >= 65;
		if (!isLetter && !isDigit(text.charCodeAt(at)) && !signs.includes(text.charAt(at)))
			return false;
	}
	return text.length > 0;
}
