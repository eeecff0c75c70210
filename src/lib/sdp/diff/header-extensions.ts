import { EXTENSIONS } from '../codecs/header-extension';
import type { Line } from '../line';
import type { Section } from '../section';
import { all, clip, count, list } from '../words';
import type { Finding } from './types';

const byUri = (section: Section): ReadonlyMap<string, Line> =>
	new Map(section.attributes('extmap').map((line) => [keyOf(line), line]));

/** The URI; for what travels encrypted, with that of the extension inside (RFC 6904, 4). */
function keyOf({ fields }: Line): string {
	const uri = fields.get('uri');
	if (!uri.endsWith(':encrypt')) return uri;
	return `${uri} ${fields.get('extensionattributes').split(' ', 1)[0] ?? ''}`;
}

function nameOf(key: string): string {
	const [uri = '', inside] = key.split(' ');
	const name = EXTENSIONS.get(inside ?? uri)?.name ?? clip(inside ?? uri);
	return inside === undefined ? name : `${name}, encrypted`;
}

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
		? { ...lines, verdict: 'kept', meaning: `${all(kept, 'header extension')} kept.` }
		: {
				...lines,
				verdict: kept === 0 ? 'refused' : 'narrowed',
				meaning: `${kept} of ${count(offered.size, 'header extension')} kept, without ${list(dropped)}.`
			};
}
