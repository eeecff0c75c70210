// Each character is followed by the one that takes its place; the last of a kind by the first.
const ICE = 'ABCDEFGHIJKLMNOPQRSTUVWXYZAabcdefghijklmnopqrstuvwxyza01234567890+/+';
const HEXADECIMAL = '01234567890ABCDEFAabcdefa';

const following = (character: string, order: string) => order[order.indexOf(character) + 1]!;

/** The same text but for its first character: another `ice-char` (RFC 8839, 5.4). */
export function otherIceText(text: string): string {
	return text.replace(/^./u, (character) => following(character, ICE));
}

/** Another hexadecimal digit, a small letter for a small letter. */
export function otherDigit(digit: string): string {
	return following(digit, HEXADECIMAL);
}
