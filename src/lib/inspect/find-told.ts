import { finderIn } from './line-finder';
import { findDeclined } from './find-declined';

/** An `icecandidateerror` as a page or a console tells of it (webrtc-pc, 4.8.3). */
export interface FoundError {
	readonly code: number;
	/** The server: `turn:turn.example.org:3478`; null where it is not told. */
	readonly url: string | null;
	/** Where it is told, from 1. */
	readonly line: number;
}

/** A state of ICE or of the connection, as a page or a log tells of it. */
export interface FoundState {
	readonly state: string;
	/** Where it is told, from 1. */
	readonly line: number;
	/** Whether it is of ICE alone, after which DTLS is still to come; else of the whole connection. */
	readonly isOfIce: boolean;
}

/** What a browser said when it refused a description, as a console shows it. */
export interface FoundRefusal {
	readonly words: string;
	/** Where it is told, from 1. */
	readonly line: number;
}

/** What a text tells of how a call went, besides descriptions and candidates. */
export interface FoundCourse {
	readonly refusals: readonly FoundRefusal[];
	readonly errors: readonly FoundError[];
	/** In the order in which they are told. */
	readonly states: readonly FoundState[];
	/** How SIP refused what was offered, where nothing was taken after it. */
	readonly declined?: FoundRefusal | null;
}

const CODE = /\berror_?code["']?\s{0,3}[:=]\s{0,3}["']?([3-7]\d\d)\b/gi;
const URL_BESIDE = /\burl["']?\s{0,3}[:=]\s{0,3}["']?((?:stun|turn)s?:[^\s"',;})]{1,200})/gi;
/** The members of an event stand within so much, in UTF-16 code units. */
const NEAR = 400;

const WORD = '(?:new|checking|connecting|connected|completed|disconnected|failed|closed)';
/** What stands between two states that follow each other; the page of Chromium 156 has them in quotes. */
const NEXT = String.raw`["']? ?(?:=>|->|→) ?["']?`;
/** `ICE connection state: new => "checking" => "failed"`, `iceconnectionstatechange` with the state behind it. */
const STATES = new RegExp(
	String.raw`\b(?:on)?(?:ice ?)?connection ?state(?: ?changed?)?(?: \(legacy\))?(?!\s*[!=]=)(?: to| is)?[\s"'\`:=,>→-]{1,12}(${WORD}(?:${NEXT}${WORD}){0,30})\b(?![\w-])`,
	'gi'
);
/**
 * How logs of servers and of apps tell a state: pion `Setting new connection state: Failed`, libnice and Janus
 * `… -> failed`, `Component state changed for component 1 in stream 1: 5 (failed)`, werift and aiortc as browsers
 * do; ice4j `ICE state changed from Running to Failed`, libdatachannel `Changed ICE state to failed`, OBS
 * `PeerConnection state is now: Failed`, Android `onIceConnectionChange: FAILED`; Kurento of the component for
 * RTP, str0m `State change (no possible pairs): Checking -> Disconnected`.
 */
const LOGGED = new RegExp(
	String.raw`\b(?:Setting new connection state:|(?:peer|ICE) connection state (?:has )?changed:?|STATE-CHANGE \w{1,20} ->|Component state changed for component \d{1,3} in stream \d{1,3}: \d \(|OnI(?:CE|ce)ConnectionStateChange:|OnConnectionStateChange:|ICE state changed from \w{1,20} to|changeState@\d{1,5}\] Changed state to|Changed ICE state to|ICE (?:component )?state(?: ?changed?)?(?: is| to)?[\\"']{0,2}\s?(?:[:=]|[=-]>|→)?\s?[\\"']{0,2}|PeerConnection state is now:|State change \([\w ]{1,60}\): \w{1,20} ->|IceComponentStateChange\w{0,3}\b(?=[^\r\n]{0,200}?componentId[\\"']{0,2}\s?[:=]\s?[\\"']{0,2}1\b)[^\r\n]{0,300}?\bstate[\\"']{0,2}\s?[:=]\s?[\\"']{0,2}|on(?:Ice|Standardized(?:Ice)?)?ConnectionChange(?:\(\))?:?)\s{0,3}(${WORD})\b`,
	'gi'
);
/** A line of Flutter or iOS that ends with a state: programs compare with them, and have them in the middle. */
const ENUM = new RegExp(
	String.raw`(?<!case |[=!]=\s?|[\w.])(?:RTC\w{1,20}State\.)?RTC(?:Ice|Peer)ConnectionState(${WORD})(?=["'\s)\]}]*(?:[\r\n]|$))`,
	'gi'
);
/** What begins the words for a state of ICE alone. */
const OF_ICE =
	/^(?:(?:on)?(?:RTC\w{1,20}State\.)?(?:RTC)?ice|on(?:Standardized)?Ice|setting new|STATE-CHANGE|component state|changed ice)/i;
/**
 * How servers tell that there is a connection, keys and all: Janus, rtpengine and FreeSWITCH, of each the
 * last that comes before media.
 */
const READY =
	/\b(?:DTLS handshake for (?:the )?component \d{1,3} in stream \d{1,3} has been completed|The DTLS handshake has been completed|WebRTC media is now available|DTLS-SRTP successfully negotiated|DTLS state from \w{1,20} to READY)|"janus"\s?:\s?"webrtcup"/g;
/** How Chromium and Safari begin, Firefox, aiortc, Safari again, and pion and webrtc-rs. */
const REFUSAL =
	/\b(?:Failed to (?:execute 'set(?:Local|Remote)Description'|set (?:local|remote) (?:offer|answer|pranswer) sdp|parse SessionDescription)|Cannot (?:set (?:local|remote)|create) (?:offer|answer) in state|Cannot handle (?:offer|answer) in signaling state|[Dd]escription type incompatible with current signaling state|[Ii]nvalid proposed signaling state transition)[^\r\n]{0,300}/g;
/** What stands in front of what it is about, and behind it. */
const AROUND = /^Failed to execute '\w+' on 'RTCPeerConnection': |["'\x60\s)}\]]+$/g;

/** At most so many are told one by one: the last ones count. */
const MOST = 200;

/** The errors of servers, what browsers refused, and the states of ICE and of the connection, that a text tells of. Linear. */
export function findCourse(text: string): FoundCourse {
	const finder = finderIn(text);
	const errors = [...text.matchAll(CODE)].slice(-MOST).map(({ 1: code, index }): FoundError => {
		const front = text.slice(Math.max(0, index - NEAR), index);
		// Its own members begin behind the event before it.
		const own = front.slice(front.search(/error_?code(?![^]*error_?code)/i) + 1);
		const behind = text.slice(index, index + NEAR);
		const url = [...own.matchAll(URL_BESIDE)].at(-1) ?? [...behind.matchAll(URL_BESIDE)][0];
		return { code: Number(code), url: url?.[1] ?? null, line: finder.lineAt(index) };
	});
	const told = [STATES, LOGGED, ENUM, READY]
		.flatMap((words) => [...text.matchAll(words)])
		.sort((one, other) => one.index - other.index);
	const states = told.slice(-MOST).flatMap(({ 0: whole, 1: words = 'connected', index }) => {
		const line = finder.lineAt(index);
		const isOfIce = OF_ICE.test(whole);
		return words
			.split(new RegExp(NEXT))
			.map((state) => ({ state: state.toLowerCase(), line, isOfIce }));
	});
	const refusals = [...text.matchAll(REFUSAL)].slice(-MOST).map(({ 0: words, index }) => ({
		words: words.replace(AROUND, ''),
		line: finder.lineAt(index)
	}));
	const declined = findDeclined(text);
	return {
		refusals,
		errors,
		states,
		declined: declined && { words: declined.words, line: finder.lineAt(declined.at) }
	};
}
