import { CANDIDATE_TYPES, VENDOR_FIELDS } from '../../ice';

/** How sure it is that a line of text is the rest of the one before: one lacks it, or only may have it. */
export type Rest = 'lacked' | 'possible' | 'none';

const NUMBER = /^\d{1,10}$/;
const ANY = /^\S+$/;
const NAME = /^[a-z][a-z-]*$/;
const VALUE = /^[\w.:+/@%{}-]+$/;
const TYPE = new RegExp(`^(?:${[...CANDIDATE_TYPES.keys()].join('|')})$`);
/** What is behind the type of a candidate, in pairs with a value (RFC 8839, 5.1; RFC 6544, 4.5; and libwebrtc’s). */
const FIELDS = new Set(['raddr', 'rport', 'tcptype', 'ufrag', ...VENDOR_FIELDS]);
/** Those whose values are numbers. */
const NUMBERED = /^(?:rport|generation|network-id|network-cost|component)$/;

/** The words of a kind of line in order; those of a list may come as often as one likes. */
interface Form {
	readonly words: readonly RegExp[];
	/** What may stand behind them. */
	readonly list?: RegExp;
	/** Whether nothing but these lines has such a list, none of whose words comes twice. */
	readonly isOwn?: true;
}

/** Payload types have seven bits (RFC 3550, 5.1). */
const FORMATS = /^(?:\d{1,2}|1[01]\d|12[0-7]|webrtc-datachannel)$/;
const NAMES = /^(?=.*(?:\d|\S{16}))[\w.+/={}*-]+$/;
/** The names of streams and tracks, which programs make up. */
const STREAMS = /^(?=\S{16}|\{)[\w.+/={}*-]+$/;
const BYTES = /^(?:[\da-fA-F]{2}:){9,63}[\da-fA-F]{2}$/;
const LARGE = /^\d{1,25}$/;

/** What the words of lines are, which begin so (RFC 8866, 5; RFC 8839, 5; RFC 8122, 5; RFC 8285, 8; RFC 8830, 2). */
const FORMS: readonly (readonly [beginning: RegExp, form: Form])[] = [
	[
		/^m=/,
		{
			words: [/^[a-z]+$/, /^\d{1,5}(?:\/\d+)?$/, /^[A-Z][\w/]+$/, FORMATS],
			list: FORMATS,
			isOwn: true
		}
	],
	[/^o=/, { words: [ANY, LARGE, LARGE, /^IN$/, /^IP[46]$/, VALUE] }],
	[/^c=/, { words: [/^IN$/, /^IP[46]$/, VALUE] }],
	[/^a=fingerprint:/, { words: [/^[a-z]+-?\d+$/i, BYTES] }],
	[/^a=rtpmap:/, { words: [NUMBER, /^[\w.-]+\/\d+(?:\/\d+)?$/] }],
	[/^a=extmap:/, { words: [/^\d{1,5}(?:\/\w+)?$/, /^(?:urn|https?):\S+$/] }],
	[/^a=rtcp:/, { words: [NUMBER, /^IN$/, /^IP[46]$/, VALUE] }],
	[
		/^a=rtcp-fb:/,
		{
			words: [/^(?:\d{1,3}|\*)$/, /^(?:nack|ccm|transport-cc|goog-remb|rrtr)$/],
			list: /^(?:pli|fir|sli|rpsi|tmmbr)$/
		}
	],
	[/^a=msid:/, { words: [VALUE], list: STREAMS }],
	[/^a=ssrc:/, { words: [NUMBER, /^[a-z]+:\S+$/], list: STREAMS }],
	[/^a=ssrc-group:/, { words: [/^[A-Z-]+$/, NUMBER], list: NUMBER }],
	[/^a=crypto:/, { words: [NUMBER, /^[A-Z][A-Z\d_]+$/, /^inline:\S+$/] }],
	[/^a=group:/, { words: [/^[A-Z]+$/], list: NAMES }],
	[/^a=msid-semantic:/, { words: [/^[A-Z]+$/], list: STREAMS }]
];

/** The words of a candidate, in front of its fields. */
const CANDIDATE: readonly RegExp[] = [
	ANY,
	/^\d{1,3}$/,
	/^[A-Za-z]+$/,
	NUMBER,
	VALUE,
	/^\d{1,5}$/,
	/^typ$/,
	TYPE
];

function restOfCandidate(words: readonly string[], rest: readonly string[]): Rest {
	const all = [...words, ...rest];
	const fits = rest.every((word, behind) => {
		const at = words.length + behind;
		if (at < CANDIDATE.length) return CANDIDATE[at]!.test(word);
		const isName = (at - CANDIDATE.length) % 2 === 0;
		// No field comes twice, and behind one that is known stand those of others.
		if (isName && words.includes(word)) return false;
		if (isName) return FIELDS.has(word) || (behind > 0 && NAME.test(word));
		return (NUMBERED.test(all[at - 1]!) ? NUMBER : VALUE).test(word);
	});
	// Nobody writes the names of fields by chance.
	return fits ? 'lacked' : 'none';
}

function restOfParameters(line: string, rest: string): Rest {
	const isLacking = /^a=fmtp:\d+$/.test(line) || line.endsWith(';');
	return isLacking && /^[\w-]+(?:=[^\s;]+)?(?:; ?[\w-]+(?:=[^\s;]+)?)*;?$/.test(rest)
		? 'lacked'
		: 'none';
}

/**
 * Whether a line of text is the rest of a line that was broken at a blank, as the grammar of its kind tells;
 * null where the kind has none that would tell.
 */
export function restOfLine(line: string, rest: string): Rest | null {
	const behind = rest.trim().split(/\s+/);
	const [, candidate] = /^(?:a=)?candidate:(.*)$/.exec(line) ?? [];
	if (candidate !== undefined) return restOfCandidate(candidate.trim().split(/\s+/), behind);
	if (line.startsWith('a=fmtp:')) return restOfParameters(line.trim(), rest.trim());
	for (const [beginning, { words, list, isOwn }] of FORMS) {
		const [front] = beginning.exec(line) ?? [];
		if (front === undefined) continue;
		const own = line.slice(front.length).trim().split(/\s+/);
		const { length } = own;
		const fits = behind.every((word, at) => (words[length + at] ?? list)?.test(word));
		if (!fits) return 'none';
		if (length < words.length) return 'lacked';
		// One number in a line of its own may be anything.
		const isList = isOwn && behind.length > 1 && !behind.some((word) => own.includes(word));
		return isList ? 'lacked' : 'possible';
	}
	return null;
}
