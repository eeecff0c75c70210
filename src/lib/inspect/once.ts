import type { FoundDescription } from './find-descriptions';
import type { FoundParts } from './parts';

/** Each description and each candidate once, where it stands first: logs repeat what is set and sent. */
export function once({ descriptions, candidates }: FoundParts): FoundParts {
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

const keyOf = ({ type, sdp }: FoundDescription): string => `${role(type)} ${normalised(sdp)}`;

/** A provisional answer that became final is one answer, and final. */
function role(type: FoundDescription['type']): FoundDescription['type'] {
	return type === 'pranswer' ? 'answer' : type;
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
