import { finding, lines, type Finding } from '../finding';
import { sectionName } from '../material';
import type { Exchange } from './exchange';

/** Sections that were wanted and are rejected: nothing of them is used (RFC 3264, 6). */
export function rejected({ offer, answer, compared }: Exchange): Finding | null {
	const refused = compared.sections.filter(({ outcome }) => outcome === 'rejected');
	const wanted = refused.filter(
		({ index }) => offer.description.sections[index]?.isRejected === false
	);
	const [first] = wanted;
	const section = first && offer.description.sections[first.index];
	if (section === undefined) return null;
	const all = offer.description.sections.filter(({ isRejected }) => !isRejected).length;
	return finding({
		id: 'answer.section-rejected',
		severity: wanted.length === all ? 'breaks the call' : 'worth knowing',
		claim:
			wanted.length === all
				? 'The answer rejects every section (port 0): nothing that was offered is used.'
				: `The answer rejects ${sectionName(section)}${wanted.length > 1 ? ` and ${wanted.length - 1} more` : ''} (port 0): nothing of it is used.`,
		because: wanted.flatMap(({ index }) => [
			...lines(offer.of, [offer.description.sections[index]?.mLine]),
			...lines(answer.of, [answer.description.sections[index]?.mLine])
		]),
		todo: 'See whether the answerer knows any of the codecs, supports the kind, or was told to refuse it.',
		source: 'RFC 3264, 6'
	});
}
