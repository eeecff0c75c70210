import { candidateOfFields } from './candidate-fields';
import { readPrinted } from './statistics/printed-value';
import { isObject } from './values';

/** The line of a candidate that a text tells by its fields, and which part of the text does. */
interface Told {
	readonly line: string;
	readonly start: number;
	readonly end: number;
}

/** The beginning of an object as a console prints it, with what only candidates have. */
const OBJECT = /\{[^{}]{0,300}?\bfoundation["']?\s{0,3}[:=]/g;

/** No object of a candidate is longer, in UTF-16 code units; one that is not closed ends with the text. */
const LONGEST = 1000;

/** Candidates that a text tells by their fields: the objects of mediasoup and ORTC in a console, and those of str0m. Linear. */
export function findLogged(text: string): Told[] {
	return [...printedBy(text), ...ofStr0m(text)];
}

function printedBy(text: string): Told[] {
	if (!text.includes('foundation')) return [];
	return [...text.matchAll(OBJECT)].flatMap(({ index }) => {
		const { value, end } = readPrinted(text.slice(index, index + LONGEST), 0);
		// One that has its line is read by it, and those of statistics are, with their pairs.
		const isOwn = isObject(value) && !('candidate' in value) && !('candidateType' in value);
		return isOwn ? told(candidateOfFields(value), index, index + end) : [];
	});
}

/** `Candidate(srflx=198.51.100.7:50628/udp base=192.0.2.5:50628 prio=1686109951)`: str0m, candidate.rs; older versions name no transport. */
const STR0M =
	/\bCandidate\((host|srflx|prflx|relay)=(\S{2,60}):(\d{1,5})(?:\/([a-z-]{3,8}))?(?: base=(\S{2,60}):(\d{1,5}))?(?: raddr=(\S{2,60}):(\d{1,5}))? prio=(\d{1,10})(?: discarded)?\)/g;
const withoutBrackets = (address: string | undefined) => address?.replace(/^\[(.*)\]$/, '$1');

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
			// Where it is not told, as RFC 8839, 5.1 has it for those who do not tell.
			...(type !== 'host' && {
				relatedAddress: withoutBrackets(raddr ?? base) ?? '0.0.0.0',
				relatedPort: rport ?? basePort ?? 9
			})
		});
		return told(line, found.index, found.index + whole.length);
	});
}

const told = (line: string | null, start: number, end: number): Told[] =>
	line === null ? [] : [{ line, start, end }];
