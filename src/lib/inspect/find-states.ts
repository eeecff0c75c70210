import type { Finder } from './line-finder';
import { isProgram } from './program-line';
import { isCounted, isOfOther, nameOf, NUMBERED_NAME } from './state-subject';

/** A state of ICE or of the connection, as a page or a log tells of it. */
export interface FoundState {
	readonly state: string;
	/** Where it is told, from 1. */
	readonly line: number;
	/** Whether it is of ICE alone, after which DTLS is still to come; else of the whole connection. */
	readonly isOfIce: boolean;
	/** Which of several connections it is of, where the text tells them apart by a name. */
	readonly of?: string;
}

/** The numbers that stand for states in libwebrtc (peer_connection_interface.h). */
const NUMBERS = {
	ice: ['new', 'checking', 'connected', 'completed', 'failed', 'disconnected', 'closed'],
	peer: ['new', 'connecting', 'connected', 'disconnected', 'failed', 'closed']
} as const;

const WORD = '(?:new|checking|connecting|connected|completed|disconnected|failed|closed)';
/** A quote, as it stands in JSON that is itself a string, too. */
const QUOTE = String.raw`\\{0,3}["']`;
/** What stands between two states that follow each other; the page of Chromium 156 has them in quotes. */
const NEXT = String.raw`["']? ?(?:=>|->|→) ?["']?`;
/** The state before it, by its name and its number: `from checking(1)`. */
const FROM = String.raw`(?: from:? ["']?\w{1,20}(?:\(\d\))?["']?)?`;
/** `ICE connection state: new => "checking" => "failed"`, `iceconnectionstatechange` with the state behind it. */
const STATES = new RegExp(
	String.raw`\b(?:(?:on|RTC)?(?:(?:ice|peer) ?)?connection ?state|(?:ice|peer)-connection-state|(?:ice|peer) ?connection ?status)(?: ?(?:has )?changed?)?(?: \(legacy\))?(?!\s*[!=]=)${FROM}(?: to| is(?: now)?)?(?:[\s"'\`:=,>→–—-]|\[(?!["'\`])){1,12}(${WORD}(?:${NEXT}${WORD}){0,30})\b(?![\w-])`,
	'gi'
);
/** How logs of servers, of libraries and of apps tell a state that stands behind. */
const TELLERS = [
	// pion and webrtc-rs
	'Setting new connection state:',
	String.raw`(?:peer|ICE) connection state (?:has )?changed:?`,
	// libnice, Janus and GStreamer
	String.raw`(?<!component [2-9] )STATE-CHANGE \w{1,20} ->`,
	String.raw`Component state changed for component \d{1,3} in stream \d{1,3}: \d \(`,
	// Go, and what is named after the events
	'OnI(?:CE|ce)ConnectionStateChange:',
	'OnConnectionStateChange:',
	// ice4j
	String.raw`ICE state changed from \w{1,20} to`,
	// libdatachannel and libjuice
	String.raw`changeState[@:]?\d{0,5}\]?:? Changed state to`,
	'Changed ICE state to',
	String.raw`(?:juice|agent\.c:\d{1,5}): Changing state to`,
	// Apps
	String.raw`ICE (?:component )?state(?: ?changed?)?(?: is| to)?[\\"']{0,2}\s?(?:[:=]|[=-]>|→)?\s?[\\"']{0,2}`,
	// OBS
	'PeerConnection state is now:',
	// SIPSorcery, which has the state in place of the word
	String.raw`Peer connection \w{1,20} changed? to`,
	// str0m
	String.raw`State change \([\w ]{1,60}\): \w{1,20} ->`,
	String.raw`IceConnectionStateChange\(`,
	// aiortc and aioice
	String.raw`RTC(?:Ice|Dtls)Transport\(\w{1,20}\) - (?:State\.)?\w{1,20} -> (?:State\.)?`,
	String.raw`Connection\(\d{1,6}\) ICE(?= completed)`,
	// mediasoup
	String.raw`OnIceServer\w{1,20}\(\) \| ICE`,
	String.raw`(?<=\[)(?:iceState:|dtlsState:(?=connected))`,
	// The transports of webrtc-pc, 5.5 and 5.6, of which that of DTLS is the last before media
	String.raw`(?:RTC)?ICE ?transport[ .]?state(?: ?changed?)?(?: is| to)?\s?(?:[:=]|[=-]>|→)?`,
	String.raw`(?:RTC)?DTLS ?transport[ .]?state(?: ?changed?)?(?: is| to)?\s?(?:[:=]|[=-]>|→)?(?=\s{0,3}["']?connected)`,
	// Kinesis
	String.raw`Ice agent state changed from \w{1,60} to ICE_AGENT_STATE_`,
	// Safari
	String.raw`RTCPeerConnection::\w{0,12}ConnectionState\w{0,12}\([0-9A-F]{4,20}\)(?: state changed${FROM} to)?`,
	// Kurento, of the component for RTP
	String.raw`IceComponentStateChange\w{0,3}\b(?=[^\r\n]{0,200}?componentId[\\"']{0,2}\s?[:=]\s?[\\"']{0,2}1\b)[^\r\n]{0,300}?\bstate[\\"']{0,2}\s?[:=]\s?[\\"']{0,2}`,
	// Android
	String.raw`on(?:Ice|Standardized(?:Ice)?)?ConnectionChange(?:\(\))?(?: called with)?[ ,:=>-]{0,4}(?:(?:new ?)?state\b[ :=]{1,3})?\[?`,
	// OpenVidu
	String.raw`IceConnectionState of RTCPeerConnection [^\r\n]{1,80}? changed? to`
];
const LOGGED = new RegExp(String.raw`\b(?:${TELLERS.join('|')})\s{0,3}["']?(${WORD})\b`, 'gi');
/** An event by its name, with the state in another member of it, in front or behind. */
const EVENT = String.raw`${QUOTE}(?:on)?(?:ice)?[_-]?connection[_-]?state[_-]?changed?${QUOTE}`;
const MEMBER = String.raw`${QUOTE}(?:new_?)?(?:state|value)${QUOTE}\s?:\s?${QUOTE}(${WORD})${QUOTE}`;
const EVENTS = new RegExp(
	String.raw`${EVENT}\s?,[^{}]{0,200}?${MEMBER}|${MEMBER}\s?,[^{}]{0,200}?${EVENT}`,
	'gi'
);
/** Words for a change behind which the state is a member: LiveKit, and other logs of lines with fields. */
const FIELDS = new RegExp(
	String.raw`\b(?:(?:ice|peer)[ _-]?)?connection[ _-]?state[ _-]?changed?\b\\{0,3}["']?[^}\r\n]{0,300}?(?<![\w.])(?:new_?)?state\\{0,3}["']?\s?[:=]\s?\\{0,3}["']?(${WORD})\b(?![\w(-])`,
	'gi'
);
/** The event of Kurento with its state in front of its type, of the component for RTP. */
const COMPONENT = new RegExp(
	String.raw`\{(?=[^{}]{0,400}\bcomponentId\\{0,3}["']\s?:\s?\\{0,3}["']?1\b)(?=[^{}]{0,400}"IceComponentStateChange)[^{}]{0,400}?\bstate\\{0,3}["']\s?:\s?\\{0,3}["'](${WORD})\b`,
	'gi'
);
/** Janus, to those that handle its events. */
const HANDLED = new RegExp(
	String.raw`${QUOTE}ice${QUOTE}\s?:\s?${QUOTE}(${WORD})${QUOTE}\s?,\s{0,40}${QUOTE}(?:stream|component)_id`,
	'gi'
);
/** libwebrtc itself, and Swift, which tell a state by its number. */
const NUMBERED =
	/\b(?:IceConnectionState \d => |RTC(?:Ice|Peer)ConnectionState\(rawValue: )([0-6])\b/g;
/** A line of Flutter or iOS that ends with a state: programs compare with them, and have them in the middle. */
const ENUM = new RegExp(
	String.raw`(?<!case |[=!]=\s?|[\w.])(?:RTC\w{1,20}State\.)?RTC(?:Ice|Peer)ConnectionState(${WORD})(?=["'\s)\]}]*(?:[\r\n]|$))`,
	'gi'
);
/** One of GStreamer, as its bindings print it. */
const PRINTED = new RegExp(
	String.raw`<enum GST_WEBRTC_(?:ICE|PEER)_CONNECTION_STATE_(${WORD}) of`,
	'gi'
);
/** What tells that the words for a state are of ICE alone. */
const OF_ICE =
	/ice[ _]?(?:connection|component|state|transport|agent|server|completed)|setting new|STATE-CHANGE|component state|juice|agent\.c|all checks|["']ice\\{0,3}["']/i;
/**
 * How servers and libraries tell that there is a connection, keys and all: Janus, rtpengine, FreeSWITCH,
 * libdatachannel and LiveKit, of each the last that comes before media.
 */
const READY =
	/\b(?:DTLS handshake for (?:the )?component \d{1,3} in stream \d{1,3} has been completed|The DTLS handshake has been completed|WebRTC media is now available|DTLS-SRTP successfully negotiated|DTLS state from \w{1,20} to READY|DTLS handshake finished$)|\brtc\/room\.go:\d{1,5}\s{1,12}participant active\b|\ball checks completed success=[1-9]|"janus"\s?:\s?"webrtcup"/gm;

/**
 * How simple-peer, PeerJS, LiveKit, Kinesis and nICEr tell that there is none, whatever it was that failed. The numbers of
 * Kinesis: no pair connected, none nominated, not recovered from a disconnection, no pair available (Include.h).
 */
const DOWN =
	/(?:^|Uncaught |promise\) |["'`])Error: Connection failed\.(?=["'`\s]|$)|\bERR_CONNECTION_FAILURE\b|\bNegotiation of connection to \S{1,80} failed\b|\bremoving participant without connection\b(?![^\r\n]{0,4000}?"reason":\s?"(?:CLIENT_REQUEST_LEAVE|DUPLICATE_IDENTITY)")|\bcould not establish pc connection\b|\ball checks completed success=0 fail=[1-9]|\b(?:status code:|IceAgent failed with) 0x5a0000(?:0d|1e|25|26)\b/gm;

/** How Janus tells that a connection was ended, by whichever side. */
const ENDED = /"janus"\s?:\s?"hangup"|\bNo WebRTC media anymore\b/gm;

/** At most so many are told one by one: the last ones count. */
const MOST = 200;

/** What tells of one state, or of several that follow each other. */
interface Told {
	readonly whole: string;
	readonly words: string;
	readonly index: number;
}

/** What such words tell; those that name no state stand for one. */
const toldBy = (words: RegExp, text: string, state = ''): Told[] =>
	[...text.matchAll(words)].map(({ 0: whole, 1: one, 2: other, index }) => ({
		whole,
		words: one ?? other ?? state,
		index
	}));

/** What is told once, where some words are part of longer ones that tell more of it. */
function apart(told: readonly Told[]): Told[] {
	let end = 0;
	return told.filter(({ whole, index }) => {
		const isPart = index < end;
		end = Math.max(end, index + whole.length);
		return !isPart;
	});
}

/** So much of the line around it is looked at. */
const AROUND = 300;

/** The line around what tells a state: in front of it, and behind it. */
function lineAround(text: string, index: number, length: number) {
	const front = text.slice(Math.max(0, index - AROUND), index).replace(/^[^]*[\r\n]/, '');
	const end = index + length;
	const behind = text.slice(end, end + AROUND).replace(/[\r\n][^]*$/, '');
	// Where the line begins further in front, what is cut off there is no beginning.
	return { front: front.length === AROUND ? ` ${front}` : front, behind };
}

/** What tells of states, with the name that its line has for the connection. */
type Named = Told & { readonly name: string | null; readonly by: string };

/** What tells of states of a call: no line of a program, which writes or compares them, and nothing else's. */
function ofCall(text: string, one: Told): Named[] {
	const { whole, words, index } = one;
	const { front, behind } = lineAround(text, index, whole.length);
	const line = front + whole + behind;
	if (isProgram(line) || isOfOther(front, whole, behind)) return [];
	const by = whole
		.replace(words, '')
		.toLowerCase()
		.replaceAll(/[^a-z]/g, '');
	return [{ ...one, name: nameOf(front, behind), by }];
}

/** Names that have several states, some of them while another has its own. */
function besideOthers(told: readonly Named[]): ReadonlySet<string> {
	const spans = new Map<string, { first: number; last: number; states: number }>();
	for (const [at, { name, words }] of told.entries()) {
		if (name === null) continue;
		const span = spans.get(name) ?? { first: at, last: at, states: 0 };
		const states = span.states + words.split(new RegExp(NEXT)).length;
		spans.set(name, { ...span, last: at, states });
	}
	const several = [...spans].filter(([, { states }]) => states > 1);
	const isBeside = ([name, { first, last }]: (typeof several)[number]) =>
		several.some(([other, one]) => other !== name && one.first < last && one.last > first);
	return new Set(several.filter(isBeside).map(([name]) => name));
}

/**
 * The names that tell connections apart: the same is told in the same words of each of them. What only one
 * has is a part of a program, and numbers that never come again are those of lines.
 */
function namesIn(told: readonly Named[]): ReadonlySet<string> {
	const names = told.flatMap(({ name }) => name ?? []);
	const isNumbered = (name: string) => NUMBERED_NAME.test(name);
	const seen = names.filter(isNumbered);
	const isAgain = seen.length > new Set(seen).size;
	const besides = besideOthers(told);
	const usable = told.filter(
		({ name }) =>
			name !== null &&
			(isAgain || !isNumbered(name)) &&
			(!isCounted(name) || isNumbered(name) || besides.has(name))
	);
	const byWords = new Map<string, Set<string>>();
	for (const { by, name } of usable) byWords.set(by, (byWords.get(by) ?? new Set()).add(name!));
	return new Set([...byWords.values()].flatMap((some) => (some.size > 1 ? [...some] : [])));
}

/** The states that a text tells of, in the order in which it does. Linear. */
export function findStates(text: string, finder: Finder): FoundState[] {
	const numbered = toldBy(NUMBERED, text).flatMap((one): Told[] => {
		const states = one.whole.startsWith('RTCPeer') ? NUMBERS.peer : NUMBERS.ice;
		const words = states[Number(one.words)];
		return words === undefined ? [] : [{ ...one, words }];
	});
	const told = [STATES, LOGGED, EVENTS, FIELDS, COMPONENT, HANDLED, ENUM, PRINTED]
		.flatMap((words) => toldBy(words, text))
		.concat(numbered, toldBy(READY, text, 'connected'), toldBy(DOWN, text, 'failed'))
		.concat(toldBy(ENDED, text, 'closed'))
		.sort((one, other) => one.index - other.index || other.whole.length - one.whole.length);
	const said = apart(told)
		.slice(-MOST)
		.flatMap((one) => ofCall(text, one));
	const names = namesIn(said);
	return said.flatMap(({ whole, words, index, name }) => {
		const line = finder.lineAt(index);
		const isOfIce = OF_ICE.test(whole);
		const of = name !== null && names.has(name) ? { of: name } : {};
		return words
			.split(new RegExp(NEXT))
			.map((state) => ({ state: state.toLowerCase(), line, isOfIce, ...of }));
	});
}
