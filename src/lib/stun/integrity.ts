import { bigEndian, concat, utf8, type Bytes } from './bytes';
import { crc32 } from './crc-32';
import { attributeOf, HEADER_LENGTH, type Attribute, type StunMessage } from './message';

/** What the checksum is mixed with, so that it is another than the one of a packet around it: “STUN”. */
const FINGERPRINT_MASK = 0x5354554e;

/** How long the two attributes are that close a message, their types and lengths included. */
export const INTEGRITY_LENGTH = 24;
export const FINGERPRINT_LENGTH = 8;

/** A message up to a place, whose length says that it ends so many bytes later. */
function endingAt(message: Uint8Array, end: number, more: number): Bytes {
	const before = concat(message.subarray(0, end));
	before.set(bigEndian(end + more - HEADER_LENGTH, 2), 2);
	return before;
}

/**
 * The value of MESSAGE-INTEGRITY: HMAC-SHA1 of the message before it, with a length that counts the
 * attribute in (RFC 8489, 14.5).
 *
 * @param before the message up to the attribute
 * @param password the receiver's `ice-pwd` (RFC 8445, 7.2.2), in the short-term mechanism the key itself
 *   (RFC 8489, 9.1.1)
 * @returns 20 bytes
 * @throws TypeError where the password is empty, which WebCrypto does not take for a key, or where the
 *   page has no WebCrypto, as on plain http
 */
export async function messageIntegrity(before: Uint8Array, password: string): Promise<Bytes> {
	if (!globalThis.crypto?.subtle) {
		throw new TypeError(
			'This page may not compute signatures: browsers have WebCrypto with https only.'
		);
	}
	if (password === '') throw new TypeError('A password is wanted, and this one is empty.');
	const algorithm = { name: 'HMAC', hash: 'SHA-1' };
	const key = await crypto.subtle.importKey('raw', utf8(password), algorithm, false, ['sign']);
	const signed = endingAt(before, before.length, INTEGRITY_LENGTH);
	return new Uint8Array(await crypto.subtle.sign('HMAC', key, signed));
}

/** The value of FINGERPRINT: the CRC-32 of the message before it, mixed with “STUN” (RFC 8489, 14.7). */
export function fingerprint(before: Uint8Array): Bytes {
	const summed = endingAt(before, before.length, FINGERPRINT_LENGTH);
	return bigEndian((crc32(summed) ^ FINGERPRINT_MASK) >>> 0, 4);
}

/** Whether a message is signed with that password; null where it is not signed. */
export async function integrityHolds(
	message: StunMessage,
	password: string
): Promise<boolean | null> {
	const attribute = attributeOf(message, 'MESSAGE-INTEGRITY');
	if (!attribute) return null;
	return isSame(attribute, await messageIntegrity(upTo(message, attribute), password));
}

/** Whether a message's checksum is the right one; null where it has none. */
export function fingerprintHolds(message: StunMessage): boolean | null {
	const attribute = attributeOf(message, 'FINGERPRINT');
	if (!attribute) return null;
	return isSame(attribute, fingerprint(upTo(message, attribute)));
}

const upTo = ({ bytes }: StunMessage, { offset }: Attribute) => bytes.subarray(0, offset);

const isSame = ({ value }: Attribute, right: Uint8Array) =>
	value.length === right.length && value.every((byte, at) => byte === right[at]);
