import { EXTENSIONS } from '../codecs/header-extension';
import type { Line } from '../line';
import type { Section } from '../section';
import { clip, count, list } from '../words';
import type { Finding } from './types';

const byUri = (section: Section): ReadonlyMap<string, Line> =>
	new Map(section.attributes('extmap').map((line) => [line.fields.get('uri'), line]));

const nameOf = (uri: string) => EXTENSIONS.get(uri)?.name ?? clip(uri);

/** Which of the offered RTP header extensions the answer keeps (RFC 8285, 7). */
export function compareHeaderExtensions(offer: Section, answer: Section): Finding | null {
	const offered = byUri(offer);
	if (offered.size === 0) return null;
	const answered = byUri(answer);
	const lines = {
		about: 'header extensions',
		before: offer.attribute('extmap') ?? null,
		after: answer.attribute('extmap') ?? null
	};
	const dropped = [...offered.keys()].filter((uri) => !answered.has(uri)).map(nameOf);
	const unasked = [...answered.keys()].filter((uri) => !offered.has(uri)).map(nameOf);
	if (unasked.length > 0) {
		const meaning = `The answer uses header extensions that were not offered: ${list(unasked)}.`;
		return { ...lines, verdict: 'wrong', meaning };
	}
	const kept = offered.size - dropped.length;
	return dropped.length === 0
		? { ...lines, verdict: 'kept', meaning: `All ${count(kept, 'header extension')} are kept.` }
		: {
				...lines,
				verdict: kept === 0 ? 'refused' : 'narrowed',
				meaning: `${kept} of ${count(offered.size, 'header extension')} kept, without ${list(dropped)}.`
			};
}
