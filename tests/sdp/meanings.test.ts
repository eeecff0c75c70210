import { describe, expect, it } from 'vitest';
import { annotate } from '../../src/lib/sdp';

const VIDEO = [
	'm=video 9 UDP/TLS/RTP/SAVPF 96 97 98 99 100 101 102',
	'a=rtpmap:96 H264/90000',
	'a=rtpmap:97 rtx/90000',
	'a=rtpmap:98 H265/90000',
	'a=rtpmap:99 AV1/90000',
	'a=rtpmap:100 opus/48000/2',
	'a=rtpmap:101 red/48000/2',
	'a=rtpmap:102 flexfec-03/90000',
	'a=mid:x'
];

/** The last of some lines, in a section with these codecs. */
function line(text: string) {
	const found = annotate([...VIDEO, text].join('\n')).lines.at(-1);
	if (found === undefined) throw new Error('There is no line.');
	return found;
}
const meaningOf = (text: string, name: string) =>
	line(text).tokens.findLast((token) => token.name === name)?.meaning;
const about = (lines: readonly string[], beginning: string) =>
	annotate(lines.join('\n')).lines.findLast(({ text }) => text.startsWith(beginning));

describe('m= lines', () => {
	it.each([
		[
			'm=audio 9 TCP/DTLS/RTP/SAVPF 0',
			/^Audio section 0, RTP encrypted with keys from DTLS, over TCP/
		],
		['m=audio 9 UDP/TLS/RTP/SAVP 0', /^Audio section 0, RTP encrypted with keys from DTLS:/]
	])('knows the transport of %s', (text, sentence) => {
		expect(about([text], 'm=')?.explanation).toMatch(sentence);
	});

	it('does not take every application for data channels', () => {
		const meaning = (text: string) => about([text], 'm=')?.tokens[1]?.meaning;
		expect(meaning('m=application 5000 UDP/TLS/BFCP *')).toBe('Neither audio nor video.');
		expect(meaning('m=application 9 DTLS/SCTP 5000')).toMatch(/here, data channels/);
	});

	it('reads the SCTP port that stood where formats stand', () => {
		expect(about(['m=application 9 DTLS/SCTP 5000'], 'm=')?.tokens.at(-1)?.meaning).toBe(
			'SCTP port 5000, which a=sctpmap explains.'
		);
	});

	it('says which payload types RTCP takes on a shared port', () => {
		const section = ['m=audio 9 RTP/AVP 72', 'a=rtpmap:72 x/8000'];
		expect(about(section, 'm=')?.problem).toBeNull();
		expect(about([...section, 'a=rtcp-mux'], 'm=')?.problem).toMatch(
			/^Payload type 72 looks like RTCP/
		);
	});
});

describe('groups and names', () => {
	const sections = ['m=audio 9 RTP/AVP 0', 'a=mid:a', 'm=video 0 RTP/AVP 31', 'a=mid:v'];

	it('finds a rejected section in a bundle, but not one that is bundle-only', () => {
		const group = (lines: string[]) => about(['a=group:BUNDLE a v', ...lines], 'a=group')?.problem;
		expect(group(sections)).toMatch(/^Section “v” has port 0 and is not bundle-only/);
		expect(group([...sections, 'a=bundle-only'])).toBeNull();
	});

	it('leaves a rejected section in other groups alone', () => {
		expect(about(['a=group:LS a v', ...sections], 'a=group')?.problem).toBeNull();
	});

	it('finds a section that a group names twice', () => {
		expect(about(['a=group:BUNDLE a a', ...sections], 'a=group')?.problem).toMatch(/named twice/);
	});

	it('tells a second name from the name of another section', () => {
		expect(line('a=mid:y').problem).toBe('The section has a name already.');
		expect(about([...sections, 'm=audio 9 RTP/AVP 0', 'a=mid:a'], 'a=mid')?.problem).toBe(
			'Another section already has the mid “a”.'
		);
	});

	it('knows ANAT and FEC, whose documents are older than those in use', () => {
		expect(about(['a=group:ANAT a v', ...sections], 'a=group')).toMatchObject({
			explanation:
				'Sections a (audio) and v (video) are the same media at other addresses, to choose from.',
			spec: { document: 'RFC 4091' }
		});
		expect(about(['a=group:FEC a v', ...sections], 'a=group')?.spec?.document).toBe('RFC 4756');
	});
});

describe('codecs', () => {
	it.each([
		['96 profile-level-id=zz', 'there is no profile and level “zz”'],
		['96 max-fs=3600', 'a frame has at most 3600 macroblocks of 16×16, 921600 pixels'],
		['96 max-fs=x;max-mbps=1', 'a frame has at most “x”; decodes 1 macroblock per second'],
		['96 max-br=1500', 'receives up to 1.5 Mbit/s'],
		['96 sps-pps-idr-in-keyframe=1', 'each key frame brings its parameter sets along'],
		['98 level-id=93', 'level 3.1, up to 1280×720 at 33 frames/s'],
		['98 level-id=x', 'level “x”'],
		['99 level-idx=31', 'no limit by a level'],
		['99 level-idx=x', 'level “x”'],
		['99 level-idx=19', 'level 6.3, about 7680×4320 at 120 frames/s'],
		['99 profile=2', 'Professional profile: up to 12 bits, also 4:2:2'],
		['100 maxaveragebitrate=x', 'at most “x” on average'],
		['101 100', 'each packet carries opus, and nothing again'],
		['101 100/100/100', 'each packet carries opus and up to 2 earlier pieces of it again'],
		['102 repair-window=x', 'repair packets protect the last “x” of media']
	])('fmtp:%s: %s', (value, clause) => {
		expect(line(`a=fmtp:${value}`).explanation).toMatch(/^\w[\w-]* \(\d+\): /);
		expect(line(`a=fmtp:${value}`).explanation).toContain(`): ${clause}.`);
	});

	it('finds apt wherever it stands, and a retransmission of a retransmission', () => {
		expect(line('a=fmtp:97 rtx-time=3000;apt=95').problem).toMatch(/^apt names payload type “95”/);
		expect(line('a=fmtp:97 apt=97').problem).toMatch(/is a retransmission itself/);
		expect(line('a=fmtp:97 rtx-time=3000;apt=96').problem).toBeNull();
	});

	it('does not write what came from the input with another letter', () => {
		expect(meaningOf('a=fmtp:96 foo=bar', 'value')).toMatch(
			/^The value of foo, a parameter that is/
		);
		expect(meaningOf('a=rtpmap:103 iSAC/16000', 'encoding')).toMatch(/^iSAC, /);
	});

	it('says that RED need not repeat anything', () => {
		expect(line('a=rtpmap:101 red/48000/2').explanation).toMatch(/several blocks in a packet/);
	});

	it('says of Opus only that it always has two channels', () => {
		expect(meaningOf('a=rtpmap:100 opus/48000/2', 'encoding-params')).toMatch(/Opus always says 2/);
		expect(meaningOf('a=rtpmap:104 L16/48000/2', 'encoding-params')).toBe('2 channels.');
	});
});

describe('feedback', () => {
	it.each([
		[
			'96 trr-int 100',
			'For H264 (96), the receiver leaves at least 100 ms between two of its regular reports.'
		],
		['96 foo bar', 'Feedback for H264 (96) of a kind that is not known: “foo bar”.'],
		[
			'96 nack ecn',
			'For H264 (96), the receiver reports packets that the path marked as congested (ECN).'
		]
	])('%s: %s', (value, sentence) => {
		expect(line(`a=rtcp-fb:${value}`).explanation).toBe(sentence);
	});

	it('spells out the abbreviation', () => {
		expect(meaningOf('a=rtcp-fb:* ccm tmmbr smaxpr=120', 'rtcp-fb-param')).toBe(
			'Temporary Maximum Media Stream Bit Rate Request.'
		);
		expect(meaningOf('a=rtcp-fb:* trr-int 100', 'rtcp-fb-param')).toBe(
			'100 ms between two reports.'
		);
	});
});

describe('header extensions', () => {
	it('tells numbers that only an offer may have', () => {
		expect(line('a=extmap:4096 urn:x').problem).toBeNull();
		expect(meaningOf('a=extmap:4096 urn:x', 'id')).toMatch(/^A number for the offer only/);
	});

	it('names the extension that travels encrypted', () => {
		const text =
			'a=extmap:4 urn:ietf:params:rtp-hdrext:encrypt urn:ietf:params:rtp-hdrext:sdes:mid';
		expect(line(text).explanation).toMatch(
			/^RTP header extension 4 travels encrypted: each packet can/
		);
		expect(meaningOf(text, 'extensionattributes')).toBe('The extension that is encrypted: MID.');
	});

	it('says what vad does', () => {
		const text = 'a=extmap:1/inactive urn:ietf:params:rtp-hdrext:ssrc-audio-level vad=on';
		expect(meaningOf(text, 'extensionattributes')).toMatch(/also tells whether somebody speaks/);
		expect(meaningOf(text, 'direction')).toBe('The extension is not used for now.');
		expect(meaningOf(text, 'uri')).toMatch(/^Client-to-mixer audio level/);
	});

	it('cites where RtpStreamId is a header extension', () => {
		const { spec } = line('a=extmap:1 urn:ietf:params:rtp-hdrext:sdes:rtp-stream-id');
		expect([spec?.document, spec?.section]).toEqual(['RFC 8852', '3.3']);
	});
});

describe('streams by SSRC', () => {
	it.each([
		['ssrc:1 msid:s t', 'The RTP stream with SSRC 1 is track t and belongs to MediaStream s.'],
		['ssrc:1 msid:- t', 'The RTP stream with SSRC 1 is track t, which belongs to no MediaStream.'],
		['ssrc-group:FID 1 2', 'Stream 2 repeats lost packets of stream 1 (RTX).'],
		['ssrc-group:FID 1 2 3', 'Streams 2 and 3 repeat lost packets of stream 1 (RTX).'],
		['ssrc-group:FEC-FR 1 2', 'Stream 2 carries error correction for stream 1.'],
		['ssrc-group:FEC-FR 1 2 3', 'Stream 3 carries error correction for streams 1 and 2.'],
		['ssrc-group:FID 1', 'Stream 1 is alone in its group of kind “FID”.']
	])('%s: %s', (value, sentence) => {
		expect(line(`a=${value}`).explanation).toBe(sentence);
	});

	const named = (...ssrcs: string[]) => ssrcs.map((ssrc) => `a=ssrc:${ssrc} cname:x`);

	it.each([
		['ssrc:1 cname', 'The cname has no value.'],
		['ssrc:4294967296 cname:x', 'An SSRC is a number of 32 bits.'],
		['ssrc:-1 cname:x', 'An SSRC is a number of 32 bits.'],
		['ssrc:1 previous-ssrc:x', 'An SSRC is a number of 32 bits.'],
		['ssrc:1 previous-ssrc:4294967296', 'An SSRC is a number of 32 bits.'],
		['ssrc-group:FID 1 1', 'A stream is named twice.'],
		['ssrc-group:SIM 1 2 1', 'A stream is named twice.'],
		['ssrc-group:FID 1 4294967296', 'An SSRC is a number of 32 bits.'],
		['ssrc-group:FID 1 9', 'No a=ssrc line describes stream 9.'],
		[
			'ssrc-group:F(D 1 2',
			'The semantics are a token: letters, digits and a few signs, such as - and _.'
		]
	])('%s: %s', (value, problem) => {
		expect(about([...VIDEO, ...named('1', '2'), `a=${value}`], `a=${value}`)?.problem).toBe(
			problem
		);
	});

	// RFC 5576, 4.2: one stream at least, and any number more.
	it.each([
		'ssrc-group:SIM 1',
		'ssrc-group:FID 1 2',
		'ssrc:1 previous-ssrc:2',
		'ssrc:0 cname:x',
		'ssrc:4294967295 cname:x'
	])('finds nothing wrong with %s', (value) => {
		expect(about([...VIDEO, ...named('1', '2'), `a=${value}`], `a=${value}`)?.problem).toBeNull();
	});
});
