import { readAddress } from './address-form';
import {
	IPV4_RANGES,
	IPV6_RANGES,
	type AddressRange,
	type AddressScope
} from './special-addresses';

export type { AddressScope } from './special-addresses';

export interface AddressFacts {
	/** `null` for a name: which family it is of is known when it has been resolved. */
	readonly family: 4 | 6 | null;
	readonly scope: AddressScope;
	/** What the address tells, in words that complete "This is …". */
	readonly meaning: string;
}

/** One sentence each; the RFC that reserves the range is named behind it. */
const MEANING: Record<AddressScope, string> = {
	// draft-ietf-mmusic-mdns-ice-candidates
	mdns: 'a random name that only the local network can resolve (mDNS), which hides the local address',
	name: 'a host name, to be looked up in the DNS',
	masked: 'an address that somebody has masked, so that it tells nothing',
	malformed: 'neither an IP address nor a host name',
	unspecified: 'no address but a placeholder',
	// RFC 1122, 3.2.1.3; RFC 4291, 2.5.3
	loopback: 'the device itself (loopback), which nobody else can reach',
	// RFC 3927; RFC 4291, 2.5.6
	'link-local': 'an address of one network link, never routed beyond it',
	// RFC 1918
	private: 'a private address, reachable only inside its own network',
	// RFC 6598
	shared: 'an address inside a provider’s NAT (100.64.0.0/10), which the Internet does not route',
	// RFC 4193
	'unique-local': 'a private IPv6 address (unique local), which the Internet does not route',
	// RFC 5737, RFC 3849, RFC 9637
	documentation: 'an address set aside for examples, never routed',
	// RFC 2544, RFC 5180
	benchmark: 'an address set aside for testing network devices, never routed',
	// RFC 4380, RFC 3056
	tunnel: 'an IPv6 address of a tunnel through IPv4',
	// RFC 6052
	translated: 'an IPv4 address as a network that has IPv6 only writes it (NAT64)',
	// RFC 6890
	special: 'an address set aside for a special purpose',
	multicast: 'a multicast group address',
	// RFC 1112, 4; RFC 4291, 2.4
	reserved: 'an address of a reserved range, which no device may have',
	public: 'a public address, to which the whole Internet can route'
};

function facts(family: 4 | 6 | null, scope: AddressScope, meaning = MEANING[scope]): AddressFacts {
	return { family, scope, meaning };
}

/** Whether an IPv4 address begins with the bits of a range. */
const contains4 = (bits: number) => (range: AddressRange) =>
	(bits ^ range.bits) >>> (32 - range.length) === 0;

function ipv4(bits: number): AddressFacts {
	const range = IPV4_RANGES.find(contains4(bits));
	return range === undefined ? facts(4, 'public') : facts(4, range.scope, range.meaning);
}

/** Whether an IPv6 address begins with the bits of a range. */
function contains6(groups: readonly number[], range: AddressRange): boolean {
	for (let index = 0, left = range.length; left > 0; index++, left -= 16) {
		const difference = (groups[index] ?? 0) ^ (range.groups[index] ?? 0);
		if (difference >>> Math.max(16 - left, 0) !== 0) return false;
	}
	return true;
}

/** An IPv4 address written as IPv6 (RFC 4291, 2.5.5.2): its bits; null for any other. */
function mappedBits(groups: readonly number[]): number | null {
	const [a, b, c, d, e, f, high = 0, low = 0] = groups;
	return !a && !b && !c && !d && !e && f === 0xffff ? high * 0x10000 + low : null;
}

function ipv6(groups: readonly number[]): AddressFacts {
	const mapped = mappedBits(groups);
	if (mapped !== null) {
		const { scope, meaning } = ipv4(mapped);
		return facts(6, scope, `an IPv4 address written as IPv6, ${meaning}`);
	}
	const range = IPV6_RANGES.find((one) => contains6(groups, one));
	if (range === undefined) return facts(6, 'reserved');
	const { scope, meaning = MEANING[scope] } = range;
	// ff:fe in the middle of the second half: made from a MAC address (RFC 4291, appendix A).
	const [, , , , , fifth = 0, sixth = 0] = groups;
	return (fifth & 0xff) === 0xff && sixth >>> 8 === 0xfe
		? facts(6, scope, `${meaning}; its second half tells the hardware address of the device`)
		: facts(6, scope, meaning);
}

/**
 * What an address tells about its network, from the reserved ranges (RFC 6890 and the registries
 * that it founded). A text that is neither an address nor a name is `malformed`. Never throws.
 */
export function describeAddress(address: string): AddressFacts {
	const form = readAddress(address);
	switch (form.kind) {
		case 4:
			return ipv4(form.bits);
		case 6:
			return ipv6(form.groups);
		case 'malformed':
			return facts(null, 'malformed', `${MEANING.malformed}: ${form.reason}`);
		case 'masked':
			return facts(null, 'masked');
		case 'name':
			return facts(null, /\.local\.?$/i.test(address) ? 'mdns' : 'name');
	}
}
