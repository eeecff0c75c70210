import { readAddress } from '../ice/address-form';
import { bigEndian, concat, type Bytes } from './bytes';
import { MAGIC_COOKIE } from './message';

/** Where a packet goes to, or came from. */
export interface TransportAddress {
	/** IPv4 as four numbers with dots, IPv6 as groups of hexadecimal digits. */
	readonly address: string;
	/** 0 to 65535. */
	readonly port: number;
}

/**
 * The value of XOR-MAPPED-ADDRESS: family, port and address, the latter two mixed with the cookie and, for
 * IPv6, with the transaction's id behind it (RFC 8489, 14.2).
 *
 * @throws SyntaxError where the address is none of IPv4 or IPv6: a name, for example
 */
export function xorMappedAddress(from: TransportAddress, transactionId: Uint8Array): Bytes {
	const address = addressBytes(from.address);
	const mask = concat(bigEndian(MAGIC_COOKIE, 4), transactionId);
	const family = address.length === 4 ? 1 : 2;
	return concat(
		Uint8Array.of(0, family),
		bigEndian(from.port ^ (MAGIC_COOKIE >>> 16), 2),
		mixed(address, mask)
	);
}

/**
 * What an XOR-MAPPED-ADDRESS says.
 * @returns null where its value is of another form
 */
export function readXorMappedAddress(
	value: Uint8Array,
	transactionId: Uint8Array
): TransportAddress | null {
	const [, family, high = 0, low = 0] = value;
	if (value.length !== (family === 1 ? 8 : family === 2 ? 20 : -1)) return null;
	const mask = concat(bigEndian(MAGIC_COOKIE, 4), transactionId);
	return {
		address: addressText(mixed(value.subarray(4), mask)),
		port: ((high << 8) | low) ^ (MAGIC_COOKIE >>> 16)
	};
}

const mixed = (bytes: Uint8Array, mask: Uint8Array): Bytes =>
	Uint8Array.from(bytes, (byte, at) => byte ^ mask[at]!);

/**
 * An address as the four or sixteen bytes that it is.
 * @throws SyntaxError where it is none of IPv4 or IPv6
 */
export function addressBytes(address: string): Bytes {
	const form = readAddress(address);
	if (form.kind === 4) return bigEndian(form.bits, 4);
	if (form.kind === 6) return concat(...form.groups.map((group) => bigEndian(group, 2)));
	throw new SyntaxError(`${address} is neither an IPv4 nor an IPv6 address.`);
}

/** An address as it is written: of IPv6 the first of the longest runs of zeros is left out (RFC 5952, 4.2). */
function addressText(bytes: Uint8Array): string {
	if (bytes.length === 4) return bytes.join('.');
	const groups = Array.from({ length: 8 }, (_, at) => (bytes[2 * at]! << 8) | bytes[2 * at + 1]!);
	const run = longestRun(groups);
	const written = (part: readonly number[]) => part.map((group) => group.toString(16)).join(':');
	if (run.length < 2) return written(groups);
	return `${written(groups.slice(0, run.start))}::${written(groups.slice(run.start + run.length))}`;
}

/** The first of the longest runs of zeros. */
function longestRun(groups: readonly number[]): { start: number; length: number } {
	let best = { start: 0, length: 0 };
	for (let start = 0; start < groups.length; start += 1) {
		const end = groups.findIndex((group, at) => at >= start && group !== 0);
		const length = (end < 0 ? groups.length : end) - start;
		if (length > best.length) best = { start, length };
	}
	return best;
}
