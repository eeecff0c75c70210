import { addressBytes, type TransportAddress } from './address';
import { bigEndian, concat, type Bytes } from './bytes';

/** A datagram of UDP: who sent what to whom. */
export interface Datagram {
	readonly from: TransportAddress;
	readonly to: TransportAddress;
	readonly payload: Uint8Array;
	/** Milliseconds since 1970. */
	readonly at: number;
}

/** Packets begin with the header of IPv4 or IPv6, with nothing of a link before it (LINKTYPE_RAW). */
const RAW = 101;
const UDP = 17;
const LONGEST = 65_535;

/**
 * A capture file, as Wireshark and tcpdump open it: the first format of libpcap, with microseconds
 * (draft-ietf-opsawg-pcap), the most significant byte first.
 *
 * @throws SyntaxError where an address is a name, RangeError where a datagram mixes IPv4 and IPv6
 */
export function pcap(datagrams: readonly Datagram[]): Bytes {
	const header = concat(
		bigEndian(0xa1b2c3d4, 4),
		bigEndian(2, 2),
		bigEndian(4, 2),
		bigEndian(0, 8),
		bigEndian(LONGEST, 4),
		bigEndian(RAW, 4)
	);
	return concat(header, ...datagrams.map(packetRecord));
}

function packetRecord(datagram: Datagram): Bytes {
	const packet = ipPacket(datagram);
	const seconds = Math.floor(datagram.at / 1000);
	const microseconds = Math.round((datagram.at - seconds * 1000) * 1000);
	return concat(
		bigEndian(seconds, 4),
		bigEndian(microseconds, 4),
		bigEndian(packet.length, 4),
		bigEndian(packet.length, 4),
		packet
	);
}

function ipPacket({ from, to, payload }: Datagram): Bytes {
	const [source, target] = [addressBytes(from.address), addressBytes(to.address)];
	if (source.length !== target.length) throw new RangeError('Both addresses are of one family.');
	const udp = udpDatagram(source, target, from.port, to.port, payload);
	return source.length === 4 ? ipv4(source, target, udp) : ipv6(source, target, udp);
}

/** RFC 768, with its checksum over the addresses as well (RFC 8200, 8.1 for IPv6). */
function udpDatagram(
	source: Uint8Array,
	target: Uint8Array,
	sourcePort: number,
	targetPort: number,
	payload: Uint8Array
): Bytes {
	const length = 8 + payload.length;
	const whole = concat(
		bigEndian(sourcePort, 2),
		bigEndian(targetPort, 2),
		bigEndian(length, 2),
		bigEndian(0, 2),
		payload
	);
	const around = concat(source, target, bigEndian(length, 4), bigEndian(UDP, 4));
	// A checksum that comes out as 0 is sent as ffff: 0 says that there is none.
	whole.set(bigEndian(checksum(concat(around, whole)) || 0xffff, 2), 6);
	return whole;
}

/** RFC 791, 3.1: no options, no fragments, 64 hops. */
function ipv4(source: Uint8Array, target: Uint8Array, payload: Uint8Array): Bytes {
	const header = concat(
		Uint8Array.of(0x45, 0),
		bigEndian(20 + payload.length, 2),
		bigEndian(0, 4),
		Uint8Array.of(64, UDP),
		bigEndian(0, 2),
		source,
		target
	);
	header.set(bigEndian(checksum(header), 2), 10);
	return concat(header, payload);
}

/** RFC 8200, 3. */
const ipv6 = (source: Uint8Array, target: Uint8Array, payload: Uint8Array): Bytes =>
	concat(
		bigEndian(0x60000000, 4),
		bigEndian(payload.length, 2),
		Uint8Array.of(UDP, 64),
		source,
		target,
		payload
	);

/** The Internet's checksum: the complement of the sum of 16-bit words (RFC 1071). */
function checksum(bytes: Uint8Array): number {
	let sum = 0;
	for (let at = 0; at < bytes.length; at += 2) sum += (bytes[at]! << 8) | (bytes[at + 1] ?? 0);
	while (sum > 0xffff) sum = (sum & 0xffff) + (sum >>> 16);
	return ~sum & 0xffff;
}
