import type { Line } from '../line';
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

/** Whether the parameter is known for the codec. */
export function knowsParameter(codec: Codec | undefined, name: string): boolean {
	return name === 'apt' || find(codec, name) !== undefined;
}

function find(codec: Codec | undefined, name: string): Parameter | undefined {
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
	codec: Codec | undefined,
	name: string,
	value: string,
	line: Line
): string {
	if (name === 'apt') return aptClause(value, line);
	return find(codec, name)?.says(value) ?? `${clip(name)} is ${quote(value)}`;
}

/** The same as a sentence. */
export function parameterMeaning(
	codec: Codec | undefined,
	name: string,
	value: string,
	line: Line
): string {
	const known = knowsParameter(codec, name);
	// The name of a parameter and a value keep their letters as they are.
	return known
		? `${capital(parameterClause(codec, name, value, line))}.`
		: `The value of ${clip(name)}, a parameter that is not known for this codec.`;
}

/** What is wrong with the value of a parameter, in one sentence; null where nothing is known to be. */
export function parameterProblem(
	codec: Codec | undefined,
	name: string,
	value: string
): string | null {
	const parameter = find(codec, name);
	if (parameter === undefined || parameter.takes(value)) return null;
	return value === ''
		? `${clip(name)} has no value.`
		: `${clip(name)} must be ${parameter.wants}, not ${quote(value)}.`;
}
