import type { Enclosed } from './enclosed-text';

/** An equals sign is written so in it, and each line of SDP has one. */
const TELLING = /\b[vo]=3D/;

/** A mail whose text is quoted-printable, as a whole (RFC 2045, 6.7). */
export function findQuotedPrintable(text: string): Enclosed[] {
	if (!TELLING.test(text)) return [];
	const joined = text.replace(/=[ \t]*\r?\n/g, '');
	const plain = joined.replace(/=([0-9A-F]{2})/g, (_, byte: string) =>
		String.fromCharCode(parseInt(byte, 16))
	);
	return [{ start: 0, end: text.length, text: plain }];
}
