import { candidateOfFields, membersOfFields } from './candidate-fields';
import { readPrinted } from './statistics/printed-value';
import { isObject } from './values';

/** The line of a candidate that a text tells by its fields, and which part of the text does. */
interface Told extends ReturnType<typeof membersOfFields> {
	readonly line: string;
	readonly start: number;
	readonly end: number;
}

/** The beginning of an object as a console or Python prints it, with what only candidates have: `{ foundation: …`, `RTCIceCandidate(component=1, foundation=…`. */
const OBJECT = /(?:\{[^{}(]{0,300}?|\b\w{1,40}\([^(){}]{0,300}?)\bfoundation["']?\s{0,3}[:=]/g;

/** No object of a candidate is longer, in UTF-16 code units; one that is not closed ends with the text. */
const LONGEST = 1000;

/**
 * Candidates that a text tells by their fields: the objects of mediasoup and ORTC in a console, those of aiortc
 * and of str0m, and the lists of LiveKit. Linear.
 */
export function findLogged(text: string): Told[] {
	return [...printedBy(text), ...ofAioice(text), ...ofStr0m(text), ...ofLiveKit(text)];
}

function printedBy(text: string): Told[] {
	if (!text.includes('foundation')) return [];
	return [...text.matchAll(OBJECT)].flatMap(({ index }) => {
		const { value, end } = readPrinted(text.slice(index, index + LONGEST), 0);
		// One that has its line is read by it, and those of statistics are, with their pairs.
		const isOwn = isObject(value) && !('candidate' in value) && !('candidateType' in value);
		if (!isOwn) return [];
		const found = told(candidateOfFields(value), index, index + end);
		return found.map((one) => ({ ...one, ...membersOfFields(value) }));
	});
}

/** `Candidate(2320000001 1 udp 2113937151 192.0.2.1 43822 typ host)`: aioice, whose candidates have no name in front. */
const AIOICE =
	/\bCandidate\(([\w+/]{1,32} \d{1,3} (?:udp|tcp) \d{1,10} [^\s()]{1,80} \d{1,5} typ [^()\r\n]{4,200})\)/g;

const ofAioice = (text: string): Told[] =>
	[...text.matchAll(AIOICE)].flatMap(({ 0: whole, 1: line, index }) =>
		told(`candidate:${line}`, index, index + whole.length)
	);

/** `Candidate(srflx=198.51.100.7:50628/udp base=192.0.2.5:50628 prio=1686109951)`: str0m, candidate.rs; older versions name no transport. */
const STR0M =
	/\bCandidate\((host|srflx|prflx|relay)=(\S{2,60}):(\d{1,5})(?:\/([a-z-]{3,8}))?(?: base=(\S{2,60}):(\d{1,5}))?(?: raddr=(\S{2,60}):(\d{1,5}))? prio=(\d{1,10})(?: discarded)?\)/g;
const withoutBrackets = (address: string | undefined) => address?.replace(/^\[(.*)\]$/, '$1');

/** Where it is not told, it is as RFC 8839, 5.1 has it for those who do not tell. */
const relatedTo = (type: string | undefined, address?: string, port?: string) =>
	type === 'host'
		? {}
		: { relatedAddress: withoutBrackets(address) ?? '0.0.0.0', relatedPort: port ?? 9 };

function ofStr0m(text: string): Told[] {
	return [...text.matchAll(STR0M)].flatMap((found) => {
		const [whole, type, address, port, protocol = 'udp', base, basePort, raddr, rport, priority] =
			found;
		const line = candidateOfFields({
			type,
			address: withoutBrackets(address),
			port,
			protocol,
			priority,
			...relatedTo(type, raddr ?? base, rport ?? basePort)
		});
		return told(line, found.index, found.index + whole.length);
	});
}

/** `[remote][trickle] udp4 srflx 198.51.100.7:9643 related 192.0.2.5:50070`: LiveKit, and pion behind the brackets; one that is not resolved has no address. */
const LIVEKIT =
	/(?<=\[(?:local|remote)\](?:\[[\w:]{1,20}\]){0,4} )(udp|tcp)[46] (host|srflx|prflx|relay) (\S{2,60}):(\d{1,5})(?: {1,2}related (\S{2,60}):(\d{1,5}))?(?: \(resolved: [^()\s]{2,80}\))?/g;

/** What an agent with one address gives each type, where its log does not tell it (RFC 8445, 5.1.2.1). */
const PREFERENCES: Readonly<Record<string, number>> = {
	host: 126,
	prflx: 110,
	srflx: 100,
	relay: 0
};
const priorityOf = (type: string) => (PREFERENCES[type] ?? 0) * 2 ** 24 + 65_535 * 2 ** 8 + 255;

function ofLiveKit(text: string): Told[] {
	if (!/\[(?:local|remote)\]/.test(text)) return [];
	return [...text.matchAll(LIVEKIT)].flatMap((found) => {
		const [whole, protocol, type, address, port, related, relatedPort] = found;
		const line = candidateOfFields({
			type,
			address: withoutBrackets(address),
			port,
			protocol,
			priority: priorityOf(type!),
			// Who only begins connections has the port of discard (RFC 6544, 4.5).
			...(protocol === 'tcp' && { tcpType: port === '9' ? 'active' : 'passive' }),
			...relatedTo(type, related, relatedPort)
		});
		return told(line, found.index, found.index + whole.length);
	});
}

const told = (line: string | null, start: number, end: number): Told[] =>
	line === null ? [] : [{ line, start, end }];
