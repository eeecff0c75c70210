import type { Description, Section } from '../description';
import { capital, clip, count, listValues, quote } from '../words';
import type { Finding } from './types';

/** A section of the offer and what answers it; one of them may be missing. */
export interface Pair {
	readonly offer: Section | undefined;
	readonly answer: Section | undefined;
}

const byMid = (description: Description) =>
	new Map(description.sections.map((section) => [section.mid, section]));

/** Whether the answer has the very sections of the offer, by name and kind, in another order. */
function isReordered(offer: Description, answer: Description): boolean {
	const answered = byMid(answer);
	return (
		offer.sections.length === answer.sections.length &&
		answered.size === answer.sections.length &&
		!answered.has(null) &&
		offer.sections.some(({ mid }, at) => answer.sections[at]?.mid !== mid) &&
		offer.sections.every(({ mid, kind }) => answered.get(mid)?.kind === kind)
	);
}

/**
 * Sections answer each other by their position (RFC 3264, 6). Where the answer only shuffled them,
 * each is compared with the one that was meant.
 */
export function pairSections(offer: Description, answer: Description): Pair[] {
	const meant = isReordered(offer, answer) ? byMid(answer) : null;
	const length = Math.max(offer.sections.length, answer.sections.length);
	return Array.from({ length }, (_, at) => {
		const section = offer.sections[at];
		return {
			offer: section,
			answer: meant && section ? meant.get(section.mid) : answer.sections[at]
		};
	});
}

const kinds = ({ sections }: Description) => listValues(sections.map(({ kind }) => kind));

/** Whether the sections of the answer are those of the offer, in the same order. */
export function compareSections(offer: Description, answer: Description): Finding | null {
	const [before = null, after = null] = [offer.sections[0]?.mLine, answer.sections[0]?.mLine];
	const wrong = { about: 'sections', verdict: 'wrong', before, after, rule: 'sections' } as const;
	if (offer.sections.length !== answer.sections.length) {
		const meaning = `${count(offer.sections.length, 'section')} offered (${kinds(offer)}), ${answer.sections.length} answered (${kinds(answer)}): there must be one for each (RFC 3264, 6; RFC 9429, 5.8.3).`;
		return { ...wrong, meaning };
	}
	if (!isReordered(offer, answer)) return null;
	const order = ({ sections }: Description) =>
		listValues(sections.map(({ kind, mid }) => `${kind} ${quote(mid ?? '')}`));
	const meaning = `The sections stand in another order: offered ${order(offer)}, answered ${order(answer)}. They must stand in the order of the offer (RFC 3264, 6; RFC 9429, 5.3.1).`;
	return { ...wrong, meaning };
}

/** An answer in which every DTLS role is left open is another offer (RFC 8842, 5.3). */
export function compareType(offer: Description, answer: Description): Finding | null {
	const roles = [answer.session, ...answer.sections].flatMap((part) => part.attributes('setup'));
	const open = roles.filter(({ fields }) => fields.get('role') === 'actpass');
	if (open.length === 0 || open.length < roles.length) return null;
	const [before = null] = [offer.session, ...offer.sections].flatMap((part) =>
		part.attributes('setup')
	);
	const meaning =
		'Wherever it names a DTLS role it says actpass, which only an offer may: this looks like another offer.';
	return {
		about: 'type',
		verdict: 'wrong',
		meaning,
		before,
		after: open[0] ?? null,
		rule: 'setup-open'
	};
}

/** What may not change from the offer to the answer: the kind of a section, its name, its end. */
export function compareIdentity(offer: Section, answer: Section): Finding | null {
	const before = offer.mLine ?? null;
	const after = answer.mLine ?? null;
	if (offer.kind !== answer.kind) {
		const meaning = `${capital(clip(offer.kind))} was offered, ${clip(answer.kind)} is answered: the kind may not change.`;
		return { about: 'm', verdict: 'wrong', meaning, before, after, rule: 'sections' };
	}
	if (offer.isRejected) {
		const meaning = 'The offer had port 0, which an answer may not turn into another port.';
		return { about: 'm', verdict: 'wrong', meaning, before, after };
	}
	if (offer.mid === null || answer.mid === null || offer.mid === answer.mid) return null;
	return {
		about: 'mid',
		verdict: 'wrong',
		meaning: `The section is called ${quote(offer.mid)} in the offer and ${quote(answer.mid)} in the answer: the name may not change.`,
		before: offer.attribute('mid') ?? null,
		after: answer.attribute('mid') ?? null,
		rule: 'mid'
	};
}
