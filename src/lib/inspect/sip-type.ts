/** What carries a body in a text of SIP, as far as offer and answer need it. */
export interface SipMessage {
	/** Of the request, or of the one that is answered (RFC 3261, 8.1.1.5). */
	readonly method: string;
	/** The first digit of the status; null for a request (RFC 3261, 7.2). */
	readonly status: string | null;
	/** The rest of what tells to which call and transaction it belongs; null where it is not told. */
	readonly call: string | null;
	readonly sequence: string | null;
	readonly branch: string | null;
	/** The tag of who was called: each of several phones has one of its own (RFC 3261, 12.1). */
	readonly tag: string | null;
	/** The tag of who calls: a gateway calls on under one of its own, with the Call-ID of the call that it takes. */
	readonly from: string | null;
	/** Whether a provisional response is acknowledged, so that it may answer (RFC 3262, 3 and 5). */
	readonly isReliable: boolean;
	/** The number of the INVITE whose provisional response a PRACK acknowledges (RFC 3262, 7.2). */
	readonly acknowledged: string | null;
	/** The INVITEs in front of it that carry no description: whoever is called offers then (RFC 3261, 13.2.1). */
	readonly bare: readonly SipMessage[];
}

/** So long the head of a message may be, in UTF-16 code units. */
const LONGEST_HEAD = 4000;
/** So far in front messages without a body are looked for. */
const LONGEST_FRONT = 64_000;

const START_LINE = /(?<!\w)(?:([A-Z]{3,12}) \S{1,300} SIP\/2\.0|SIP\/2\.0 ([1-6])\d\d\b)/g;

/** The message whose body begins at an offset; null where none does. */
export function sipMessageAt(text: string, start: number, from: number): SipMessage | null {
	const front = text.slice(Math.max(from, start - LONGEST_FRONT), start);
	if (!front.includes('SIP/2.0')) return null;
	const lines = [...front.matchAll(START_LINE)];
	const last = lines.at(-1);
	if (!last || front.length - last.index > LONGEST_HEAD) return null;
	const read = (line: RegExpExecArray, at: number) =>
		messageOf(line, front.slice(line.index, lines[at + 1]?.index));
	const bare = lines.flatMap((line, at) =>
		line[1] === 'INVITE' && at < lines.length - 1 ? [read(line, at)] : []
	);
	return { ...read(last, lines.length - 1), bare };
}

/** What the head of a message tells; long names and short ones (RFC 3261, 7.3.3). */
function messageOf([, request, status]: RegExpExecArray, head: string): SipMessage {
	const told = (expression: RegExp) => expression.exec(head)?.[1] ?? null;
	return {
		method: request ?? told(/(?<!\w)CSeq\s*:\s*\d+\s+([A-Z]+)/i)?.toUpperCase() ?? 'INVITE',
		status: request === undefined ? status! : null,
		call: told(/(?<![\w-])(?:Call-ID|i)\s*:\s*([^\s;,]+)/i),
		sequence: told(/(?<!\w)CSeq\s*:\s*(\d+)/i),
		branch: told(/(?<![\w-])(?:Via|v)\s*:[^\r\n]*;\s*branch=([^\s;,]+)/i),
		tag: told(/(?<![\w-])(?:To|t)\s*:[^\r\n]*;\s*tag=([^\s;>]+)/i),
		from: told(/(?<![\w-])(?:From|f)\s*:[^\r\n]*;\s*tag=([^\s;>]+)/i),
		isReliable: /(?<![\w-])(?:RSeq\s*:|Require\s*:[^\r\n]*\b100rel\b)/i.test(head),
		acknowledged: told(/(?<!\w)RAck\s*:\s*\d+\s+(\d+)/i),
		bare: []
	};
}
