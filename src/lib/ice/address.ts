/** What an address can tell about the network that it belongs to. */
export type AddressScope =
	| 'mdns'
	| 'name'
	| 'unspecified'
	| 'loopback'
	| 'link-local'
	| 'private'
	| 'shared'
	| 'unique-local'
	| 'documentation'
	| 'benchmark'
	| 'tunnel'
	| 'translated'
	| 'multicast'
	| 'reserved'
	| 'public';

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
	unspecified: 'no address but a placeholder',
	// RFC 1122, 3.2.1.3; RFC 4291, 2.5.3
	loopback: 'the device itself (loopback), which nobody else can reach',
	// RFC 3927; RFC 4291, 2.5.6
	'link-local': 'an address of one network link, never routed beyond it',
	// RFC 1918
	private: 'a private address, reachable only inside its own network',
	// RFC 6598
	shared: "an address inside a provider's NAT (100.64.0.0/10), which the Internet does not route",
	// RFC 4193
	'unique-local': 'a private IPv6 address (unique local), which the Internet does not route',
	// RFC 5737, RFC 3849, RFC 9637
	documentation: 'an address set aside for examples, never routed',
	// RFC 2544
	benchmark: 'an address set aside for testing network devices, never routed',
	// RFC 4380, RFC 3056
	tunnel: 'an IPv6 address of a tunnel through IPv4',
	// RFC 6052
	translated: 'an IPv4 address as a network that has IPv6 only writes it (NAT64)',
	multicast: 'a multicast group address',
	// RFC 1112, 4; RFC 4291, 2.4
	reserved: 'an address of a reserved range, which no device may have',
	public: 'a public address, to which the whole Internet can route'
};

function facts(family: 4 | 6 | null, scope: AddressScope, meaning = MEANING[scope]): AddressFacts {
	return { family, scope, meaning };
}

const SELF_ASSIGNED =
	'an address that a device gives itself where nobody assigns one (link-local), never routed';

function ipv4(octets: readonly number[]): AddressFacts {
	const [a = 0, b = 0, c = 0, d = 0] = octets;
	const scope = (): AddressScope => {
		if (a + b + c + d === 0) return 'unspecified';
		if (a === 127) return 'loopback';
		if (a === 169 && b === 254) return 'link-local';
		if (a === 10 || (a === 172 && b >= 16 && b < 32) || (a === 192 && b === 168)) return 'private';
		if (a === 100 && b >= 64 && b < 128) return 'shared';
		if (a === 192 && b === 0 && c === 2) return 'documentation';
		if ((a === 198 && b === 51 && c === 100) || (a === 203 && b === 0 && c === 113)) {
			return 'documentation';
		}
		if (a === 198 && (b === 18 || b === 19)) return 'benchmark';
		if (a >= 224 && a < 240) return 'multicast';
		return a === 0 || a >= 240 ? 'reserved' : 'public';
	};
	return scope() === 'link-local' ? facts(4, 'link-local', SELF_ASSIGNED) : facts(4, scope());
}

/** Ranges of IPv6, as the address is usually written: the first that matches counts. */
const IPV6_RANGES: readonly (readonly [RegExp, AddressScope, meaning?: string])[] = [
	[/^[0:]+$/, 'unspecified'],
	[/^[0:]+:0*1$/, 'loopback'],
	[/^fe[89ab][0-9a-f]:/, 'link-local'],
	[
		/^fe[c-f][0-9a-f]:/,
		'unique-local',
		'a private IPv6 address of the old kind (site-local), which RFC 3879 has abolished'
	],
	[/^f[cd][0-9a-f]{2}:/, 'unique-local'],
	[/^ff[0-9a-f]{2}:/, 'multicast'],
	[/^2001:0?db8:|^3fff:0?[0-9a-f]{0,3}:/, 'documentation'],
	[
		/^2001:(0{1,4}:|:)/,
		'tunnel',
		'a Teredo address: IPv6 inside UDP over IPv4, for devices behind a NAT'
	],
	[/^2002:/, 'tunnel', 'a 6to4 address: IPv6 inside packets of IPv4'],
	[/^0*64:ff9b:/, 'translated'],
	[/^[23][0-9a-f]{3}:/, 'public']
];

/** `ff:fe` in the middle of the second half: made from a MAC address (RFC 4291, appendix A). */
const FROM_MAC = /:[0-9a-f]{0,2}ff:fe[0-9a-f]{2}:[0-9a-f]{1,4}$/;
/** An IPv4 address written as IPv6 (RFC 4291, 2.5.5.2). */
const MAPPED = /^[0:]*:ffff:(\d{1,3}(?:\.\d{1,3}){3})$/;

function ipv6(address: string): AddressFacts {
	const lower = address.toLowerCase().split('%', 1)[0]!;
	const mapped = MAPPED.exec(lower)?.[1];
	if (mapped !== undefined) {
		const { scope, meaning } = ipv4(mapped.split('.').map(Number));
		return facts(6, scope, `an IPv4 address written as IPv6, ${meaning}`);
	}
	const range = IPV6_RANGES.find(([pattern]) => pattern.test(lower));
	if (range === undefined) return facts(6, 'reserved');
	const [, scope, meaning = MEANING[scope]] = range;
	return FROM_MAC.test(lower)
		? facts(6, scope, `${meaning}; its second half tells the hardware address of the device`)
		: facts(6, scope, meaning);
}

const IPV4 = /^(\d{1,3})\.(\d{1,3})\.(\d{1,3})\.(\d{1,3})$/;
const IPV6 = /^[0-9a-fA-F:]*:[0-9a-fA-F:]*(\d{1,3}(\.\d{1,3}){3})?(%.+)?$/;
/** No address or host name is longer (RFC 1035, 2.3.4). */
const LONGEST = 255;

/**
 * What an address tells about its network, from the reserved ranges (RFC 6890 and those it lists).
 * A text that is no address counts as a name. Never throws.
 */
export function describeAddress(address: string): AddressFacts {
	if (address.length > LONGEST) return facts(null, 'name');
	const dotted = IPV4.exec(address);
	if (dotted) {
		const octets = dotted.slice(1).map(Number);
		return octets.some((octet) => octet > 255) ? facts(null, 'name') : ipv4(octets);
	}
	if (IPV6.test(address)) return ipv6(address);
	return facts(null, /\.local\.?$/i.test(address) ? 'mdns' : 'name');
}
