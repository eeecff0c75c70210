/** What dividing a byte leaves, for each byte: the polynomial of ISO/IEC/IEEE 8802-3, bits reversed. */
const TABLE = Uint32Array.from({ length: 256 }, (_, byte) => {
	let rest = byte;
	for (let bit = 0; bit < 8; bit += 1) rest = rest & 1 ? (rest >>> 1) ^ 0xedb88320 : rest >>> 1;
	return rest;
});

/** The CRC-32 of bytes, 0 to 2^32 − 1, as Ethernet, zip and STUN compute it (RFC 8489, 14.7). */
export function crc32(bytes: Uint8Array): number {
	let rest = 0xffffffff;
	for (const byte of bytes) rest = (rest >>> 8) ^ TABLE[(rest ^ byte) & 0xff]!;
	return (rest ^ 0xffffffff) >>> 0;
}
