import { inSection, inSession, isOffer, without, withLines, type Damages } from './change';

const candidate = (sdp: string, text: string) => withLines(sdp, 0, `a=candidate:${text}`);

const each = (name: string, value: string) => (sdp: string) =>
	sdp.replace(new RegExp(`^a=${name}:.*`, 'gm'), `a=${name}:${value}`);

const reject = (sdp: string, at: number) =>
	inSection(sdp, at, (section) => section.replace(/^(m=\w+) \d+/, '$1 0'));

/** Damages to bundle and names, ICE, DTLS and the transport of data. */
export const OF_TRANSPORT: Damages = {
	'a name has a blank in it': (sdp) => sdp.replaceAll('a=mid:1\r\n', 'a=mid:1 x\r\n'),
	'a name has a letter outside ASCII': (sdp) =>
		sdp.replace('a=mid:1\r\n', 'a=mid:é\r\n').replace('BUNDLE 0 1 2', 'BUNDLE 0 é 2'),
	'a name is empty': (sdp) => sdp.replace('a=mid:1\r\n', 'a=mid:\r\n'),
	'a section has no name': (sdp) => sdp.replace('a=mid:1\r\n', ''),
	'the first section has no name': (sdp) => sdp.replace('a=mid:0\r\n', ''),
	'the names are words, and a section has none': (sdp) =>
		sdp
			.replace('BUNDLE 0 1 2', 'BUNDLE sound data')
			.replace('a=mid:0\r\n', 'a=mid:sound\r\n')
			.replace('a=mid:1\r\n', '')
			.replace('a=mid:2\r\n', 'a=mid:data\r\n'),
	'the names are words': (sdp) =>
		sdp
			.replace('BUNDLE 0 1 2', 'BUNDLE sound pictures data')
			.replace('a=mid:0\r\n', 'a=mid:sound\r\n')
			.replace('a=mid:1\r\n', 'a=mid:pictures\r\n')
			.replace('a=mid:2\r\n', 'a=mid:data\r\n'),
	'the bundle names a section twice': (sdp) => sdp.replace('BUNDLE 0 1 2', 'BUNDLE 0 1 1 2'),
	'the bundle names nothing': (sdp) => sdp.replace('BUNDLE 0 1 2', 'BUNDLE'),
	'there is no bundle': (sdp) => without(sdp, 'group'),
	'there are two bundles': (sdp) =>
		sdp.replace('a=group:BUNDLE 0 1 2', 'a=group:BUNDLE 0 1\r\na=group:BUNDLE 2'),
	'two bundles have a section in common': (sdp) =>
		sdp.replace('a=group:BUNDLE 0 1 2', 'a=group:BUNDLE 0 1\r\na=group:BUNDLE 1 2'),
	'the bundle begins with another section': (sdp) => sdp.replace('BUNDLE 0 1 2', 'BUNDLE 1 0 2'),
	'the bundle leaves a section out': (sdp) => sdp.replace('BUNDLE 0 1 2', 'BUNDLE 0 1'),
	'the first section of the bundle is rejected': (sdp) => reject(sdp, 0),
	'the second section of the bundle is rejected': (sdp) => reject(sdp, 1),
	'a section is bundle-only and has a port': (sdp) => withLines(sdp, 1, 'a=bundle-only'),
	'a section is bundle-only and has none': (sdp) => withLines(reject(sdp, 1), 1, 'a=bundle-only'),
	'RTCP is only to be multiplexed': (sdp) => withLines(sdp, 0, 'a=rtcp-mux-only'),
	'there is no rtcp-rsize': (sdp) => without(sdp, 'rtcp-rsize'),
	'the port of RTCP is no number': (sdp) => withLines(without(sdp, 'rtcp'), 0, 'a=rtcp:x'),
	'the first section has no ICE credentials': (sdp) =>
		inSection(sdp, 0, (section) => without(section, 'ice-ufrag', 'ice-pwd')),
	'the second section has no ICE credentials': (sdp) =>
		inSection(sdp, 1, (section) => without(section, 'ice-ufrag', 'ice-pwd')),
	'the second section has other ICE credentials': (sdp) =>
		inSection(sdp, 1, (section) =>
			section
				.replace(/^a=ice-ufrag:.*/m, 'a=ice-ufrag:abcd')
				.replace(/^a=ice-pwd:.*/m, 'a=ice-pwd:abcdefghijklmnopqrstuvwx')
		),
	'the user name for ICE has 257 characters': each('ice-ufrag', 'a'.repeat(257)),
	'the password for ICE has 257 characters': each('ice-pwd', 'a'.repeat(257)),
	'the user name for ICE has 256 characters': each('ice-ufrag', 'a'.repeat(256)),
	'the user name for ICE has a character that is not allowed': each('ice-ufrag', 'ab_cd'),
	'the password for ICE has a character that is not allowed': each(
		'ice-pwd',
		'abcdefghijk_mnopqrstuvwx'
	),
	'the user name for ICE has an exclamation mark': each('ice-ufrag', 'ab!cd'),
	'the password for ICE has a dollar sign': each('ice-pwd', 'abcdefghijk$lmnopqrstuvwx'),
	'the password for ICE has lost a plus sign': each('ice-pwd', 'abcdefghijk lmnopqrstuvwx'),
	'the user name for ICE is empty': each('ice-ufrag', ''),
	'ICE is lite': (sdp) => inSession(sdp, 'a=ice-lite'),
	'there are no options of ICE': (sdp) => without(sdp, 'ice-options'),
	'a candidate over TCP has a side that nobody knows': (sdp) =>
		candidate(sdp, '1 1 tcp 1 192.0.2.1 9 typ host tcptype nobody'),
	'a candidate has no foundation': (sdp) => candidate(sdp, ' 1 udp 1 192.0.2.1 5 typ host'),
	'there are no more candidates': (sdp) => withLines(sdp, 0, 'a=end-of-candidates'),
	'a candidate is of a type that nobody knows': (sdp) =>
		candidate(sdp, '1 1 udp 1 192.0.2.1 5 typ nobody'),
	'a candidate has a priority of letters': (sdp) =>
		candidate(sdp, '1 1 udp much 192.0.2.1 5 typ host'),
	'a candidate has a priority that is too large': (sdp) =>
		candidate(sdp, '1 1 udp 99999999999 192.0.2.1 5 typ host'),
	'a candidate has a port above 65535': (sdp) =>
		candidate(sdp, '1 1 udp 1 192.0.2.1 70000 typ host'),
	'a candidate has a port of letters': (sdp) => candidate(sdp, '1 1 udp 1 192.0.2.1 any typ host'),
	'a candidate has port 0': (sdp) => candidate(sdp, '1 1 udp 1 192.0.2.1 0 typ host'),
	'a candidate has no type': (sdp) => candidate(sdp, '1 1 udp 1 192.0.2.1 5'),
	'a candidate has a component of letters': (sdp) =>
		candidate(sdp, '1 rtp udp 1 192.0.2.1 5 typ host'),
	'a candidate has a component that is not there': (sdp) =>
		candidate(sdp, '1 3 udp 1 192.0.2.1 5 typ host'),
	'a candidate has a protocol that nobody knows': (sdp) =>
		candidate(sdp, '1 1 sctp 1 192.0.2.1 5 typ host'),
	'a candidate has a name for an address': (sdp) =>
		candidate(sdp, '1 1 udp 1 host.example 5 typ host'),
	'a candidate has an address that is none': (sdp) =>
		candidate(sdp, '1 1 udp 1 192.0.2.999 5 typ host'),
	'a candidate of a server has no address behind it': (sdp) =>
		candidate(sdp, '1 1 udp 1 192.0.2.1 5 typ srflx'),
	'a candidate over TCP has no side': (sdp) => candidate(sdp, '1 1 tcp 1 192.0.2.1 9 typ host'),
	'the fingerprint is one byte short': (sdp) =>
		sdp.replaceAll(/^(a=fingerprint:.*):..\r$/gm, '$1\r'),
	'the fingerprint has no colons': (sdp) =>
		sdp.replaceAll(/^a=fingerprint:.*/gm, (line) => {
			const [name, hash, bytes] = line.split(/:(?=sha)| /);
			return `${name!}:${hash!} ${bytes!.replaceAll(':', '')}`;
		}),
	'the fingerprint has no hash function': (sdp) =>
		sdp.replaceAll(/^a=fingerprint:sha-256 /gm, 'a=fingerprint:'),
	'the fingerprint has a hash that nobody knows': (sdp) =>
		sdp.replaceAll('a=fingerprint:sha-256', 'a=fingerprint:sha-999'),
	'the fingerprint has its hash in capital letters': (sdp) =>
		sdp.replaceAll('a=fingerprint:sha-256', 'a=fingerprint:SHA-256'),
	'the fingerprint is in small letters': (sdp) =>
		sdp.replaceAll(/^a=fingerprint:.*/gm, (line) => line.toLowerCase()),
	'the fingerprint has letters that are no digits': (sdp) =>
		sdp.replaceAll(/^(a=fingerprint:\S+ ..:)../gm, '$1XY'),
	'the fingerprint is that of another one': (sdp) =>
		sdp.replaceAll(/^(a=fingerprint:\S+ ).*/gm, `$1${Array<string>(32).fill('AB').join(':')}`),
	'only the first section of an offer has a fingerprint': (sdp) => {
		// The page of Firefox goes down with such an answer.
		if (!isOffer(sdp)) return sdp;
		const line = /^a=fingerprint:.*/m.exec(sdp)?.[0] ?? '';
		return withLines(without(sdp, 'fingerprint'), 0, line);
	},
	'the second section does not name the DTLS role': (sdp) =>
		inSection(sdp, 1, (section) => without(section, 'setup')),
	'a section is bundle-only, and leaves its transport to the bundle': (sdp) =>
		inSection(withLines(reject(sdp, 1), 1, 'a=bundle-only'), 1, (section) =>
			without(section, 'ice-ufrag', 'ice-pwd', 'fingerprint', 'setup')
		),
	'the DTLS role is on hold': each('setup', 'holdconn'),
	'the DTLS role is one that nobody knows': each('setup', 'nobody'),
	'the DTLS role is turned round': (sdp) => sdp.replaceAll('a=setup:active', 'a=setup:passive'),
	'the DTLS role differs by section': (sdp) =>
		inSection(sdp, 1, (section) => each('setup', 'passive')(section)),
	'the DTLS association has an id': (sdp) => inSession(sdp, 'a=tls-id:abcdefghijklmnopqrstuvwxyz'),
	'data have no port of SCTP': (sdp) => without(sdp, 'sctp-port'),
	'data have port 0 of SCTP': each('sctp-port', '0'),
	'data have a port of SCTP of letters': each('sctp-port', 'any'),
	'data have a port of SCTP above 65535': each('sctp-port', '70000'),
	'data are told in the old form': (sdp) =>
		withLines(
			without(sdp, 'sctp-port', 'max-message-size').replace(
				/^m=application.*/m,
				'm=application 9 DTLS/SCTP 5000'
			),
			2,
			'a=sctpmap:5000 webrtc-datachannel 1024'
		),
	'data have messages of any size': each('max-message-size', '0'),
	'data have messages of a size of letters': each('max-message-size', 'any'),
	'data have messages of no told size': (sdp) => without(sdp, 'max-message-size')
};
