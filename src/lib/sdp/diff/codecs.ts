import { parameter, type Codec } from '../codecs/codec';
import { h264Profile } from '../codecs/h264';
import type { Section } from '../section';
import { all, clip, count, listValues } from '../words';
import type { Finding } from './types';

/** What makes two codecs the same for both sides, whatever their payload types are. */
function keyOf(codec: Codec, section: Section): string {
	const name = codec.name.toLowerCase();
	const base = `${name}/${codec.clockRate}/${codec.channels ?? '1'}`;
	switch (name) {
		// The level may differ (RFC 6184, 8.2.2), the profile and the packing may not.
		case 'h264': {
			const profile = h264Profile(parameter(codec.parameters, 'profile-level-id') ?? '')?.name;
			return `${base} ${profile ?? ''} ${parameter(codec.parameters, 'packetization-mode') ?? '0'}`;
		}
		case 'vp9':
		case 'h265':
			return `${base} ${parameter(codec.parameters, 'profile-id') ?? (name === 'vp9' ? '0' : '1')}`;
		case 'av1':
			return `${base} ${parameter(codec.parameters, 'profile') ?? '0'}`;
		case 'rtx': {
			const repaired = section.codecs.get(parameter(codec.parameters, 'apt') ?? '');
			// What repairs a retransmission is no codec; the check also ends a circle.
			return repaired === undefined || repaired.name.toLowerCase() === 'rtx'
				? base
				: `${base} for ${keyOf(repaired, section)}`;
		}
		default:
			return base;
	}
}

/** The codecs of the m= line, in order of preference, by key. */
function codecsOf(section: Section): Map<string, Codec> {
	const codecs = new Map<string, Codec>();
	for (const payloadType of section.mLine?.fields.all('fmt') ?? []) {
		const codec = section.codecs.get(payloadType);
		if (codec === undefined) continue;
		const key = keyOf(codec, section);
		if (!codecs.has(key)) codecs.set(key, codec);
	}
	return codecs;
}

/** `CN, 8 × H264 and 8 × rtx`: variants of one codec are counted. */
function names(codecs: readonly Codec[]): string {
	const amounts = new Map<string, number>();
	for (const { name } of codecs) amounts.set(name, (amounts.get(name) ?? 0) + 1);
	return listValues(
		[...amounts].map(([name, amount]) => (amount === 1 ? name : `${amount} × ${name}`))
	);
}

/** Which of the offered codecs the answer keeps (RFC 3264, 6.1). */
export function compareCodecs(offer: Section, answer: Section): Finding | null {
	if (!offer.isRtp) return null;
	const offered = codecsOf(offer);
	const answered = codecsOf(answer);
	const lines = { about: 'codecs', before: offer.mLine ?? null, after: answer.mLine ?? null };
	const dropped = [...offered].filter(([key]) => !answered.has(key)).map(([, codec]) => codec);
	const added = [...answered].filter(([key]) => !offered.has(key)).map(([, codec]) => codec);
	const kept = offered.size - dropped.length;
	const [first] = answered.values();
	const preferred = first === undefined ? '' : `; ${clip(first.name)} is preferred`;
	if (kept === 0) {
		return {
			...lines,
			verdict: 'wrong',
			meaning: 'No offered codec is left, so no media can flow.'
		};
	}
	const more = added.length === 0 ? '' : `; ${names(added)} added, which was not offered`;
	if (dropped.length === 0) {
		const meaning = `${all(kept, 'offered codec')} kept${kept === 1 ? '' : preferred}${more}.`;
		return { ...lines, verdict: 'kept', meaning };
	}
	const meaning = `${kept} of ${count(offered.size, 'offered codec')} kept, without ${names(dropped)}${preferred}${more}.`;
	return { ...lines, verdict: 'narrowed', meaning };
}

/** Feedback that was offered for a codec that both have, and is missing in the answer. */
export function compareFeedback(offer: Section, answer: Section): Finding | null {
	const kinds = (section: Section, wanted: ReadonlySet<string>) => {
		const found = new Set<string>();
		for (const { fields } of section.attributes('rtcp-fb')) {
			const format = fields.get('rtcp-fb-pt');
			const codec = section.codecs.get(format);
			const key = codec === undefined ? format : keyOf(codec, section);
			const kind = `${fields.get('rtcp-fb-id')} ${fields.get('rtcp-fb-param')}`.trim();
			if (format === '*' || wanted.has(key)) found.add(kind);
		}
		return found;
	};
	const offered = codecsOf(offer);
	const shared = new Set([...codecsOf(answer).keys()].filter((key) => offered.has(key)));
	const kept = kinds(answer, shared);
	const dropped = [...kinds(offer, shared)].filter((kind) => !kept.has(kind));
	if (dropped.length === 0) return null;
	const meaning = `The receivers will not use the feedback ${listValues(dropped)}.`;
	const [before = null, after = null] = [offer.attribute('rtcp-fb'), answer.attribute('rtcp-fb')];
	return { about: 'feedback', verdict: 'narrowed', meaning, before, after };
}
