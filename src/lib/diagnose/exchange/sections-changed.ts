import type { Section } from '../../sdp';
import { finding, lines, type Finding } from '../finding';
import { isForBrowsers, sectionName } from '../material';
import { isOfStanding, type Offered } from './standing';

/** A section that stands, in the words of its offer, and what the next offer has in its place. */
interface Place {
	readonly was: Section;
	readonly is: Section | undefined;
	/** Whether it was rejected, so that another may have its place (RFC 9429, 5.2.2). */
	readonly isFree: boolean;
}

const SOURCE = 'RFC 3264, 8; RFC 9429, 5.2.2';

const inWords = (sections: readonly Section[]) => sections.slice(0, 10).map(sectionName).join(', ');

/**
 * An offer that changes a connection has every section that this has, in its place and with its name (RFC 3264, 8; RFC 9429,
 * 5.2.2); only the place of a rejected one may be another's. Its kind might change (RFC 3264, 8.3.3), which no browser takes.
 */
export function sectionsChanged(offered: Offered): Finding | null {
	const { offer, standing } = offered;
	if (standing === null || !isForBrowsers(offer) || !isOfStanding(offered)) return null;
	const now = offer.description.sections;
	const places = standing.offer.description.sections.map((was, at): Place => {
		const answered = standing.answer.description.sections[at];
		return { was, is: now[at], isFree: was.isRejected || answered?.isRejected === true };
	});
	const gone = places.filter(({ is }) => is === undefined).map(({ was }) => was);
	const headsOf = (section: Section | undefined) => [section?.mLine, section?.attribute('mid')];
	const evidence = (wrong: readonly Place[]) => [
		...lines(
			standing.offer.of,
			wrong.flatMap(({ was }) => headsOf(was))
		),
		...lines(
			offer.of,
			wrong.flatMap(({ is }) => headsOf(is))
		)
	];
	if (gone.length > 0) {
		return finding({
			id: 'offer.sections-gone',
			claim: `The connection has ${places.length} sections, and this offer has ${now.length}: ${inWords(gone)} ${gone.length === 1 ? 'is' : 'are'} gone, which no section may be that was there once.`,
			because: evidence(places.filter(({ is }) => is === undefined)),
			todo: 'Keep its m= line in its place, with port 0 or a=inactive where nothing is to flow: removeTrack() and stop() do that; nothing is to be cut out of an offer.',
			source: SOURCE,
			refusedBy: ['Chromium', 'Firefox']
		});
	}
	const live = places.filter(({ isFree }) => !isFree);
	const turned = live.filter(({ was, is }) => is!.kind !== was.kind);
	const renamed = live.filter(
		({ was, is }) => was.mid !== null && is!.mid !== null && is!.mid !== was.mid
	);
	const wrong = [...new Set([...turned, ...renamed])];
	if (wrong.length === 0) return null;
	const refusedBy =
		turned.length > 0 ? (['Chromium', 'Firefox'] as const) : (['Chromium'] as const);
	const isMoved =
		renamed.length > 0 && renamed.every(({ was }) => now.some(({ mid }) => mid === was.mid));
	if (isMoved) {
		return finding({
			id: 'offer.sections-moved',
			claim: `This offer has the sections of the connection in another order: it was ${inWords(places.map(({ was }) => was))}, and is ${inWords(now)}.`,
			because: evidence(wrong),
			todo: 'Leave each m= line where it is: sections are found by their place. What is new goes behind all that are there.',
			source: SOURCE,
			refusedBy
		});
	}
	const [first] = turned.length > 0 ? turned : renamed;
	return finding({
		id: turned.length > 0 ? 'offer.kind-changed' : 'offer.mid-changed',
		claim: `${sectionName(first!.was)} of the connection is ${sectionName(first!.is!)} in this offer: ${turned.length > 0 ? 'browsers let no section that is used change its kind' : 'a section that is used keeps its name, and Chromium insists on it'}.`,
		because: evidence(wrong),
		todo: 'Make the offer from the connection that it is for (createOffer), which keeps both kind and name; a new section goes behind those that are there, or where one was rejected.',
		source: 'RFC 9429, 5.2.2',
		refusedBy
	});
}
