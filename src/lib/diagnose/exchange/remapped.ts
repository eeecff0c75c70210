import type { Section } from '../../sdp';
import { finding, lines, type Finding } from '../finding';
import { isForBrowsers, sectionName } from '../material';
import { before, isOfStanding, type Offered } from './standing';

/** A number that both list, and that stands for codecs of two names; null where none does. */
function remappedIn(was: Section, is: Section) {
	if (!is.isRtp || was.isRejected || is.isRejected || was.kind !== is.kind) return null;
	for (const [number, now] of is.codecs) {
		const then = was.codecs.get(number);
		if (then === undefined || then.key === now.key) continue;
		if (was.lists(number) && is.lists(number)) return { number, then, now };
	}
	return null;
}

/**
 * A payload type that a side had for one codec, and has for another when it changes the connection: within a section it
 * keeps its meaning for as long as the session lasts (RFC 3264, 8.3.2). Only where a section was rejected another begins.
 */
export function remapped(offered: Offered): Finding | null {
	const { offer, standing } = offered;
	const own = before(offer, standing);
	if (standing === null || own === null || !isForBrowsers(offer) || !isOfStanding(offered)) {
		return null;
	}
	for (const [index, is] of offer.description.sections.entries()) {
		const was = own.description.sections[index];
		const isFree = [standing.offer, standing.answer].some(
			({ description }) => description.sections[index]?.isRejected
		);
		const found = was === undefined || isFree ? null : remappedIn(was, is);
		if (found === null) continue;
		const { number, then, now } = found;
		const mapOf = (section: Section) => section.lineOf('rtpmap', number) ?? section.mLine;
		return finding({
			id: 'offer.payload-type-remapped',
			severity: 'worth knowing',
			claim: `Payload type ${number.slice(0, 10)} was ${then.name.slice(0, 40)} in this connection, and is ${now.name.slice(0, 40)} in the offer that changes it, in ${sectionName(is)}: packets that are on their way, and whoever keeps the table of before, take one codec for the other.`,
			because: [...lines(own.of, [mapOf(was!)]), ...lines(offer.of, [mapOf(is)])],
			todo: 'Give a new codec a number that the section has not used, and leave the others theirs: createOffer() does; what builds offers anew each time has to remember.',
			source: 'RFC 3264, 8.3.2'
		});
	}
	return null;
}
