import {
	freeId,
	freeType,
	inSection,
	isOffer,
	parts,
	without,
	withLines,
	type Damages
} from './change';

/** With the m= line of sound changed. */
const soundIs = (pattern: RegExp, text: string) => (sdp: string) =>
	inSection(sdp, 0, (section) => section.replace(pattern, text));

const protocol = (name: string) => (sdp: string) => sdp.replaceAll('UDP/TLS/RTP/SAVPF', name);

const simulcast = (sdp: string, ...lines: string[]) =>
	withLines(without(sdp, 'simulcast', 'rid'), 1, ...lines);

/** Damages to m= lines, codecs, header extensions and streams. */
/** With these formats alone in its section for sound. */
const sounding = (sdp: string, formats: string, ...maps: string[]) =>
	inSection(sdp, 0, (section) =>
		[
			without(section, 'rtpmap', 'fmtp', 'rtcp-fb').replace(
				/^(m=audio \d+ \S+) .*/,
				`$1 ${formats}`
			),
			...maps.map((map) => `a=rtpmap:${map}\r\n`)
		].join('')
	);

export const OF_MEDIA: Damages = {
	'sound has a codec of telephones alone': (sdp) => sounding(sdp, '3', '3 GSM/8000'),
	'sound has a codec of telephones and key presses': (sdp) =>
		sounding(sdp, '18 101', '18 G729/8000', '101 telephone-event/8000'),
	'a payload type stands for sound and for pictures': (sdp) => {
		const number = /^a=rtpmap:(\d+) VP8/m.exec(sdp)?.[1] ?? '';
		return inSection(
			sdp,
			0,
			(one) => `${one.replace(/^m=audio.*/m, `$& ${number}`)}a=rtpmap:${number} L16/44100\r\n`
		);
	},
	'a section has a port of letters': soundIs(/^m=audio \d+/, 'm=audio any'),
	'a section has a port above 65535': soundIs(/^m=audio \d+/, 'm=audio 99999'),
	'a section has two ports': soundIs(/^m=audio \d+/, 'm=audio 9/2'),
	'a section has another port': soundIs(/^m=audio \d+/, 'm=audio 5000'),
	'a section has no formats': soundIs(/^(m=audio \d+ \S+).*/, '$1'),
	'a section is of a kind that nobody knows': soundIs(/^m=audio/, 'm=nobody'),
	'a section is for text': soundIs(/^m=audio/, 'm=text'),
	'a section for sound has the kind of pictures': soundIs(/^m=audio/, 'm=video'),
	'a section has a payload type above 127': soundIs(/^(m=audio .*)\r\n/, '$1 200\r\n'),
	'a section has a payload type of letters': soundIs(/^(m=audio .*)\r\n/, '$1 opus\r\n'),
	'a section names a payload type twice': soundIs(/^(m=audio \d+ \S+ )(\d+)/, '$1$2 $2'),
	'a section names a payload type that stands for nothing': (sdp) =>
		soundIs(/^(m=audio .*)\r\n/, `$1 ${freeType(sdp)}\r\n`)(sdp),
	'a source stands in two sections': sameSource,
	'a track of sound has two sources': (sdp) =>
		withLines(sending(sdp), 0, 'a=ssrc:1001 cname:x', 'a=ssrc:1002 cname:x'),
	'a source has a track, and one beside it none': (sdp) =>
		withLines(
			without(sending(sdp), 'msid', 'ssrc', 'ssrc-group'),
			1,
			'a=ssrc:1003 msid:s t',
			'a=ssrc:1004 cname:x'
		),
	'the protocol is one that nobody knows': protocol('FOO/BAR'),
	'the protocol is RTP/AVP': protocol('RTP/AVP'),
	'the protocol is RTP/SAVPF': protocol('RTP/SAVPF'),
	'the protocol is UDP/TLS/RTP/SAVP': protocol('UDP/TLS/RTP/SAVP'),
	'the protocol is in small letters': protocol('udp/tls/rtp/savpf'),
	'a codec has no clock rate': (sdp) =>
		sdp.replace(/^a=rtpmap:(\d+) VP8\/90000/m, 'a=rtpmap:$1 VP8'),
	'a codec has a clock rate of letters': (sdp) =>
		sdp.replace(/^a=rtpmap:(\d+) VP8\/90000/m, 'a=rtpmap:$1 VP8/fast'),
	'a codec has a clock rate of nothing': (sdp) =>
		sdp.replace(/^a=rtpmap:(\d+) VP8\/90000/m, 'a=rtpmap:$1 VP8/0'),
	'a codec has channels of letters': (sdp) =>
		sdp.replace(/^(a=rtpmap:\d+ opus\/48000)\/2/m, '$1/many'),
	'a codec has no name': (sdp) => sdp.replace(/^a=rtpmap:(\d+) VP8\/90000/m, 'a=rtpmap:$1'),
	'a codec has a payload type that the section does not name': (sdp) =>
		withLines(sdp, 0, `a=rtpmap:${freeType(sdp)} L16/48000`),
	'a codec that the section does not name has no clock rate': (sdp) =>
		withLines(sdp, 0, `a=rtpmap:${freeType(sdp)} L16`),
	'a codec with parameters is taken out of the m= line alone': (sdp) =>
		sdp.replace(/^(m=audio .* UDP\/TLS\/RTP\/SAVPF(?: \d+)*?) (?:111|109)(?= |\r)/m, '$1'),
	'a codec with feedback is taken out of the m= line alone': (sdp) => {
		const type = /^a=rtpmap:(\d+) VP8\//m.exec(sdp)?.[1];
		return sdp.replace(new RegExp(`^(m=video .*?) ${type}(?= |\\r)`, 'm'), '$1');
	},
	'data have parameters': (sdp) => withLines(sdp, 2, `a=fmtp:${freeType(sdp)} streams=16`),
	'data have feedback': (sdp) => withLines(sdp, 2, `a=rtcp-fb:${freeType(sdp)} nack`),
	'data have a codec that cannot be read': (sdp) => withLines(sdp, 2, 'a=rtpmap:200 data'),
	'data have a source that cannot be read': (sdp) => withLines(sdp, 2, 'a=ssrc:x cname:x'),
	'data are of a protocol that browsers do not have': (sdp) =>
		isOffer(sdp) ? sdp.replace(/^m=application .*/m, 'm=application 9 UDP/BFCP *') : sdp,
	'a codec has a payload type of letters': (sdp) => withLines(sdp, 0, 'a=rtpmap:x L16/48000'),
	'a codec has a payload type above 127': (sdp) => withLines(sdp, 0, 'a=rtpmap:200 L16/48000'),
	'no codec of pictures is named': (sdp) =>
		inSection(sdp, 1, (section) => without(section, 'rtpmap', 'fmtp', 'rtcp-fb')),
	'parameters have no payload type': (sdp) => sdp.replace(/^a=fmtp:\d+ /m, 'a=fmtp:'),
	'parameters are those of no format': (sdp) => withLines(sdp, 0, `a=fmtp:${freeType(sdp)} x=1`),
	'parameters have nothing in them': (sdp) => sdp.replace(/^(a=fmtp:\d+) .*/m, '$1'),
	'retransmission is for a format that is not there': (sdp) =>
		sdp.replace(/^a=fmtp:(\d+) apt=\d+/m, `a=fmtp:$1 apt=${freeType(sdp)}`),
	'retransmission is for a format above 127': (sdp) =>
		sdp.replace(/^a=fmtp:(\d+) apt=\d+/m, 'a=fmtp:$1 apt=99999'),
	'feedback is for a format that is not there': (sdp) =>
		withLines(sdp, 1, `a=rtcp-fb:${freeType(sdp)} nack`),
	'feedback names no kind': (sdp) => withLines(sdp, 1, 'a=rtcp-fb:96'),
	'feedback is of a kind that nobody knows': (sdp) => withLines(sdp, 1, 'a=rtcp-fb:* nobody'),
	'a source has a number of letters': (sdp) => withLines(sdp, 1, 'a=ssrc:foo cname:x'),
	'a source has a number that is too large': (sdp) =>
		withLines(sdp, 1, 'a=ssrc:99999999999 cname:x'),
	'a source says nothing of itself': (sdp) => withLines(sdp, 1, 'a=ssrc:1234'),
	'a group of sources has none': (sdp) => withLines(sdp, 1, 'a=ssrc-group:FID'),
	'a group of sources has letters': (sdp) => withLines(sdp, 1, 'a=ssrc-group:FID foo bar'),
	'a group of sources names one that is not there': (sdp) =>
		withLines(sdp, 1, 'a=ssrc-group:FID 71 72'),
	'sources have no names': (sdp) => without(sdp, 'ssrc', 'ssrc-group'),
	'there are no streams': (sdp) => without(sdp, 'msid', 'msid-semantic'),
	'a stream has no name': (sdp) => withLines(without(sdp, 'msid'), 0, 'a=msid:'),
	'a header extension has number 0': (sdp) => withLines(sdp, 0, 'a=extmap:0 urn:example:other'),
	'a header extension has number 15': (sdp) => withLines(sdp, 0, 'a=extmap:15 urn:example:other'),
	'a header extension has number 200': (sdp) => withLines(sdp, 0, 'a=extmap:200 urn:example:other'),
	'a header extension has number 256': (sdp) => withLines(sdp, 0, 'a=extmap:256 urn:example:other'),
	'a header extension has a number of letters': (sdp) =>
		withLines(sdp, 0, 'a=extmap:x urn:example:other'),
	'a header extension has no URI': (sdp) => withLines(sdp, 0, `a=extmap:${freeId(sdp)}`),
	'a header extension is one that nobody knows': (sdp) =>
		withLines(sdp, 0, `a=extmap:${freeId(sdp)} urn:example:other`),
	'a header extension comes twice': (sdp) =>
		inSection(sdp, 0, (section) => section.replace(/^a=extmap:.*\r\n/m, '$&$&')),
	'two sections of an offer have different header extensions under one number': (sdp) => {
		// An answer would not be asked for them either.
		if (!isOffer(sdp)) return sdp;
		const one = withLines(sdp, 0, `a=extmap:${freeId(sdp)} urn:example:one`);
		return withLines(one, 1, `a=extmap:${freeId(sdp)} urn:example:other`);
	},
	'no section has header extensions': (sdp) => without(sdp, 'extmap'),
	'simulcast names a stream that is not there': (sdp) => simulcast(sdp, 'a=simulcast:send h;l'),
	'simulcast has no header extension': (sdp) =>
		simulcast(
			inSection(sdp, 1, (section) => without(section, 'extmap')),
			'a=rid:h send',
			'a=rid:l send',
			'a=simulcast:send h;l'
		),
	'simulcast has no direction': (sdp) =>
		simulcast(sdp, 'a=rid:h send', 'a=rid:l send', 'a=simulcast:h;l'),
	'two streams of simulcast have one name': (sdp) =>
		simulcast(sdp, 'a=rid:h send', 'a=rid:h send', 'a=simulcast:send h'),
	'a stream of simulcast has no direction': (sdp) =>
		simulcast(sdp, 'a=rid:h', 'a=simulcast:send h'),
	'a stream of simulcast has a letter outside ASCII in its name': (sdp) =>
		simulcast(sdp, 'a=rid:h-é send', 'a=simulcast:send h-é'),
	'a packet lasts letters': (sdp) => withLines(sdp, 0, 'a=ptime:long'),
	'the longest packet lasts letters': (sdp) => withLines(sdp, 0, 'a=maxptime:long'),
	'the size of a picture is letters': (sdp) => withLines(sdp, 1, 'a=framerate:fast'),
	'there is one section more': (sdp) => oneMore(without(sdp, 'msid', 'ssrc', 'ssrc-group')),
	'there is one section less': (sdp) =>
		parts(sdp).slice(0, 3).join('').replace('BUNDLE 0 1 2', 'BUNDLE 0 1'),
	'two sections have changed places': (sdp) => {
		const [session, audio, video, data] = parts(sdp);
		return [session, video, audio, data].join('');
	},
	'two sections have changed names': (sdp) =>
		sdp
			.replace('a=mid:0\r\n', 'a=mid:x\r\n')
			.replace('a=mid:1\r\n', 'a=mid:0\r\n')
			.replace('a=mid:x\r\n', 'a=mid:1\r\n'),
	'a codec has another payload type': (sdp) => renumbered(sdp, freeType(sdp)),
	'there is one codec more': (sdp) =>
		withLines(
			soundIs(/^(m=audio .*)\r\n/, `$1 ${freeType(sdp)}\r\n`)(sdp),
			0,
			`a=rtpmap:${freeType(sdp)} L16/44100`
		),
	'pictures have another codec': (sdp) => withCodec(sdp, 1, 'theora/90000'),
	'sound has another codec': (sdp) => withCodec(sdp, 0, 'L16/44100'),
	'no codec of sound is named': (sdp) =>
		inSection(sdp, 0, (section) =>
			without(section, 'rtpmap', 'fmtp', 'rtcp-fb').replace(/^(m=audio \d+ \S+).*/, '$1 111')
		),
	'a codec is not named, and its parameters are': (sdp) =>
		sdp.replace(/^a=rtpmap:\d+ opus.*\r\n/m, ''),
	'a codec has a payload type that RTCP has': (sdp) => renumbered(sdp, '79'),
	'a section names a payload type that RTCP has': soundIs(/^(m=audio .*)\r\n/, '$1 79\r\n'),
	'sound and pictures have one track': (sdp) =>
		[0, 1].reduce(
			(all, at) => withLines(all, at, 'a=msid:stream track'),
			without(sdp, 'msid', 'ssrc', 'ssrc-group')
		),
	'a section has one track twice': (sdp) =>
		withLines(without(sdp, 'msid'), 1, 'a=msid:stream track', 'a=msid:stream track'),
	'a section is for images': soundIs(/^m=audio/, 'm=image'),
	'a rejected section is of a kind that nobody knows': (sdp) =>
		soundIs(/^m=audio \d+/, 'm=nobody 0')(sdp).replace('BUNDLE 0 1 2', 'BUNDLE 1 2')
};

/** With a second section for pictures at the end. */
function oneMore(sdp: string): string {
	const [, , video] = parts(sdp);
	return `${sdp}${video.replace('a=mid:1\r\n', 'a=mid:3\r\n')}`.replace(
		'BUNDLE 0 1 2',
		'BUNDLE 0 1 2 3'
	);
}

/** With Opus under another payload type. */
function renumbered(sdp: string, to: string): string {
	const number = /^a=rtpmap:(\d+) opus/m.exec(sdp)?.[1] ?? '';
	return inSection(sdp, 0, (section) =>
		section
			.replace(new RegExp(`^(a=[a-z-]+:)${number} `, 'gm'), `$1${to} `)
			.replace(new RegExp(`^(m=.*) ${number}\\b`), `$1 ${to}`)
	);
}

/** With a codec in place of all others of a section. */
function withCodec(sdp: string, at: number, codec: string): string {
	const number = freeType(sdp);
	return inSection(
		sdp,
		at,
		(section) =>
			`${without(section, 'rtpmap', 'fmtp', 'rtcp-fb').replace(/^(m=\w+ \d+ \S+).*/, `$1 ${number}`)}a=rtpmap:${number} ${codec}\r\n`
	);
}

/** With the source of sound in the section for pictures as well, in each line that names theirs. */
function sameSource(sdp: string): string {
	const [, sound, picture] = parts(sdp);
	const [mine, theirs] = [sound, picture].map((one) => /^a=ssrc:(\d+)/m.exec(one)?.[1]);
	if (mine === undefined) {
		const line = 'a=ssrc:778899 cname:one';
		return withLines(withLines(sdp, 0, line), 1, line);
	}
	return inSection(sdp, 1, (section) => section.replaceAll(theirs ?? mine, mine));
}

/** A description of a side that sends, whichever way it went. */
const sending = (sdp: string) => sdp.replace(/^a=recvonly/gm, 'a=sendonly');
