import { describe, expect, it } from 'vitest';
import { annotate } from '../../src/lib/sdp';

/** The first line that begins so. */
function line(text: string, beginning: string) {
	const found = annotate(text).lines.find((one) => one.text.startsWith(beginning));
	if (found === undefined) throw new Error(`There is no line ${beginning}`);
	return found;
}
const only = (text: string) => line(text, text.slice(0, 2));
const meaningOf = (text: string, beginning: string, name: string) =>
	line(text, beginning).tokens.find((token) => token.name === name)?.meaning;

describe('where media goes without ICE', () => {
	const CALL = 'v=0\nc=IN IP4 192.168.1.24\nm=audio 49170 RTP/AVP 0\na=rtcp:49171';

	it('is the address and the port themselves', () => {
		expect(line(CALL, 'c=').explanation).toBe(
			'Media goes to 192.168.1.24, a private address, reachable only inside its own network.'
		);
		expect(line(CALL, 'm=').explanation).toMatch(/; media goes to port 49170\.$/);
		expect(meaningOf(CALL, 'm=', 'port')).toBe('The port that media goes to, 49170.');
		expect(JSON.stringify(annotate(CALL))).not.toMatch(/ICE|candidate|placeholder/);
	});

	it('is nowhere while the call is on hold', () => {
		const hold = CALL.replace('192.168.1.24', '0.0.0.0');
		expect(line(hold, 'c=').explanation).toBe(
			'No address: nothing is to be sent to this side, which is the old way to put a call on hold (today: a=sendonly or a=inactive).'
		);
		expect(line(hold, 'c=').spec).toMatchObject({ document: 'RFC 3264', section: '8.4' });
		expect(meaningOf(hold, 'c=', 'connection-address')).toMatch(/^No address:/);
		expect(line(hold.replace('IP4 0.0.0.0', 'IP6 ::'), 'c=').explanation).toMatch(/on hold/);
	});

	it('is what the other side connects to, over TCP, and port 9 where this side connects', () => {
		const tcp = 'c=IN IP4 192.0.2.2\nm=image 9 TCP t38\na=setup:active';
		expect(line(tcp, 'm=').explanation).toMatch(
			/; port 9 \(discard\) stands for none: this side opens the TCP connection\.$/
		);
		expect(meaningOf(tcp, 'm=', 'port')).toBe(
			'Port 9 (discard) stands for none: this side opens the TCP connection (RFC 4145, 4.1).'
		);
		const message = 'm=message 9 TCP/TLS/MSRP *\na=setup:actpass';
		expect(line(message, 'm=').explanation).toMatch(/opens the TCP connection\.$/);
	});

	it('is the discard port itself where port 9 is one of UDP', () => {
		const udp = 'c=IN IP4 192.0.2.2\nm=audio 9 RTP/AVP 0';
		expect(line(udp, 'm=').explanation).toMatch(
			/; port 9 is the discard port, and without ICE nothing brings another\.$/
		);
	});

	it('is an address for RTCP, too', () => {
		const rtcp = `${CALL} IN IP4 192.0.2.7`;
		expect(line(rtcp, 'a=rtcp:').explanation).toBe('RTCP goes to port 49171 of 192.0.2.7.');
		expect(line(CALL, 'a=rtcp:').explanation).toBe('RTCP goes to port 49171.');
		const muxed = `${CALL}\na=rtcp-mux`;
		expect(line(muxed, 'a=rtcp:').explanation).toMatch(/^If RTP and RTCP are not multiplexed,/);
	});

	it('is a group of hosts where the address is multicast', () => {
		expect(line('c=IN IP4 224.2.36.42/127\nm=audio 5 RTP/AVP 0', 'c=').explanation).toBe(
			'Media goes to 224.2.36.42, a multicast group address.'
		);
	});
});

describe("the example of SDP's own specification", () => {
	// RFC 8866, 5
	const EXAMPLE = [
		'v=0',
		'o=jdoe 3724394400 3724394405 IN IP4 198.51.100.1',
		's=Call to John Smith',
		'i=SDP Offer #1',
		'u=http://www.jdoe.example.com/home.html',
		'e=Jane Doe <jane@jdoe.example.com>',
		'p=+1 617 555-6011',
		'c=IN IP4 198.51.100.1',
		't=0 0',
		'm=audio 49170 RTP/AVP 0',
		'm=audio 49180 RTP/AVP 0',
		'm=video 51372 RTP/AVP 99',
		'c=IN IP6 2001:db8::2',
		'a=rtpmap:99 h263-1998/90000'
	].join('\r\n');

	it('has no problem, and no ICE is read into it', () => {
		expect(annotate(EXAMPLE).lines.filter(({ problem }) => problem !== null)).toEqual([]);
		expect(JSON.stringify(annotate(EXAMPLE))).not.toMatch(/candidate|placeholder/);
		expect(annotate(EXAMPLE).lines.at(-2)?.explanation).toBe(
			'Media goes to 2001:db8::2, an address set aside for examples, never routed.'
		);
	});
});

describe('with ICE the candidates bring the address', () => {
	const ICE = 'a=ice-ufrag:abcd\na=ice-pwd:abcdefghijklmnopqrstuv';
	const text = `c=IN IP4 0.0.0.0\n${ICE}\nm=audio 9 RTP/AVP 0`;

	it.each([text, `m=audio 9 RTP/AVP 0\nc=IN IP4 0.0.0.0\n${ICE}`])('in %j', (description) => {
		expect(line(description, 'c=').explanation).toMatch(/^A placeholder: with ICE/);
		expect(line(description, 'm=').explanation).toMatch(/port 9 is a placeholder/);
	});

	it('in a section that shares the transport of another', () => {
		const bundle = `a=group:BUNDLE 0 1\nm=audio 9 RTP/AVP 0\na=mid:0\n${ICE}\nm=video 9 RTP/AVP 31\na=mid:1\nc=IN IP4 0.0.0.0`;
		expect(line(bundle, 'm=video').explanation).toMatch(/port 9 is a placeholder/);
		expect(line(bundle, 'c=').explanation).toMatch(/^A placeholder/);
	});

	it('and not in a section that is alone without it', () => {
		const mixed = `m=audio 9 RTP/AVP 0\n${ICE}\nm=video 4000 RTP/AVP 31\nc=IN IP4 192.0.2.7`;
		expect(line(mixed, 'm=video').explanation).toMatch(/media goes to port 4000/);
		expect(line(mixed, 'c=').explanation).toMatch(/^Media goes to 192\.0\.2\.7/);
	});

	it('says which candidate is the default', () => {
		const gathered = text.replace('0.0.0.0', '192.0.2.1').replace('audio 9', 'audio 4000');
		expect(line(gathered, 'c=').explanation).toMatch(/^The address of the default candidate/);
		expect(line(gathered, 'm=').explanation).toMatch(/the default candidate has port 4000/);
	});
});

describe('an address is of the type that is named', () => {
	it.each([
		['c=IN IP4 ::1', 'IP4 announces an IPv4 address, and “::1” is one of IPv6.'],
		['c=IN IP6 192.0.2.1', 'IP6 announces an IPv6 address, and “192.0.2.1” is one of IPv4.'],
		['c=IN IP1 192.0.2.1', '“IP1” is no type of address of the Internet: those are IP4 and IP6.'],
		['c=IN ip4 192.0.2.1', '“ip4” is no type of address of the Internet: those are IP4 and IP6.'],
		['c=INET IP4 192.0.2.1', '“INET” is no type of network: IN is the Internet.'],
		[
			'c=IN IP4 192.0.2.256',
			'“192.0.2.256” is neither an IP address nor a host name: the numbers of an IPv4 address are between 0 and 255.'
		],
		[
			'c=IN IP4 foo_bar!!',
			'“foo_bar!!” is neither an IP address nor a host name: a host name has no “_”.'
		],
		['o=- 1 1 IN IP4 ::1', 'IP4 announces an IPv4 address, and “::1” is one of IPv6.'],
		['o=- 1 1 IN IP7 ::1', '“IP7” is no type of address of the Internet: those are IP4 and IP6.'],
		[
			'm=audio 9 RTP/AVP 0\na=rtcp:9 IN IP6 0.0.0.0',
			'IP6 announces an IPv6 address, and “0.0.0.0” is one of IPv4.'
		],
		[
			'm=audio 9 RTP/AVP 0\na=rtcp:9 IN IP4 1.2.3',
			'“1.2.3” is neither an IP address nor a host name: an IPv4 address has four numbers.'
		],
		[
			'm=audio 9 RTP/AVP 0\na=remote-candidates:1 192.0.2.256 5',
			'“192.0.2.256” is neither an IP address nor a host name: the numbers of an IPv4 address are between 0 and 255.'
		],
		[
			'm=audio 9 RTP/AVP 0\na=remote-candidates:0 192.0.2.1 5',
			'The component must be a number from 1 to 256.'
		],
		[
			'm=audio 9 RTP/AVP 0\na=remote-candidates:1 192.0.2.1 x',
			'The port must be a number from 0 to 65535.'
		]
	])('%j', (text, problem) => {
		const last = annotate(text).lines.at(-1);
		expect(last?.problem).toBe(problem);
	});

	it.each([
		'c=IN IP4 192.0.2.1',
		'c=IN IP6 2001:db8::1',
		'c=IN IP4 media.example.com',
		'c=IN IP6 media.example.com',
		'c=IN IP4 x.x.x.x',
		'c=IN IP4 4f0b1c2d.local',
		'c=TN RFC2543 +1-201-406-4090',
		'c=ATM NSAP 47.0091.8100.0000.0060.3e64.fd01.0060.3e64.fd01.00',
		'c=ATM - -',
		'c=PSTN E164 +15551234567',
		'o=- 1 1 IN IP4 localhost',
		'o=- 1 1 IN IP6 ::1'
	])('%s has no problem', (text) => {
		expect(only(text).problem).toBeNull();
	});

	it('and is called what it is', () => {
		expect(meaningOf('c=IN IP1 a', 'c=', 'addrtype')).toBe(
			'“IP1”: a type of address that nobody defines.'
		);
		expect(meaningOf('c=PSTN E164 +15551234567', 'c=', 'nettype')).toBe(
			'PSTN: the telephone network.'
		);
		expect(meaningOf('c=IN IP4 foo_bar!!', 'c=', 'connection-address')).not.toMatch(/looked up/);
		expect(line('m=audio 9 RTP/AVP 0\nc=IN IP4 x.x.x.x', 'c=').explanation).toMatch(/masked/);
	});
});

describe('multicast', () => {
	it.each([
		['c=IN IP4 224.2.36.42', 'An IPv4 multicast address needs a TTL behind it: 224.2.36.42/127.'],
		['c=IN IP4 224.2.36.42/256', 'The TTL must be a number from 0 to 255.'],
		['c=IN IP4 224.2.36.42/x', 'The TTL must be a number from 0 to 255.'],
		['c=IN IP4 224.2.1.1/127/0', 'The number of addresses must be a number from 1 up.'],
		['c=IN IP4 192.0.2.1/127', 'Only multicast addresses have something behind a slash.'],
		['c=IN IP6 2001:db8::1/3', 'Only multicast addresses have something behind a slash.'],
		[
			'c=IN IP6 ff15::101/127/3',
			'IPv6 has no TTL: behind the slash stands the number of addresses, and nothing else.'
		],
		['c=IN IP6 ff15::101/0', 'The number of addresses must be a number from 1 up.']
	])('%s', (text, problem) => {
		expect(only(text).problem).toBe(problem);
	});

	it.each([
		'c=IN IP4 224.2.1.1/127',
		'c=IN IP4 224.2.1.1/127/3',
		'c=IN IP6 ff15::101',
		'c=IN IP6 ff15::101/3'
	])('%s has no problem', (text) => {
		expect(only(text).problem).toBeNull();
	});

	it('has a TTL in IPv4, and a number of addresses in both', () => {
		const four = only('c=IN IP4 224.2.1.1/127/3').tokens;
		expect(four.slice(-2).map(({ name, meaning }) => [name, meaning])).toEqual([
			['ttl', 'How many routers a multicast packet may pass.'],
			['number-of-addresses', 'How many multicast addresses follow one another.']
		]);
		const six = only('c=IN IP6 ff15::101/3').tokens.at(-1);
		expect([six?.name, six?.meaning]).toEqual([
			'number-of-addresses',
			'How many multicast addresses follow one another.'
		]);
	});
});

describe('several ports', () => {
	it('are pairs of RTP and RTCP', () => {
		expect(meaningOf('m=video 49170/2 RTP/AVP 31', 'm=', 'number-of-ports')).toBe(
			'2 pairs of RTP and RTCP, 4 ports: RTP has 49170 and 49172, RTCP the port behind each.'
		);
		expect(meaningOf('m=video 49170/9 RTP/AVP 31', 'm=', 'number-of-ports')).toBe(
			'9 pairs of RTP and RTCP, 18 ports: RTP has 49170, 49172 and so on, RTCP the port behind each.'
		);
		expect(meaningOf('m=video 49170/1 RTP/AVP 31', 'm=', 'number-of-ports')).toBe(
			'1 pair of RTP and RTCP, 2 ports: RTP has 49170, RTCP the port behind it.'
		);
		expect(meaningOf('m=x 49170/2 udp y', 'm=', 'number-of-ports')).toBe(
			'2 ports, one after the other.'
		);
	});

	it.each([
		['m=video 49170/0 RTP/AVP 31', 'The number of ports must be a number from 1 up.'],
		['m=video 49170/x RTP/AVP 31', 'The number of ports must be a number from 1 up.'],
		['m=video 65535/2 RTP/AVP 31', 'So many ports do not fit behind 65535: 65535 is the last.']
	])('%s', (text, problem) => {
		expect(only(text).problem).toBe(problem);
	});
});

describe('the formats of a rejected section mean nothing', () => {
	it.each([
		'm=video 0 RTP/AVP 99',
		'm=video 0 RTP/AVP 99 99',
		'm=audio 0 UDP/TLS/RTP/SAVPF 72 300',
		'm=video 0 UDP/TLS/RTP/SAVPF *'
	])('%s has no problem', (text) => {
		expect(only(text).problem).toBeNull();
		expect(only(text).tokens.at(-1)?.meaning).toMatch(/^The section is rejected/);
	});

	it('nor do the lines that name them', () => {
		const rejected = 'm=video 0 RTP/AVP 99\na=rtcp-fb:98 nack';
		expect(annotate(rejected).lines.map(({ problem }) => problem)).toEqual([null, null]);
	});

	it('but those of a bundle-only section do', () => {
		expect(only('m=video 0 RTP/AVP 99\na=bundle-only').problem).toMatch(/no a=rtpmap line/);
	});
});

describe('a payload type that only lacks its rtpmap', () => {
	const text = 'm=video 9 RTP/AVPF 99\na=rtcp-fb:99 nack';

	it('is the fault of one line, not of all that name it', () => {
		expect(annotate(text).lines.map(({ problem }) => problem)).toEqual([
			'Payload type 99 has no a=rtpmap line, so nobody can tell its codec.',
			null
		]);
	});

	it('is another fault than one that the section does not have', () => {
		expect(line(text.replace('rtcp-fb:99', 'rtcp-fb:98'), 'a=rtcp-fb').problem).toBe(
			'The section has no payload type “98”.'
		);
	});
});
