/** Bytes of their own memory, as WebCrypto wants them. */
export type Bytes = Uint8Array<ArrayBuffer>;

/** Bytes one after the other. */
export function concat(...parts: readonly Uint8Array[]): Bytes {
	const whole = new Uint8Array(parts.reduce((length, part) => length + part.length, 0));
	let at = 0;
	for (const part of parts) {
		whole.set(part, at);
		at += part.length;
	}
	return whole;
}

/** A whole number as that many bytes, the most significant first (network byte order). */
export function bigEndian(value: number | bigint, length: number): Bytes {
	const bytes = new Uint8Array(length);
	let rest = BigInt(value);
	for (let at = length - 1; at >= 0; at -= 1) {
		bytes[at] = Number(rest & 0xffn);
		rest >>= 8n;
	}
	return bytes;
}

/** Each byte as two hexadecimal digits, with something between them. */
export const toHex = (bytes: Uint8Array, between = ''): string =>
	[...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join(between);

/**
 * The bytes that hexadecimal digits stand for; white space and colons between them do not count.
 * @throws SyntaxError where there is anything else, or half a byte
 */
export function fromHex(text: string): Bytes {
	const digits = text.replace(/[\s:]/g, '');
	if (!/^(?:[0-9a-f]{2})*$/i.test(digits)) {
		throw new SyntaxError('Hexadecimal digits are wanted, two for each byte.');
	}
	return Uint8Array.from(digits.match(/../g) ?? [], (pair) => parseInt(pair, 16));
}

/** Text as the bytes of UTF-8. */
export const utf8 = (text: string): Bytes => Uint8Array.from(new TextEncoder().encode(text));
