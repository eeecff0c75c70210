/** The other members of an object stand within so much, in UTF-16 code units. */
const NEAR = 160;

const MEMBERS = [
	['sdpMid', /\bsdpMid\\{0,3}["']?\s{0,3}[:=]\s{0,3}\\{0,3}["']?([\w.-]{1,32})/],
	['sdpMLineIndex', /\bsdpMLineIndex\\{0,3}["']?\s{0,3}[:=]\s{0,3}(\d{1,3})\b/],
	[
		'usernameFragment',
		/\busernameFragment\\{0,3}["']?\s{0,3}[:=]\s{0,3}\\{0,3}["']?([\w+/]{1,256})/
	]
] as const;

/** What libwebrtc prints in front of a candidate in Java (`IceCandidate.toString()`): its mid and its index. */
const JAVA_FRONT = /(?<![\w.:-])([\w.-]{1,32}):(\d{1,3}):$/;
/** And behind it: the server that it was gathered from, mostly none, and in later versions the adapter. */
const JAVA_BEHIND =
	/:(?:(?:stun|turn)s?:\S{0,260})?(?::(?:UNKNOWN|ETHERNET|WIFI|CELLULAR(?:_[2-5]G)?|VPN|LOOPBACK|ADAPTER_TYPE_ANY))?$/;
/** So much in front of a candidate is looked at, in UTF-16 code units. */
const JAVA_NEAR = 40;

/** A member may not belong to the candidate behind what ends its object, or at the next one. */
const ENDS = /[{}]|candidate:/;
const EMPTY = /^(?:null|undefined|None|nil)$/;

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

/** What an object in a console or a program says of a candidate beside its line (webrtc-pc, 4.8.1.1). */
export function membersBeside(text: string, start: number, end: number): Beside {
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
	const near = `${front.slice(from + 1)} ${to === -1 ? behind : behind.slice(0, to)}`;
	const found: { [name: string]: string | number } = {};
	for (const [name, pattern] of MEMBERS) {
		const value = pattern.exec(near)?.[1];
		if (value === undefined || EMPTY.test(value)) continue;
		found[name] = name === 'sdpMLineIndex' ? Number(value) : value;
	}
	return found as Beside;
}
