/** What `getStats()` gives, as it stands in the headings of the tables (webrtc-stats, 6). */
const TYPE = String.raw`(?:remote-)?(?:in|out)bound-rtp|candidate-pair|(?:local|remote)-candidate|transport|data-channel|peer-connection|media-source|media-playout|codec|certificate|googCandidatePair|ssrc`;
/** `inbound-rtp (kind=video, mid=1, [codec]=VP8 (96), id=IT01V12)`, as Chrome heads a table. */
const HEADED = new RegExp(
	String.raw`^\W{0,8}(${TYPE}) \((.{0,400}\b)?id=([^\s,()]{1,120})\)\W{0,4}$`
);
/** `RTCTransport_0_1 (transport)`, as it headed them before, with the state of a pair behind it. */
const NAMED = new RegExp(
	String.raw`^\W{0,8}([\w/+-]{1,80}) \((?:type=)?(${TYPE})\b[^()]{0,60}\)\W{0,4}$`
);
/** The first row of a table. */
const FIRST = /^\W{0,8}Statistics ([\w/+:-]{1,120})\s*$/;
/**
 * `packetsReceived<tab>5400`, and behind an id the sign of a link; what Chrome computed itself stands in brackets, and
 * is left out. One blank may as well be part of a sentence.
 */
const ROW =
	/^[\s|>]{0,8}([a-z]\w{1,60})(?: ?[\t|][\s|]{0,40}| {2,40}| (?=\S+\s*$))(\S.{0,400}?)[\s|]*(?:🔗[\s|]*)?$/u;
/** What a heading tells of members that a table has. */
const TOLD = /\b(kind|mid|rid|ssrc|state|iceState|dtlsState|candidateType)=([^,()\s]{1,40})/g;

/** Members that one type alone has. */
const OWN: Readonly<Record<string, string>> = {
	localCandidateId: 'candidate-pair',
	selectedCandidatePairId: 'transport',
	dtlsState: 'transport',
	packetsReceived: 'inbound-rtp',
	framesDecoded: 'inbound-rtp',
	packetsSent: 'outbound-rtp',
	framesEncoded: 'outbound-rtp'
};

/** What is more than pairs and their candidates, which are read out of all that the page has of them. */
const MORE = /rtp$|^transport$|^data-channel$|^ssrc$/;

const TELLING = /^(?:candidate-pair|(?:local|remote)-candidate|transport)$/;
/** A table of which nothing is read: `DEPRECATED_TI12 (track)`. */
const UNREAD = 'unread';
const OTHER = /^\W{0,8}[\w/+-]{1,80} \([a-z-]{2,30}\)\W{0,4}$/;

/** Whether a text may have such tables. */
export const hasTabled = (text: string): boolean =>
	/^\W{0,8}Statistics [\w/+:-]{1,120}\s*$/m.test(text) ||
	new RegExp(String.raw`^\W{0,8}(?:${TYPE}) \(.{0,400}id=`, 'm').test(text) ||
	new RegExp(String.raw`^\W{0,8}[\w/+-]{1,80} \((?:type=)?(?:${TYPE})\b`, 'm').test(text);

type Open = { [name: string]: string };

/**
 * Stats objects out of the tables of chrome://webrtc-internals, selected and copied: a heading with type and
 * id, and a row for each member, but for the tables that are folded. Linear.
 */
export function findTabled(text: string): Open[] {
	const found: Open[] = [];
	const rows = new Set<Open>();
	for (const row of text.split(/\r?\n/)) {
		if (row.length > 700) continue;
		const open = found.at(-1);
		const head = headOf(row);
		const [, id] = FIRST.exec(row) ?? [];
		if (head) found.push(head);
		else if (OTHER.test(row)) found.push({ id: row, type: UNREAD });
		// The heading and the first row of a table name the same.
		else if (id !== undefined && open?.id !== id) found.push({ id });
		else if (open !== undefined) {
			const [, name, value] = ROW.exec(row) ?? [];
			if (name === undefined || name === 'id' || name === 'type') continue;
			open[name] = timeOf(name, value!);
			rows.add(open);
		}
	}
	const named = found.map((one) => ({ ...one, type: one.type ?? typeBy(one) }));
	const isMore = named.some(({ type }, at) => MORE.test(type) && rows.has(found[at]!));
	// What is folded tells states in its heading; of a stream it tells no count.
	const isRead = ({ type }: { type: string }, at: number) =>
		type !== UNREAD && (rows.has(found[at]!) || TELLING.test(type));
	return isMore ? named.filter(isRead) : [];
}

function headOf(row: string): Open | null {
	const [, type, told = '', id] = HEADED.exec(row) ?? [];
	if (type !== undefined) return { ...membersIn(told), type, id: id! };
	const [, named, of] = NAMED.exec(row) ?? [];
	return named === undefined ? null : { type: of!, id: named };
}

const membersIn = (told: string): Open =>
	Object.fromEntries([...told.matchAll(TOLD)].map(([, name, value]) => [name!, value!]));

/** Chrome shows times as its locale has them; one that cannot be read is left as it is. */
function timeOf(name: string, value: string): string {
	if (name !== 'timestamp') return value;
	const time = Date.parse(value);
	return Number.isNaN(time) ? value : String(time);
}

/** The type of a table whose heading was not copied. */
function typeBy(members: Open): string {
	const name = Object.keys(OWN).find((own) => own in members);
	return name === undefined ? '' : OWN[name]!;
}
