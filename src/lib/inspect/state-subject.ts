/** What has connections of its own, whose states have the same words as those of a call. */
const OTHERS = String.raw`web ?sockets?|wss?:\/\/|signal ?r|(?:socket|engine)\.io|redis|mongo(?:db|ose)?|postgres\w*|mysql|mariadb|database|mqtt|amqp|rabbit ?mq|kafka|grpc|event ?source|server-sent|pusher|pubnub|firebase|firestore|supabase|bluetooth|wi-?fi|\bvpn|\bssh|\bnats|\bstomp|\bhub ?connection|\bhub`;
/** What has them, too, where it stands right in front: elsewhere in a line it is part of a call. */
const NEXT_TO = String.raw`server|signall?ing|sockets?|wss?|xmpp|sip|network|internet|backend|broker|api|db|sql|cache|queue|proxy|cloud|tunnel|tcp|http`;
/** A file in which something is logged says nothing of what it is about. */
const NO_FILE = String.raw`(?![\w-]*(?:\.[\w-]+)?\.(?:[cm]?[jt]sx?|py|go|rs|cc|cpp|java|kt|swift|dart|html|vue)\b)`;
const OTHER = new RegExp(String.raw`(?:${OTHERS})${NO_FILE}`, 'gi');
const RIGHT_IN_FRONT = new RegExp(
	String.raw`(?<![\w-])(?:(?:${NEXT_TO})[ .-]|(?:signall?ing|sockets?|wss?)["'\x60]?[\])]?[:|]? ?)["'\x60]{0,2}$`,
	'i'
);
/** Who it is said of behind it: `failed (WebSocket)`, `connected to the database`, a member of the same object. */
const BEHIND = new RegExp(
	String.raw`^["'\x60\s,.;)]{0,4}(?:[([]|(?:of|for|to|from|on|by|via|with) (?:the |a |our )?)(?:${OTHERS}|(?:${NEXT_TO})\b)|^[^{}\r\n]{0,200}?["'](?:service|source|component|logger|module|target)["']\s?:\s?["'][^"'\r\n]{0,20}?(?:${OTHERS})`,
	'i'
);
/** What is of a call, or hands something on that may be of one. */
const OF_CALL =
	/\b(?:ice|pc\d*|peer\w*|webrtc|rtc\w*|call|media|message|received?|recv|payload|sent|publisher|subscriber)\b/gi;
/** The words for a state that name what they are about. */
const NAMED = /ice|peer|rtc|dtls/i;

const lastOf = (words: RegExp, text: string): number =>
	[...text.matchAll(words)].at(-1)?.index ?? -1;

/**
 * Whether something else than a call is the subject of a state: `WebSocket connection state: failed`.
 * @param front the line in front of the words
 * @param words what tells the state
 * @param behind the line behind them
 */
export function isOfOther(front: string, words: string, behind: string): boolean {
	if (NAMED.test(words)) return false;
	if (RIGHT_IN_FRONT.test(front) || BEHIND.test(behind)) return true;
	const other = lastOf(OTHER, front);
	return other !== -1 && other > lastOf(OF_CALL, front);
}

/** A time, which differs from line to line. */
const TIMES =
	/\b\d{4}[-/.]\d\d?[-/.]\d\d?[T ]?|\b\d{1,2}:\d\d(?::\d\d)?(?:[.,]\d{1,9})?(?: ?[AP]M\b|Z|[+-]\d\d:?\d\d)?/g;
/** Words of logs and programs that stand in brackets, and name nobody. */
const NOBODY =
	/^(?:(?:ice|pc|peer|peer ?connection|rtc\w*|web ?rtc\w*|call\w*|logs?|inf(?:o|ormation)|debug|dbg|warn(?:ing)?|wrn|err(?:or)?|trace|verbose|notice|fatal|media|conn(?:ection)?s?|dtls|app|client|server|room|main|video|audio|signall?ing|state|event|native|flutter|console|page|window|test|local|remote|on|new|old|session|call|attempt|stream|transport|udp|tcp|tls|web ?socket|thread|worker|null|undefined|true|false|unknown|status|update|initial|final|before|after|result|got|first|last|expected|actual|previous|current|checking|connecting|connected|completed|disconnected|failed|closed)[\s:#/|.-]*)+$/i;
/** A place in a program, or the thread that runs it. */
const PLACE = /[\w)]:\d{1,6}\b|\.(?:[cm]?[jt]sx?|py|go|rs|cc?|cpp|java|kt|swift|dart)\b|^0x/i;
/** What has a number may have another in each line: it has to come again (find-states.ts). */
export const NUMBERED_NAME = /^(?:\D{0,12}[ #:=_-])?(?:\d{5,}|[\da-f]{8}-[\da-f-]{20,})$/i;
/** What is called a connection, or is at the end of one, whatever number it has. */
const OF_CONNECTION =
	/^(?:pc|peer|conn(?:ection)?|handle|user|participant|client|remote|viewer|endpoint|publisher|subscriber|transport)(?![a-z])/i;
/** Whether a name may be one of many that follow each other: it is one of a connection only where both were there at once. */
export const isCounted = (name: string): boolean =>
	/[a-z]/i.test(name) && /\d/.test(name) && !OF_CONNECTION.test(name);
/** Seconds, or thousandths of them, since 1970. */
const EPOCH = /^1[4-9]\d{8}(?:\d{3})?(?:\.\d+)?$/;

/** What runs a part of a program, or is done in it once more: it has a number, and the next line may have another. */
const RUN =
	/^(?:\w{0,40}(?:thread|worker|pool|executor|dispatcher|eventloop\w{0,10})s?|exec|nio|http|default|request|req|try|attempt|retry)\d{0,12}$/i;
const COUNT = /^(?=\D*\d)\w{1,36}$|^[\da-f]{4,36}$/i;

/** `pool-2-thread-1`, `request-1a2b3c`, `try2` */
function isRun(name: string): boolean {
	const parts = name.split(/[\s_:#/|.@-]+/).filter(Boolean);
	return (
		parts.some((part) => RUN.test(part)) && parts.every((one) => RUN.test(one) || COUNT.test(one))
	);
}

const isSaid = (name: string): boolean => !NOBODY.test(name) && !isRun(name);
/** What stands in brackets names somebody where it is no number but one that Janus gives its handles. */
function isTag(name: string): boolean {
	if (!/[a-z]/i.test(name)) return /^\d{6,20}$/.test(name) && !EPOCH.test(name);
	return isSaid(name) && !PLACE.test(name) && !name.includes('=');
}

/** One of two connections to the same server. */
const ROLE =
	/\b(publish(?:er|ing)|subscrib(?:er|ing)|(?:send(?:ing|er)?|recv|receiv(?:e|er|ing)|producer|consumer)[ _-]?(?:transport|pc|peer(?: ?connection)?))\b/gi;
const IDENTITY = String.raw`["']?[\w@.+-]{1,60}`;
/** `peer alice`, `conn 7`, at the end of what stands in front; calls and sessions follow each other instead. */
const CALLED = new RegExp(
	String.raw`\b((?:peer|participant|user)[ _#:=-]{1,2}${IDENTITY}|(?:pc|conn|connection|handle|client|remote|viewer|endpoint)[ _#:=-]{1,2}(?:${IDENTITY}(?=["'\])]{0,2}\s?[:|\])])|["']?(?=[\w@.+]{0,40}[\d-])[\w@.+-]{1,60}))["'\])]{0,2}[\s:|>–—-]{0,4}$`,
	'i'
);
/** `pc1.`, `alice-bob `, `alice: `, alone in front. */
const ALONE =
	/(?:^|\s)([a-z][\w@]{0,30}-[\w@-]{1,30}|[a-z]{1,20}_?\d{1,6}|[a-z][\w@]{0,40}(?= ?[:|]))(?:[.:]| ?[|:>–—-]{1,2})? ?$/i;
/** The member of an object, or of a line of a log, that has who it is. */
const MEMBER = new RegExp(
	String.raw`\b(?:(?:peer|participant|user|handle|pc|conn|connection|transport)(?:_?id)?|sender|remote_?id)\\?["']?\s?[:=]\s?\\?(${IDENTITY})`,
	'gi'
);
/** `failed for peer alice` */
const BEHIND_IT =
	/^["'\s,.;)]{0,4}(?:for|with|of|from|to|\() ?((?:peer|participant|user|client|handle|remote) ?[:#=]? ?["']?[\w@.+-]{1,60})/i;

/**
 * Which of several connections a state is of, where the line has a name for it: a tag in brackets, who is at the
 * other end, publisher or subscriber; null where it has none.
 * @param front the line in front of the words
 * @param behind the line behind them
 */
export function nameOf(front: string, behind: string): string | null {
	const before = front.replace(TIMES, '');
	const tags = [...before.matchAll(/[[(<]([^[\](){}<>]{1,60})[\])>]/g)].map(([, tag]) =>
		tag!.trim()
	);
	const own = /^[^\r\n]*?\}/.exec(behind)?.[0] ?? '';
	const told = [
		BEHIND_IT.exec(behind)?.[1],
		[...before.matchAll(ROLE)].at(-1)?.[1],
		CALLED.exec(before)?.[1],
		tags.findLast(isTag),
		...[...before.matchAll(MEMBER), ...own.matchAll(MEMBER)].map(([, member]) => member),
		ALONE.exec(before)?.[1]
	];
	return told.find((one) => one !== undefined && isSaid(one))?.replaceAll(/["']/g, '') ?? null;
}
