import type { ToldChecks } from '../diagnose';

/** A pair of candidates as a page of a browser or a log of ICE tells of it. */
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
	/** Checks on it, where they are told. */
	readonly checks?: ToldChecks;
}

/** What rows have beside the ends of a pair. */
const BESIDE = String.raw`true|false|frozen|waiting|in[-_]?progress|succeeded|failed|cancell?ed`;
/** A word of a mask: no state, and no address, which stands for itself. */
const WORD = String.raw`(?!(?:${BESIDE}) |\d{1,3}\.\d)[^\s|:]{1,30}`;
/** What a person writes in the place of an address, in several words: `<public ip>`. */
const WORDS = String.raw`${WORD}(?: ${WORD}){1,5}`;
/** A port, or what a person writes in its place. */
const PORT = String.raw`(?:\d{1,5}|[xX*#?]{1,6}|[<[(]?port[>\])]?)`;
const TYPED = String.raw`:${PORT}\/(?:udp|tcp|tls)[ \t]?\([\w-]{1,24}\)`;
const END = String.raw`(?:\S{1,80}|${WORDS})${TYPED}`;
/** The first one: words are a mask where a cell begins, for elsewhere other columns stand in front of it, or prose. */
const FIRST_END = String.raw`(?:(?<=^ ?|[\t|] ?| {2})${WORDS}|\S{1,80})${TYPED}`;
/** What newer versions write behind a candidate, and tables in Markdown. */
const AFTER = String.raw`(?:[ \t]*\[[\w -]{1,30}\])?(?:\s*\|)?`;
/** Both ends in a row of the table of about:webrtc: local, remote. */
const ENDS = new RegExp(String.raw`(${FIRST_END})${AFTER}\s+(${END})`, 'i');
/** The state: old versions write it behind both ends, newer ones in front of them. */
const STATE = /(?<![\w-])(frozen|waiting|in[-_ ]?progress|succeeded|failed|cancell?ed)(?![\w-])/i;

// DKpJ|IP4:192.0.2.1:57980/UDP|IP4:198.51.100.2:17780/UDP(host(IP4:192.0.2.1:57980/UDP)|candidate:… typ host …)
const LOGGED =
	/(?<![\w+/])([\w+/]{4})\|IP[46]:([^\t|/]{1,60})\/(UDP|TCP|TLS)\|IP[46]:([^\t|/]{1,60})\/(UDP|TCP|TLS)\(([\w-]{2,20})/;
const PAIR_STATE = /CAND-PAIR\(([\w+/]{4})\): setting pair to state ([A-Z_]+)/;
const REMOTE_TYPE = /\|[^|]*? typ (\w+)|\|(\w+)\)/;

// Check CandidatePair(('192.0.2.1', 33837) -> ('198.51.100.2', 51160)) State.IN_PROGRESS -> State.FAILED
const OF_AIOICE =
	/(?:Connection\((\d+)\) )?Check CandidatePair\(\('([^']{1,60})', (\d{1,5})\) -> \('([^']{1,60})', (\d{1,5})\)\) State\.([A-Z_]{1,20}) -> State\.([A-Z_]{1,20})/;

// udp4 host 192.0.2.1:49779 <-> udp4 relay 198.51.100.2:47227 related 0.0.0.0:0 (remote, prio 2130706430)
const OF_PION = ((end: string) => new RegExp(`${end}[^<>]{0,120} <-> ${end}`))(
	String.raw`(udp|tcp)[46] (host|srflx|prflx|relay) ((?:\S{1,60}|${WORDS}):${PORT})`
);
/** What its sentences say became of the pair. */
const BY_PION = [
	['succeeded', /\b(?:valid|selected|nominated)\b/i],
	['failed', /\bfailed\b/i]
] as const;

// timeout for pair: 192.0.2.1:10000/udp/host -> 198.51.100.2:20000/udp/srflx (stream-1.RTP), failing.
const OF_ICE4J = ((by: string) =>
	new RegExp(
		String.raw`(?<!\S)(\S{1,60}:${PORT})${by} -> ((?:\S{1,60}|${WORDS}):${PORT})${by}(?: \(([^()\s]{1,80})\))?`
	))(String.raw`/(udp|tcp|ssltcp)/(host|srflx|prflx|relay)`);
/** What its sentences say became of the pair. */
const BY_ICE4J = [
	['succeeded', /\b(?:succeeded|validated|nominated?|selected)\b/i],
	['failed', /\bfail(?:ed|ing)\b/i]
] as const;

/** What no text without a pair has. */
const TELLING =
	/\|IP[46]:|\/(?:udp|tcp)[ \t]?\(|CandidatePair\(| <-> (?:udp|tcp)|\/(?:udp|tcp)\/\w{4,5} -> /i;

interface Telling {
	local: string;
	remote: string;
	states: string[];
	line: number;
}

/**
 * The pairs in the table of about:webrtc, and in the logs of ICE of Firefox, aioice, pion and ice4j, each once
 * and with every state that is told of it. Linear.
 */
export function findPairs(text: string): FoundPair[] {
	if (!TELLING.test(text)) return [];
	const pairs = new Map<string, Telling>();
	let line = 0;
	for (const written of text.split(/\r?\n/)) {
		line += 1;
		for (const [place, row] of rowsIn(written).entries()) {
			if (row.length > 4000) continue;
			const told = inTable(row) ?? inLog(row) ?? ofAioice(row) ?? ofPion(row) ?? ofIce4j(row);
			if (!told) continue;
			const { local, remote } = told;
			const key = told.key ?? `${local} ${remote} ${line} ${place}`;
			const pair = pairs.get(key) ?? { local, remote, states: [], line };
			for (const state of told.states) if (pair.states.at(-1) !== state) pair.states.push(state);
			pairs.set(key, { ...pair, line });
		}
	}
	return [...pairs.values()].map((pair) => ({ ...pair, state: pair.states.at(-1) ?? 'unknown' }));
}

/** The rows of a table in HTML, as about:webrtc saves its page: in one line there may be all of them. */
function rowsIn(line: string): readonly string[] {
	if (!/<t[rdh][\s>]/i.test(line)) return [line];
	return line.split(/<\/tr>/i).map((row) => row.replace(/<[^<>]{0,400}>/g, '\t'));
}

interface Told {
	readonly local: string;
	readonly remote: string;
	readonly states: readonly string[];
	/** What the pair is called where it is told of more than once. */
	readonly key: string | null;
}

function inTable(row: string): Told | null {
	const found = ENDS.exec(row);
	const [both = '', local = '', remote = ''] = found ?? [];
	const around = `${row.slice(0, found?.index)} ${row.slice((found?.index ?? 0) + both.length)}`;
	const state = found && STATE.exec(around)?.[1];
	return state ? { local, remote, states: [state], key: null } : null;
}

function inLog(row: string): Told | null {
	const found = LOGGED.exec(row);
	if (!found) return null;
	const [whole, name = '', local = '', localBy = '', remote = '', remoteBy = '', type = ''] = found;
	const [, typ, other] = REMOTE_TYPE.exec(row.slice(found.index + whole.length)) ?? [];
	const remoteType = typ ?? other;
	const state = PAIR_STATE.exec(row)?.[2] ?? (/timed out/i.test(row) ? 'timed out' : null);
	return {
		local: `${local}/${localBy.toLowerCase()}(${type})`,
		remote: `${remote}/${remoteBy.toLowerCase()}${remoteType === undefined ? '' : `(${remoteType})`}`,
		states: state === null ? [] : [state],
		key: `${name} ${local} ${remote}`
	};
}

/** A line of the log of aioice, which aiortc uses: it tells no types. */
function ofAioice(row: string): Told | null {
	const [, of, address, port, remoteAddress, remotePort, from, to] = OF_AIOICE.exec(row) ?? [];
	if (from === undefined || to === undefined) return null;
	const [local, remote] = [`${address}:${port}/udp`, `${remoteAddress}:${remotePort}/udp`];
	return { local, remote, states: [from, to], key: `aioice ${of} ${local} ${remote}` };
}

/** A line of the log of pion in which a pair is named. */
function ofPion(row: string): Told | null {
	const [, by, type, address, remoteBy, remoteType, remoteAddress] = OF_PION.exec(row) ?? [];
	if (address === undefined || remoteAddress === undefined) return null;
	const [local, remote] = [
		`${address}/${by}(${type})`,
		`${remoteAddress}/${remoteBy}(${remoteType})`
	];
	const states = BY_PION.filter(([, words]) => words.test(row)).map(([state]) => state);
	return { local, remote, states: states.slice(0, 1), key: `pion ${local} ${remote}` };
}

/** A line of the log of ice4j in which a pair is named, as Jitsi’s bridge writes it. */
function ofIce4j(row: string): Told | null {
	const [, address, by, type, remoteAddress, remoteBy, remoteType, of = ''] =
		OF_ICE4J.exec(row) ?? [];
	if (address === undefined || remoteAddress === undefined) return null;
	const [local, remote] = [
		`${address}/${by}(${type})`,
		`${remoteAddress}/${remoteBy}(${remoteType})`
	];
	const states = BY_ICE4J.filter(([, words]) => words.test(row)).map(([state]) => state);
	return { local, remote, states: states.slice(0, 1), key: `ice4j ${of} ${local} ${remote}` };
}
