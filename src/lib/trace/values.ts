import { parseCandidate } from '../ice';
import type { Line } from '../sdp';
import type { PeerName } from './entry';
import type { Candidate } from './view-peer';

export type ValueKind =
	| 'ufrag'
	| 'password'
	| 'fingerprint'
	| 'mid'
	| 'payload type'
	| 'SSRC'
	| 'foundation'
	| 'port'
	| 'address'
	| 'header extension'
	| 'rid'
	| 'track'
	| 'stream';

/** A value that can be found again elsewhere. Some are numbers that mean something in one place only. */
export interface FollowedValue {
	readonly kind: ValueKind;
	/** In the form in which it is compared: letters of fingerprints and addresses made equal. */
	readonly value: string;
	/** The section that it belongs to: payload types, header extensions and rids are counted per section. */
	readonly mid?: string;
	/** Who gave it: each side numbers its foundations by itself. Absent where that is not known. */
	readonly peer?: PeerName;
}

/** A followed value in a text: `text.slice(start, end)`. */
export interface FollowedSpan extends FollowedValue {
	readonly start: number;
	readonly end: number;
}

/** Whether two values are the same one, not merely written the same. */
export function isSameValue(a: FollowedValue, b: FollowedValue): boolean {
	return (
		a.kind === b.kind &&
		a.value === b.value &&
		a.mid === b.mid &&
		(a.peer === b.peer || a.peer === undefined || b.peer === undefined)
	);
}

/** Fields that hold a value, by the line they stand in; those of candidates are in lines and elsewhere. */
const CANDIDATE_FIELDS: Readonly<Record<string, ValueKind>> = {
	foundation: 'foundation',
	'connection-address': 'address',
	port: 'port',
	'rel-addr': 'address',
	'rel-port': 'port',
	ufrag: 'ufrag'
};

const LINE_FIELDS: Readonly<Record<string, Readonly<Record<string, ValueKind>>>> = {
	candidate: CANDIDATE_FIELDS,
	m: { port: 'port', fmt: 'payload type' },
	c: { 'connection-address': 'address' },
	rtcp: { port: 'port', 'connection-address': 'address' },
	'ice-ufrag': { ufrag: 'ufrag' },
	'ice-pwd': { password: 'password' },
	fingerprint: { fingerprint: 'fingerprint' },
	mid: { 'identification-tag': 'mid' },
	group: { 'identification-tag': 'mid' },
	rtpmap: { 'payload-type': 'payload type' },
	fmtp: { format: 'payload type' },
	'rtcp-fb': { 'rtcp-fb-pt': 'payload type' },
	ssrc: { 'ssrc-id': 'SSRC' },
	'ssrc-group': { 'ssrc-id': 'SSRC' },
	msid: { 'msid-id': 'stream', 'msid-appdata': 'track' },
	'msid-semantic': { 'msid-id': 'stream' },
	extmap: { id: 'header extension' },
	rid: { 'rid-id': 'rid' },
	simulcast: { 'rid-id': 'rid' }
};

/** What stands where there is nothing to say: not one value in many places, but none. */
const NONE: Readonly<Partial<Record<ValueKind, readonly string[]>>> = {
	port: ['0', '9'],
	address: ['0.0.0.0', '::'],
	stream: ['-', '*'],
	'payload type': ['*', 'webrtc-datachannel']
};

const PER_SECTION: readonly ValueKind[] = ['payload type', 'header extension', 'rid'];

/** The value in the form in which it is compared; null where it is a placeholder. */
export function valueOf(kind: ValueKind, text: string, mid?: string, peer?: PeerName) {
	if (text === '' || NONE[kind]?.includes(text)) return null;
	const value =
		kind === 'fingerprint' ? text.toUpperCase() : kind === 'address' ? text.toLowerCase() : text;
	return {
		kind,
		value,
		...(PER_SECTION.includes(kind) && mid !== undefined && { mid }),
		...(kind === 'foundation' && peer !== undefined && { peer })
	};
}

/** What a line's section is called; by its position where it has no a=mid. */
function sectionName({ section }: Line): string | undefined {
	return section.index === -1 ? undefined : (section.mid ?? `#${section.index}`);
}

/** Longer lines are not what a browser writes, and reading all of their words would take long. */
const MOST_FIELDS = 300;

/**
 * The values in a line that can be followed, in order.
 * @param peer who wrote the description
 */
export function valuesInLine(line: Line, peer?: PeerName): FollowedSpan[] {
	const about = line.attribute || line.type;
	const kinds = LINE_FIELDS[about];
	if (kinds === undefined) return [];
	const { fields } = line;
	const mid = sectionName(line);
	const spans: FollowedSpan[] = [];
	const add = (kind: ValueKind, start: number, end: number) => {
		const value = valueOf(kind, line.text.slice(start, end), mid, peer);
		if (value !== null) spans.push({ ...value, start, end });
	};
	for (let index = 0; index < Math.min(fields.length, MOST_FIELDS); index++) {
		const name = fields.nameAt(index);
		const [start, end] = [fields.startAt(index), fields.endAt(index)];
		const kind = kinds[name];
		if (kind === 'payload type' && !line.section.isRtp) continue;
		if (kind !== undefined) add(kind, start, end);
		else if (about === 'fmtp' && name === 'value') {
			// apt=96, and the 111/111 of RED: payload types among the parameters.
			const repaired = fields.nameAt(index - 1) === 'parameter' && fields.at(index - 1) === 'apt';
			const isRed = line.section.codecs.get(fields.at(0))?.key === 'red';
			if (repaired || isRed) add('payload type', start, end);
		} else if (about === 'ssrc' && name === 'value' && fields.get('attribute') === 'msid') {
			const space = line.text.indexOf(' ', start);
			add('stream', start, space === -1 ? end : space);
			if (space !== -1) add('track', space + 1, end);
		}
	}
	return spans;
}

/** The values of a candidate outside of a description: those of its text, its section, its session. */
export function valuesInCandidate(candidate: Candidate, peer: PeerName): FollowedValue[] {
	const text = candidate.candidate;
	const found = parseCandidate(text).fields.flatMap(({ name, start, end }) => {
		const kind = CANDIDATE_FIELDS[name];
		return kind === undefined ? [] : [valueOf(kind, text.slice(start, end), undefined, peer)];
	});
	if (candidate.sdpMid !== null) found.push(valueOf('mid', candidate.sdpMid));
	if (candidate.usernameFragment) found.push(valueOf('ufrag', candidate.usernameFragment));
	return found.filter((value) => value !== null);
}
