import { describe, it } from 'vitest';
import { each, escaped, expectExchange, feeds, linesOf, quoted, type Form } from './written-forms';

const init = (type: string, sdp: string) => JSON.stringify({ type, sdp });
const sip = (start: string, sdp: string) =>
	`${start}\nCall-ID: abc\nCSeq: 1 INVITE\nContent-Type: application/sdp\n\n${feeds(sdp)}`;
const INVITE = 'INVITE sip:jane@example.org SIP/2.0';
const OK = 'SIP/2.0 200 OK';
const har = (...entries: object[]) => JSON.stringify({ log: { version: '1.2', entries } }, null, 2);

const BROWSERS: Readonly<Record<string, Form>> = {
	'a HAR file of WHIP': (offer, answer) =>
		har({
			request: { method: 'POST', postData: { mimeType: 'application/sdp', text: offer } },
			response: { status: 201, content: { mimeType: 'application/sdp', text: answer } }
		}),
	'a HAR file whose bodies are in base64': (offer, answer) =>
		har({
			request: { method: 'POST', postData: { mimeType: 'application/sdp', text: offer } },
			response: { content: { encoding: 'base64', text: Buffer.from(answer).toString('base64') } }
		}),
	'a HAR file with frames of a WebSocket': (offer, answer) =>
		har({
			_resourceType: 'websocket',
			_webSocketMessages: [
				{ type: 'send', time: 1.1, opcode: 1, data: init('offer', offer) },
				{ type: 'receive', time: 1.2, opcode: 1, data: init('answer', answer) }
			]
		}),
	'the list of frames': (offer, answer) =>
		`↑\t${init('offer', offer)}\t4.5 kB\t10:00:01.123\n↓\t${init('answer', answer)}\t4.4 kB\t10:00:01.456\n`,
	'frames of socket.io': (offer, answer) =>
		`42["message",${init('offer', offer)}]\n42["message",${init('answer', answer)}]\n`,
	'curl, and what came back': (offer, answer) =>
		`curl 'https://example.org/' -X POST --data-raw '${init('offer', offer)}'\n${init('answer', answer)}\n`,
	'curl with a literal of the shell': (offer, answer) =>
		`curl 'https://example.org/whip' \\\n  -H 'content-type: application/sdp' \\\n  --data-raw $'${escaped(offer)}' \\\n  --compressed\n\n${feeds(answer)}`,
	'fetch, as it is copied': (offer, answer) =>
		`fetch("https://example.org/", {\n  "body": ${quoted(init('offer', offer))},\n  "method": "POST"\n});\n${init('answer', answer)}`,
	'the console of Safari': each(
		(text, type) => `[Log] ${type} – "${feeds(text)}" (main.js, line 12)`
	),
	'the console of React Native': each(
		(text, type) => ` LOG  ${type} {"sdp": "${escaped(text)}", "type": "${type}"}`
	)
};

const SERVERS: Readonly<Record<string, Form>> = {
	'SIP as Wireshark copies it': (offer, answer) => sip(INVITE, offer) + sip(OK, answer),
	Asterisk: (offer, answer) =>
		`<--- Received SIP request (4000 bytes) from WSS:192.0.2.1:5000 --->\n${sip(INVITE, offer)}\n<--- Transmitting SIP response (4000 bytes) to WSS:192.0.2.1:5000 --->\n${sip(OK, answer)}\n\n`,
	FreeSWITCH: (offer, answer) =>
		`2026-01-01 10:00:00.100000 [DEBUG] sofia.c:7503 Remote SDP:\n${feeds(offer)}\n2026-01-01 10:00:00.200000 [DEBUG] mod_sofia.c:899 Local SDP sofia/internal/1000@x:\n${feeds(answer)}\n`,
	'Kamailio in syslog': each(
		(text, type) =>
			`Jan  1 10:00:00 sip /usr/sbin/kamailio[123]: INFO: <script>: ${type} body [${text.replaceAll('\r\n', '#015#012')}]`
	),
	'rtpengine’s own protocol': each(
		(text, type) => `12_1 d3:sdp${text.length}:${text}7:command${type.length}:${type}e`
	),
	'the same with dots for line ends': each(
		(text, type) =>
			`Dump for '${type}': d3:sdp${text.length}:${text.replaceAll('\r\n', '..')}7:command${type.length}:${type}e`
	),
	Janus: (offer, answer) =>
		`[Thu Jan  1 10:00:00 2026] [videoroom-0x1] Handling message: {\n   "jsep": ${JSON.stringify({ type: 'offer', sdp: offer }, null, 3)}\n}\nSending: ${JSON.stringify({ janus: 'event', jsep: { type: 'answer', sdp: answer } }, null, 3)}\n`,
	'mediasoup-client': each(
		(text, type) =>
			`mediasoup-client:Chrome111 send() | calling pc.set${type === 'offer' ? 'Local' : 'Remote'}Description() [${type}:%o] +5ms {type: '${type}', sdp: '${escaped(text)}'}`
	),
	'LiveKit, in the text of Protocol Buffers': each(
		(text, type) => `${type} {\n  type: "${type}"\n  sdp: "${escaped(text)}"\n}`
	),
	GStreamer: each(
		(text, type) =>
			`0:00:01.100 123 0x55 INFO webrtcbin gstwebrtcbin.c:6000:_set_description_task:<sendrecv> SDP ${type}\n${feeds(text)}`
	),
	aiortc: each(
		(text, type) =>
			`DEBUG:aiortc:RTCPeerConnection() RTCSessionDescription(sdp='${escaped(text)}', type='${type}')`
	),
	'zap of Go': each(
		(text, type) =>
			`2026-01-01T10:00:00.000Z\tINFO\tlivekit\trtc/participant.go:100\treceived ${type}\t${init(type, text)}`
	),
	'FreeSWITCH’s Verto': (offer, answer) =>
		`[SEND wss1] > {"method":"verto.invite","params":{"sdp":${quoted(offer)}},"id":5}\n[RECV wss1] < {"method":"verto.answer","params":{"sdp":${quoted(answer)}}}\n`,
	'CloudWatch in JSON': (offer, answer) =>
		JSON.stringify({
			events: [
				{ timestamp: 1, message: `offer: ${offer}` },
				{ timestamp: 2, message: `{"msg":"got","jsep":${init('answer', answer)}}` }
			]
		}),
	'Docker, which writes a line an entry': (offer, answer) =>
		['offer', ...linesOf(offer), 'answer', ...linesOf(answer)]
			.map((line) => JSON.stringify({ log: `${line}\n`, stream: 'stdout' }))
			.join('\n')
};

describe('an offer and its answer are read as browsers pass them on:', () => {
	it.each(Object.entries(BROWSERS))('%s', (_, form) => expectExchange(form));
});

describe('and as servers and libraries log them:', () => {
	it.each(Object.entries(SERVERS))('%s', (_, form) => expectExchange(form));
});
