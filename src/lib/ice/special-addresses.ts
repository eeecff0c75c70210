import { groupsOf, readAddress } from './address-form';

/** What an address can tell about the network that it belongs to. */
export type AddressScope =
	| 'mdns'
	| 'name'
	| 'masked'
	| 'malformed'
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
	| 'special'
	| 'multicast'
	| 'reserved'
	| 'public';

/** A range of addresses: what it is, and its meaning where the scope does not say enough. */
export interface AddressRange {
	readonly scope: AddressScope;
	/** In words that complete "This is …". */
	readonly meaning: string | undefined;
	/** The first address: the bits of IPv4, or the groups of IPv6. */
	readonly bits: number;
	readonly groups: readonly number[];
	/** How many bits all addresses of the range have in common. */
	readonly length: number;
}

type Row = readonly [prefix: string, scope: AddressScope, meaning?: string];

function rangeOf([prefix, scope, meaning]: Row): AddressRange {
	const [first = '', length = ''] = prefix.split('/');
	const form = readAddress(first);
	return {
		scope,
		meaning,
		bits: form.kind === 4 ? form.bits : 0,
		groups: groupsOf(first) ?? [],
		length: Number(length)
	};
}

const PROTOCOLS = 'an address set aside for the protocols of the network themselves';
const AS112 =
	'a DNS server that answers questions about private addresses (AS112), wherever one is near';
const RELAY_OF_MULTICAST = 'a relay that brings multicast to networks without it (AMT)';
const ANY_PCP =
	'whichever server of the Port Control Protocol is nearest: it opens ports of the NAT';
const ANY_TURN = 'whichever TURN server of the network is nearest (anycast)';
const FINDS_NAT64 = 'an address that nobody has: looking it up tells whether there is a NAT64';

/**
 * The IANA registry of special IPv4 addresses, and multicast: the first that matches counts.
 * https://www.iana.org/assignments/iana-ipv4-special-registry
 */
export const IPV4_RANGES: readonly AddressRange[] = (
	[
		['0.0.0.0/32', 'unspecified'],
		// RFC 791, 3.2
		['0.0.0.0/8', 'reserved'],
		['10.0.0.0/8', 'private'],
		['100.64.0.0/10', 'shared'],
		['127.0.0.0/8', 'loopback'],
		[
			'169.254.0.0/16',
			'link-local',
			'an address that a device gives itself where nobody assigns one (link-local), never routed'
		],
		['172.16.0.0/12', 'private'],
		// RFC 7335
		[
			'192.0.0.0/29',
			'special',
			'an IPv4 address inside a device behind a network that has IPv6 only (464XLAT, DS-Lite), never routed'
		],
		// RFC 7600
		['192.0.0.8/32', 'special', 'a dummy address, from which only ICMP errors come'],
		// RFC 7723
		['192.0.0.9/32', 'special', ANY_PCP],
		// RFC 8155
		['192.0.0.10/32', 'special', ANY_TURN],
		// RFC 8880, RFC 7050
		['192.0.0.170/31', 'special', FINDS_NAT64],
		// RFC 6890, 2.1
		['192.0.0.0/24', 'special', PROTOCOLS],
		// RFC 5737
		['192.0.2.0/24', 'documentation'],
		// RFC 7535
		['192.31.196.0/24', 'special', AS112],
		// RFC 7450
		['192.52.193.0/24', 'special', RELAY_OF_MULTICAST],
		// RFC 7526
		[
			'192.88.99.0/24',
			'special',
			'the address of 6to4 relays, which RFC 7526 has abolished: nothing should be sent there'
		],
		['192.168.0.0/16', 'private'],
		// RFC 7534
		['192.175.48.0/24', 'special', AS112],
		['198.18.0.0/15', 'benchmark'],
		['198.51.100.0/24', 'documentation'],
		['203.0.113.0/24', 'documentation'],
		['224.0.0.0/4', 'multicast'],
		// RFC 919, 7
		['255.255.255.255/32', 'reserved', 'every device on the link (broadcast)'],
		['240.0.0.0/4', 'reserved']
	] satisfies readonly Row[]
).map(rangeOf);

/**
 * The IANA registry of special IPv6 addresses, and what RFC 4291 reserves: the first that matches
 * counts. https://www.iana.org/assignments/iana-ipv6-special-registry
 */
export const IPV6_RANGES: readonly AddressRange[] = (
	[
		// RFC 3849, RFC 9637
		['2001:db8::/32', 'documentation'],
		['3fff::/20', 'documentation'],
		[
			'2001::/32',
			'tunnel',
			'a Teredo address: IPv6 inside UDP over IPv4, for devices behind a NAT'
		],
		['2001:1::1/128', 'special', ANY_PCP],
		['2001:1::2/128', 'special', ANY_TURN],
		// RFC 9665
		['2001:1::3/128', 'special', 'whichever registrar of services is nearest (DNS-SD)'],
		// RFC 5180
		['2001:2::/48', 'benchmark'],
		['2001:3::/32', 'special', RELAY_OF_MULTICAST],
		['2001:4:112::/48', 'special', AS112],
		// RFC 4843
		[
			'2001:10::/28',
			'special',
			'no place in a network but the hash of a key, of a kind that has been given up (ORCHID)'
		],
		// RFC 7343
		[
			'2001:20::/28',
			'special',
			'no place in a network but the hash of a key (ORCHIDv2), never routed'
		],
		// RFC 9374
		['2001:30::/28', 'special', 'the identity of a drone (DRIP)'],
		// RFC 2928
		['2001::/23', 'special', PROTOCOLS],
		['2002::/16', 'tunnel', 'a 6to4 address: IPv6 inside packets of IPv4'],
		['2620:4f:8000::/48', 'special', AS112],
		['2000::/3', 'public'],
		['fe80::/10', 'link-local'],
		[
			'fec0::/10',
			'unique-local',
			'a private IPv6 address of the old kind (site-local), which RFC 3879 has abolished'
		],
		['fc00::/7', 'unique-local'],
		['ff00::/8', 'multicast'],
		['::/128', 'unspecified'],
		['::1/128', 'loopback'],
		// RFC 4291, 2.5.5.1
		[
			'::/96',
			'reserved',
			'an IPv4 address in an IPv6 form that has been given up (IPv4-compatible)'
		],
		['64:ff9b::/96', 'translated'],
		// RFC 8215
		[
			'64:ff9b:1::/48',
			'translated',
			'an IPv4 address as a network that has IPv6 only writes it for its own network (NAT64)'
		],
		// RFC 6666
		['100::/64', 'special', 'an address at which everything is discarded'],
		// RFC 9780
		['100:0:0:1::/64', 'special', 'a dummy address, which no device has'],
		// RFC 9602
		['5f00::/16', 'special', 'a step on a path through a network (SRv6), no device']
	] satisfies readonly Row[]
).map(rangeOf);
