import { describeAddress } from './address';
import type { Candidate } from './candidate';
import { computePriority, priorityArithmetic, splitPriority } from './priority';
import { CANDIDATE_TYPES, TCP_TYPES } from './type';

/** A value from the input, short enough for a sentence. */
function clip(value: string): string {
	return value.length > 60 ? `${value.slice(0, 59)}…` : value;
}

/** What the priority says, split into its parts and put together again (RFC 8445, 5.1.2.1). */
export function explainPriority(priority: number, component: number, type: string): string {
	const parts = splitPriority(priority);
	const sum = `${priority} = ${priorityArithmetic(priority)}`;
	if (parts.component !== component) {
		const agreeing = computePriority({ ...parts, component });
		return `${sum}; its last byte belongs to component ${parts.component}, for component ${component} it would be ${agreeing}.`;
	}
	const recommended = CANDIDATE_TYPES.get(type);
	const preference =
		recommended === undefined
			? `type preference ${parts.typePreference}`
			: parts.typePreference === recommended.preference
				? `type preference ${parts.typePreference}, as recommended for ${recommended.label}`
				: `type preference ${parts.typePreference}, where ${recommended.preference} is recommended for ${recommended.label}`;
	return `${sum}: ${preference}; local preference ${parts.localPreference} of 65535; component ${component}.`;
}

/** What each field of a candidate says. Keys are the field names that `parseCandidate` gives. */
type Meaning = string | ((value: string, candidate: Candidate) => string);
const MEANINGS: Record<string, Meaning> = {
	foundation:
		'Candidates with the same foundation are alike (type, base address, protocol and server): when one of them works, the others are likely to.',
	'component-id': (value) =>
		value === '1'
			? 'Component 1: RTP, and with rtcp-mux or a data channel all there is.'
			: value === '2'
				? 'Component 2: RTCP, needed only while rtcp-mux is not agreed on.'
				: `Component ${value} of the section's transport.`,
	transport: (value) =>
		value.toLowerCase() === 'udp'
			? 'Packets travel over UDP.'
			: value.toLowerCase() === 'tcp'
				? 'Packets travel over a TCP connection, for networks that block UDP.'
				: `The transport protocol is ${clip(value)}.`,
	priority: (_, { priority, component, type }) => explainPriority(priority, component, type),
	'connection-address': (value) => `${clip(value)} is ${describeAddress(value).meaning}.`,
	port: (value, { tcpType }) =>
		tcpType === 'active'
			? `Port ${value} stands for none: an active TCP candidate connects from a port chosen later.`
			: `The port to send to is ${value}.`,
	keyword: 'The name of the value that follows.',
	'cand-type': (value) => {
		const type = CANDIDATE_TYPES.get(value);
		return type ? `${type.label}: ${type.meaning}.` : `A type that RFC 8445 does not define.`;
	},
	'rel-addr': (value, { type }) =>
		type === 'relay'
			? `The address that the TURN server saw: ${clip(value)}, ${describeAddress(value).meaning}.`
			: `The base that the address was mapped from: ${clip(value)}, ${describeAddress(value).meaning}.`,
	'rel-port': (value) =>
		value === '0' ? 'Port 0 hides the related port.' : `The port of the related address, ${value}.`,
	'tcp-type': (value) =>
		`This side ${TCP_TYPES.get(value) ?? 'connects in a way RFC 6544 does not define'}.`,
	ufrag: (value) =>
		`The candidate belongs to the ICE credentials with the username fragment ${clip(value)}.`,
	generation: (value) => `ICE generation ${clip(value)}: it grows by one with each ICE restart.`,
	'network-id': (value) =>
		`Network interface number ${clip(value)}, numbered by the browser itself.`,
	'network-cost': (value) =>
		`The browser's own estimate of what this network costs, 0 to 999: ${clip(value)}.`
};
// A map, for the names come from the input: an object would also answer to "constructor".
const MEANING: ReadonlyMap<string, Meaning> = new Map(Object.entries(MEANINGS));

/** Which fields a candidate may have that no standard defines. */
export const VENDOR_FIELDS: ReadonlySet<string> = new Set([
	'generation',
	'network-id',
	'network-cost'
]);

/**
 * What one field says, in one sentence.
 * @param name a field's name, as `parseCandidate` gives it
 * @param value the field's text
 * @param candidate null where the candidate could not be read: then only what needs no context is said
 */
export function explainCandidateField(
	name: string,
	value: string,
	candidate: Candidate | null
): string {
	const meaning = MEANING.get(name);
	if (meaning === undefined) return `An extension named "${clip(name)}".`;
	if (typeof meaning === 'string') return meaning;
	return candidate === null ? 'Part of a candidate.' : meaning(value, candidate);
}

/** A candidate in one sentence: what it is, where it leads, what it tells. */
export function explainCandidate(candidate: Candidate): string {
	const { address, port, type, tcpType, component } = candidate;
	const kind = CANDIDATE_TYPES.get(type);
	const transport = candidate.transport.toUpperCase();
	const facts = describeAddress(address);
	const where = tcpType === 'active' ? clip(address) : `${clip(address)} port ${port}`;
	const how =
		tcpType === null
			? ''
			: `; it ${TCP_TYPES.get(tcpType) ?? `connects in an unknown way, ${clip(tcpType)}`}`;
	const base =
		candidate.relatedAddress === null
			? ''
			: `; behind it is ${clip(candidate.relatedAddress)} port ${candidate.relatedPort ?? 0}`;
	const rtcp = component === 2 ? ' for RTCP' : '';
	const what =
		kind === undefined ? `A candidate of type "${clip(type)}"` : `A ${kind.label} candidate`;
	const reach = facts.scope === 'public' ? '' : `, ${facts.meaning}`;
	return `${what}${rtcp} over ${clip(transport)}: ${where}${reach}${base}${how}.`;
}
