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
	| 'multicast'
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
	// RFC 5737, RFC 3849
	documentation: 'an address set aside for examples, never routed',
	multicast: 'a multicast group address',
	public: 'a public address, to which the whole Internet can route'
};

function facts(family: 4 | 6 | null, scope: AddressScope): AddressFacts {
	return { family, scope, meaning: MEANING[scope] };
}

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
		return a >= 224 && a < 240 ? 'multicast' : 'public';
	};
	return facts(4, scope());
}

function ipv6(address: string): AddressFacts {
	const lower = address.toLowerCase();
	if (/^[0:]+$/.test(lower)) return facts(6, 'unspecified');
	if (/^[0:]+:0*1$/.test(lower)) return facts(6, 'loopback');
	if (/^fe[89ab][0-9a-f]:/.test(lower)) return facts(6, 'link-local');
	if (/^f[cd][0-9a-f]{2}:/.test(lower)) return facts(6, 'unique-local');
	if (/^ff[0-9a-f]{2}:/.test(lower)) return facts(6, 'multicast');
	if (/^2001:0?db8:/.test(lower)) return facts(6, 'documentation');
	return facts(6, 'public');
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
