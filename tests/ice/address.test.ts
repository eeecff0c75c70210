import { describe, expect, it } from 'vitest';
import { describeAddress } from '../../src/lib/ice';

describe('what an address tells', () => {
	it.each([
		['192.168.1.2', 4, 'private'],
		['10.0.0.1', 4, 'private'],
		['172.16.0.1', 4, 'private'],
		['172.32.0.1', 4, 'public'],
		['100.64.0.1', 4, 'shared'],
		['127.0.0.1', 4, 'loopback'],
		['169.254.1.1', 4, 'link-local'],
		['0.0.0.0', 4, 'unspecified'],
		['203.0.113.9', 4, 'documentation'],
		['224.0.0.251', 4, 'multicast'],
		['8.8.8.8', 4, 'public'],
		['::', 6, 'unspecified'],
		['0:0:0:0:0:0:0:0', 6, 'unspecified'],
		['::1', 6, 'loopback'],
		['0:0:0:0:0:0:0:1', 6, 'loopback'],
		['fe80::1', 6, 'link-local'],
		['fd00::2', 6, 'unique-local'],
		['2001:db8::1', 6, 'documentation'],
		['2a00:1450::1', 6, 'public'],
		['ff02::fb', 6, 'multicast'],
		['FE80::1%eth0', 6, 'link-local'],
		['fec0::1', 6, 'unique-local'],
		['3fff:1::1', 6, 'documentation'],
		['2001:0:53aa:64c:0:1:2:3', 6, 'tunnel'],
		['2001::53aa:64c', 6, 'tunnel'],
		['2002:c000:201::1', 6, 'tunnel'],
		['64:ff9b::c000:201', 6, 'translated'],
		['64:ff9b::192.0.2.1', 6, 'translated'],
		['::ffff:192.168.1.2', 6, 'private'],
		['::ffff:c0a8:102', 6, 'private'],
		['4000::1', 6, 'reserved'],
		['198.18.0.1', 4, 'benchmark'],
		['0.1.2.3', 4, 'reserved'],
		['255.255.255.255', 4, 'reserved'],
		['1d5c8a52-6b9f-4d1e-8a07-0f1d2c3b4a59.local', null, 'mdns'],
		['1D5C8A52.LOCAL.', null, 'mdns'],
		['example.com', null, 'name'],
		['example.com.', null, 'name'],
		['localhost', null, 'name'],
		['xn--bcher-kva.example', null, 'name']
	])('%s', (address, family, scope) => {
		expect(describeAddress(address)).toMatchObject({ family, scope });
	});
});

describe('what an address tells in words', () => {
	it.each([
		['169.254.1.1', /gives itself where nobody assigns one \(link-local\)/],
		['fe80::1', /of one network link/],
		['2001:0:53aa:64c:0:1:2:3', /^a Teredo address/],
		['2002:c000:201::1', /^a 6to4 address/],
		['::ffff:10.0.0.1', /^an IPv4 address written as IPv6, a private address/],
		['2a00:1450::211:22ff:fe33:4455', /; its second half tells the hardware address/],
		['fec0::1', /site-local/]
	])('%s', (address, meaning) => {
		expect(describeAddress(address).meaning).toMatch(meaning);
	});
});

describe('the registries of special addresses', () => {
	it.each([
		// https://www.iana.org/assignments/iana-ipv4-special-registry
		['192.0.0.1', 'special', /behind a network that has IPv6 only/],
		['192.0.0.8', 'special', /dummy address/],
		['192.0.0.9', 'special', /Port Control Protocol/],
		['192.0.0.10', 'special', /TURN server/],
		['192.0.0.170', 'special', /NAT64/],
		['192.0.0.171', 'special', /NAT64/],
		['192.0.0.100', 'special', /protocols/],
		['192.0.1.1', 'public', /public/],
		['192.31.196.1', 'special', /AS112/],
		['192.52.193.1', 'special', /multicast/],
		['192.88.99.1', 'special', /6to4 relays?.*abolished/],
		['192.88.98.255', 'public', /public/],
		['192.88.100.0', 'public', /public/],
		['192.175.48.6', 'special', /AS112/],
		['255.255.255.255', 'reserved', /every device on the link \(broadcast\)/],
		['240.0.0.1', 'reserved', /reserved range/],
		['0.1.2.3', 'reserved', /reserved range/],
		// https://www.iana.org/assignments/iana-ipv6-special-registry
		['64:ff9b:1::1', 'translated', /own network/],
		['100::1', 'special', /discarded/],
		['100:0:0:1::1', 'special', /dummy/],
		['100:0:0:2::1', 'reserved', /reserved range/],
		['2001:1::1', 'special', /Port Control Protocol/],
		['2001:1::2', 'special', /TURN server/],
		['2001:1::3', 'special', /DNS-SD/],
		['2001:2::1', 'benchmark', /testing/],
		['2001:2:1::1', 'special', /protocols/],
		['2001:3::1', 'special', /multicast/],
		['2001:4:112::1', 'special', /AS112/],
		['2001:10::1', 'special', /ORCHID/],
		['2001:1f:ffff::1', 'special', /ORCHID/],
		['2001:20::1', 'special', /^no place in a network but the hash of a key \(ORCHIDv2\)/],
		['2001:2f:ffff::1', 'special', /ORCHIDv2/],
		['2001:30::1', 'special', /drone/],
		['2001:1ff::1', 'special', /protocols/],
		['2001:200::1', 'public', /public/],
		['2620:4f:8000::1', 'special', /AS112/],
		['5f00::1', 'special', /SRv6/],
		['3fff:fff::1', 'documentation', /examples/],
		['3fff:1000::1', 'public', /public/],
		['::192.0.2.1', 'reserved', /IPv4-compatible/]
	])('%s', (address, scope, meaning) => {
		expect(describeAddress(address)).toMatchObject({ scope });
		expect(describeAddress(address).meaning).toMatch(meaning);
	});
});

describe('what is no address', () => {
	it.each([
		['192.0.2.256', /between 0 and 255/],
		['999.1.1.1', /between 0 and 255/],
		['192.168.001.010', /begins with 0/],
		['192.0.2', /four numbers/],
		['1.2.3.4.5', /four numbers/],
		['1', /four numbers/],
		['foo_bar!!', /has no “_”/],
		['foo..bar', /empty part/],
		['.example.com', /empty part/],
		['-foo.example', /hyphen/],
		['foo-.example', /hyphen/],
		['bücher.example', /has no “ü”/],
		['[2001:db8::1]', /without brackets/],
		['192.0.2.1:5000', /stand apart/],
		['2001:db8::1::2', /IPv6/],
		['2001:db8:1', /IPv6/],
		['1:2:3:4:5:6:7:8:9', /IPv6/],
		['2001:db8::12345', /IPv6/],
		['::ffff:192.0.2.256', /IPv6/],
		['2001:db8::g', /IPv6/],
		[':', /IPv6/],
		['', /empty/],
		[`${'x'.repeat(64)}.example`, /63/],
		['x'.repeat(100_000), /255/]
	])('%s', (address, meaning) => {
		expect(describeAddress(address)).toMatchObject({ family: null, scope: 'malformed' });
		expect(describeAddress(address).meaning).toMatch(/^neither an IP address nor a host name/);
		expect(describeAddress(address).meaning).toMatch(meaning);
	});
});

describe('what somebody has masked', () => {
	it.each([
		'x.x.x.x',
		'192.168.x.x',
		'192.168.1.x',
		'xxx.xxx.xxx.xxx',
		'X.X.X.X',
		'*.*.*.*',
		'10.*.*.*',
		'x:x:x:x:x:x:x:x',
		'2001:db8:0:x:x:x:x:x',
		'2001:db8::x',
		'xxxx:xxxx::xxxx',
		'[redacted]',
		'(redacted)',
		'<redacted>',
		'REDACTED'
	])('%s', (address) => {
		expect(describeAddress(address)).toMatchObject({ family: null, scope: 'masked' });
		expect(describeAddress(address).meaning).toMatch(/masked/);
	});

	it.each(['x.org', 'xx.yy.zz.example', 'x', 'a.x.x.x.com'])('but %s is a name', (name) => {
		expect(describeAddress(name)).toMatchObject({ scope: 'name' });
	});
});
