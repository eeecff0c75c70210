import type { Line } from '../description';
import { capital, clip, quote } from '../words';
import { AUDIO_PARAMETERS } from './audio';
import type { Codec } from './codec';
import type { Parameter } from './parameter';
import { VENDOR_PARAMETERS } from './vendor';
import { VIDEO_PARAMETERS } from './video';

const PARAMETERS: ReadonlyMap<string, ReadonlyMap<string, Parameter>> = new Map(
	Object.entries({ ...AUDIO_PARAMETERS, ...VIDEO_PARAMETERS }).map(([codec, parameters]) => [
		codec,
		new Map(Object.entries({ ...VENDOR_PARAMETERS, ...parameters }))
	])
);
const FOR_ANY: ReadonlyMap<string, Parameter> = new Map(Object.entries(VENDOR_PARAMETERS));

/** What is known of a parameter of a codec; undefined where nothing is. */
export function findParameter(codec: Codec | undefined, name: string): Parameter | undefined {
	const own = codec && PARAMETERS.get(codec.key);
	const known = own ?? FOR_ANY;
	return known.get(name) ?? known.get(name.toLowerCase());
}

/** `apt`: the codec whose lost packets this one repeats (RFC 4588, 8.1). */
function aptClause(value: string, line: Line): string {
	const repaired = line.section.describe(value);
	return repaired === null
		? `repairs payload type ${clip(value)}, which this section does not have`
		: `repairs payload type ${clip(value)}, ${repaired}`;
}

/** What one `name=value` of an a=fmtp line says, as a clause. */
export function parameterClause(
	parameter: Parameter | undefined,
	name: string,
	value: string,
	line: Line
): string {
	if (parameter !== undefined) return parameter.says(value);
	return name === 'apt' ? aptClause(value, line) : `${clip(name)} is ${quote(value)}`;
}

/** The same as a sentence. */
export function parameterMeaning(
	parameter: Parameter | undefined,
	name: string,
	value: string,
	line: Line
): string {
	// The name of a parameter and a value keep their letters as they are.
	return parameter !== undefined || name === 'apt'
		? `${capital(parameterClause(parameter, name, value, line))}.`
		: `The value of ${clip(name)}, a parameter that is not known for this codec.`;
}

/** What is wrong with the value of a parameter, in one sentence; null where nothing is known to be. */
export function parameterProblem(
	parameter: Parameter | undefined,
	name: string,
	value: string,
	line: Line
): string | null {
	if (parameter === undefined) return name === 'apt' ? aptProblem(value, line) : null;
	if (parameter.takes(value)) return null;
	return value === ''
		? `${clip(name)} has no value.`
		: `${clip(name)} must be ${parameter.wants}, not ${quote(value)}.`;
}

/** What is wrong with the payload type that apt names: the one whose packets are sent again. */
function aptProblem(apt: string, { section }: Line): string | null {
	const repaired = section.codecs.get(apt);
	if (repaired === undefined) {
		// Where only its a=rtpmap line is missing, the m= line says so.
		return section.lists(apt)
			? null
			: `apt names payload type ${quote(apt)}, which the section does not have.`;
	}
	return repaired.key === 'rtx'
		? `apt names payload type ${quote(apt)}, which is a retransmission itself.`
		: null;
}
