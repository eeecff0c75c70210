import { inSection, parts, without, type Damages } from './change';

/** With two of its first lines the wrong way round. */
function swapped(sdp: string, one: number, other: number): string {
	const lines = sdp.split('\r\n');
	[lines[one], lines[other]] = [lines[other]!, lines[one]!];
	return lines.join('\r\n');
}

const SDES =
	'a=crypto:1 AES_CM_128_HMAC_SHA1_80 inline:WVNfX19zZW1jdGwgKCkgewkyMjA7fQp9CnVubGVz\r\n';

/** Damages to what every description has. */
export const FIRST: Damages = {
	'it has no m= section': (sdp) => parts(sdp)[0].replace(/^a=group.*\r\n/m, ''),
	'no section has ICE credentials': (sdp) => without(sdp, 'ice-ufrag', 'ice-pwd'),
	'no section has a password for ICE': (sdp) => without(sdp, 'ice-pwd'),
	'no section has a user name for ICE': (sdp) => without(sdp, 'ice-ufrag'),
	'the password for ICE is short': (sdp) => sdp.replace(/^a=ice-pwd:.*/gm, 'a=ice-pwd:short'),
	'the user name for ICE is short': (sdp) => sdp.replace(/^a=ice-ufrag:.*/gm, 'a=ice-ufrag:abc'),
	'there is no fingerprint': (sdp) => without(sdp, 'fingerprint'),
	'there is neither ICE nor a fingerprint': (sdp) =>
		without(sdp, 'ice-ufrag', 'ice-pwd', 'fingerprint', 'setup'),
	'there are keys in place of the fingerprint': (sdp) =>
		without(sdp, 'fingerprint', 'setup').replace(/^a=mid:/gm, `${SDES}a=mid:`),
	'there are keys beside the fingerprint': (sdp) => sdp.replace(/^a=mid:/gm, `${SDES}a=mid:`),
	'no section has a name, though they are bundled': (sdp) => without(sdp, 'mid'),
	'no section has a name, and none is bundled': (sdp) => without(sdp, 'mid', 'group'),
	'two sections have one name': (sdp) => sdp.replace('a=mid:1\r\n', 'a=mid:0\r\n'),
	'the bundle names a section that is not there': (sdp) =>
		sdp.replace(/^a=group:BUNDLE 0 1 2/m, 'a=group:BUNDLE 0 1 9'),
	'the bundle begins with a section that is not there': (sdp) =>
		sdp.replace(/^a=group:BUNDLE 0 1 2/m, 'a=group:BUNDLE 9 0 1 2'),
	'there is no rtcp-mux': (sdp) => without(sdp, 'rtcp-mux'),
	'the second section has no rtcp-mux': (sdp) =>
		inSection(sdp, 1, (one) => without(one, 'rtcp-mux')),
	'the DTLS role is not named': (sdp) => without(sdp, 'setup'),
	'the DTLS role is fixed': (sdp) => sdp.replaceAll('a=setup:actpass', 'a=setup:active'),
	'the DTLS role is left open': (sdp) => sdp.replaceAll('a=setup:active', 'a=setup:actpass'),
	'the user name for ICE comes twice': (sdp) =>
		sdp.replace(/^(a=ice-ufrag:.*\r\n)/m, '$1a=ice-ufrag:abcd\r\n'),
	'o= stands in front of v=': (sdp) => swapped(sdp, 0, 1),
	's= stands in front of o=': (sdp) => swapped(sdp, 1, 2),
	't= stands in front of s=': (sdp) => swapped(sdp, 2, 3),
	'there is no v=': (sdp) => sdp.replace(/^v=.*\r\n/m, ''),
	'there is no o=': (sdp) => sdp.replace(/^o=.*\r\n/m, ''),
	'there is no s=': (sdp) => sdp.replace(/^s=.*\r\n/m, ''),
	'there is no t=': (sdp) => sdp.replace(/^t=.*\r\n/m, ''),
	'there is no c=': (sdp) => sdp.replace(/^c=.*\r\n/gm, ''),
	'a section has two directions': (sdp) => sdp.replace(/^a=mid:0\r\n/m, '$&a=inactive\r\n'),
	'a payload type stands for two codecs': (sdp) =>
		sdp.replace(/^(a=rtpmap:(\d+) VP8\/90000\r\n)/m, '$1a=rtpmap:$2 VP9/90000\r\n'),
	'a number stands for two header extensions': (sdp) =>
		inSection(sdp, 0, (one) => {
			const id = /^a=extmap:(\d+)/m.exec(one)?.[1] ?? '';
			return `${one}a=extmap:${id} urn:example:other\r\n`;
		}),
	'the line behind rtcp-mux was joined to it': (sdp) => sdp.replace('a=rtcp-mux\r\n', 'a=rtcp-mux'),
	'the line behind mid was joined to it': (sdp) => sdp.replace('a=mid:0\r\n', 'a=mid:0')
};
