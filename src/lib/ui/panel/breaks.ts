/** Between the bytes of a fingerprint. */
const BETWEEN_BYTES = /(?<=(?<![0-9A-F])[0-9A-F]{2}:)(?=[0-9A-F]{2}(?![0-9A-F]))/i;

/** A text in pieces between which a line of it may break: within a byte of a fingerprint it may not. */
export function piecesOf(text: string): string[] {
	return text.split(BETWEEN_BYTES);
}
