import { describeAddress } from './address';
import type { Candidate } from './candidate';
import { computePriority, MAX_PRIORITY, priorityArithmetic, splitPriority } from './priority';
import { explainLocalPreference, explainTypePreference } from './preference';
import { CANDIDATE_TYPES, TCP_TYPES } from './type';

/** A value from the input, short enough for a sentence. */
function clip(value: string): string {
	return value.length > 60 ? `${value.slice(0, 59)}…` : value;
}

/**
 * What the priority says, split into its parts and put together again (RFC 8445, 5.1.2.1).
 * @param transport as the candidate has it; a TCP candidate has a lower type preference
 * @param tcpType who connects, for a TCP candidate
 */
export function explainPriority(
	priority: number,
	component: number,
	type: string,
	transport = 'udp',
	tcpType: string | null = null
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
	const preference = explainTypePreference(parts.typePreference, type, transport);
	const local = explainLocalPreference(parts.localPreference, type, tcpType);
	return `${sum}: ${preference}; ${local}; component ${component}.`;
}

/** A placeholder instead of a related address: the browser keeps it to itself (RFC 8828, 5.2). */
const isHidden = (address: string) => describeAddress(address).scope === 'unspecified';

/** What Chromium and Safari mean by a cost (libwebrtc, `rtc_base/network_constants.h`). */
const COSTS: ReadonlyMap<number, string> = new Map([
	[0, 'a cable'],
	[10, 'Wi-Fi'],
	[50, 'a network of unknown kind'],
	[250, '5G'],
	[500, '4G'],
	[900, 'a mobile network'],
	[910, '3G'],
	[980, '2G']
]);

/** A VPN costs 1 more than the network below it. */
function explainCost(value: string): string {
	const cost = Number(value);
	const network = COSTS.get(cost);
	if (network !== undefined) return `, as for ${network}`;
	const below = COSTS.get(cost - 1);
	if (below !== undefined) return `, as for a VPN over ${below}`;
	return cost === 999 ? ', as where the browser may not tell its networks apart' : '';
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
				: `Component ${value} of the section’s transport.`,
	transport: (value) =>
		value.toLowerCase() === 'udp'
			? 'Packets travel over UDP.'
			: value.toLowerCase() === 'tcp'
				? 'Packets travel over a TCP connection, for networks that block UDP.'
				: `The transport protocol is ${clip(value)}.`,
	priority: (_, { priority, component, type, transport, tcpType }) =>
		explainPriority(priority, component, type, transport, tcpType),
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
		`What this network costs, by the browser’s own estimate from 0 to 999: ${clip(value)}${explainCost(value)}.`
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
	if (meaning === undefined) return `An extension named “${clip(name)}”.`;
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
				: `; behind it is ${clip(candidate.relatedAddress)}${candidate.relatedPort === null ? ', whose port is not said' : ` port ${candidate.relatedPort}`}`;
	const rtcp = component === 2 ? ' for RTCP' : '';
	const what =
		kind === undefined ? `A candidate of type “${clip(type)}”` : `A ${kind.label} candidate`;
	const reach = facts.scope === 'public' ? '' : `, ${facts.meaning}`;
	return `${what}${rtcp} over ${clip(transport)}: ${where}${reach}${base}${how}.`;
}
