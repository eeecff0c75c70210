import type { FoundDescription } from './find-descriptions';
import type { FoundParts, Parts } from './parts';

/** The parts without what a console shows of an object that stands unfolded beside it. */
export function withoutPreviews(parts: Parts): Parts {
	if (!parts.descriptions.some(({ lost }) => lost === 'shortened')) return parts;
	const wholes = byOrigin(parts.descriptions);
	return { ...parts, descriptions: parts.descriptions.filter((one) => !isPreview(one, wholes)) };
}

/** Each description and each candidate once, where it stands first: logs repeat what is set and sent. */
export function once({ descriptions, candidates }: FoundParts): FoundParts {
	const numbers = new Map<unknown, number>();
	// A dialogue of SIP may agree again on what was agreed: that is another exchange.
	const keyOf = ({ type, sdp, sip }: FoundDescription): string => {
		if (!numbers.has(sip)) numbers.set(sip, numbers.size);
		return `${numbers.get(sip)} ${role(type)} ${normalised(sdp)}`;
	};
	const finals = new Set(descriptions.filter(({ type }) => type === 'answer').map(keyOf));
	return {
		// An answer with the text of the offer is a fault, and no repetition.
		descriptions: firstOf(descriptions, keyOf).map((one) =>
			one.type === 'pranswer' && finals.has(keyOf(one)) ? { ...one, type: 'answer' } : one
		),
		candidates: firstOf(
			candidates,
			({ text, sdpMid, sdpMLineIndex }) => `${sdpMid} ${sdpMLineIndex} ${text.replace(/^a=/, '')}`
		)
	};
}

/** A provisional answer that became final is one answer, and final. */
function role(type: FoundDescription['type']): FoundDescription['type'] {
	return type === 'pranswer' ? 'answer' : type;
}

const originOf = (sdp: string): string => /^o=.*/m.exec(sdp)?.[0] ?? '';

/** The descriptions that are whole, by their origin. */
function byOrigin(descriptions: readonly FoundDescription[]): Map<string, FoundDescription[]> {
	const found = new Map<string, FoundDescription[]>();
	for (const one of descriptions) {
		if (one.lost !== null) continue;
		const list = found.get(originOf(one.sdp));
		if (list) list.push(one);
		else found.set(originOf(one.sdp), [one]);
	}
	return found;
}

/** At most so many descriptions of one origin are held against a preview. */
const MOST_ALIKE = 32;

/**
 * Whether a description is the beginning and the end of one that is whole, with an ellipsis for what is
 * between.
 */
function isPreview(
	{ sdp, lost }: FoundDescription,
	wholes: ReadonlyMap<string, FoundDescription[]>
): boolean {
	if (lost !== 'shortened') return false;
	const [head = '', tail = '', more] = normalised(sdp).split('…');
	if (more !== undefined) return false;
	return (wholes.get(originOf(sdp)) ?? []).slice(0, MOST_ALIKE).some((whole) => {
		const text = normalised(whole.sdp);
		return text.startsWith(head) && text.endsWith(tail);
	});
}

function normalised(sdp: string): string {
	return sdp.replace(/\r\n?/g, '\n').trimEnd();
}

function firstOf<T>(items: readonly T[], key: (item: T) => string): T[] {
	const seen = new Set<string>();
	return items.filter((item) => {
		const name = key(item);
		if (seen.has(name)) return false;
		seen.add(name);
		return true;
	});
}
