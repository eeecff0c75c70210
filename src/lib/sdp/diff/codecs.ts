import type { Codec } from '../codecs/codec';
import type { Section } from '../description';
import { all, clip, count, listValues } from '../words';
import { isHelper, kindOfCodec } from './media-kind';
import { codecsOf, differenceOf, keyOf } from './same-codec';
import type { Finding } from './types';

/**
 * `CN, 8 × H264 and 8 × rtx`: variants of one codec are counted.
 * @param tellsVariant whether what tells a codec from others of its name is said; needed where there are others
 */
function names(codecs: readonly Codec[], tellsVariant = false): string {
	const groups = new Map<string, Codec[]>();
	for (const codec of codecs) groups.set(codec.name, [...(groups.get(codec.name) ?? []), codec]);
	return listValues(
		[...groups].map(([name, [first, ...more]]) => {
			if (more.length > 0) return `${more.length + 1} × ${name}`;
			return tellsVariant ? `${name}${first?.variant ?? ''}` : name;
		})
	);
}

/** Codecs of the answer that were not offered and belong into a section of another kind. */
function foreign(added: readonly Codec[], kind: string): Codec[] {
	return added.filter(({ key }) => {
		const own = kindOfCodec(key);
		return own !== null && (kind === 'audio' || kind === 'video') && own !== kind;
	});
}

/** Why no codec is left: one of another kind, or one that differs from an offered one of its name. */
function reason(offered: readonly Codec[], answered: readonly Codec[], kind: string): string {
	const stray = foreign(answered, kind);
	if (stray.length > 0) {
		return ` ${names(stray)} in a section for ${kind}: without a codec in common it had to be rejected with port 0 (RFC 3264, 6).`;
	}
	for (const codec of answered) {
		const same = offered.filter(({ key }) => key === codec.key);
		// The nearest of them is named: the one with the fewest differences.
		const [nearest] = same
			.map((one) => differenceOf(one, codec))
			.sort((one, other) => one.split('; ').length - other.split('; ').length);
		if (nearest) return ` ${clip(codec.name)} differs in ${nearest}.`;
	}
	if (answered.length === 0) return '';
	const isOffered = ({ key }: Codec) => offered.some((one) => one.key === key);
	if (answered.every((codec) => isHelper(codec.key) && isOffered(codec))) {
		return ` ${names(answered)} stayed without the codec that it is for.`;
	}
	return ` ${names(answered)} ${answered.length === 1 ? 'was' : 'were'} not offered.`;
}

/** Which of the offered codecs the answer keeps (RFC 3264, 6.1). */
export function compareCodecs(offer: Section, answer: Section): Finding | null {
	if (!offer.isRtp) return null;
	const offered = codecsOf(offer);
	const answered = codecsOf(answer);
	// Formats that nothing explains cannot be compared.
	if (offered.size === 0) return null;
	const lines = { about: 'codecs', before: offer.mLine ?? null, after: answer.mLine ?? null };
	const dropped = [...offered].filter(([key]) => !answered.has(key)).map(([, codec]) => codec);
	const added = [...answered].filter(([key]) => !offered.has(key)).map(([, codec]) => codec);
	const kept = offered.size - dropped.length;
	const [first] = answered.values();
	const preferred = first === undefined ? '' : `; ${clip(first.name)} is preferred`;
	if (kept === 0) {
		const why = reason([...offered.values()], [...answered.values()], answer.kind);
		const meaning = `No offered codec is left, so no media can flow.${why}`;
		return { ...lines, verdict: 'wrong', meaning, rule: 'codecs' };
	}
	const isForMedia = ({ key }: Codec) => !isHelper(key);
	if (dropped.some(isForMedia) && ![...answered.values()].some(isForMedia)) {
		const meaning = `Of the offered codecs only ${names([...answered.values()])} stayed, beside which another one is needed: no ${answer.kind} flows.`;
		return { ...lines, verdict: 'wrong', meaning, rule: 'codecs-beside' };
	}
	const stray = foreign(added, answer.kind);
	if (stray.length > 0) {
		const meaning = `${names(stray)} in a section for ${answer.kind}, where it was not offered.`;
		return { ...lines, verdict: 'wrong', meaning };
	}
	// A name that stays in another variant must say which one goes.
	const twice = dropped.some(({ key }) => [...answered.values()].some((one) => one.key === key));
	const more = added.length === 0 ? '' : `; ${names(added)} added, which was not offered`;
	if (dropped.length === 0) {
		const meaning = `${all(kept, 'offered codec')} kept${kept === 1 ? '' : preferred}${more}.`;
		return { ...lines, verdict: 'kept', meaning };
	}
	const meaning = `${kept} of ${count(offered.size, 'offered codec')} kept, without ${names(dropped, twice)}${preferred}${more}.`;
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
