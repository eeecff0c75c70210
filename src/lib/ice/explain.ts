import { describeAddress } from './address';
import type { Candidate } from './candidate';
import { computePriority, MAX_PRIORITY, priorityArithmetic, splitPriority } from './priority';
import { CANDIDATE_TYPES, TCP_TYPES } from './type';

/** A value from the input, short enough for a sentence. */
function clip(value: string): string {
	return value.length > 60 ? `${value.slice(0, 59)}…` : value;
}

/** How a type preference stands to the one that is recommended for the type (RFC 8445, 5.1.2.2). */
function explainPreference(preference: number, type: string, transport: string): string {
	const said = `type preference ${preference}`;
	const recommended = CANDIDATE_TYPES.get(type);
	if (recommended === undefined) return said;
	if (preference === recommended.preference)
		return `${said}, as recommended for ${recommended.label}`;
	// RFC 6544, 4.2: UDP is to be preferred, so browsers give TCP less.
	return transport.toLowerCase() === 'tcp' && preference < recommended.preference
		? `${said}, less than the ${recommended.preference} of ${recommended.label} over UDP, so that UDP is preferred`
		: `${said}, where ${recommended.preference} is recommended for ${recommended.label}`;
}

/**
 * What the priority says, split into its parts and put together again (RFC 8445, 5.1.2.1).
 * @param transport as the candidate has it; a TCP candidate has a lower type preference
 */
export function explainPriority(
	priority: number,
	component: number,
	type: string,
	transport = 'udp'
): string {
	const parts = splitPriority(priority);
	const sum = `${priority} = ${priorityArithmetic(priority)}`;
	if (priority < 1 || priority > MAX_PRIORITY) {
		return `${sum}: not a priority that RFC 8445, 5.1.2 allows, for that is 1 to 2³¹ − 1.`;
	}
	if (parts.component !== component) {
		const agreeing = computePriority({ ...parts, component });
		return `${sum}; its last byte belongs to component ${parts.component}, for component ${component} it would be ${agreeing}.`;
	}
	const preference = explainPreference(parts.typePreference, type, transport);
	return `${sum}: ${preference}; local preference ${parts.localPreference} of 65535; component ${component}.`;
}

/** A placeholder instead of a related address: the browser keeps it to itself (RFC 8828, 5.2). */
const isHidden = (address: string) => describeAddress(address).scope === 'unspecified';

/** What Chromium and Safari mean by a cost (libwebrtc, `rtc_base/network_constants.h`). */
const COSTS: ReadonlyMap<string, string> = new Map([
	['0', ', as for a cable'],
	['10', ', as for Wi-Fi'],
	['50', ', as for a network of unknown kind'],
	['900', ', as for a mobile network'],
	['999', ', the most there is']
]);

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
	priority: (_, { priority, component, type, transport }) =>
		explainPriority(priority, component, type, transport),
	'connection-address': (value) => `${clip(value)} is ${describeAddress(value).meaning}.`,
	port: (value, { tcpType }) =>
		tcpType === 'active'
			? `Port ${value} stands for none: an active TCP candidate connects from a port chosen later.`
			: `The port to send to is ${value}.`,
	keyword: 'The name of the value that follows.',
	'cand-type': (value) => {
		const type = CANDIDATE_TYPES.get(value);
		return type ? `${type.label}: ${type.meaning}.` : 'A type that RFC 8445 does not define.';
	},
	'rel-addr': (value, { type }) =>
		isHidden(value)
			? `${clip(value)} hides the related address, which would tell of the network inside.`
			: type === 'relay'
				? `The address that the TURN server saw: ${clip(value)}, ${describeAddress(value).meaning}.`
				: `The base that the address was mapped from: ${clip(value)}, ${describeAddress(value).meaning}.`,
	'rel-port': (value) =>
		value === '0' || value === '9'
			? `Port ${value} hides the related port.`
			: `The port of the related address, ${value}.`,
	'tcp-type': (value) =>
		`This side ${TCP_TYPES.get(value) ?? 'connects in a way RFC 6544 does not define'}.`,
	ufrag: (value) =>
		`The candidate belongs to the ICE credentials with the username fragment ${clip(value)}.`,
	generation: (value) => `ICE generation ${clip(value)}: it grows by one with each ICE restart.`,
	'network-id': (value) =>
		`Network interface number ${clip(value)}, numbered by the browser itself.`,
	'network-cost': (value) =>
		`What this network costs, by the browser's own estimate from 0 to 999: ${clip(value)}${COSTS.get(value) ?? ''}.`
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
			: isHidden(candidate.relatedAddress)
				? '; what is behind it is hidden'
				: `; behind it is ${clip(candidate.relatedAddress)} port ${candidate.relatedPort ?? 0}`;
	const rtcp = component === 2 ? ' for RTCP' : '';
	const what =
		kind === undefined ? `A candidate of type "${clip(type)}"` : `A ${kind.label} candidate`;
	const reach = facts.scope === 'public' ? '' : `, ${facts.meaning}`;
	return `${what}${rtcp} over ${clip(transport)}: ${where}${reach}${base}${how}.`;
}
