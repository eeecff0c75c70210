import type { Line } from '../line';
import { clip } from '../words';

/** What a payload type stands for in its section, as a sentence. */
export function payloadTypeMeaning(value: string, line: Line): string {
	const codec = line.section.describe(value);
	return codec === null
		? 'A payload type of this section.'
		: `Payload type ${clip(value)}: ${codec}.`;
}
