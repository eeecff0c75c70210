/** One ICE candidate, as RFC 8839, 5.1 writes it. Plain data. */
export interface Candidate {
	readonly foundation: string;
	/** 1 for RTP (and for everything that is multiplexed with it), 2 for RTCP. */
	readonly component: number;
	/** As written: `udp`, `UDP`, `tcp`, `TCP`, … */
	readonly transport: string;
	readonly priority: number;
	/** An IP address or a name such as `….local`. */
	readonly address: string;
	readonly port: number;
	/** `host`, `srflx`, `prflx`, `relay`, or a token that a later specification defines. */
	readonly type: string;
	readonly relatedAddress: string | null;
	readonly relatedPort: number | null;
	/** `active`, `passive` or `so`; null for UDP (RFC 6544, 4.5). */
	readonly tcpType: string | null;
	/** The username fragment that the candidate belongs to; browsers add it when they trickle. */
	readonly usernameFragment: string | null;
	/** The other name and value pairs, in order: `generation`, `network-id`, `network-cost`, … */
	readonly extensions: readonly (readonly [name: string, value: string])[];
}

/** A part of the text: `text.slice(start, end)`. Names are those of the ABNF in RFC 8839, 5.1. */
export interface CandidateField {
	readonly name: string;
	readonly start: number;
	readonly end: number;
}

export interface ParsedCandidate {
	readonly fields: readonly CandidateField[];
	/** null where the text is no candidate, and where it is the empty one that ends the candidates. */
	readonly candidate: Candidate | null;
	/** What is wrong, in one sentence; null where nothing is. */
	readonly problem: string | null;
}

const REQUIRED = [
	'foundation',
	'component-id',
	'transport',
	'priority',
	'connection-address',
	'port'
] as const;

/** The fields that follow a keyword of their own. */
const KEYWORDS: ReadonlyMap<string, string> = new Map([
	['typ', 'cand-type'],
	['raddr', 'rel-addr'],
	['rport', 'rel-port'],
	['tcptype', 'tcp-type'],
	['ufrag', 'ufrag']
]);

const DIGITS = /^\d{1,10}$/;

function numberIn(value: string, lowest: number, highest: number): boolean {
	return DIGITS.test(value) && Number(value) >= lowest && Number(value) <= highest;
}

/** What is wrong with the values, or null (the ranges are those of RFC 8839, 5.1). */
function check(value: (name: string) => string): string | null {
	if (value('foundation').length > 32) return 'A foundation has at most 32 characters.';
	if (!numberIn(value('component-id'), 1, 256)) {
		return 'The component must be a number from 1 to 256.';
	}
	if (!numberIn(value('priority'), 0, 2 ** 32 - 1)) {
		return 'The priority must be a number that fits into 32 bits.';
	}
	if (!numberIn(value('port'), 0, 65535)) return 'The port must be a number from 0 to 65535.';
	const relatedPort = value('rel-port');
	if (relatedPort !== '' && !numberIn(relatedPort, 0, 65535)) {
		return 'The related port must be a number from 0 to 65535.';
	}
	return value('cand-type') === '' ? 'The candidate does not tell its type (typ …).' : null;
}

/** Where the foundation begins: behind `a=`, if there, and `candidate:`, if there. */
function skipPrefix(text: string): number {
	const name = text.startsWith('a=') ? 2 : 0;
	return text.startsWith('candidate:', name) ? name + 'candidate:'.length : name;
}

/**
 * Parses `candidate:…` as an `RTCIceCandidate` has it, and `a=candidate:…` as a description has it.
 * The empty text, which means "no more candidates", gives neither candidate nor problem. Never throws.
 * @see RFC 8839, 5.1; RFC 6544, 4.5
 */
export function parseCandidate(text: string): ParsedCandidate {
	const fields: CandidateField[] = [];
	const extensions: [string, string][] = [];
	const values = new Map<string, string>();
	let at = skipPrefix(text);
	if (text === '') return { fields, candidate: null, problem: null };

	let position = 0;
	let keyword: string | null = null;
	while (at < text.length) {
		const space = text.indexOf(' ', at);
		const end = space === -1 ? text.length : space;
		if (end > at) {
			const word = text.slice(at, end);
			const required = REQUIRED[position];
			if (required !== undefined) {
				values.set(required, word);
				fields.push({ name: required, start: at, end });
			} else if (keyword === null) {
				keyword = word;
				fields.push({ name: 'keyword', start: at, end });
			} else {
				const name = KEYWORDS.get(keyword);
				if (name === undefined) extensions.push([keyword, word]);
				else if (!values.has(name)) values.set(name, word);
				fields.push({ name: name ?? keyword, start: at, end });
				keyword = null;
			}
			position += 1;
		}
		at = end + 1;
	}

	const value = (name: string) => values.get(name) ?? '';
	const missing = REQUIRED[position];
	const problem =
		missing !== undefined
			? `The candidate ends before its ${missing}.`
			: keyword !== null
				? `"${keyword.slice(0, 40)}" has no value.`
				: check(value);
	if (problem !== null) return { fields, candidate: null, problem };

	const candidate: Candidate = {
		foundation: value('foundation'),
		component: Number(value('component-id')),
		transport: value('transport'),
		priority: Number(value('priority')),
		address: value('connection-address'),
		port: Number(value('port')),
		type: value('cand-type'),
		relatedAddress: values.get('rel-addr') ?? null,
		relatedPort: values.has('rel-port') ? Number(value('rel-port')) : null,
		tcpType: values.get('tcp-type') ?? null,
		usernameFragment: values.get('ufrag') ?? null,
		extensions
	};
	return { fields, candidate, problem: null };
}
