/** UDP, and TCP, as the header of IP names what it carries (RFC 791, 3.1; RFC 8200, 3). */
const [TCP, UDP] = [6, 17];
/** The next header of a fragment (RFC 8200, 4.5). */
const FRAGMENT = 44;
/** How long what stands in front of IP is: nothing, Ethernet, with one tag or two, Linux cooked 1 and 2, loopback. */
const LINK_HEADERS = [0, 14, 18, 22, 16, 20, 4];

/** What a packet carries, without the headers of IP, UDP and TCP; null where it is no such packet. */
export function payloadOf(bytes: Uint8Array): Uint8Array | null {
	for (const length of LINK_HEADERS) {
		const inner = ofIp(bytes.subarray(length));
		if (inner !== null) return inner;
	}
	return null;
}

function ofIp(bytes: Uint8Array): Uint8Array | null {
	const version = (bytes[0] ?? 0) >> 4;
	return version === 4 ? ofIp4(bytes) : version === 6 ? ofIp6(bytes) : null;
}

/** @see RFC 791, 3.1 */
function ofIp4(bytes: Uint8Array): Uint8Array | null {
	const header = 4 * (bytes[0]! & 0xf);
	const total = wordAt(bytes, 2);
	if (header < 20 || total < header || bytes.length < header) return null;
	const inner = bytes.subarray(header, Math.min(total, bytes.length));
	const isFirst = (wordAt(bytes, 6) & 0x1fff) === 0;
	return ofTransport(bytes[9]!, inner, isFirst);
}

/** @see RFC 8200, 3 and 4.5 */
function ofIp6(bytes: Uint8Array): Uint8Array | null {
	if (bytes.length < 40) return null;
	const inner = bytes.subarray(40, Math.min(40 + wordAt(bytes, 4), bytes.length));
	if (bytes[6] !== FRAGMENT) return ofTransport(bytes[6]!, inner, true);
	return ofTransport(inner[0] ?? 0, inner.subarray(8), wordAt(inner, 2) >> 3 === 0);
}

/** @see RFC 768; RFC 9293, 3.1 */
function ofTransport(protocol: number, bytes: Uint8Array, isFirst: boolean): Uint8Array | null {
	if (protocol !== TCP && protocol !== UDP) return null;
	if (!isFirst) return bytes;
	return bytes.subarray(protocol === UDP ? 8 : 4 * ((bytes[12] ?? 0) >> 4));
}

function wordAt(bytes: Uint8Array, at: number): number {
	return ((bytes[at] ?? 0) << 8) | (bytes[at + 1] ?? 0);
}
