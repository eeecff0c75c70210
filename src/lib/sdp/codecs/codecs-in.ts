import type { Fields } from '../fields';
import { Codec } from './codec';
import { STATIC_PAYLOAD_TYPES } from './static-payload-types';

/** A line as codecs are read from it. */
interface CodecLine {
	readonly value: string;
	readonly fields: Fields;
}

/** What of a section its codecs are read from. */
interface CodecSection {
	readonly mLine: CodecLine | undefined;
	readonly isRtp: boolean;
	attributes(name: string): readonly CodecLine[];
}

/** What the a=fmtp lines say, by payload type: several for one add up. */
function parametersIn(section: CodecSection): Map<string, string> {
	const parameters = new Map<string, string>();
	for (const { value } of section.attributes('fmtp')) {
		const space = value.indexOf(' ');
		const format = space === -1 ? value : value.slice(0, space);
		const own = value.slice(format.length).trim();
		const before = parameters.get(format);
		parameters.set(format, before === undefined ? own : `${before};${own}`);
	}
	return parameters;
}

/** The payload types of a section's a=rtpmap lines, and of its m= line, with what they stand for. */
export function codecsIn(section: CodecSection): Map<string, Codec> {
	const codecs = new Map<string, Codec>();
	const parameters = parametersIn(section);
	const add = (payloadType: string, name: string, clockRate: string, channels: string | null) => {
		const own = parameters.get(payloadType) ?? '';
		codecs.set(payloadType, new Codec(payloadType, name, clockRate, channels, own, codecs));
	};
	for (const { fields } of section.attributes('rtpmap')) {
		if (fields.problem !== null) continue;
		const channels = fields.get('encoding-params') || null;
		add(fields.get('payload-type'), fields.get('encoding'), fields.get('clock-rate'), channels);
	}
	if (!section.isRtp) return codecs;
	for (const payloadType of section.mLine?.fields.all('fmt') ?? []) {
		const known = STATIC_PAYLOAD_TYPES.get(payloadType);
		if (known === undefined || codecs.has(payloadType)) continue;
		add(payloadType, known[0], known[1], payloadType === '10' ? '2' : null);
	}
	return codecs;
}
