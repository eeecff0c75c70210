import type { FoundPair } from './find-pairs';

/** How chrome://webrtc-internals heads the statistics of an object: `candidate-pair (state=failed, id=CP1)`. */
const HEADING =
	/\b(candidate-pair|local-candidate|remote-candidate) \(((?:\w+=[^,()]*, )*)id=([\w+/-]+)\)/;
/** What is told of it, a row each (W3C webrtc-stats, 8). */
const ROW =
	/^\s*(address|ip|port|protocol|candidateType|state|localCandidateId|remoteCandidateId)\s+(\S+)/;

interface Told {
	readonly kind: string;
	readonly values: Map<string, string>;
	line: number;
}

/**
 * The pairs of candidates in a text that was copied from chrome://webrtc-internals. What is folded there
 * leaves the headings alone: then a pair has the ids of its candidates, or nothing but its own. Linear.
 */
export function findInternalsPairs(text: string): FoundPair[] {
	if (!/candidate-pair \(/.test(text)) return [];
	const objects = new Map<string, Told>();
	let open: Told | null = null;
	for (const [index, row] of text.split(/\r?\n/).entries()) {
		if (row.length > 1000) continue;
		const [, kind, values = '', id] = HEADING.exec(row) ?? [];
		if (kind !== undefined && id !== undefined) {
			open = objects.get(id) ?? { kind, values: new Map(), line: index + 1 };
			open.line = index + 1;
			objects.set(id, open);
			for (const [, name, value] of values.matchAll(/(\w+)=([^,]*),/g))
				open.values.set(name!, value!);
		} else if (/^\s*[\w-]+ \(.*\bid=/.test(row)) open = null;
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
		return [{ local, remote, state, states: [state], line }];
	});
}

/** A candidate as about:webrtc writes it, or its id where no more is told. */
function endOf(id: string | undefined, objects: ReadonlyMap<string, Told>): string | undefined {
	const values = id === undefined ? undefined : objects.get(id)?.values;
	const address = values?.get('address') ?? values?.get('ip');
	if (!values || address === undefined) return id;
	const type = values.get('candidateType') ?? '?';
	return `${address}:${values.get('port') ?? '?'}/${values.get('protocol') ?? '?'}(${type})`;
}
