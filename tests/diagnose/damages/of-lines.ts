import { inSection, inSession, withLines, type Damages } from './change';

/** Damages to the lines themselves, and to those that are no attributes. */
export const OF_LINES: Damages = {
	'line ends are LF alone': (sdp) => sdp.replaceAll('\r\n', '\n'),
	'line ends are CR alone': (sdp) => sdp.replaceAll('\r\n', '\r'),
	'an empty line stands between two sections': (sdp) =>
		sdp.replace('\r\nm=video', '\r\n\r\nm=video'),
	'an empty line stands in a section': (sdp) => sdp.replace('\r\na=mid:1', '\r\n\r\na=mid:1'),
	'the last line has no end': (sdp) => sdp.replace(/\r\n$/, ''),
	'an empty line ends the text': (sdp) => `${sdp}\r\n`,
	'a line begins with a blank': (sdp) => sdp.replace('\r\na=mid:1', '\r\n a=mid:1'),
	'a line has a blank behind its equals sign': (sdp) => withLines(sdp, 1, 'a= nobody-knows'),
	'a blank stands in front of the name of a section': (sdp) =>
		sdp.replace('\r\na=mid:1', '\r\na= mid:1'),
	'a blank stands in front of rtcp-mux': (sdp) =>
		sdp.replaceAll('\r\na=rtcp-mux\r', '\r\na= rtcp-mux\r'),
	'a blank stands in front of the user name for ICE': (sdp) =>
		sdp.replaceAll('\r\na=ice-ufrag', '\r\na= ice-ufrag'),
	'a line has a blank in front of its equals sign': (sdp) =>
		sdp.replace('\r\na=mid:1', '\r\na =mid:1'),
	'a line begins with a capital letter': (sdp) => withLines(sdp, 1, 'A=nobody-knows'),
	'a line has no equals sign': (sdp) => withLines(sdp, 1, 'nobody knows this'),
	'a line has nothing behind its equals sign': (sdp) => withLines(sdp, 1, 'a='),
	'an attribute that nobody knows is added': (sdp) => withLines(sdp, 2, 'a=nobody-knows:this'),
	'a line of a kind that nobody knows is added': (sdp) => withLines(sdp, 1, 'x=this'),
	'a line of a kind that nobody knows is in the session part': (sdp) => inSession(sdp, 'x=this'),
	'a key stands in a section': (sdp) => withLines(sdp, 1, 'k=prompt'),
	'a title stands in a section': (sdp) =>
		inSection(sdp, 1, (section) => section.replace(/^c=/m, 'i=pictures\r\n$&')),
	'a line of the session stands in a section': (sdp) => withLines(sdp, 1, 's=again'),
	'a line has seventy thousand characters': (sdp) =>
		withLines(sdp, 1, `a=nobody-knows:${'x'.repeat(70_000)}`),
	'a line has a NUL in it': (sdp) => withLines(sdp, 1, 'a=nobody-knows:\0this'),
	'the session has a name outside ASCII': (sdp) => sdp.replace(/^s=.*/m, 's=Gespräch'),
	'the version is 1': (sdp) => sdp.replace(/^v=0/m, 'v=1'),
	'o= has three fields': (sdp) => sdp.replace(/^o=.*/m, 'o=- 1 1'),
	'o= has a session id of letters': (sdp) => sdp.replace(/^o=.*/m, 'o=- abc 1 IN IP4 127.0.0.1'),
	't= has letters': (sdp) => sdp.replace(/^t=.*/m, 't=now then'),
	't= has one field': (sdp) => sdp.replace(/^t=.*/m, 't=0'),
	'c= has an address of IPv6': (sdp) => sdp.replaceAll(/^c=.*/gm, 'c=IN IP6 ::'),
	'c= has a name for an address': (sdp) => sdp.replaceAll(/^c=.*/gm, 'c=IN IP4 host.example'),
	'c= has two fields': (sdp) => sdp.replaceAll(/^c=.*/gm, 'c=IN IP4'),
	'the bandwidth is no number': (sdp) => withBandwidth(sdp, 'AS:much'),
	'the bandwidth is nothing': (sdp) => withBandwidth(sdp, 'AS:0'),
	'the bandwidth is negative': (sdp) => withBandwidth(sdp, 'AS:-1'),
	'the bandwidth is of a kind that nobody knows': (sdp) => withBandwidth(sdp, 'YZ:100'),
	'the bandwidth has no kind': (sdp) => withBandwidth(sdp, '100'),
	'a direction stands in the session part': (sdp) => inSession(sdp, 'a=sendrecv'),
	'a section has one direction twice': (sdp) =>
		sdp.replace(/^(a=(?:sendrecv|sendonly|recvonly)\r\n)/m, '$1$1')
};

const withBandwidth = (sdp: string, value: string) =>
	inSection(sdp, 1, (section) => section.replace(/^c=.*\r\n/m, `$&b=${value}\r\n`));
