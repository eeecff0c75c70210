import { describe, expect, it } from 'vitest';
import { annotate } from '../../src/lib/sdp';
import { tokenFaults, uncovered } from './cover';
import { lastOf, meaningIn } from './in-section';

const VIDEO = ['m=video 9 RTP/AVPF 96 97', 'a=rtpmap:96 VP8/90000', 'a=rtpmap:97 H264/90000'];
const DATA = ['m=application 9 UDP/DTLS/SCTP webrtc-datachannel'];
const video = (text: string) => lastOf([...VIDEO, text]);
const data = (text: string) => lastOf([...DATA, text]);
const session = (text: string) => lastOf(['v=0', text]);

describe('what a session says of itself', () => {
	it.each([
		['a=cat:foo.bar', 'The session is of the category “foo.bar”, from the general to the special.'],
		['a=keywds:golf master', 'The session can be found by the words “golf master”.'],
		['a=type:meeting', 'A meeting: everybody may speak.'],
		['a=type:broadcast', 'A broadcast: one side sends, the others receive only.'],
		['a=type:moderated', 'A moderated session: somebody gives the floor.'],
		['a=type:test', 'A test: it need not be shown to people.'],
		['a=type:H332', 'A loosely coupled H.332 session: a few speak, the others listen.'],
		['a=charset:ISO-8859-1', 'Names and titles are written in ISO-8859-1 instead of UTF-8.'],
		['a=charset:UTF-8', 'Names and titles are written in UTF-8, as they are without this line.'],
		['a=sdplang:fr', 'Names and titles in this description are in the language “fr”.'],
		['a=tool:x', 'The description was made with “x”.']
	])('%s: %s', (text, sentence) => {
		const line = session(text);
		expect(line).toMatchObject({ problem: null, explanation: sentence });
		expect(line.spec?.document).toBe('RFC 8866');
		expect(tokenFaults(line)).toEqual([]);
		expect(uncovered(line)).toBe('');
	});

	it.each([
		['a=type:party', 'The type must be broadcast, meeting, moderated, test or H332.'],
		['a=charset:', 'The charset is missing.'],
		['a=lang:-', 'A language is a tag of BCP 47, such as en or de-CH.'],
		['a=sdplang:english language', 'There is more on the line than belongs there.'],
		['a=keywds:', 'The keywords are missing.'],
		['a=cat:', 'The category is missing.'],
		['a=tool:', 'The tool is missing.']
	])('%s: %s', (text, problem) => {
		expect(session(text).problem).toBe(problem);
	});
});

describe('what a section says of its media', () => {
	it.each([
		['a=orient:portrait', 'The pages of the workspace stand upright.'],
		['a=orient:landscape', 'The pages of the workspace lie on their side.'],
		['a=orient:seascape', 'The pages of the workspace lie upside down on their side.'],
		['a=quality:10', 'Of the quality of still pictures the best is wanted (10 of 10).'],
		['a=quality:5', 'Quality 5 of 10, where 5 is what is usual.'],
		['a=quality:0', 'The worst quality that is still usable (0 of 10).'],
		['a=framerate:29.97', 'The video has at most 29.97 frames per second.'],
		['a=content:slides,main', 'The section shows: slides (a presentation) and the main media.'],
		['a=content:g.3gpp.cat', 'The section shows: “g.3gpp.cat”.'],
		['a=maxmptime:40', 'A packet may carry at most 40 ms of audio, whichever the codec.'],
		[
			'a=websocket-uri:wss://example.com/ws',
			'The WebSocket of this section is opened at wss://example.com/ws.'
		]
	])('%s: %s', (text, sentence) => {
		const line = video(text);
		expect(line).toMatchObject({ problem: null, explanation: sentence, known: true });
		expect(tokenFaults(line)).toEqual([]);
		expect(uncovered(line)).toBe('');
	});

	it.each([
		['a=orient:up', 'The orientation must be portrait, landscape or seascape.'],
		['a=quality:11', 'The quality must be a number from 0 to 10.'],
		['a=framerate:0', 'The frame rate must be a number greater than 0.'],
		['a=framerate:0.0', 'The frame rate must be a number greater than 0.'],
		['a=ptime:0', 'The time must be a number greater than 0.'],
		['a=ptime:-20', 'The time must be a number greater than 0.'],
		['a=maxptime:0', 'The time must be a number greater than 0.'],
		['a=maxmptime:x', 'The time must be a number greater than 0.'],
		['a=websocket-uri:http://example.com', 'The address must begin with ws:// or wss://.'],
		['a=content:', 'The mediacnt-tag is missing.']
	])('%s: %s', (text, problem) => {
		expect(video(text).problem).toBe(problem);
	});

	it('cites where each is defined', () => {
		const cited = (text: string) => {
			const { spec } = video(text);
			return [spec?.document, spec?.section];
		};
		expect(cited('a=orient:portrait')).toEqual(['RFC 8866', '6.8']);
		expect(cited('a=quality:1')).toEqual(['RFC 8866', '6.14']);
		expect(cited('a=websocket-uri:ws://x')).toEqual(['RFC 8124', null]);
		expect(cited('a=maxmptime:1')[0]).toBe('ITU-T V.152');
	});
});

describe('a=imageattr', () => {
	it.each([
		[
			'97 send [x=1280,y=720] recv *',
			'H264 (97): this side sends pictures of 1280×720; it is ready to receive any size.'
		],
		[
			'* recv [x=800,y=640,sar=1.1,q=0.6] [x=480,y=320]',
			'All payload types: this side is ready to receive pictures of 800×640 (pixel aspect ratio 1.1, preference 0.6) or 480×320.'
		],
		[
			'96 recv [x=[48:1920],y=[48:1080],q=1.0]',
			'VP8 (96): this side is ready to receive pictures of 48 to 1920 × 48 to 1080 (preference 1.0).'
		],
		[
			'96 send [x=[320:16:640],y=[240:16:480],par=[1.2-1.3]]',
			'VP8 (96): this side sends pictures of 320 to 640 in steps of 16 × 240 to 480 in steps of 16 (picture aspect ratio 1.2 to 1.3).'
		],
		[
			'96 send [x=[480,800],y=[320,640],sar=[0.9,1.1]]',
			'VP8 (96): this side sends pictures of 480 or 800 × 320 or 640 (pixel aspect ratio 0.9 or 1.1).'
		],
		['96 send * recv *', 'VP8 (96): this side sends any size; it is ready to receive any size.']
	])('%s: %s', (value, sentence) => {
		const line = video(`a=imageattr:${value}`);
		expect(line).toMatchObject({ problem: null, explanation: sentence });
		expect(tokenFaults(line)).toEqual([]);
		expect(uncovered(line)).toBe('');
	});

	it.each([
		['97', 'The direction is missing.'],
		['97 both *', 'Each list of sizes needs send or recv before it.'],
		['97 send', 'The sizes are missing.'],
		['97 send [x=1280]', 'A size needs x and y.'],
		['97 send [x=1280,y=tall]', 'In a size, y must be a number, or numbers in brackets.'],
		['97 send [x=0,y=1]', 'In a size, x must be a number, or numbers in brackets.'],
		['97 send [x=1,y=1,q=2]', 'In a size, q must be a number from 0 to 1.'],
		['97 send [x=1,y=1,sar=wide]', 'In a size, sar must be a number, or numbers in brackets.'],
		['97 send [x=1,y=1', 'A size ends with ].'],
		['97 send * send *', 'There may be one list for send and one for recv.'],
		['99 send *', 'The section has no payload type “99”.']
	])('%s: %s', (value, problem) => {
		const line = video(`a=imageattr:${value}`);
		expect(line.problem).toBe(problem);
		expect(tokenFaults(line)).toEqual([]);
		expect(uncovered(line)).toBe('');
	});
});

describe('data channels that are agreed on', () => {
	it.each([
		[
			'0 subprotocol="MSRP";label="chat"',
			'Data channel 0 is agreed on here: subprotocol MSRP; label “chat”.'
		],
		[
			'2 ordered=false;max-retr=3',
			'Data channel 2 is agreed on here: messages may overtake each other; each is sent again at most 3 times.'
		],
		[
			'4 ordered=true;max-time=10000;priority=512',
			'Data channel 4 is agreed on here: messages stay in order; each is sent again for at most 10000 ms; priority 512.'
		],
		['6', 'Data channel 6 is agreed on here.'],
		['8 label="a;b=c"', 'Data channel 8 is agreed on here: label “a;b=c”.'],
		['8 label="a%22b"', 'Data channel 8 is agreed on here: label “a%22b”.'],
		['8 label=""', 'Data channel 8 is agreed on here: no label.']
	])('a=dcmap:%s: %s', (value, sentence) => {
		const line = data(`a=dcmap:${value}`);
		expect(line).toMatchObject({ problem: null, explanation: sentence });
		expect(tokenFaults(line)).toEqual([]);
		expect(uncovered(line)).toBe('');
	});

	it.each([
		['70000', 'The stream must be a number from 0 to 65534.'],
		['65535', 'The stream must be a number from 0 to 65534.'],
		['0 ordered=maybe', 'ordered must be true or false, not “maybe”.'],
		['0 max-retr=often', 'max-retr must be a number, not “often”.'],
		[
			'0 max-retr=1;max-time=1',
			'A message can be limited by max-retr or by max-time, not by both.'
		],
		['0 label=chat', 'The label must be in quotation marks.'],
		['0 label="chat', 'The label must be in quotation marks.'],
		['0 colour=red', 'RFC 8864 does not define “colour”.'],
		['0 ordered=true;', 'A parameter is missing between two signs.']
	])('a=dcmap:%s: %s', (value, problem) => {
		const line = data(`a=dcmap:${value}`);
		expect(line.problem).toBe(problem);
		expect(tokenFaults(line)).toEqual([]);
		expect(uncovered(line)).toBe('');
	});

	it('finds a channel that is described twice', () => {
		expect(lastOf([...DATA, 'a=dcmap:0', 'a=dcmap:0']).problem).toBe(
			'Data channel 0 is described twice.'
		);
	});

	it.each([
		['a=sctpmap:70000 webrtc-datachannel 1024', 'The port must be a number from 0 to 65535.'],
		['a=sctpmap:x webrtc-datachannel', 'The port must be a number from 0 to 65535.'],
		[
			'a=sctpmap:5000 webrtc-datachannel many',
			'The number of streams must be a number from 0 to 65535.'
		],
		[
			'a=sctpmap:5000 webrtc-datachannel 70000',
			'The number of streams must be a number from 0 to 65535.'
		],
		['a=sctp-port:65536', 'The port must be a number from 0 to 65535.'],
		['a=sctp-port:-1', 'The port must be a number from 0 to 65535.'],
		['a=max-message-size:1.5', 'The size must be a number.'],
		['a=max-message-size:-1', 'The size must be a number.'],
		['a=dcsa:x accept-types:text/plain', 'The stream must be a number from 0 to 65534.']
	])('%s: %s', (text, problem) => {
		expect(data(text).problem).toBe(problem);
	});
});

describe('header extensions that were not known', () => {
	it.each([
		['urn:ietf:params:rtp-hdrext:splicing-interval', 'RFC 8286'],
		['urn:ietf:params:rtp-hdrext:sdes:CCID', 'RFC 8849'],
		['urn:ietf:params:rtp-hdrext:ntp-56', 'RFC 6051']
	])('%s is defined in %s', (uri, document) => {
		const line = lastOf([...VIDEO, `a=extmap:3 ${uri}`]);
		expect(line.problem).toBeNull();
		expect(line.explanation).not.toMatch(/not known/);
		expect(line.spec?.document).toBe(document);
		expect(meaningIn(line, 'uri')).not.toMatch(/not known/);
	});

	it('finds a number that two extensions of a section have', () => {
		const twice = (id: string) =>
			lastOf([...VIDEO, `a=extmap:${id} urn:a`, `a=extmap:${id} urn:b`]).problem;
		expect(twice('3')).toBe('Another extension of this section has the number 3.');
		// Those of an offer that are to choose from share one (RFC 8285, 7).
		expect(twice('4096')).toBeNull();
	});

	it('finds a number that one-byte headers keep for themselves', () => {
		expect(lastOf([...VIDEO, 'a=extmap:15 urn:a']).problem).toBeNull();
		expect(meaningIn(lastOf([...VIDEO, 'a=extmap:15 urn:a']), 'id')).toMatch(/two bytes/);
		expect(lastOf([...VIDEO, 'a=extmap:256 urn:a']).problem).toMatch(/1 to 255/);
		expect(lastOf([...VIDEO, 'a=extmap:4352 urn:a']).problem).toMatch(/1 to 255/);
		expect(lastOf([...VIDEO, 'a=extmap:1.0 urn:a']).problem).toMatch(/1 to 255/);
		expect(lastOf([...VIDEO, 'a=extmap:0x1 urn:a']).problem).toMatch(/1 to 255/);
	});
});

describe('names and limits', () => {
	it.each([
		['b=AS:-1', 'The bandwidth must be a number.'],
		['b=TIAS:1.5', 'The bandwidth must be a number.'],
		['b=A(S:1', 'The type of a bandwidth has letters, digits and a few signs only.']
	])('%s: %s', (text, problem) => {
		expect(video(text).problem).toBe(problem);
	});

	it('takes no name for a section that is no token', () => {
		expect(video('a=mid:a(b').problem).toBe(
			'A mid is a token: letters, digits and a few signs, such as - and _.'
		);
		expect(annotate('a=group:BU(NDLE').lines[0]?.problem).toBe(
			'The semantics are a token: letters, digits and a few signs, such as - and _.'
		);
		expect(video('a=mid:{0}').problem).toBeNull();
	});
});
