import type { Ends, Kind, Message, Outcome, Packet, Servers } from '$lib/nat';
import { NAME } from '$lib/nat';

/** A kind, as it heads a row or a column, in the lines that it takes there. */
export const SHORT: Readonly<Record<Kind, readonly string[]>> = {
	none: ['none'],
	'full cone': ['full', 'cone'],
	'restricted cone': ['restricted'],
	'port-restricted cone': ['port-', 'restricted'],
	symmetric: ['symmetric']
};

/** The same where lines break by themselves, with where a word may. */
export const HEADING: Readonly<Record<Kind, string>> = {
	none: 'none',
	'full cone': 'full cone',
	'restricted cone': 're\u00adstricted',
	'port-restricted cone': 'port-re\u00adstricted',
	symmetric: 'sym\u00admetric'
};

/** A kind, as it is chosen. */
export const LONG: Readonly<Record<Kind, string>> = {
	none: 'no NAT: public',
	'full cone': 'full cone',
	'restricted cone': 'restricted cone',
	'port-restricted cone': 'port-restricted cone',
	symmetric: 'symmetric'
};

/** What the kinds do, by the names of RFC 4787. */
export const HABITS: Readonly<Record<Kind, string>> = {
	none: 'A public address of its own.',
	'full cone': 'One address and port outside, whoever is sent to. Anybody may send there.',
	'restricted cone':
		'One address and port outside, whoever is sent to. Only an address that was sent to may send there.',
	'port-restricted cone':
		'One address and port outside, whoever is sent to. Only an address and port that was sent to may send there.',
	symmetric:
		'Another port outside for each address and port that is sent to. Only that one may send there.'
};

export const SERVER_WORDS: Readonly<Record<Servers, string>> = {
	none: 'none',
	stun: 'STUN',
	turn: 'STUN and TURN'
};

/** How the table is headed. */
export const WITH: Readonly<Record<Servers, string>> = {
	none: 'without a server',
	stun: 'with a STUN server',
	turn: 'with a STUN and TURN server'
};

/** The ends of a pair, John’s first: both sides see the same two. */
export const endsOf = ({ selected }: Outcome): readonly [string, string] | null =>
	selected && typesOf(selected.john);
const typesOf = ({ local, remote }: Ends) => [local, remote] as const;

const KINDS_OF_PACKETS: Readonly<
	Record<Message['kind'], readonly [request: string, answer: string]>
> = {
	binding: ['“as whom do you see me?”', 'the address that was seen'],
	allocate: ['“lend me an address”', 'the address that is lent, and the one that was seen'],
	permission: ['“let these addresses send to it”', '“they may”'],
	check: ['check', 'answer to the check']
};

/** What a packet is. */
export function saidIn(message: Message): string {
	if (message.kind === 'check' && message.is === 'request' && message.nominates) {
		return 'check: “we take this pair”';
	}
	return KINDS_OF_PACKETS[message.kind][message.is === 'request' ? 0 : 1];
}

/** From whom to whom. */
export function routeOf({ from, to }: Packet): string {
	const name = (one: Packet['from']) => (one === 'server' ? 'server' : NAME[one]);
	return `${name(from)} → ${name(to)}`;
}
