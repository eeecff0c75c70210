import { EXTENSIONS } from '../codecs/header-extension';
import type { Line, Section } from '../description';
import { all, clip, count, list } from '../words';
import type { Finding } from './types';

/** What an a=extmap stands for: the URI; for what travels encrypted, with that of the extension inside (RFC 6904, 4). */
export function extensionKey({ fields }: Line): string {
	const uri = fields.get('uri');
	if (!uri.endsWith(':encrypt')) return uri;
	return `${uri} ${fields.get('extensionattributes').split(' ', 1)[0] ?? ''}`;
}

/** The same for a reader. */
export function extensionName(key: string): string {
	const [uri = '', inside] = key.split(' ');
	const name = EXTENSIONS.get(inside ?? uri)?.name ?? clip(inside ?? uri);
	return inside === undefined ? name : `${name}, encrypted`;
}

/** Every extension of a section, with those of the session part, which count for all (RFC 8285, 5). */
const byKey = (section: Section): ReadonlyMap<string, Line> =>
	new Map(
		[...section.description.session.attributes('extmap'), ...section.attributes('extmap')].map(
			(line) => [extensionKey(line), line]
		)
	);

/** What has no number and no URI is no extension: Firefox passes over it. */
const isExtension = ({ fields }: Line) => /^\d+$/.test(fields.get('id')) && fields.has('uri');

/** Numbers above stand for none yet: the answer chooses one (RFC 8285, 7). */
const LARGEST = 255;

/** The extensions that have another number in the answer. */
function renumbered(
	offered: ReadonlyMap<string, Line>,
	answered: ReadonlyMap<string, Line>
): Finding | null {
	for (const [key, after] of answered) {
		const before = offered.get(key);
		const [old, now] = [before?.fields.get('id'), after.fields.get('id')];
		if (before === undefined || old === now || Number(old) > LARGEST) continue;
		const meaning = `${extensionName(key)} has number ${clip(old ?? '')} in the offer and ${clip(now)} in the answer: it keeps the number that it was offered with (RFC 8285, 7).`;
		const about = 'header extensions';
		return { about, verdict: 'wrong', meaning, before, after, rule: 'extension-number' };
	}
	return null;
}

/** Which of the offered RTP header extensions the answer keeps (RFC 8285, 7). */
export function compareHeaderExtensions(offer: Section, answer: Section): Finding | null {
	if (!offer.isRtp) return null;
	const offered = byKey(offer);
	const answered = byKey(answer);
	const [before = null] = offered.values();
	const [after = null] = answered.values();
	const lines = { about: 'header extensions', before, after };
	const dropped = [...offered.keys()].filter((uri) => !answered.has(uri)).map(extensionName);
	const unasked = [...answered]
		.filter(([uri, line]) => !offered.has(uri) && isExtension(line))
		.map(([uri]) => uri);
	if (unasked.length > 0) {
		const meaning = `The answer uses header extensions that were not offered: ${list(unasked.map(extensionName))}.`;
		const line = answered.get(unasked[0] ?? '') ?? after;
		return { ...lines, after: line, verdict: 'wrong', meaning, rule: 'extension-unasked' };
	}
	if (offered.size === 0) return null;
	const other = renumbered(offered, answered);
	if (other !== null) return other;
	const kept = offered.size - dropped.length;
	return dropped.length === 0
		? { ...lines, verdict: 'kept', meaning: `${all(kept, 'header extension')} kept.` }
		: {
				...lines,
				verdict: kept === 0 ? 'refused' : 'narrowed',
				meaning: `${kept} of ${count(offered.size, 'header extension')} kept, without ${list(dropped)}.`
			};
}
