import { describe, expect, it } from 'vitest';
import { annotate, h264Profile } from '../../src/lib/sdp';
import { fixture } from './fixtures';

/** The line of a fixture that begins so. */
function line(name: string, beginning: string) {
	const found = annotate(fixture(name)).lines.find(({ text }) => text.startsWith(beginning));
	if (found === undefined) throw new Error(`${name} has no line ${beginning}`);
	return found;
}

const meaningOf = (name: string, beginning: string, value: string) =>
	line(name, beginning).tokens.find((token) => token.value === value)?.meaning;

/** The last line of a made-up section. */
function last(...lines: string[]) {
	const found = annotate(lines.join('\r\n')).lines.at(-1);
	if (found === undefined) throw new Error('There is no line.');
	return found;
}

describe('m= lines', () => {
	it('resolves each payload type to its codec', () => {
		expect(meaningOf('chromium-offer-created', 'm=audio', '111')).toBe(
			'Payload type 111: opus, 48 kHz, 2 channels.'
		);
		expect(meaningOf('chromium-offer-created', 'm=video', '97')).toBe(
			'Payload type 97: rtx for 96 (VP8).'
		);
		expect(meaningOf('safari-offer', 'm=video', '96')).toBe(
			'Payload type 96: H264 Constrained High level 3.1, packetization mode 1.'
		);
	});

	it('resolves payload types that need no rtpmap', () => {
		expect(last('m=audio 9 RTP/AVP 0').tokens.at(-1)?.meaning).toBe('Payload type 0: PCMU, 8 kHz.');
	});

	it('tells a placeholder port, a rejected section and a bundle-only one apart', () => {
		expect(line('chromium-offer-created', 'm=audio').explanation).toMatch(
			/port 9 is a placeholder/
		);
		expect(line('jsep-answer', 'm=video').explanation).toMatch(/port 0: rejected or stopped/);
		expect(line('jsep-offer', 'm=video').explanation).toMatch(/port 0 because it travels in the/);
	});

	it('misses an rtpmap where a payload type needs one', () => {
		expect(last('m=video 9 UDP/TLS/RTP/SAVPF 96').problem).toMatch(/no a=rtpmap line/);
	});
});

describe('codecs and their parameters', () => {
	it('resolves apt to the codec it repairs', () => {
		expect(line('chromium-offer-created', 'a=fmtp:97 ').explanation).toBe(
			'rtx (97): repairs payload type 96, VP8.'
		);
	});

	it('says when apt leads nowhere', () => {
		const stray = last('m=video 9 RTP/AVPF 97', 'a=rtpmap:97 rtx/90000', 'a=fmtp:97 apt=96');
		expect(stray.problem).toBe('apt names payload type “96”, which the section does not have.');
	});

	it('explains Opus parameters', () => {
		expect(line('chromium-offer-created', 'a=fmtp:111').explanation).toBe(
			'opus (111): a packet carries at least 10 ms of audio; in-band error correction is welcome: a packet may carry a coarse copy of the one before.'
		);
	});

	it('explains what RED repeats', () => {
		expect(line('chromium-offer-created', 'a=fmtp:63').explanation).toBe(
			'red (63): each packet carries opus and up to 1 earlier piece of it again.'
		);
	});

	it('explains the profiles of VP9 and AV1', () => {
		expect(line('chromium-offer-created', 'a=fmtp:98').explanation).toMatch(/8 bits, 4:2:0/);
		expect(line('safari-offer', 'a=fmtp:104').explanation).toMatch(
			/level 3\.1, about 1280×720 at 30 frames\/s; Main profile.*main tier/
		);
	});

	it.each([
		['42001f', 'Baseline', 'level 3.1'],
		['42e01f', 'Constrained Baseline', 'level 3.1'],
		['4d001f', 'Main', 'level 3.1'],
		['4d8028', 'Constrained Baseline', 'level 4'],
		['640c1f', 'Constrained High', 'level 3.1'],
		['640033', 'High', 'level 5.1'],
		['f4001f', 'High 4:4:4 Predictive', 'level 3.1'],
		['42f00b', 'Constrained Baseline', 'level 1b']
	])('reads profile-level-id %s as %s, %s', (profileLevelId, name, level) => {
		expect(h264Profile(profileLevelId)).toMatchObject({ name, level });
	});

	it.each(['', '42', '42e01', 'zzzzzz', '42e01f0'])('reads no profile from %j', (text) => {
		expect(h264Profile(text)).toBeNull();
	});

	it('says that G.722 has a clock that is not its own', () => {
		expect(line('chromium-offer-created', 'a=rtpmap:9').explanation).toMatch(/historic mistake/);
	});

	it('says what feedback is for', () => {
		expect(line('chromium-offer-created', 'a=rtcp-fb:96 nack pli').explanation).toBe(
			'For VP8 (96), the receiver asks for a new full picture when decoding fails (Picture Loss Indication).'
		);
		expect(line('chromium-offer-created', 'a=rtcp-fb:96 goog-remb').usage).toMatchObject({
			kind: 'vendor'
		});
	});
});

describe('transport', () => {
	it.each([
		['actpass', /leaves it to the answerer/],
		['active', /DTLS client: it sends the ClientHello/],
		['passive', /DTLS server: it waits/],
		['holdconn', /No connection/]
	])('says who will be the DTLS client for setup:%s', (role, sentence) => {
		expect(last('m=audio 9 RTP/AVP 0', `a=setup:${role}`).explanation).toMatch(sentence);
	});

	it('splits the priority of a candidate and puts it together again', () => {
		expect(meaningOf('chromium-offer-gathered', 'a=candidate', '2122194687')).toBe(
			'2122194687 = 126 × 2^24 + 32286 × 2^8 + (256 − 1): type preference 126, as recommended for host; local preference 32286 of 65535; component 1.'
		);
	});

	it('counts the candidates that share a foundation', () => {
		const [, candidate] =
			annotate(fixture('firefox-offer-gathered')).sections[0]?.attributes('candidate') ?? [];
		expect(candidate?.tokens.find(({ name }) => name === 'foundation')?.meaning).toMatch(
			/here 2 candidates of this section share it\.$/
		);
	});

	it('explains what mDNS hides', () => {
		const candidate = line('firefox-offer-gathered', 'a=candidate');
		expect(candidate.explanation).toMatch(/random name that only the local network can resolve/);
		expect(candidate.spec?.document).toBe('draft-ietf-mmusic-mdns-ice-candidates');
	});

	it('names the sections that a bundle joins', () => {
		expect(line('chromium-offer-created', 'a=group').explanation).toBe(
			'Sections 0 (audio), 1 (video) and 2 (application) share one transport: one ICE connection, one DTLS handshake, one port.'
		);
	});

	it('explains ICE options one by one', () => {
		expect(line('jsep-offer', 'a=ice-options').explanation).toBe(
			'This ICE agent says: trickle (candidates may follow one by one, after this description) and ice2 (this side follows RFC 8445).'
		);
	});
});

describe('streams', () => {
	it('tells the stream from the track in msid', () => {
		expect(last('m=audio 9 RTP/AVP 0', 'a=msid:stream track').explanation).toMatch(
			/^Track track belongs to MediaStream stream/
		);
		expect(last('m=audio 9 RTP/AVP 0', 'a=msid:- track').explanation).toMatch(/without belonging/);
	});

	it('says which SSRC repeats which', () => {
		const group = line('chromium-answer-created', 'a=ssrc-group:FID');
		expect(group.explanation).toMatch(/^Stream \d+ repeats lost packets of stream \d+ \(RTX\)\.$/);
	});

	it('says what header extensions do, and in which direction', () => {
		expect(line('firefox-offer-created', 'a=extmap:2/recvonly').explanation).toBe(
			'RTP header extension 2, only in what this side receives: each packet tells how loud each voice in a mix is.'
		);
	});

	it('counts the versions of simulcast and finds their a=rid lines', () => {
		expect(line('chromium-simulcast-offer', 'a=simulcast').explanation).toMatch(/3 versions/);
		expect(meaningOf('chromium-simulcast-offer', 'a=simulcast', 'h')).toMatch(/a=rid:h/);
		expect(line('sfu-answer', 'a=simulcast').tokens.map(({ name }) => name)).toContain('paused');
		expect(last('m=video 9 RTP/AVPF 0', 'a=simulcast:send x').problem).toMatch(/No a=rid line/);
	});
});

describe('who writes what', () => {
	it.each([
		['chrome-2016-plan-b-offer', 'a=sctpmap', 'legacy'],
		['chrome-2016-plan-b-offer', 'a=x-google-flag', 'vendor'],
		['chrome-2016-plan-b-offer', 'a=fmtp:100 x-google', 'vendor'],
		['chrome-2016-plan-b-offer', 'm=application', 'legacy'],
		['chromium-offer-created', 'a=msid-semantic', 'legacy'],
		['chromium-offer-created', 'a=extmap:2 ', 'vendor'],
		['chromium-offer-created', 'a=ice-ufrag', 'standard'],
		['sfu-answer', 'a=ice-lite', 'standard']
	])('in %s, %s is %s', (name, beginning, kind) => {
		expect(line(name, beginning).usage?.kind).toBe(kind);
	});

	it.each([
		['a=ice-ufrag', 'RFC 8839', '5.4', 'https://www.rfc-editor.org/rfc/rfc8839#section-5.4'],
		['a=setup', 'RFC 5763', '5', 'https://www.rfc-editor.org/rfc/rfc5763#section-5'],
		['a=group', 'RFC 9143', '5', 'https://www.rfc-editor.org/rfc/rfc9143#section-5']
	])('cites the source of %s', (beginning, document, section, url) => {
		expect(line('chromium-offer-created', beginning).spec).toEqual({ document, section, url });
	});
});
