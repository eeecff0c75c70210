import type { Line } from '../description';
import { isPayloadType } from '../syntax';
import { clip, count, listValues, quote } from '../words';
import { STATIC_PAYLOAD_TYPES } from './static-payload-types';

/** `opus`, or `payload type 5` where the section does not say. */
function nameOf(payloadType: string, line: Line): string {
	const codec = line.section.codecs.get(payloadType);
	const name = codec?.name ?? STATIC_PAYLOAD_TYPES.get(payloadType)?.[0];
	return name === undefined ? `payload type ${clip(payloadType)}` : clip(name);
}

/**
 * What `0/8` says: the payload types of the blocks, the newest piece of sound first (RFC 2198, 5). As a
 * clause without a full stop.
 */
export function redClause(payloadTypes: readonly string[], line: Line): string {
	const [first = '', ...earlier] = payloadTypes;
	const name = nameOf(first, line);
	if (earlier.length === 0) return `each packet carries ${name}, and nothing again`;
	const encodings = new Set(payloadTypes).size;
	if (encodings === 1) {
		return `each packet carries ${name} and up to ${count(earlier.length, 'earlier piece')} of it again`;
	}
	const names = listValues(earlier.slice(0, 12).map((payloadType) => nameOf(payloadType, line)));
	return `each packet carries blocks of ${encodings} encodings: ${name}, and what came before it again as ${names}`;
}

/** What is wrong with the payload type of a block; null where nothing is. */
export function redProblem(payloadType: string, line: Line): string | null {
	const codec = line.section.codecs.get(payloadType);
	if (codec?.key === 'red') {
		return `RED carries payload type ${quote(payloadType)}, which is RED itself.`;
	}
	return codec !== undefined ||
		(isPayloadType(payloadType) && STATIC_PAYLOAD_TYPES.has(payloadType))
		? null
		: `RED carries payload type ${quote(payloadType)}, which the section does not have.`;
}
