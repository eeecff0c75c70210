import type { ToldChecks } from '../diagnose';
import type { FoundPair } from './find-pairs';

/** How chrome://webrtc-internals heads the statistics of an object: `candidate-pair (state=failed, id=CP1)`. */
const HEADING =
	/\b(candidate-pair|local-candidate|remote-candidate) \(((?:\w+=[^,()]*, )*)id=([\w+/-]+)\)/;
/** What is told of it, a row each (W3C webrtc-stats, 8). */
const ROW =
	/^\s*(address|ip|port|protocol|candidateType|state|localCandidateId|remoteCandidateId|requestsSent|responsesReceived|requestsReceived|responsesSent)\s+(\S+)/;

/**
 * A row of its grid of candidates that begins a pair: id, state, network, protocol, priority in
 * hexadecimal, and counts of two: bytes, checks that were sent and answered, those that came and were answered.
 */
const GRID_PAIR =
	/(?:^|[\s|])([\w+/-]{2,64})[\s|]+(frozen|waiting|in-progress|succeeded|failed|cancelled)[\s|]/;
const PRIORITY = /(?:^|[\s|])0x[\da-f]{4,16}(?=[\s|]|$)/;
const COUNTS = /(\d+) \/ (\d+)/g;
/** The rows of its two candidates: id, type, address, port, type of the candidate. */
const GRID_END =
	/(?:^|[\s|])([\w+/-]{2,64})[\s|]+(local|remote)-candidate[\s|]+(\(not set\)|[\w.:-]{1,80})[\s|]+(\d{1,5})[\s|]+(host|srflx|prflx|relay)\b/;

interface Told {
	readonly kind: string;
	readonly values: Map<string, string>;
	line: number;
}

type Objects = Map<string, Told>;

/**
 * The pairs of candidates in a text that was copied from chrome://webrtc-internals: from the headings of
 * the statistics, from their tables and from the grid of candidates, each pair once. What is folded there
 * leaves the headings alone: then a pair has the ids of its candidates, or nothing but its own. Linear.
 */
export function findInternalsPairs(text: string): FoundPair[] {
	if (!/candidate-pair \(|[\s|]local-candidate[\s|]/.test(text)) return [];
	const objects: Objects = new Map();
	const grid = new Grid(objects);
	let open: Told | null = null;
	for (const [index, row] of text.split(/\r?\n/).entries()) {
		if (row.length > 1000) continue;
		const [, kind, values = '', id] = HEADING.exec(row) ?? [];
		if (kind !== undefined && id !== undefined) {
			open = toldOf(objects, id, kind, index + 1);
			for (const [, name, value] of values.matchAll(/(\w+)=([^,]*),/g))
				open.values.set(name!, value!);
		} else if (/^\s*[\w-]+ \(.*\bid=/.test(row) || grid.takes(row, index + 1)) open = null;
		else {
			const [, name, value] = ROW.exec(row) ?? [];
			if (name !== undefined && value !== undefined) open?.values.set(name, value);
		}
	}
	return [...objects].flatMap(([id, { kind, values, line }]) => {
		if (kind !== 'candidate-pair') return [];
		const state = values.get('state') ?? 'unknown';
		const end = (name: string) => endOf(values.get(name), objects) ?? `of pair ${id}`;
		const [local, remote] = [end('localCandidateId'), end('remoteCandidateId')];
		const checks = checksOf(values);
		return [{ local, remote, state, states: [state], line, ...(checks && { checks }) }];
	});
}

function checksOf(values: ReadonlyMap<string, string>): ToldChecks | null {
	const countOf = (name: string) => (values.has(name) ? Number(values.get(name)) : null);
	const [sent, answered] = [countOf('requestsSent'), countOf('responsesReceived')];
	const [arrived, replied] = [countOf('requestsReceived'), countOf('responsesSent')];
	if (sent === null || answered === null) return null;
	return { sent, answered, ...(arrived !== null && { arrived, replied: replied ?? 0 }) };
}

function toldOf(objects: Objects, id: string, kind: string, line: number): Told {
	const told = objects.get(id) ?? { kind, values: new Map<string, string>(), line };
	told.line = line;
	objects.set(id, told);
	return told;
}

/** Reads the grid of candidates: a row for a pair, and one for each of its ends. */
class Grid {
	readonly #objects: Objects;
	#pair: Told | null = null;

	constructor(objects: Objects) {
		this.#objects = objects;
	}

	/** Whether a row is one of the grid. */
	takes(row: string, line: number): boolean {
		const [, id, side, address, port, type] = GRID_END.exec(row) ?? [];
		if (id !== undefined) {
			const { values } = toldOf(this.#objects, id, `${side}-candidate`, line);
			this.#pair?.values.set(`${side}CandidateId`, id);
			if (address !== '(not set)') values.set('address', address!);
			values.set('port', port!).set('candidateType', type!);
			values.set('protocol', this.#pair?.values.get('protocol') ?? '?');
			return true;
		}
		const [, pair, state] = PRIORITY.test(row) ? (GRID_PAIR.exec(row) ?? []) : [];
		const [bytes, checks, others] = [...row.matchAll(COUNTS)];
		if (pair === undefined || bytes === undefined) return false;
		this.#pair = toldOf(this.#objects, pair, 'candidate-pair', line);
		const { values } = this.#pair;
		values.set('state', state!).set('protocol', /\b(?:udp|tcp|tls)\b/.exec(row)?.[0] ?? '?');
		if (checks) values.set('requestsSent', checks[1]!).set('responsesReceived', checks[2]!);
		if (others) values.set('requestsReceived', others[1]!).set('responsesSent', others[2]!);
		return true;
	}
}

/** A candidate as about:webrtc writes it, or its id where no more is told. */
function endOf(id: string | undefined, objects: Objects): string | undefined {
	const values = id === undefined ? undefined : objects.get(id)?.values;
	const address = values?.get('address') ?? values?.get('ip');
	if (!values || address === undefined) return id;
	const type = values.get('candidateType') ?? '?';
	return `${address}:${values.get('port') ?? '?'}/${values.get('protocol') ?? '?'}(${type})`;
}
