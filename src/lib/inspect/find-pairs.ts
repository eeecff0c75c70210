/** A pair of candidates as a page or a log of Firefox tells of it. */
export interface FoundPair {
	/** As about:webrtc writes them: `192.0.2.1:50001/udp(host)`. */
	readonly local: string;
	readonly remote: string;
	/** The last state that is told, as it is written. */
	readonly state: string;
	/** All that is told of it, in order, "timed out" among it. */
	readonly states: readonly string[];
	/** Where it is told last, from 1. */
	readonly line: number;
	/** Checks that were sent on it, and those that were answered, where that is told. */
	readonly checks?: { readonly sent: number; readonly answered: number };
}

const END = String.raw`\S{1,80}:\d{1,5}\/(?:udp|tcp|tls)[ \t]?\([\w-]{1,24}\)`;
/** What newer versions write behind a candidate, and tables in Markdown. */
const AFTER = String.raw`(?:[ \t]*\[[\w -]{1,30}\])?(?:\s*\|)?`;
const STATE = '(frozen|waiting|in[-_ ]?progress|succeeded|failed|cancell?ed)';
/** A row of the table of about:webrtc: local, remote, state. */
const ROW = new RegExp(String.raw`(${END})${AFTER}\s+(${END})${AFTER}\s+${STATE}\b`, 'i');

// DKpJ|IP4:192.0.2.1:57980/UDP|IP4:198.51.100.2:17780/UDP(host(IP4:192.0.2.1:57980/UDP)|candidate:… typ host …)
const LOGGED =
	/(?<![\w+/])([\w+/]{4})\|IP[46]:(\S{1,60})\/(UDP|TCP|TLS)\|IP[46]:(\S{1,60})\/(UDP|TCP|TLS)\(([\w-]{2,20})/;
const PAIR_STATE = /CAND-PAIR\(([\w+/]{4})\): setting pair to state ([A-Z_]+)/;
const REMOTE_TYPE = /\|[^|]*? typ (\w+)|\|(\w+)\)/;

interface Telling {
	local: string;
	remote: string;
	states: string[];
	line: number;
}

/**
 * The pairs in the table of about:webrtc, and in the log of ICE of Firefox, each once and with every
 * state that is told of it. Linear.
 */
export function findPairs(text: string): FoundPair[] {
	if (!/\|IP[46]:|\/(?:udp|tcp)[ \t]?\(/i.test(text)) return [];
	const pairs = new Map<string, Telling>();
	let line = 0;
	for (const row of text.split(/\r?\n/)) {
		line += 1;
		if (row.length > 4000) continue;
		const told = inTable(row) ?? inLog(row);
		if (!told) continue;
		const { local, remote, state } = told;
		const key = told.key ?? `${local} ${remote} ${line}`;
		const pair = pairs.get(key) ?? { local, remote, states: [], line };
		if (state !== null && pair.states.at(-1) !== state) pair.states.push(state);
		pairs.set(key, { ...pair, line });
	}
	return [...pairs.values()].map((pair) => ({ ...pair, state: pair.states.at(-1) ?? 'unknown' }));
}

interface Told {
	readonly local: string;
	readonly remote: string;
	readonly state: string | null;
	/** What the pair is called where it is told of more than once. */
	readonly key: string | null;
}

function inTable(row: string): Told | null {
	const [, local, remote, state] = ROW.exec(row) ?? [];
	if (local === undefined || remote === undefined || state === undefined) return null;
	return { local, remote, state, key: null };
}

function inLog(row: string): Told | null {
	const found = LOGGED.exec(row);
	if (!found) return null;
	const [whole, name = '', local = '', localBy = '', remote = '', remoteBy = '', type = ''] = found;
	const [, typ, other] = REMOTE_TYPE.exec(row.slice(found.index + whole.length)) ?? [];
	const remoteType = typ ?? other;
	return {
		local: `${local}/${localBy.toLowerCase()}(${type})`,
		remote: `${remote}/${remoteBy.toLowerCase()}${remoteType === undefined ? '' : `(${remoteType})`}`,
		state: PAIR_STATE.exec(row)?.[2] ?? (/timed out/i.test(row) ? 'timed out' : null),
		key: `${name} ${local} ${remote}`
	};
}
