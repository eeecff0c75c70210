import type { Line } from '../description';
import { clip, quote } from '../words';

/** What a payload type stands for in its section, as a sentence. */
export function payloadTypeMeaning(value: string, line: Line): string {
	const codec = line.section.describe(value);
	return codec === null
		? 'A payload type of this section.'
		: `Payload type ${clip(value)}: ${codec}.`;
}

/** What is wrong with a line for a payload type that has one already; each may have only one. */
export function repetition(payloadType: string, line: Line): string | null {
	return line.section.repeats(line)
		? `Payload type ${clip(payloadType)} has an a=${line.attribute} line already.`
		: null;
}

/**
 * What is wrong with a payload type that a line names. One that only lacks its a=rtpmap is the fault
 * of the m= line, and the formats of a rejected section mean nothing (RFC 3264, 6).
 */
export function strayPayloadType(value: string, { section }: Line): string | null {
	return section.codecs.has(value) || !section.isRtp || section.isRejected || section.lists(value)
		? null
		: `The section has no payload type ${quote(value)}.`;
}
