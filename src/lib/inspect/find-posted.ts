/** A request with which something is sent, and the first line of a response, as they are or as `curl -v` shows them. */
const START_LINE =
	/^[ \t]*(?:[<>*][ \t]*)?(?:((?:POST|PUT|PATCH) \S{1,300} HTTP\/[\d.]{1,3})|HTTP\/[\d.]{1,3} (\d{3}\b[^\r\n]{0,60}))/gm;
/** What stands behind a status, and not behind a number of bytes: the end of its line, a bracket, or a reason. */
const BEHIND_STATUS = String.raw`(?=[ \t]{0,3}(?:$|[()[\]{}<>"'\x60,;]|\.(?!\d)|(?:Accepted|Bad|Conflict|Content Too|Created|Forbidden|Found|Gateway|Gone|Internal|Length|Locked|Method|Moved|No|Not|OK|Payload|Payment|Permanent|Precondition|Proxy|Request (?:Entity|Header|Time)|See|Server|Service|Temporar(?:y|ily)|Too|Unauthori[sz]ed|Unavailable|Unprocessable|Unsupported|Upgrade)\b))`;
/** How consoles tell of a request that failed, where its address says that it is one of WHIP or WHEP. */
const LOGGED = new RegExp(
	String.raw`\b(?:POST|PUT) (https?:\/\/[^\s"'\x60]{1,300}?\bwh[ie]p\b[^\s"'\x60]{0,200})["'\x60]?:? {0,3}(?:-> |→ |HTTP\/[\d.]{1,3} |status:? |net::ERR_ABORTED )?(\d{3}\b${BEHIND_STATUS}[^\r\n]{0,60})`,
	'gim'
);
/** So long its head, or the beginning of its body, may be, in UTF-16 code units. */
const HEAD = 4000;
/** What is posted is a description. */
const OF_SDP = /content-type:[ \t]{0,3}application\/sdp|^[ \t]*v=0\r?$/im;
/** Neither a request nor a server is at fault with others. */
const REFUSES = /^[45]\d\d/;

/** How a server refused what was posted to it. */
export interface FoundPosted {
	/** `404 Not Found` */
	readonly words: string;
	readonly at: number;
}

/**
 * The response to a description that was posted, where the last of them refuses it; null for other texts. Linear.
 * @see RFC 9725, 4.2 (WHIP)
 */
export function findPosted(text: string): FoundPosted | null {
	// What is said in between is no response yet (RFC 9110, 15.2).
	const lines = [...text.matchAll(START_LINE)].filter(({ 2: words }) => !words?.startsWith('1'));
	const answered = lines.flatMap(({ 2: words, index }, at): FoundPosted[] => {
		const request = lines[at - 1];
		if (words === undefined || request?.[1] === undefined) return [];
		const head = text.slice(request.index, Math.min(index, request.index + HEAD));
		return OF_SDP.test(head) ? [{ words, at: index }] : [];
	});
	const logged = [...text.matchAll(LOGGED)].map(({ 2: words, index }) => ({
		words: words!,
		at: index
	}));
	const last = [...answered, ...logged].sort((one, other) => one.at - other.at).at(-1);
	if (!last || !REFUSES.test(last.words)) return null;
	const words = last.words.replace(/^(\d{3}) ?\(([^()]*)\)[^]*/, '$1 $2');
	return { words: words.replace(/[^\w)]+$/, ''), at: last.at };
}
