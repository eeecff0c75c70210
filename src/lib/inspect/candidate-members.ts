/** The other members of an object stand within so much, in UTF-16 code units. */
const NEAR = 160;

/** How the members are called, by browsers, by Go and by Rust. */
const NAMES = {
	sdpMid: 'sdp_?mid',
	sdpMLineIndex: 'sdp_?mline_?index',
	usernameFragment: 'username_?fragment'
};
/** Between a name and its value, which Rust and Swift wrap: `Some("0")`. */
const IS = String.raw`\\{0,3}["']?\s{0,3}[:=]\s{0,3}(?:(?:Some|Optional)\()?\\{0,3}["']?`;
const MEMBERS = [
	['sdpMid', new RegExp(String.raw`\b${NAMES.sdpMid}${IS}([\w.-]{1,32})`, 'i')],
	['sdpMLineIndex', new RegExp(String.raw`\b${NAMES.sdpMLineIndex}${IS}(\d{1,3})\b`, 'i')],
	['usernameFragment', new RegExp(String.raw`\b${NAMES.usernameFragment}${IS}([\w+/]{1,256})`, 'i')]
] as const;
const ANY = Object.values(NAMES).join('|');

/** What libwebrtc prints in front of a candidate in Java (`IceCandidate.toString()`): its mid and its index. */
const JAVA_FRONT = /(?<![\w.:-])([\w.-]{1,32}):(\d{1,3}):$/;
/** And behind it: the server that it was gathered from, mostly none, and in later versions the adapter. */
const JAVA_BEHIND =
	/:(?:(?:stun|turn)s?:\S{0,260})?(?::(?:UNKNOWN|ETHERNET|WIFI|CELLULAR(?:_[2-5]G)?|VPN|LOOPBACK|ADAPTER_TYPE_ANY))?$/;
/** So much in front of a candidate is looked at, in UTF-16 code units. */
const JAVA_NEAR = 40;

/** A member may not belong to the candidate behind what ends its object, or at the next one. */
const ENDS = /[{}]|candidate:/;
/** Nothing, and what Go prints of a pointer, or next of an empty text: `SDPMid:0xc000112340`, `SDPMid: SDPMLineIndex:0`. */
const EMPTY = new RegExp(
	String.raw`^(?:null|undefined|None|nil|Some|Optional|0x[\da-f]{4,16}|${ANY})$`,
	'i'
);
/**
 * The first of the members that are printed behind a candidate with no more than a blank between, as Go does (`%+v`):
 * `candidate:… typ host SDPMid:0xc000112340 SDPMLineIndex:0xc00011234a`. No name within a candidate has a colon.
 */
const NEXT_MEMBER = new RegExp(String.raw`\s{1,3}(?:${ANY})\s{0,3}[:=]`, 'i');

interface Beside {
	sdpMid?: string;
	sdpMLineIndex?: number;
	usernameFragment?: string;
}

/**
 * What libwebrtc prints around a candidate in Java, `0:0:candidate:… network-cost 10::WIFI`: the candidate without it, and its
 * members; null where both do not stand there.
 */
export function printedByJava(text: string, start: number, line: string) {
	const front = JAVA_FRONT.exec(text.slice(Math.max(0, start - JAVA_NEAR), start));
	const behind = front && JAVA_BEHIND.exec(line);
	if (!front || !behind) return null;
	const [, mid = '', index] = front;
	const members: Beside = { sdpMLineIndex: Number(index) };
	if (!EMPTY.test(mid)) members.sdpMid = mid;
	return { line: line.slice(0, behind.index), members };
}

/** A candidate without the members that are printed in its own line, and with all that stand beside it. */
export function printedWith(text: string, start: number, end: number, line: string) {
	const at = line.search(NEXT_MEMBER);
	const inside = at === -1 ? '' : line.slice(at);
	return {
		line: at === -1 ? line : line.slice(0, at),
		members: membersBeside(text, start, end, inside)
	};
}

/** What an object in a console or a program says of a candidate beside its line (webrtc-pc, 4.8.1.1). */
function membersBeside(text: string, start: number, end: number, inside: string): Beside {
	const front = text
		.slice(Math.max(0, start - NEAR), start)
		.replace(/candidate["'\\\s:=]{0,8}$/, '');
	const from = Math.max(
		front.lastIndexOf('{'),
		front.lastIndexOf('}'),
		front.lastIndexOf('candidate:')
	);
	const behind = text.slice(end, end + NEAR);
	const to = behind.search(ENDS);
	const near = [inside, front.slice(from + 1), to === -1 ? behind : behind.slice(0, to)];
	const found: { [name: string]: string | number } = {};
	for (const [name, pattern] of MEMBERS) {
		const value = near.map((part) => pattern.exec(part)?.[1]).find((one) => one !== undefined);
		if (value === undefined || EMPTY.test(value)) continue;
		found[name] = name === 'sdpMLineIndex' ? Number(value) : value;
	}
	return found as Beside;
}
